import {
  blankCharacters,
  charactersOf,
  hasCharacter,
  intersectSets,
  uniteSets,
} from './character-set.ts'
import { jsonBytesOfValue } from './json-bytes.ts'
import { mayVary } from './may-vary.ts'
import {
  addIntervals,
  type CharacterSet,
  exactly,
  type Interval,
  type Possibility,
  type TextShape,
} from './shape.ts'

/** Above this a list of all texts is left out: the other statements stay. */
const maxValues = 256

/** The shape of a text without variables. */
export function literalShape(text: string): TextShape {
  const trimmed = text.trim()
  const isBlank = trimmed === ''
  const length = exactly(text.length)
  return {
    length,
    jsonBytes: mayVary ? exactly(jsonBytesOfValue(text) - 2) : length,
    blank: always(isBlank),
    lineFeed: always(text.includes('\n')),
    leadingBlank: always(trimmed.length < text.length && text !== text.trimStart()),
    trailingBlank: always(trimmed.length < text.length && text !== text.trimEnd()),
    values: [text],
    ...(mayVary ? { alphabet: charactersOf(text) } : {}),
  }
}

/** The shape of a text that is one of these; there must be at least one. */
export function shapeOfValues(values: readonly string[]): TextShape {
  const [first = literalShape(''), ...rest] = [...new Set(values)].map(literalShape)
  if (rest.length === 0) return first
  const shape = rest.reduce(uniteShapes, first)
  return { ...shape, values: [...new Set(values)] }
}

/** The shape of texts that are put together, each independent of the others. */
export function concatShapes(shapes: readonly TextShape[]): TextShape {
  const values = joinValues(shapes)
  return values === undefined ? shapes.reduce(concatTwo, literalShape('')) : shapeOfValues(values)
}

function joinValues(shapes: readonly TextShape[]): readonly string[] | undefined {
  let joined: readonly string[] = ['']
  for (const { values } of shapes) {
    if (values === undefined || values.length * joined.length > maxValues) return undefined
    joined = joined.flatMap((front) => values.map((back) => front + back))
  }
  return joined
}

function uniteShapes(left: TextShape, right: TextShape): TextShape {
  return {
    length: hull(left.length, right.length),
    jsonBytes: hull(left.jsonBytes, right.jsonBytes),
    blank: either(left.blank, right.blank),
    lineFeed: either(left.lineFeed, right.lineFeed),
    leadingBlank: either(left.leadingBlank, right.leadingBlank),
    trailingBlank: either(left.trailingBlank, right.trailingBlank),
    ...uniteAlphabets(left.alphabet, right.alphabet),
  }
}

function concatTwo(left: TextShape, right: TextShape): TextShape {
  const lineFeeds = [left.lineFeed, right.lineFeed]
  const blanks = [left.blank, right.blank]
  return {
    length: addIntervals(left.length, right.length),
    jsonBytes: addIntervals(left.jsonBytes, right.jsonBytes),
    blank: all(blanks),
    lineFeed: some(lineFeeds),
    leadingBlank: edge(left.leadingBlank, left, right.leadingBlank),
    trailingBlank: edge(right.trailingBlank, right, left.trailingBlank),
    ...uniteAlphabets(left.alphabet, right.alphabet),
  }
}

/** The outer part decides whether the end is blank; where it is empty, the inner one does. */
function edge(outer: Possibility, { length, blank }: TextShape, inner: Possibility): Possibility {
  if (length.min > 0) return outer
  // Where all of it is blank or empty, a blank comes first either way.
  if (blank === 'always' && inner === 'always') return 'always'
  return outer === 'never' && inner === 'never' ? 'never' : 'sometimes'
}

function all(parts: readonly Possibility[]): Possibility {
  if (parts.includes('never')) return 'never'
  return parts.includes('sometimes') ? 'sometimes' : 'always'
}

function some(parts: readonly Possibility[]): Possibility {
  if (parts.includes('always')) return 'always'
  return parts.includes('sometimes') ? 'sometimes' : 'never'
}

function either(left: Possibility, right: Possibility): Possibility {
  return left === right ? left : 'sometimes'
}

function always(holds: boolean): Possibility {
  return holds ? 'always' : 'never'
}

function hull(left: Interval, right: Interval): Interval {
  return { min: Math.min(left.min, right.min), max: Math.max(left.max, right.max) }
}

function uniteAlphabets(
  left: CharacterSet | undefined,
  right: CharacterSet | undefined,
): { alphabet?: CharacterSet } {
  return left === undefined || right === undefined ? {} : { alphabet: uniteSets([left, right]) }
}

/** What can be said of texts of which only the characters and the length are known. */
export function shapeOfCharacters(
  length: Interval,
  jsonBytes: Interval,
  alphabet: CharacterSet,
  isTrimmed: boolean,
): TextShape {
  const mayBeEmpty = length.min === 0
  const mayHoldBlanks = !isTrimmed && intersectSets(alphabet, blankCharacters).length > 0
  const atEnds: Possibility = mayHoldBlanks && length.max > 0 ? 'sometimes' : 'never'
  const mayBeBlank = mayBeEmpty || atEnds === 'sometimes'
  const mayBreak = hasCharacter(alphabet, 0x0a) && length.max > (isTrimmed ? 2 : 0)
  return {
    length,
    jsonBytes,
    blank: length.max === 0 ? 'always' : possibly(mayBeBlank),
    lineFeed: possibly(mayBreak),
    leadingBlank: atEnds,
    trailingBlank: atEnds,
    alphabet,
  }
}

function possibly(holds: boolean): Possibility {
  return holds ? 'sometimes' : 'never'
}
