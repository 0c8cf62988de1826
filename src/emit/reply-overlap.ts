import type { TextPart } from '../model/bounds.ts'
import type { Overlap } from '../model/reply-table.ts'
import { findSharedText } from '../model/shared-text.ts'
import { graphOfParts, type TextGraph } from '../model/text-graph.ts'
import { keyOfReference, type MessageChoice } from './reply-choices.ts'

/** A choice and the message that offers it. */
export interface OfferedChoice {
  readonly message: string
  readonly choice: MessageChoice
}

/** An id as one row or button has it: what it begins with, and all that it can become. */
interface Reading extends OfferedChoice {
  readonly prefix: string
  readonly graph: () => TextGraph
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
  const readings = offered.flatMap(readingsOf)
  for (const { choice, graph } of readings) {
    const isOne = choice.readings.length === 1
    if (!isOne || canShareText(graph(), graph(), true)) overlaps.set(choice, 'sometimes')
  }
  for (const [left, right] of pairsOf(readings, isTracked)) {
    const overlap = overlapOf(left, right)
    if (overlap === undefined) continue
    for (const { choice } of [left, right]) {
      if (overlaps.get(choice) !== 'always') overlaps.set(choice, overlap)
    }
  }
  return overlaps
}

function readingsOf(offered: OfferedChoice): readonly Reading[] {
  return offered.choice.readings.map((parts) => {
    let graph: TextGraph | undefined
    return {
      ...offered,
      prefix: prefixOf(parts),
      graph: () => {
        graph ??= graphOfParts(parts, false)
        return graph
      },
    }
  })
}

function prefixOf([first]: readonly TextPart[]): string {
  return first?.reference === undefined ? (first?.shape.values?.[0] ?? '') : ''
}

/** Pairs whose fixed beginnings agree, as far as both have one: most do not. */
function* pairsOf(
  readings: readonly Reading[],
  isTracked: boolean,
): Iterable<readonly [Reading, Reading]> {
  const groups = isTracked
    ? [...Map.groupBy(readings, ({ message }) => message).values()]
    : [readings]
  for (const group of groups) {
    const sorted = group.toSorted((left, right) => (left.prefix < right.prefix ? -1 : 1))
    for (const [index, left] of sorted.entries()) {
      for (let next = index + 1; next < sorted.length; next++) {
        const right = sorted[next]
        // In this order the beginnings that agree stand next to each other.
        if (right === undefined || !agree(left.prefix, right.prefix)) break
        yield [left, right]
      }
    }
  }
}

function agree(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left)
}

function overlapOf(left: Reading, right: Reading): Overlap | undefined {
  if (left.message !== right.message && isSameTemplate(left.choice, right.choice)) return 'always'
  return canShareText(left.graph(), right.graph(), false) ? 'sometimes' : undefined
}

/** So many pairs of places are looked at before two ids are said to be perhaps the same. */
const budget = 20_000

/** Whether two ids can be the same text; for an id and itself, with other values in its variables. */
function canShareText(left: TextGraph, right: TextGraph, mustDiffer: boolean): boolean {
  return findSharedText(left, right, { budget, isTrimmed: false, mustDiffer }) !== 'none'
}

function isSameTemplate(left: MessageChoice, right: MessageChoice): boolean {
  return left.id === right.id && keyOf(left) === keyOf(right)
}

function keyOf({ references }: MessageChoice): string {
  return references.map(keyOfReference).sort().join('\n')
}
