import type { Guard, Loop, Reference, TextBounds, TextPart } from './bounds.ts'
import { hasCharacter } from './character-set.ts'
import { itemsOf } from './distinct-count.ts'
import { type Comparison, haveEqualValues, searchBudget } from './equal-values.ts'
import { foldCase } from './fold-case.ts'
import { listValues } from './list-values.ts'
import type { TextShape } from './shape.ts'
import { findSharedText } from './shared-text.ts'
import { graphOfParts } from './text-graph.ts'

/**
 * Whether two texts of one message can be the same. `false` is proven, `true` may be cautious.
 * Variables are taken as independent, so that nothing is missed.
 */
export function mayBeEqual(
  left: TextBounds,
  right: TextBounds,
  how: Comparison,
  budget: number = searchBudget,
): boolean {
  const known = haveEqualValues(left, right, how)
  if (known !== undefined) return known
  if (isLonger(left, right, how) && !hasLooseEnds(left)) return false
  if (isLonger(right, left, how) && !hasLooseEnds(right)) return false
  if (!hasLooseEnds(left) && !hasLooseEnds(right)) {
    if (startsApart(left.parts, right.parts, how)) return false
    if (endsApart(left.parts, right.parts, how)) return false
  }
  const ignoresCase = how === 'ignoring-case'
  const rests = withoutCommonEnds(left.parts, right.parts)
  const graphs = [graphOfParts(rests[0], ignoresCase), graphOfParts(rests[1], ignoresCase)] as const
  return findSharedText(...graphs, { budget, isTrimmed: true }) !== 'none'
}

/**
 * The parts of two texts without what is the same at both starts, or at both ends: whatever it is,
 * the rest decides. Where it is blank and trimmed away, the blanks behind it are too.
 */
function withoutCommonEnds(
  left: readonly TextPart[],
  right: readonly TextPart[],
): readonly [readonly TextPart[], readonly TextPart[]] {
  const most = Math.min(left.length, right.length)
  let start = 0
  while (start < most && isSamePart(left[start], right[start])) start++
  let end = 0
  if (start === 0 && !isSamePart(left.at(-1), right.at(-1))) return [left, right]
  while (start + end < most && isSamePart(left.at(-1 - end), right.at(-1 - end))) end++
  return [left.slice(start, left.length - end), right.slice(start, right.length - end)]
}

/** Whether two parts are the same fixed text, or the same variable of the whole message. */
function isSamePart(left: TextPart | undefined, right: TextPart | undefined): boolean {
  if (left === undefined || right === undefined) return false
  const [one, other] = [left.reference, right.reference]
  if (one === undefined || other === undefined) {
    return one === other && left.shape.values?.[0] === right.shape.values?.[0]
  }
  return isSameVariable(left, right)
}

/** Folding makes no text shorter, and none more than three times as long (`ﬃ` becomes `ffi`). */
const mostUnitsFolded = 3

/** Whether one text is longer than the other can be. A variable in both is as long in both. */
function isLonger(text: TextBounds, other: TextBounds, how: Comparison): boolean {
  const grows = how === 'ignoring-case' && !isAscii(other.shape)
  if (grows) return text.shape.length.min > other.shape.length.max * mostUnitsFolded
  const rest = [...other.parts]
  let difference = 0
  for (const part of text.parts) {
    const twin = rest.findIndex((candidate) => isSameVariable(part, candidate))
    if (twin >= 0) rest.splice(twin, 1)
    else difference += part.shape.length.min
  }
  return difference > rest.reduce((sum, { shape }) => sum + shape.length.max, 0)
}

/** Whether two parts are the same variable of the whole message. */
function isSameVariable(left: TextPart, right: TextPart): boolean {
  if (left.reference === undefined || right.reference === undefined) return false
  if (left.reference.loop !== undefined || right.reference.loop !== undefined) return false
  return sameName(left, right)
}

/**
 * The `$each` loop around a text that can give the same text twice. None is proven: some part of the
 * text differs from element to element and can be read back out of it.
 */
export function repeatingLoop(text: TextBounds): Loop | undefined {
  return text.loops.find((loop, depth) => repeatsIn(text, loop, depth))
}

/** Whether two elements of a loop around a text can give the same text. */
function repeatsIn({ parts, loops, guard }: TextBounds, loop: Loop, depth: number): boolean {
  if (itemsOf(loop.list).max <= 1 || tellsApart(parts, loop, new Set(loops.slice(depth))))
    return false
  if (!namesKey(parts, loop, guard)) return true
  // Two elements differ in the key, so texts that are alike are put together of different parts.
  const graph = graphOfParts(parts, false)
  const options = { budget: searchBudget, isTrimmed: true, mustDiffer: true }
  return findSharedText(graph, graph, options) !== 'none'
}

/** Whether some part, or all parts and conditions together, cannot be the same for two elements. */
function namesKey(parts: readonly TextPart[], loop: Loop, guard: Guard): boolean {
  if (parts.some(({ reference }) => reference !== undefined && isUniqueIn(reference, loop))) {
    return true
  }
  const { items, uniqueItems } = loop.list
  if (uniqueItems !== true || items.type !== 'object') return false
  return Object.entries(items.properties).every(
    ([name, property]) =>
      listValues(property)?.length === 1 ||
      guard.some((asked) => asked.loop === loop && asked.flag === `${loop.name}.${name}`) ||
      parts.some(
        ({ reference }) =>
          reference?.loop === loop && reference.names.length === 2 && reference.names[1] === name,
      ),
  )
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
    const isSame = (other: TextPart): boolean =>
      isFixed(other) || sameName(other, part) || hasFixedLength(other)
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
function isUniqueIn({ names, loop }: Reference, wanted: Loop): boolean {
  if (loop !== wanted) return false
  if (names.length === 1) return loop.list.uniqueItems === true
  return names.length === 2 && loop.list.uniqueBy?.includes(names[1] ?? '') === true
}

function sameName(left: TextPart, right: TextPart): boolean {
  return left.reference?.names.join('.') === right.reference?.names.join('.')
}

/** Whether a part is always as long as any other time, also where it stands at an end. */
function hasFixedLength({ shape }: TextPart): boolean {
  const { length, leadingBlank, trailingBlank } = shape
  return length.min === length.max && leadingBlank === 'never' && trailingBlank === 'never'
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
  const { alphabet } = shape
  if (alphabet === undefined) return true
  // Where case does not count, the character is folded already.
  const spellings = how === 'trimmed' ? [character] : [character, character.toUpperCase()]
  // Beyond ASCII one character's upper case may be another's, or several: that is not looked into.
  if (how === 'ignoring-case' && !isAscii(shape)) return true
  return spellings.some((spelling) => hasCharacter(alphabet, spelling.codePointAt(0) ?? 0))
}

function isAscii({ alphabet }: TextShape): boolean {
  return alphabet !== undefined && (alphabet.at(-1)?.[1] ?? 0) <= lastAscii
}
