import type { Loop, Reference, TextBounds, TextPart } from './bounds.ts'
import { hasCharacter } from './character-set.ts'
import { foldCase } from './fold-case.ts'
import type { TextShape } from './shape.ts'

/** How two texts are compared. */
export type Comparison = 'trimmed' | 'ignoring-case'

/**
 * Whether two texts of one message can be the same. `false` is proven, `true` may be cautious.
 * Variables are taken as independent, so that nothing is missed.
 */
export function mayBeEqual(left: TextBounds, right: TextBounds, how: Comparison): boolean {
  const [leftValues, rightValues] = [left.shape.values, right.shape.values]
  if (leftValues !== undefined && rightValues !== undefined) {
    const others = new Set(rightValues.map((value) => normalize(value, how)))
    return leftValues.some((value) => others.has(normalize(value, how)))
  }
  if (isLonger(left, right, how)) return hasLooseEnds(left)
  if (isLonger(right, left, how)) return hasLooseEnds(right)
  if (hasLooseEnds(left) || hasLooseEnds(right)) return true
  return !startsApart(left.parts, right.parts, how) && !endsApart(left.parts, right.parts, how)
}

/** Folding makes no text shorter, and none more than three times as long (`ﬃ` becomes `ffi`). */
const mostUnitsFolded = 3

/** Whether one text is longer than the other can be. */
function isLonger({ shape }: TextBounds, other: TextBounds, how: Comparison): boolean {
  const grows = how === 'ignoring-case' && !isAscii(other.shape)
  return shape.length.min > other.shape.length.max * (grows ? mostUnitsFolded : 1)
}

/**
 * Whether one text, repeated by the `$each` loops around it, can be the same twice. `false` is
 * proven: some part of it differs from element to element and can be read back out of the text.
 */
export function mayRepeat(text: TextBounds): boolean {
  return text.loops.some((loop, depth) => {
    if (loop.list.maxItems <= 1) return false
    const varying = new Set(text.loops.slice(depth))
    return !tellsApart(text.parts, loop, varying)
  })
}

/** Whether a text tells the elements of a loop apart, while everything inside the loop varies too. */
export function tellsApart(
  parts: readonly TextPart[],
  loop: Loop,
  varying: ReadonlySet<Loop>,
): boolean {
  const isKey = (part: TextPart): boolean =>
    part.reference !== undefined && isUniqueIn(part.reference, loop)
  const isFixed = (part: TextPart): boolean =>
    part.reference?.loop === undefined || !varying.has(part.reference.loop)
  return parts.some((part, index) => {
    const before = parts.slice(0, index)
    const after = parts.slice(index + 1)
    if (!isKey(part) || isTrimmedAway(part, before, after)) return false
    const isSame = (other: TextPart): boolean => isFixed(other) || sameName(other, part)
    if (before.every(isSame) && after.every(isSame)) return true
    if (before.every(isFixed) && (hasFixedLength(part) || isDelimited(part, after[0], 'start'))) {
      return true
    }
    const previous = before.at(-1)
    return after.every(isFixed) && (hasFixedLength(part) || isDelimited(part, previous, 'end'))
  })
}

/** Whether values of a part may differ in blanks alone that the end of the text loses. */
function isTrimmedAway(
  { shape }: TextPart,
  before: readonly TextPart[],
  after: readonly TextPart[],
): boolean {
  const mayBeBlank = (other: TextPart): boolean => other.shape.blank !== 'never'
  return (
    (shape.leadingBlank !== 'never' && before.every(mayBeBlank)) ||
    (shape.trailingBlank !== 'never' && after.every(mayBeBlank))
  )
}

/** Whether no two elements of the loop share what the reference names. */
function isUniqueIn({ names, loop, declaration }: Reference, wanted: Loop): boolean {
  if (loop !== wanted) return false
  if (names.length === 1) return loop.list.uniqueItems === true
  const isScalar = declaration.type !== 'array' && declaration.type !== 'object'
  return isScalar && names.length === 2 && loop.list.uniqueBy?.includes(names[1] ?? '') === true
}

function sameName(left: TextPart, right: TextPart): boolean {
  return left.reference?.names.join('.') === right.reference?.names.join('.')
}

function hasFixedLength({ shape }: TextPart): boolean {
  return shape.length.min === shape.length.max
}

/** Whether a neighbouring fixed text shows where the part ends: it begins with none of its characters. */
function isDelimited(
  part: TextPart,
  neighbour: TextPart | undefined,
  side: 'start' | 'end',
): boolean {
  const fixed = neighbour?.reference === undefined ? neighbour?.shape.values?.[0] : undefined
  if (fixed === undefined || fixed === '') return false
  const characters = [...fixed]
  const delimiter = side === 'start' ? characters[0] : characters.at(-1)
  return delimiter !== undefined && !mayContain(part, delimiter, 'trimmed')
}

/** Blanks that are trimmed away before comparing would make the ends of a text unreliable. */
function hasLooseEnds({ shape }: TextBounds): boolean {
  return shape.leadingBlank !== 'never' || shape.trailingBlank !== 'never'
}

function startsApart(
  left: readonly TextPart[],
  right: readonly TextPart[],
  how: Comparison,
): boolean {
  return apart(units(left, how), units(right, how), how)
}

function endsApart(
  left: readonly TextPart[],
  right: readonly TextPart[],
  how: Comparison,
): boolean {
  return apart(units(left, how).toReversed(), units(right, how).toReversed(), how)
}

type Unit = string | TextPart

/** A text as a row of fixed characters and variables. */
function units(parts: readonly TextPart[], how: Comparison): readonly Unit[] {
  return parts.flatMap((part): readonly Unit[] => {
    const fixed = part.reference === undefined ? part.shape.values?.[0] : undefined
    return fixed === undefined ? [part] : [...(how === 'trimmed' ? fixed : foldCase(fixed))]
  })
}

/** Whether two rows differ at the first place where one of them is not the same fixed character. */
function apart(left: readonly Unit[], right: readonly Unit[], how: Comparison): boolean {
  let index = 0
  while (typeof left[index] === 'string' && left[index] === right[index]) index++
  const [one, other] = [left[index], right[index]]
  if (one === undefined || other === undefined) {
    const rest = one === undefined ? right.slice(index) : left.slice(index)
    return rest.some((unit) => typeof unit === 'string' || unit.shape.length.min > 0)
  }
  if (typeof one === 'string' && typeof other === 'string') return true
  if (typeof one === 'string' && typeof other !== 'string') return cannotStartWith(other, one, how)
  if (typeof other === 'string' && typeof one !== 'string') return cannotStartWith(one, other, how)
  return false
}

function cannotStartWith(part: TextPart, character: string, how: Comparison): boolean {
  return part.shape.length.min > 0 && !mayContain(part, character, how)
}

const lastAscii = 0x7f

function mayContain({ shape }: TextPart, character: string, how: Comparison): boolean {
  const { alphabet, values } = shape
  if (values !== undefined) {
    return values.some((value) => normalize(value, how).includes(normalize(character, how)))
  }
  if (alphabet === undefined) return true
  const spellings =
    how === 'trimmed' ? [character] : [character, character.toUpperCase(), character.toLowerCase()]
  // Beyond ASCII one character's upper case may be another's, or several: that is not looked into.
  if (how === 'ignoring-case' && !isAscii(shape)) return true
  return spellings.some((spelling) => hasCharacter(alphabet, spelling.codePointAt(0) ?? 0))
}

function isAscii({ alphabet }: TextShape): boolean {
  return alphabet !== undefined && (alphabet.at(-1)?.[1] ?? 0) <= lastAscii
}

function normalize(text: string, how: Comparison): string {
  return how === 'trimmed' ? text.trim() : foldCase(text.trim())
}
