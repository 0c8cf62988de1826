/** The most moments that lie in any second, both of its ends included. */
export function mostInASecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  let most = 0
  let first = 0
  for (const [index, time] of sorted.entries()) {
    while (time - (sorted[first] ?? time) > 1000) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}
