import { createAbortGroups } from './abort-groups.ts'
import { pauseMs } from './backoff.ts'
import { type Clock, systemClock } from './clock.ts'
import { createPace } from './pace.ts'
import { createQueue } from './queue.ts'

/** The right to make one request. Whoever takes it must end it, whatever happens. */
export interface Turn {
  /** Counts the start: called in the very moment in which the message leaves our hands. */
  start(): void
  /**
   * Ends the turn.
   * @returns how many milliseconds everything pauses now, where this answer began a pause.
   */
  end(end: TurnEnd): number | undefined
}

/** What came of a turn. */
export type TurnEnd =
  /** No request was made, or none was answered: it tells nothing about the pace. */
  | { readonly type: 'unanswered' }
  | { readonly type: 'answered' }
  /** The answer was 429; `retryAfterMs` is what it asks for. */
  | { readonly type: 'limited'; readonly retryAfterMs: number | undefined }

/** Says when requests may start; one for everything that shares a budget of the API. */
export interface Pacer {
  /**
   * Waits for a turn, first come, first served. Resolves to undefined where the signal ended the
   * wait.
   */
  takeTurn(signal?: AbortSignal): Promise<Turn | undefined>
  /** Lowers the rate, for good: of several wishes the lowest counts. */
  limit(maxPerSecond: number): void
}

/** How a pacer is made. */
export interface PacerOptions {
  /** Starts in any sliding second. */
  readonly maxPerSecond: number
  /** @defaultValue the clock of this process */
  readonly clock?: Clock | undefined
  /** From 0 to below 1. @defaultValue `Math.random` */
  readonly random?: (() => number) | undefined
}

interface Pause {
  until: number
  /** How many probes in a row were answered with 429. */
  readonly level: number
  /** The one request that finds out whether the pause is over. */
  probe: Turn | undefined
}

interface Waiter {
  readonly signal: AbortSignal | undefined
  readonly resolve: (turn: Turn | undefined) => void
  isGone: boolean
}

/**
 * Makes a pacer. A 429 pauses it as a whole; then a single request goes first, and the others
 * follow only once it was answered with something else.
 */
export function createPacer(options: PacerOptions): Pacer {
  const { clock = systemClock, random = Math.random } = options
  const pace = createPace(options.maxPerSecond)
  const waiters = createQueue<Waiter>()
  let pause: Pause | undefined
  let stopTimer: (() => void) | undefined

  const leave = (waiter: Waiter, turn: Turn | undefined): void => {
    waiter.isGone = true
    waiter.resolve(turn)
  }
  const abortable = createAbortGroups<Waiter>((waiter) => {
    leave(waiter, undefined)
    serve()
  })

  /**
   * Gives out turns until somebody has to wait. One timer waits for all, and only while somebody
   * does: it keeps the process alive.
   */
  function serve(): void {
    stopTimer?.()
    stopTimer = undefined
    for (let waiter = waiters.first(); waiter !== undefined; waiter = waiters.first()) {
      if (!waiter.isGone) {
        const delayMs = delayAt(clock.now())
        if (delayMs > 0) {
          if (Number.isFinite(delayMs)) stopTimer = clock.setTimer(serve, delayMs)
          return
        }
        abortable.remove(waiter.signal, waiter)
        leave(waiter, grantTurn())
      }
      waiters.shift()
    }
  }

  /** Infinite while only a turn that is out can change anything. */
  function delayAt(now: number): number {
    if (pause?.probe !== undefined) return Number.POSITIVE_INFINITY
    return Math.max(pace.delayAt(now), pause === undefined ? 0 : pause.until - now)
  }

  function grantTurn(): Turn {
    let isStarted = false
    const turn: Turn = {
      start: () => {
        isStarted = true
        pace.start(clock.now())
        serve()
      },
      end: (end) => {
        if (!isStarted) pace.giveBack()
        const begunMs = end.type === 'limited' ? beginPause(turn, end.retryAfterMs) : undefined
        if (pause?.probe === turn) endProbe(pause, end.type === 'answered')
        serve()
        return begunMs
      },
    }
    pace.grant(clock.now())
    if (pause !== undefined) pause.probe = turn
    return turn
  }

  function beginPause(turn: Turn, retryAfterMs = 0): number | undefined {
    const now = clock.now()
    if (pause !== undefined && pause.probe !== turn) {
      // It started before the pause, so it is news only where it asks for more time.
      pause.until = Math.max(pause.until, now + retryAfterMs)
      return undefined
    }
    const level = pause === undefined ? 0 : pause.level + 1
    const delayMs = retryAfterMs > 0 ? retryAfterMs : pauseMs(level, random)
    pause = { until: now + delayMs, level, probe: undefined }
    if (level === 0) pace.slowDown(now, pause.until)
    return delayMs
  }

  function endProbe(probed: Pause, isAnswered: boolean): void {
    probed.probe = undefined
    if (isAnswered && clock.now() >= probed.until) pause = undefined
  }

  return {
    takeTurn: (signal) => {
      if (signal?.aborted) return Promise.resolve(undefined)
      const { promise, resolve } = Promise.withResolvers<Turn | undefined>()
      const waiter: Waiter = { signal, resolve, isGone: false }
      // Who passes no true signal is told so, and is not waited for.
      abortable.add(signal, waiter)
      waiters.push(waiter)
      if (stopTimer === undefined) serve()
      return promise
    },
    limit: (maxPerSecond) => pace.limit(maxPerSecond),
  }
}
