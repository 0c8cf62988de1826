import type { RowOutcome } from './row-state.ts'

/** Refusals that say nothing of a row: every other one would meet the same. */
const runWideCodes: ReadonlySet<string> = new Set([
  'ERROR_CODE_BUSINESS_KEY_SECRET_ABSENT',
  'ERROR_CODE_BUSINESS_MISSES_MATCHING_CHANNEL',
  'ERROR_CODE_BUSINESS_REACHED_LIMITS',
  'ERROR_CODE_INVALID_SENDER_ID',
])

const runWideStatuses: ReadonlySet<number> = new Set([401, 403, 404, 405, 429])

/**
 * Whether a row was refused for a cause that lies outside of it: the key, the address, the pace,
 * the business. Such a row was surely not sent, and a run that is resumed tries it again.
 */
export function isRunWideRefusal({ state, status = 0, code = '' }: RowOutcome): boolean {
  if (state !== 'refused') return false
  const isRedirect = status === 0 || (status >= 300 && status < 400)
  return isRedirect || runWideStatuses.has(status) || runWideCodes.has(code)
}
