import type { Mutation } from '../mutation.ts'

/** The bytes that values take as JSON. */
export const byteMutations: readonly Mutation[] = [
  {
    name: 'JSON bytes: quotes are not escaped',
    file: 'model/json-bytes.ts',
    from: '[0x22, 0x22, 1, 2]',
    to: '[0x22, 0x22, 1, 1]',
  },
  {
    name: 'JSON bytes: backslashes are not escaped',
    file: 'model/json-bytes.ts',
    from: '[0x5c, 0x5c, 1, 2]',
    to: '[0x5c, 0x5c, 1, 1]',
  },
  {
    name: 'JSON bytes: line feeds are not escaped',
    file: 'model/json-bytes.ts',
    from: '[0x08, 0x0a, 1, 2]',
    to: '[0x08, 0x0a, 1, 1]',
  },
  {
    name: 'JSON bytes: é is one byte',
    file: 'model/json-bytes.ts',
    from: '[0x80, 0x7ff, 1, 2]',
    to: '[0x80, 0x7ff, 1, 1]',
  },
  {
    name: 'JSON bytes: 漢 is two bytes',
    file: 'model/json-bytes.ts',
    from: '[0x800, 0xd7ff, 1, 3]',
    to: '[0x800, 0xd7ff, 1, 2]',
  },
  {
    name: 'JSON bytes: a private character is two bytes',
    file: 'model/json-bytes.ts',
    from: '[0xe000, 0xffff, 1, 3]',
    to: '[0xe000, 0xffff, 1, 2]',
  },
  {
    name: 'JSON bytes: a pair is three bytes',
    file: 'model/json-bytes.ts',
    from: '[0x10000, 0x10ffff, 2, 4]',
    to: '[0x10000, 0x10ffff, 2, 3]',
  },
  {
    name: 'JSON bytes: a pair is one unit',
    file: 'model/json-bytes.ts',
    from: '[0x10000, 0x10ffff, 2, 4]',
    to: '[0x10000, 0x10ffff, 1, 4]',
  },
  {
    name: 'JSON bytes: every character is one byte',
    file: 'model/json-bytes.ts',
    from: 'const bytesPerUnit = bytes / units',
    to: 'const bytesPerUnit = 1',
  },
  {
    name: 'JSON bytes: fixed text: pairs are six bytes',
    file: 'model/json-bytes.ts',
    from: 'if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes++',
    to: 'if (unit > 0x7ff) bytes++',
  },
  {
    name: 'JSON bytes: fixed text: é is one byte',
    file: 'model/json-bytes.ts',
    from: 'if (unit > 0x7f) bytes++',
    to: 'if (unit > 0xff) bytes++',
  },
  {
    name: 'JSON bytes: a string has no quotes',
    file: 'model/shape-of.ts',
    from: 'addIntervals(shapeOf(declaration).jsonBytes, exactly(2))',
    to: 'addIntervals(shapeOf(declaration).jsonBytes, exactly(0))',
  },
  {
    name: 'JSON bytes: a list has no commas',
    file: 'model/shape-of.ts',
    from: 'max: Math.max(0, count.max - 1) }',
    to: 'max: 0 }',
  },
  {
    name: 'JSON bytes: a list is never empty',
    file: 'model/shape-of.ts',
    from: 'const count = itemsOf(declaration)',
    to: 'const count = { min: Math.max(1, itemsOf(declaration).min), max: itemsOf(declaration).max }',
  },
  {
    name: 'JSON bytes: a list has as few items as it may',
    file: 'model/shape-of.ts',
    from: 'const count = itemsOf(declaration)',
    to: 'const count = exactly(itemsOf(declaration).min)',
  },
  {
    name: 'JSON bytes: uniqueness bounds no list',
    file: 'model/shape-of.ts',
    from: 'const count = itemsOf(declaration)',
    to: 'const count = { min: declaration.minItems ?? 0, max: declaration.maxItems }',
  },
  {
    name: 'JSON bytes: keys take no bytes',
    file: 'model/shape-of.ts',
    from: 'exactly(jsonBytesOfValue(key) + 1)',
    to: 'exactly(0)',
  },
  {
    name: 'JSON bytes: an object has no commas',
    file: 'model/shape-of.ts',
    from: 'exactly(2 + Math.max(0, members.length - 1))',
    to: 'exactly(2)',
  },
  {
    name: 'JSON bytes: listed values are as heavy as the first',
    file: 'model/shape-of.ts',
    from: 'if (listed !== undefined) return hull(listed.map(jsonBytesOfValue))',
    to: 'if (listed !== undefined) return hull(listed.slice(0, 1).map(jsonBytesOfValue))',
  },
  {
    name: 'JSON bytes: a text has no quotes',
    file: 'language/measure-value.ts',
    from: 'let bytes = exactly(isWhole ? 0 : 2)',
    to: 'let bytes = exactly(0)',
  },
  {
    name: 'JSON bytes: a whole variable is put in quotes',
    file: 'language/measure-value.ts',
    from: 'let bytes = exactly(isWhole ? 0 : 2)',
    to: 'let bytes = exactly(2)',
  },
  {
    name: 'JSON bytes: the last variable of a text counts',
    file: 'language/measure-value.ts',
    from: `bytes = addIntervals(bytes, own)
`,
    to: `bytes = own
`,
  },
  {
    name: 'JSON bytes: fixed lists have no commas',
    file: 'language/measure-value.ts',
    from: 'return items.reduce(addIntervals, exactly(2 + Math.max(0, items.length - 1)))',
    to: 'return items.reduce(addIntervals, exactly(2))',
  },
  {
    name: 'JSON bytes: fixed keys take no bytes',
    file: 'language/measure-value.ts',
    from: 'const names = keys.reduce((sum, key) => sum + jsonBytesOfValue(key) + 1, 0)',
    to: 'const names = 0',
  },
]
