import type { ItemBounds, MessageBounds, SequenceBounds } from '../../model/bounds.ts'
import type { Fix } from '../../model/diagnostic.ts'
import type { Limit } from '../../model/limits.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Reasoning } from '../../model/reasoning.ts'
import type { Interval } from '../../model/shape.ts'
import type { Path } from '../../model/source.ts'

/** How many items there are of what one limit counts, at one place. */
export interface Count {
  readonly limit: Limit
  /** The sequence, or what holds the sequences that are counted together. */
  readonly path: Path
  readonly items: readonly ItemBounds[]
  readonly count: Interval
  /** Absent where the items of several sequences are counted together. */
  readonly sequence?: SequenceBounds
  readonly reasoning: Reasoning
}

/** Everything in a message that a limit counts. */
export function* countsOf(bounds: MessageBounds): Iterable<Count> {
  if (bounds.sequences.length === 0) return
  for (const limit of bounds.limits.rows) {
    if (limit.kind !== 'count') continue
    for (const field of limit.fields) yield* countField(bounds, limit, field)
  }
}

function* countField(bounds: MessageBounds, limit: Limit, field: string): Iterable<Count> {
  const sequenceField = field.replace(/\[\]$/, '').replaceAll('[*]', '[]')
  const sequences = bounds.sequences.filter((sequence) => sequence.field === sequenceField)
  if (!field.includes('[*]')) {
    for (const sequence of sequences) yield countSequence(sequence, limit, bounds.reasoning)
    return
  }
  const [first] = sequences
  if (first === undefined) return
  const items = sequences.flatMap((sequence) => sequence.items)
  const { reasoning } = bounds
  const count = reasoning.countTogether(items)
  yield { limit, path: outermost(first.path), items, count, reasoning }
}

function countSequence(sequence: SequenceBounds, limit: Limit, reasoning: Reasoning): Count {
  const { path, items } = sequence
  return { limit, path, items, count: reasoning.countIn(sequence), reasoning, sequence }
}

/** The outer sequence of a path such as `sections[0].rows`. */
function outermost(path: Path): Path {
  const index = path.findIndex((step) => typeof step === 'number')
  return index < 0 ? path : path.slice(0, index)
}

/** The item that makes a count pass a limit: the one that is repeated most, else the first too many. */
export function itemOver(count: Count, max: number): ItemBounds | undefined {
  const { items } = count
  if (!mayVary) return items[max]
  const most = mostRepeated(items)
  if (most !== undefined && most.count.max > 1) return most
  return items.find((_, index) => countFirst(count, index + 1).max > max)
}

/** Counts some of the items, from the first on. */
function countFirst({ items, sequence, reasoning }: Count, size: number): Interval {
  const first = items.slice(0, size)
  return sequence === undefined
    ? reasoning.countTogether(first)
    : reasoning.countIn({ ...sequence, items: first })
}

function mostRepeated(items: readonly ItemBounds[]): ItemBounds | undefined {
  return items.toSorted((left, right) => right.count.max - left.count.max)[0]
}

/** The bound that keeps a repeated item within a limit, where changing one list is enough. */
export function safeItemBound(
  count: Count,
  key: 'minItems' | 'maxItems',
  limit: number,
): Fix | undefined {
  const repeated = count.items.filter((item) => item.loops.length > 0)
  const [item, partner] = repeated
  const loop = item?.loops.at(-1)
  if (item === undefined || loop === undefined) return undefined
  const isShared =
    partner !== undefined && repeated.length === 2 && count.reasoning.arePartition(item, partner)
  if (repeated.length !== 1 && !isShared) return undefined
  if (item.loops.length > 1) return undefined
  const rest = key === 'maxItems' ? count.count.max - item.count.max : 0
  const value = limit - rest
  if (value < 1 || (key === 'maxItems' && value < (loop.list.minItems ?? 0))) return undefined
  const isConditional = item.ownGuard.length > 0 && !isShared
  if (key === 'minItems' && (value > loop.list.maxItems || isConditional)) return undefined
  const title = `give \`${loop.source}\` \`${key}: ${value}\``
  return {
    title,
    safe: false,
    edits: [{ type: 'set', path: loop.declaredAt, key, value }],
  }
}
