import type { Clock } from '../../src/host/clock.ts'

/** A time in which no wait lasts, and that notes how long each would have been. */
export function instantTime(waits: number[] = []): Clock {
  return {
    now: () => 0,
    setTimer: (callback, delayMs) => {
      waits.push(delayMs)
      queueMicrotask(callback)
      return () => {}
    },
  }
}
