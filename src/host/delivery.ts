import { OutsideWindowError, RateLimitError } from '../model/errors.ts'
import type { Payload } from '../model/payload.ts'
import { type Clock, systemClock, wait } from './clock.ts'
import { type Exchange, type HttpOptions, openConnection } from './http.ts'
import type { Pacer, Turn } from './pacer.ts'
import { readRate } from './rate.ts'
import { createRetryBudget, planRetry, type RetryBudget, type RetryCause } from './retry.ts'
import { sharedTraffic } from './shared-traffic.ts'
import type { Verdict } from './verdict.ts'

/** Which of the two payloads of a delivery. */
export type PayloadRole = 'message' | 'fallback'

/** What became of a delivery. */
export type Outcome = Verdict & {
  /** Which payload this is about: the fallback only where the message met a closed window. */
  readonly about: PayloadRole
  /** How many attempts were made with it. */
  readonly attempts: number
}

/** One attempt at a payload. */
export interface Attempt {
  readonly about: PayloadRole
  /** From 1. */
  readonly attempt: number
}

/** What happens on the way to an outcome. */
export type DeliveryEvent =
  /** The request is made now. */
  | ({ readonly type: 'attempt' } & Attempt)
  /** The attempt was surely not accepted; the next one follows after `delayMs` and any pause. */
  | ({
      readonly type: 'retry'
      readonly cause: RetryCause
      readonly delayMs: number
    } & Attempt)
  /** Everything that shares the pace waits, for so long and for one request that goes first. */
  | { readonly type: 'pause'; readonly pauseMs: number; readonly cause: RateLimitError }
  /** The window was closed, so the fallback follows. */
  | { readonly type: 'fallback'; readonly cause: OutsideWindowError }

/** What the caller says about one delivery. */
export interface DeliverOptions {
  /** The approved template that is sent if the 24-hour window is closed, and only then. */
  readonly fallback?: Payload | undefined
  /** Begins no further attempt; an answer that is due is still waited for. */
  readonly stop?: AbortSignal | undefined
  /** Begins no further attempt and gives up waiting: a request under way is then unknown. */
  readonly signal?: AbortSignal | undefined
  /**
   * Awaited before each attempt, when its turn has come. If it throws, nothing is sent, and the
   * delivery rejects with that. The outcome may still be `not_sent` after it, where the caller
   * stopped the delivery meanwhile.
   */
  readonly beforeRequest?: ((attempt: Attempt) => Promise<void> | void) | undefined
  readonly onEvent?: ((event: DeliveryEvent) => void) | undefined
}

/** Delivers payloads: at most once, paced, repeating only what was surely not accepted. */
export interface Delivery {
  /** Rejects only with what `beforeRequest` throws: every other end is an outcome. */
  deliver(payload: Payload, options?: DeliverOptions): Promise<Outcome>
}

/** How deliveries are made. */
export interface DeliveryOptions extends HttpOptions {
  /**
   * Starts in any sliding second, above 200 only for an address of this machine. Of all that
   * share a business and an address the lowest counts.
   * @defaultValue 200, of which 180 are aimed at
   */
  readonly maxPerSecond?: number | undefined
}

/**
 * Prepares deliveries for one business.
 * @throws {@link ConnectlyError} for options that cannot work.
 */
export function createDelivery({ maxPerSecond, ...options }: DeliveryOptions): Delivery {
  const { businessUrl, exchange } = openConnection(options)
  const rate = readRate(maxPerSecond, new URL(businessUrl).hostname)
  return deliverWith({ exchange, ...sharedTraffic(businessUrl, rate) })
}

/** What a delivery is made of. */
export interface DeliveryParts {
  readonly exchange: Exchange
  readonly pacer: Pacer
  /** @defaultValue one of its own */
  readonly budget?: RetryBudget
  /** @defaultValue the clock of this process */
  readonly clock?: Clock
  /** From 0 to below 1. @defaultValue `Math.random` */
  readonly random?: () => number
}

/** Puts a delivery together; `createDelivery` does so for the API. */
export function deliverWith({
  exchange,
  pacer,
  budget = createRetryBudget(),
  clock = systemClock,
  random = Math.random,
}: DeliveryParts): Delivery {
  const core: Required<DeliveryParts> = { exchange, pacer, budget, clock, random }
  return {
    deliver: async (payload, options = {}) => {
      const outcome = await deliverPayload(core, payload, 'message', options)
      const { fallback, onEvent } = options
      if (fallback === undefined || outcome.state !== 'refused') return outcome
      if (!(outcome.error instanceof OutsideWindowError)) return outcome
      onEvent?.({ type: 'fallback', cause: outcome.error })
      return deliverPayload(core, fallback, 'fallback', options)
    },
  }
}

async function deliverPayload(
  core: Required<DeliveryParts>,
  payload: Payload,
  about: PayloadRole,
  options: DeliverOptions,
): Promise<Outcome> {
  core.budget.earn()
  for (let attempt = 1; ; attempt += 1) {
    const { isMade, verdict } = await attemptOnce(core, payload, { about, attempt }, options)
    const retry = planRetry(verdict, attempt, core)
    if (retry === undefined) {
      return { ...verdict, about, attempts: isMade ? attempt : attempt - 1 }
    }
    options.onEvent?.({ type: 'retry', about, attempt: attempt + 1, ...retry })
    if (retry.delayMs > 0) await wait(retry.delayMs, core.clock, options.stop ?? options.signal)
  }
}

async function attemptOnce(
  { exchange, pacer }: DeliveryParts,
  payload: Payload,
  attempt: Attempt,
  { stop, signal, beforeRequest, onEvent }: DeliverOptions,
): Promise<{ readonly isMade: boolean; readonly verdict: Verdict }> {
  const turn = await pacer.takeTurn(stop ?? signal)
  if (turn === undefined) return { isMade: false, verdict: stopped }
  let isStarted = false
  const onStart = (): void => {
    isStarted = true
    turn.start()
  }
  let isMade = false
  let verdict: Verdict = stopped
  try {
    await beforeRequest?.(attempt)
    if (!stop?.aborted && !signal?.aborted) {
      isMade = true
      onEvent?.({ type: 'attempt', ...attempt })
      verdict = await exchange(payload, { signal, onStart })
      // It can be answered before anybody has read it, and counts all the same.
      if (!isStarted && verdict.state !== 'not_sent') onStart()
    }
  } finally {
    endTurn(turn, verdict, onEvent)
  }
  return { isMade, verdict }
}

const stopped: Verdict = { state: 'not_sent', error: undefined }

function endTurn(turn: Turn, verdict: Verdict, onEvent: DeliverOptions['onEvent']): void {
  if (verdict.state === 'refused' && verdict.error instanceof RateLimitError) {
    const { error: cause } = verdict
    const pauseMs = turn.end({ type: 'limited', retryAfterMs: cause.retryAfterMs })
    if (pauseMs !== undefined) onEvent?.({ type: 'pause', pauseMs, cause })
    return
  }
  turn.end({ type: hasAnswer(verdict) ? 'answered' : 'unanswered' })
}

function hasAnswer(verdict: Verdict): boolean {
  if (verdict.state === 'unknown') return verdict.error.status !== undefined
  return verdict.state !== 'not_sent'
}
