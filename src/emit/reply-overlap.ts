import type { TextPart } from '../model/bounds.ts'
import type { Overlap } from '../model/reply-table.ts'
import { findSharedText } from '../model/shared-text.ts'
import { graphOfParts, type TextGraph } from '../model/text-graph.ts'
import { keyOfParts, type MessageChoice } from './reply-choices.ts'

/** A choice and the message that offers it. */
export interface OfferedChoice {
  readonly message: string
  readonly choice: MessageChoice
}

/** The ids that are written alike over variables that are declared alike. */
interface IdClass {
  /** What all of its ids begin with. */
  readonly prefix: string
  readonly graph: TextGraph
  readonly offered: readonly OfferedChoice[]
}

/**
 * Finds the choices that a tap alone may not tell apart: of all messages, or with `tracking`, which
 * tells the message, of each message by itself.
 */
export function findOverlaps(
  offered: readonly OfferedChoice[],
  isTracked: boolean,
): ReadonlyMap<MessageChoice, Overlap> {
  const overlaps = new Map<MessageChoice, Overlap>()
  const groups = isTracked
    ? Map.groupBy(offered, ({ message }) => message).values()
    : [offered].values()
  for (const group of groups) {
    const classes = classesOf(group)
    for (const [left, right] of pairsOf(classes)) {
      if (!canShareText(left.graph, right.graph, false)) continue
      for (const { choice } of [...left.offered, ...right.offered])
        overlaps.set(choice, 'sometimes')
    }
    for (const { graph, offered: own } of classes) {
      const overlap = overlapWithin(graph, own)
      if (overlap === undefined) continue
      for (const { choice } of own) {
        if (overlaps.get(choice) !== 'always') overlaps.set(choice, overlap)
      }
    }
  }
  return overlaps
}

function classesOf(offered: readonly OfferedChoice[]): readonly IdClass[] {
  const readings = offered.flatMap((one) =>
    one.choice.readings.map((parts) => ({
      one,
      parts,
      key: `${one.choice.id}\n${keyOfParts(parts)}`,
    })),
  )
  return [...Map.groupBy(readings, ({ key }) => key).values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const graph = graphOfParts(first.parts, false)
    return [{ prefix: prefixOf(first.parts), graph, offered: group.map(({ one }) => one) }]
  })
}

function prefixOf([first]: readonly TextPart[]): string {
  return first?.reference === undefined ? (first?.shape.values?.[0] ?? '') : ''
}

/** Pairs whose fixed beginnings agree, as far as both have one: most do not. */
function* pairsOf(classes: readonly IdClass[]): Iterable<readonly [IdClass, IdClass]> {
  const sorted = classes.toSorted((left, right) => (left.prefix < right.prefix ? -1 : 1))
  for (const [index, left] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next++) {
      const right = sorted[next]
      // In this order the beginnings that agree stand next to each other.
      if (right === undefined || !agree(left.prefix, right.prefix)) break
      yield [left, right]
    }
  }
}

function agree(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left)
}

/** What ids that are alike do to each other, and one with its variables to itself. */
function overlapWithin(graph: TextGraph, offered: readonly OfferedChoice[]): Overlap | undefined {
  if (new Set(offered.map(({ message }) => message)).size > 1) return 'always'
  const isOne = offered.every(({ choice }) => choice.readings.length === 1)
  return !isOne || canShareText(graph, graph, true) ? 'sometimes' : undefined
}

/** So many pairs of places are looked at before two ids are said to be perhaps the same. */
const budget = 20_000

/** Whether two ids can be the same text; for an id and itself, with other values in its variables. */
function canShareText(left: TextGraph, right: TextGraph, mustDiffer: boolean): boolean {
  return findSharedText(left, right, { budget, isTrimmed: false, mustDiffer }) !== 'none'
}
