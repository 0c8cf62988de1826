const firstPauseMs = 4000
const longestPauseMs = 60_000
const firstRetryMs = 250
const longestRetryMs = 5000

/**
 * How long everything pauses after a 429 that names no time, or the moment itself: at least half
 * of a time that doubles. Four such pauses, all that one message waits for, last half a minute at
 * least.
 */
export function pauseMs(level: number, random: () => number): number {
  const most = Math.min(longestPauseMs, firstPauseMs * 2 ** level)
  return most / 2 + (random() * most) / 2
}

/** How long a message waits after its n-th attempt found no connection: full jitter. */
export function retryMs(attempt: number, random: () => number): number {
  return random() * Math.min(longestRetryMs, firstRetryMs * 2 ** (attempt - 1))
}
