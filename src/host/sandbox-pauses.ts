import type { Clock } from './clock.ts'
import type { SandboxClock } from './sandbox-clock.ts'

/** Waits that end by themselves, or as soon as a clock that can be moved shows their end. */
export interface Pauses {
  readonly size: number
  /** Calls back after so many milliseconds. */
  begin(delayMs: number, next: () => void): void
  /** Ends those that the moved clock shows to be over. */
  wake(): void
  /** Moves the clock on to the end of the shortest. */
  skip(): void
  /** Forgets them all. */
  clear(): void
}

interface Pause {
  /** Milliseconds since 1970, by the clock that can be moved. */
  readonly dueAt: number
  readonly delayMs: number
  readonly end: () => void
  readonly forget: () => void
}

/** Makes none yet; `time` is the one that passes by itself. */
export function createPauses(clock: Pick<SandboxClock, 'now' | 'advance'>, time: Clock): Pauses {
  const pauses = new Set<Pause>()
  const wake = (): void => {
    const due = [...pauses].filter(({ dueAt }) => dueAt <= clock.now())
    for (const { end } of due.toSorted((left, right) => left.dueAt - right.dueAt)) end()
  }
  return {
    get size() {
      return pauses.size
    },
    begin: (delayMs, next) => {
      const end = (): void => {
        if (!pauses.delete(pause)) return
        pause.forget()
        next()
      }
      const pause: Pause = {
        dueAt: clock.now() + delayMs,
        delayMs,
        end,
        forget: time.setTimer(end, delayMs),
      }
      pauses.add(pause)
    },
    wake,
    skip: () => {
      const [earliest] = [...pauses].toSorted((left, right) => left.dueAt - right.dueAt)
      if (earliest === undefined) return
      // A clock that was set back is not brought to where it was.
      clock.advance(Math.max(0, Math.min(earliest.dueAt - clock.now(), earliest.delayMs)))
      earliest.end()
    },
    clear: () => {
      for (const { forget } of pauses) forget()
      pauses.clear()
    },
  }
}
