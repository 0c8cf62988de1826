import { normalizeText } from './equal-values.ts'
import type { Reasoning } from './reasoning.ts'
import { exactly } from './shape.ts'

/** About a finished message: every text has one value, and everything in it is there once. */
export const finishedReasoning: Reasoning = {
  mayBeEqual: (left, right, how) =>
    normalizeText(left.source, how) === normalizeText(right.source, how),
  mayMeet: () => true,
  repeatingLoop: () => undefined,
  countIn: ({ items }) => exactly(items.length),
  countTogether: (items) => exactly(items.length),
  arePartition: () => false,
}
