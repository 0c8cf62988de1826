/** One weakening of the checker: the first text in a file becomes the second one. */
export interface Mutation {
  readonly name: string
  /** Below `src`. */
  readonly file: string
  readonly from: string | RegExp
  readonly to: string
}

const shape = 'model/text-shape.ts'
const worlds = 'model/worlds.ts'
const equal = 'model/may-be-equal.ts'

/** Each makes the checker overlook, or invent, something; the proof must notice every one. */
export const mutations: readonly Mutation[] = [
  {
    name: 'texts put together: the second one has no length',
    file: shape,
    from: 'length: addIntervals(left.length, right.length)',
    to: 'length: { min: left.length.min, max: Math.max(left.length.max, right.length.max) }',
  },
  {
    name: 'texts put together: bytes of the longer one only',
    file: shape,
    from: 'jsonBytes: addIntervals(left.jsonBytes, right.jsonBytes)',
    to: 'jsonBytes: hull(left.jsonBytes, right.jsonBytes)',
  },
  {
    name: 'one of several values: length of the first',
    file: shape,
    from: 'length: hull(left.length, right.length)',
    to: 'length: left.length',
  },
  {
    name: 'one of several values: blank as the first is',
    file: shape,
    from: 'blank: either(left.blank, right.blank)',
    to: 'blank: left.blank',
  },
  {
    name: 'a variable is never blank',
    file: shape,
    from: "blank: length.max === 0 ? 'always' : possibly(mayBeBlank)",
    to: "blank: length.max === 0 ? 'always' : 'never'",
  },
  {
    name: 'no variable has blanks at its ends',
    file: shape,
    from: "mayHoldBlanks && length.max > 0 ? 'sometimes' : 'never'",
    to: "mayHoldBlanks && length.max > 9999 ? 'sometimes' : 'never'",
  },
  {
    name: 'no text ends with a blank',
    file: shape,
    from: 'trailingBlank: always(text !== text.trimEnd())',
    to: "trailingBlank: 'never'",
  },
  {
    name: 'no variable holds a line feed',
    file: shape,
    from: 'lineFeed: possibly(mayBreak)',
    to: 'lineFeed: possibly(mayBreak && length.max > 9999)',
  },
  {
    name: 'every character is one byte',
    file: 'model/json-bytes.ts',
    from: 'bytesPerUnit: spread(present.map(([, , units, bytes]) => bytes / units))',
    to: 'bytesPerUnit: { min: 1, max: 1 }',
  },
  {
    name: 'a list in callbackData has as few items as it may',
    file: 'model/shape-of.ts',
    from: 'max: Math.min(maxItems, mostItems(declaration)) }',
    to: 'max: minItems }',
  },
  {
    name: 'a string in callbackData has no quotes',
    file: 'model/shape-of.ts',
    from: 'addIntervals(shapeOf(declaration).jsonBytes, exactly(2))',
    to: 'addIntervals(shapeOf(declaration).jsonBytes, exactly(0))',
  },
  {
    name: 'keys of objects in callbackData take no bytes',
    file: 'model/shape-of.ts',
    from: 'exactly(jsonBytesOfValue(key) + 1)',
    to: 'exactly(0)',
  },
  {
    name: 'integers are as long as the nearest to zero',
    file: 'model/number-shape.ts',
    from: 'max: Math.max(...ends) }',
    to: 'max: Math.min(...ends) }',
  },
  {
    name: 'the range of a number excludes its end',
    file: 'language/measure.ts',
    from: 'return { range: rangeOf(declaration),',
    to: 'return { range: { ...rangeOf(declaration), max: rangeOf(declaration).max - 1 },',
  },
  {
    name: 'a loop gives as few items as it may',
    file: 'language/measure.ts',
    from: 'max: Math.min(list.maxItems, mostItems(list)) }',
    to: 'max: list.minItems ?? 0 }',
  },
  {
    name: 'a loop gives one item at least',
    file: 'language/measure.ts',
    from: '{ min: list.minItems ?? 0,',
    to: '{ min: Math.max(1, list.minItems ?? 0),',
  },
  {
    name: 'the condition of an element always holds',
    file: 'language/measure.ts',
    from: 'return isOpen ? { min: 0, max: count.max } : count',
    to: 'return count',
  },
  {
    name: 'no two conditions can hold together',
    file: worlds,
    from: /(export function canCoexist\([^)]*\): boolean \{)/,
    to: '$1\n  if (left.length > 0 && right.length > 0) return false',
  },
  {
    name: 'counts leave conditions out',
    file: worlds,
    from: /(export function holdsIn\([^)]*\): boolean \{)/,
    to: '$1\n  if (guard.length >= 0) return true',
  },
  {
    name: 'no two texts can be equal',
    file: equal,
    from: /(export function mayBeEqual\([^)]*\): boolean \{)/,
    to: '$1\n  if (left !== right) return false',
  },
  {
    name: 'no repeated text can be equal to itself',
    file: equal,
    from: /(export function repeatingLoop\([^)]*\): Loop \| undefined \{)/,
    to: '$1\n  if (text.loops.length < 99) return undefined',
  },
  {
    name: 'every element is told apart by what it names',
    file: equal,
    from: "return isScalar && names.length === 2 && loop.list.uniqueBy?.includes(names[1] ?? '') === true",
    to: 'return isScalar && names.length === 2',
  },
  {
    name: 'two variables never start alike',
    file: equal,
    from: /(function cannotStartWith\([^)]*\): boolean \{)/,
    to: '$1\n  if (how !== undefined) return true',
  },
  {
    name: 'every text is as long as it can be by accident',
    file: shape,
    from: 'length: addIntervals(left.length, right.length)',
    to: 'length: { min: left.length.min + right.length.min, max: left.length.max + right.length.max + 1 }',
  },
]
