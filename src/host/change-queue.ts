import { setTimeout as wait } from 'node:timers/promises'

/** Paths that changed and that nobody has looked at yet. */
export interface ChangeQueue {
  add(path: string): void
  /**
   * Waits for a change, then until nothing more has changed for a moment: an editor that saves
   * everything makes one run. Undefined when the signal came.
   */
  next(signal: AbortSignal): Promise<ReadonlySet<string> | undefined>
}

/** Makes an empty queue. @param quietMs How long nothing may change before a change is handed on */
export function createChangeQueue(quietMs: number): ChangeQueue {
  let changed = new Set<string>()
  let wake = (): void => {}
  return {
    add: (path) => {
      changed.add(path)
      wake()
    },
    next: async (signal) => {
      while (changed.size === 0 && !signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = resolve
        signal.addEventListener('abort', wake, { once: true })
        await promise
        signal.removeEventListener('abort', wake)
      }
      let known = -1
      while (known < changed.size && !signal.aborted) {
        known = changed.size
        // The signal ends the wait with an error; whether it came is asked below.
        await wait(quietMs, undefined, { signal }).catch(() => undefined)
      }
      const paths = changed
      changed = new Set()
      return signal.aborted ? undefined : paths
    },
  }
}
