/** Waits; a signal that is aborted ends the wait with its reason. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>

/** Waits in real time. */
export const realWait: Wait = (ms, signal) => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const onAbort = (): void => {
    clearTimeout(timer)
    reject(signal?.reason)
  }
  const timer = setTimeout(() => {
    signal?.removeEventListener('abort', onAbort)
    resolve()
  }, ms)
  if (signal?.aborted) onAbort()
  else signal?.addEventListener('abort', onAbort, { once: true })
  return promise
}
