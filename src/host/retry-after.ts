/** Longer waits are not honoured: a mistake in one header must not stop a run for hours. */
export const longestRetryAfterMs = 120_000
const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, .* GMT$/

/**
 * Reads a `Retry-After` header, seconds or an HTTP date, as milliseconds from 0 to 120,000.
 * A date is measured against the answer's own `Date`, because clocks differ.
 */
export function parseRetryAfter(
  value: string | null,
  date: string | null,
  now: () => number = Date.now,
): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d+(?:\.\d+)?$/.test(text)) return clamp(Math.ceil(Number(text) * 1000))
  if (!httpDate.test(text)) return undefined
  const until = Date.parse(text)
  if (Number.isNaN(until)) return undefined
  const sent = Date.parse(date ?? '')
  return clamp(until - (Number.isNaN(sent) ? now() : sent))
}

function clamp(milliseconds: number): number {
  return Math.min(Math.max(milliseconds, 0), longestRetryAfterMs)
}
