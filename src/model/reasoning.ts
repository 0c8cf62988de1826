import type { ItemBounds, Loop, SequenceBounds, TextBounds } from './bounds.ts'
import type { Comparison } from './equal-values.ts'
import type { Interval } from './shape.ts'

/**
 * What rules ask about all values at once. A message file brings the answers for every value of its
 * variables along, a finished message those of one value: an application, which judges finished
 * messages only, loads no proofs.
 */
export interface Reasoning {
  /**
   * Whether two texts can be the same. `false` is proven, `true` may be cautious.
   * @param budget How long is searched before one is
   */
  mayBeEqual(left: TextBounds, right: TextBounds, how: Comparison, budget: number): boolean
  /** Whether two texts can stand in one message. */
  mayMeet(left: TextBounds, right: TextBounds): boolean
  /** The loop around a text that can give the same text twice. */
  repeatingLoop(text: TextBounds): Loop | undefined
  /** How many items a sequence has, wherever the sequence itself is there. */
  countIn(sequence: SequenceBounds): Interval
  /** How many items there are of several sequences together, counted over everything around them. */
  countTogether(items: readonly ItemBounds[]): Interval
  /** Whether two items share the elements of one list out between them. */
  arePartition(left: ItemBounds, right: ItemBounds): boolean
}
