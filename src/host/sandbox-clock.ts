import { ConnectlyError } from '../model/errors.ts'
import { formats } from '../model/formats.ts'

/** A clock that runs like the real one and can be moved. Times are milliseconds since 1970. */
export interface SandboxClock {
  now(): number
  /**
   * Moves the clock forward and returns the new time.
   * @param by milliseconds, or a number with `ms`, `s`, `m`, `h` or `d`: `25h`
   * @throws {@link ConnectlyError} for anything else.
   */
  advance(by: number | string): number
  /**
   * Sets the clock, forward or back, and returns the new time. It runs on from there.
   * @param to milliseconds since 1970, a `Date`, or a date-time with its offset
   * @throws {@link ConnectlyError} for anything else.
   */
  set(to: number | string | Date): number
}

/** The last moment that a `Date` can hold. */
const latestMs = 8.64e15

/** Makes a clock that shows what `now` does until it is moved, and tells of each move. */
export function createClock(
  now: () => number,
  onMove: () => void = () => {},
): SandboxClock & { reset(): void } {
  let offsetMs = 0
  const moveTo = (time: number): number => {
    offsetMs = time - now()
    onMove()
    return time
  }
  return {
    now: () => now() + offsetMs,
    advance: (by) => moveTo(checkTime(now() + offsetMs + readDuration(by))),
    set: (to) => moveTo(checkTime(readTime(to))),
    reset: () => {
      offsetMs = 0
    },
  }
}

const unitsMs: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
])

function readDuration(by: number | string): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(String(by)) ?? []
  const durationMs = typeof by === 'number' ? by : Number(amount) * (unitsMs.get(unit) ?? 1)
  if (durationMs >= 0) return durationMs
  throw new ConnectlyError(
    `the clock cannot be advanced by ${describe(by)}: give milliseconds, or text such as "25h", "90m" or "2d" (to go back, set the clock)`,
  )
}

function readTime(to: number | string | Date): number {
  if (typeof to === 'number') return to
  if (to instanceof Date) return to.getTime()
  // Without an offset it would mean another moment on another machine.
  if (typeof to === 'string' && formats['date-time'].matches(to)) return Date.parse(to)
  throw new ConnectlyError(
    `the clock cannot be set to ${describe(to)}: give milliseconds since 1970, or a date-time with its offset such as "2026-11-25T09:30:00Z"`,
  )
}

function checkTime(time: number): number {
  if (time >= 0 && time <= latestMs) return time
  throw new ConnectlyError('the clock shows times from 1970 to the year 275760 only')
}

function describe(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}
