/**
 * Returns a function that says whether a request may come through at a time, so that no sliding
 * second holds more than `maxPerSecond`. Refused requests do not count: only what came through
 * uses up the second.
 * @param maxPerSecond a whole number above 0
 */
export function createTurns(maxPerSecond: number): (timeMs: number) => boolean {
  // A ring: what the next turn would overwrite is the oldest of the last `maxPerSecond`.
  const starts = new Float64Array(maxPerSecond).fill(Number.NEGATIVE_INFINITY)
  let next = 0
  let newest = Number.NEGATIVE_INFINITY
  return (time) => {
    // What was noted before a clock was set back says nothing of the second now.
    if (time < newest) starts.fill(Number.NEGATIVE_INFINITY)
    newest = time
    const oldest = starts[next] ?? Number.NEGATIVE_INFINITY
    if (oldest > time - 1000) return false
    starts[next] = time
    next = (next + 1) % maxPerSecond
    return true
  }
}
