/** What ends the wait for an answer before the answer does. */
export type Interruption = 'timeout' | 'abort'

/** Watches over one exchange: its deadline, and the caller's signal. */
export interface Watch {
  /** Aborted when the exchange is interrupted, so that the connection is given up. */
  readonly signal: AbortSignal
  /** Resolves when the exchange is interrupted, which may be never. */
  readonly interrupted: Promise<Interruption>
  /** Ends the watch; a forgotten timer would keep a process alive. */
  stop(): void
}

/**
 * Starts to watch. Racing against `interrupted` also ends the wait for a `fetch` that ignores
 * its signal.
 */
export function startWatch(timeoutMs: number, signal: AbortSignal | undefined): Watch {
  const controller = new AbortController()
  const { promise, resolve } = Promise.withResolvers<Interruption>()
  const interrupt = (how: Interruption): void => {
    resolve(how)
    controller.abort()
  }
  const onAbort = (): void => interrupt('abort')
  const timer = setTimeout(() => interrupt('timeout'), timeoutMs)
  signal?.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    interrupted: promise,
    stop: () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    },
  }
}
