import type { Clock } from '../../src/host/clock.ts'

/** A clock that stands still until a test moves it. */
export interface VirtualClock extends Clock {
  /** Timers that wait. */
  readonly timers: number
  /** Lets time pass, timer by timer; each of them and all that follows from it runs at its time. */
  advance(milliseconds: number): Promise<void>
  /** Lets time pass until the promise settles. */
  settle<T>(promise: Promise<T>): Promise<T>
}

interface Timer {
  readonly at: number
  readonly callback: () => void
}

/** Makes a clock; `lateness` says by how much the next timer comes too late. */
export function createVirtualClock(lateness: () => number = () => 0): VirtualClock {
  const timers = new Set<Timer>()
  let now = 1000
  const earliest = (): Timer | undefined => {
    let found: Timer | undefined
    for (const timer of timers) if (found === undefined || timer.at < found.at) found = timer
    return found
  }
  const ring = async (timer: Timer): Promise<void> => {
    timers.delete(timer)
    now = Math.max(now, timer.at)
    timer.callback()
    await quiet()
  }
  return {
    now: () => now,
    setTimer: (callback, delayMs) => {
      const timer = { at: now + Math.max(0, delayMs) + lateness(), callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    get timers() {
      return timers.size
    },
    advance: async (milliseconds) => {
      const end = now + milliseconds
      await quiet()
      for (let timer = earliest(); timer !== undefined && timer.at <= end; timer = earliest()) {
        await ring(timer)
      }
      now = Math.max(now, end)
    },
    settle: async (promise) => {
      let isSettled = false
      const note = (): void => {
        isSettled = true
      }
      promise.then(note, note)
      await quiet()
      while (!isSettled) {
        const timer = earliest()
        if (timer === undefined) throw new Error('nothing would ever settle this promise')
        await ring(timer)
      }
      return promise
    },
  }
}

/** Until every promise that can settle without a timer has settled. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** A clock that does not wait: it skips the time, so that real sockets can be used beside it. */
export function createSkippingClock(): Clock {
  let skippedMs = 0
  return {
    now: () => performance.now() + skippedMs,
    setTimer: (callback, delayMs) => {
      const timer = setImmediate(() => {
        skippedMs += Math.max(0, delayMs)
        callback()
      })
      return () => clearImmediate(timer)
    },
  }
}
