/**
 * Tells beside a measured number what is asked of it. A goal that is missed makes the whole run end
 * with 1.
 */
export function judgeGoal(value: number, goal: Goal): string {
  const [sign, bound, isMet] =
    'most' in goal ? ['≤', goal.most, value <= goal.most] : ['≥', goal.least, value >= goal.least]
  if (!isMet) process.exitCode = 1
  return `  goal ${sign} ${bound}  ${isMet ? 'met' : 'MISSED'}`
}

/** The most, or the least, that a number may be. */
export type Goal = { readonly most: number } | { readonly least: number }

/** The number in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}
