import type { JsonObject, JsonValue } from '../../../src/model/json.ts'

/** Declarations that one variable may have before and after: near each other, so that most differ a little. */
export const declarationPools: {
  readonly [kind in 'text' | 'id' | 'number' | 'flag']: readonly JsonObject[]
} = {
  text: [
    { type: 'string', maxLength: 5 },
    { type: 'string', maxLength: 8 },
    { type: 'string', minLength: 2, maxLength: 5 },
    { type: 'string', minLength: 0, maxLength: 5 },
    { type: 'string', maxLength: 5, trim: false },
    { type: 'string', maxLength: 5, multiline: true },
    { type: 'string', maxLength: 9, pattern: '^[a-z ]{1,4}$' },
    { type: 'string', enum: ['a', 'b'] },
    { type: 'string', enum: ['a', 'b', 'abc'] },
    { type: 'string', const: 'a' },
    { type: 'string', maxLength: 5, default: 'ab' },
    { type: 'string', maxLength: 8, default: 'abc' },
    { type: 'string', format: 'date' },
    { type: 'string', maxLength: 12 },
    { type: 'string', maxLength: 12, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
    { type: 'boolean' },
    { type: 'integer', minimum: 0, maximum: 99 },
  ],
  id: [
    { type: 'string', pattern: '^[0-9]{1,3}$' },
    { type: 'string', pattern: '^\\d{1,3}$' },
    { type: 'string', pattern: '^[0-9]{1,4}$' },
    { type: 'string', pattern: '^[1-9][0-9]{0,2}$' },
    { type: 'string', pattern: '^[0-9a-f]{1,3}$' },
    { type: 'string', pattern: '^(?:[0-9]|[0-9]{2}|[0-9]{3})$' },
    { type: 'string', pattern: '^[0-9a-z-]{1,3}$' },
    { type: 'string', enum: ['1', '22', '333'] },
    { type: 'string', maxLength: 4 },
    { type: 'integer', minimum: 0, maximum: 999 },
    { type: 'integer', minimum: 0, maximum: 99 },
    { type: 'string', const: '7' },
  ],
  number: [
    { type: 'integer', minimum: 0, maximum: 99 },
    { type: 'integer', minimum: 0, maximum: 9 },
    { type: 'integer', minimum: 0, maximum: 99, multipleOf: 2 },
    { type: 'integer', minimum: 0, maximum: 999, multipleOf: 4 },
    { type: 'integer', enum: [1, 2, 3] },
    { type: 'integer', minimum: 1, maximum: 3 },
    { type: 'integer' },
    { type: 'number', minimum: 0, maximum: 99 },
    { type: 'number', exclusiveMinimum: 0, maximum: 99 },
    { type: 'number', minimum: 0, exclusiveMaximum: 99 },
    { type: 'number', minimum: 0, maximum: 99, multipleOf: 0.5 },
    { type: 'number', minimum: 0, maximum: 9, default: 1 },
    { type: 'number' },
  ],
  flag: [
    { type: 'boolean' },
    { type: 'boolean', default: true },
    { type: 'boolean', const: true },
    { type: 'boolean', enum: [true, false] },
  ],
}

/** Lists over items of a kind. */
export function listsOf(items: JsonObject): readonly JsonObject[] {
  const list = { type: 'array', minItems: 1, maxItems: 3, items }
  return [
    list,
    { ...list, maxItems: 2 },
    { ...list, maxItems: 4 },
    { ...list, minItems: 2 },
    { ...list, uniqueBy: ['id', 'name'] },
    { ...list, uniqueBy: ['id'] },
    { ...list, uniqueItems: true },
  ]
}

/** Values to try on every declaration: around the edges of those in the pools. */
export const tryValues: readonly JsonValue[] = [
  ...['', 'a', 'b', 'abc', 'ab', 'x', 'abcd', 'abcde', 'abcdef', 'abcdefgh', 'abcdefghi'],
  ...[
    ' a ',
    '   a',
    `a${' '.repeat(20)}`,
    `ab${' '.repeat(20)}`,
    '   ab',
    '  ',
    '    ',
    'a b',
    'a  b',
    'A',
    'a\nb',
    '\n',
    ' ',
    'é',
    '😀',
    '!!!!!',
  ],
  ...[
    '0',
    '1',
    '7',
    '22',
    '333',
    '007',
    '01',
    '10',
    '99',
    '100',
    '999',
    '0000',
    '1234',
    '1f',
    'fff',
  ],
  // Ids that stand in other choices.
  ...['new', 'all', 'go', 'wait', 'stop', 'none'],
  ...[
    'zz',
    '-',
    '1-2',
    '1-',
    '-1',
    'true',
    '2026-03-01',
    '2026-02-30',
    '0000-00-00',
    '2026-03-011',
  ],
  ...['Zaaaaaaaaaaa', 'a'.repeat(12), 'a'.repeat(256), '1.5', 'ABC', 'AB C', 'abc ', 'zzz', '---'],
  ...[-1, 0, 1, 2, 3, 4, 5, 8, 9, 10, 98, 99, 100, 996, 998, 999, 1000, -0.5, 0.5, 0.25, 1.5, 98.5],
  ...[98.75, 0.1, 1e-7, 1e21, -1e21, 2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 53, 3.5, 6, 7, 12, 97],
  true,
  false,
]
