import { type NetworkError, RateLimitError } from '../model/errors.ts'
import { retryMs } from './backoff.ts'
import type { Verdict } from './verdict.ts'

/** How often one payload is attempted at most. */
export const mostAttempts = 5

/** Why a payload is attempted again: in both cases it was surely not accepted. */
export type RetryCause = NetworkError | RateLimitError

/** The next attempt at a payload. */
export interface Retry {
  readonly cause: RetryCause
  /** How long the payload waits for itself; a pause of everything comes on top. */
  readonly delayMs: number
}

/** Allows retries as long as they are a small share of all requests. */
export interface RetryBudget {
  /** A payload is attempted for the first time, which earns a share of a retry. */
  earn(): void
  /** Takes one retry, where there is one. */
  spend(): boolean
}

const reserve = 50
const earnedShare = 0.2

/**
 * Makes a budget: when the network is down for everything, five attempts at each of many payloads
 * would be a storm of its own.
 */
export function createRetryBudget(): RetryBudget {
  let retries = reserve
  return {
    earn: () => {
      retries = Math.min(reserve, retries + earnedShare)
    },
    spend: () => {
      if (retries < 1) return false
      retries -= 1
      return true
    },
  }
}

/**
 * Plans the attempt after this verdict, or none. A 429 needs neither a delay nor a budget of its
 * own: it pauses everything, and one request at a time finds out whether that is over.
 */
export function planRetry(
  verdict: Verdict,
  attempt: number,
  { budget, random }: { readonly budget: RetryBudget; readonly random: () => number },
): Retry | undefined {
  if (attempt >= mostAttempts) return undefined
  if (verdict.state === 'refused' && verdict.error instanceof RateLimitError) {
    return { cause: verdict.error, delayMs: 0 }
  }
  if (verdict.state !== 'not_sent' || verdict.error === undefined) return undefined
  return budget.spend() ? { cause: verdict.error, delayMs: retryMs(attempt, random) } : undefined
}
