import type { Change, FoundBreak } from './change.ts'

/** What may end a comparison with 1: whom something breaks, or a rule by its name. */
export type FailOn = readonly string[]

/** The breaking changes that count; without a choice, all that are errors. */
export function failingBreaks(
  changes: readonly Change[],
  failOn: FailOn | undefined,
): readonly FoundBreak[] {
  return changes
    .flatMap(({ breaks }) => breaks)
    .filter(({ severity }) => severity === 'error')
    .filter(
      ({ rule, breaks }) =>
        failOn === undefined || [rule, ...breaks].some((name) => failOn.includes(name)),
    )
}
