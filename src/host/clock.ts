/** Time as waiting needs it: monotonic, so that a wall clock that is set changes nothing. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number
  /** Calls back after so many milliseconds, rather later than sooner; returns how to forget it. */
  setTimer(callback: () => void, delayMs: number): () => void
}

/** The clock of this process. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

/** {@link systemClock}, but nothing that waits by it keeps the process from ending. */
export const idleClock: Clock = {
  now: systemClock.now,
  setTimer: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs).unref()
    return () => clearTimeout(timer)
  },
}

/** Waits; resolves to false where the signal ended the wait before its time. */
export function wait(
  delayMs: number,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  if (signal?.aborted) return Promise.resolve(false)
  const onAbort = (): void => {
    forget()
    resolve(false)
  }
  const forget = clock.setTimer(() => {
    signal?.removeEventListener('abort', onAbort)
    resolve(true)
  }, delayMs)
  signal?.addEventListener('abort', onAbort, { once: true })
  return promise
}
