import type { RowOutcome } from './row-state.ts'

/** Why a run stops before its end. */
export interface BreakerTrip {
  readonly cause: 'authentication' | 'business-limit' | 'failures'
  /** For people: what happened, and what to do before going on. */
  readonly message: string
}

/** Watches what becomes of the rows of a run. */
export interface Breaker {
  /** Set once it has opened. */
  readonly trip: BreakerTrip | undefined
  /** Notes an outcome. */
  note(outcome: RowOutcome): void
}

/** The answers that are looked at together. */
const windowSize = 100

const businessLimit = 'ERROR_CODE_BUSINESS_REACHED_LIMITS'

/**
 * Makes a breaker: it opens at the first answer that would be the same for every row (the key is
 * refused, the business is restricted), and when more than half of the last 100 answers failed.
 */
export function createBreaker(): Breaker {
  const failures: boolean[] = []
  let failed = 0
  let trip: BreakerTrip | undefined
  return {
    get trip() {
      return trip
    },
    note: (outcome) => {
      const isFailure = outcome.state !== 'accepted'
      failures.push(isFailure)
      failed += Number(isFailure)
      if (failures.length > windowSize) failed -= Number(failures.shift())
      trip ??= tripOf(outcome, failed)
    },
  }
}

function tripOf(outcome: RowOutcome, failed: number): BreakerTrip | undefined {
  if (outcome.status === 401) {
    return {
      cause: 'authentication',
      message: 'Connectly does not accept the API key: check it, then go on with --resume',
    }
  }
  if (outcome.code === businessLimit) {
    return {
      cause: 'business-limit',
      message:
        'the business has reached its limits, after too many blocks or reports: look at the quality of the number before you go on with --resume',
    }
  }
  if (failed * 2 <= windowSize) return undefined
  return {
    cause: 'failures',
    message: `more than half of the last ${windowSize} answers failed: find out why before you go on with --resume`,
  }
}
