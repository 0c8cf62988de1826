import { createQueue } from './queue.ts'

/** The documented limit of both endpoints, in requests a second. */
export const documentedPerSecond = 200

/** The share of the limit that is aimed at: requests do not arrive in the rhythm in which they leave. */
export const aimedShare = 0.9
/** What starts late because a timer was late may be caught up within this time. */
const lateMs = 50
/** How long a pace of nothing would take to come back to the full one. */
const recoveryMs = 20_000
const slowestShare = 1 / 32

/** How many requests a second a limit lets one aim at. */
export function aimedRate(maxPerSecond: number): number {
  return maxPerSecond > documentedPerSecond
    ? maxPerSecond
    : Math.min(maxPerSecond, documentedPerSecond * aimedShare)
}

/** Keeps the count: how many requests were granted and started, and when the next one may. */
export interface Pace {
  /** How long the next grant must wait; infinite while only granted ones are in its way. */
  delayAt(now: number): number
  grant(now: number): void
  /** A granted request starts. */
  start(now: number): void
  /** A granted request never starts. */
  giveBack(): void
  /** Halves the pace; from `until` on it grows back steadily. */
  slowDown(now: number, until: number): void
  limit(maxPerSecond: number): void
}

/**
 * Holds two bounds. Grants keep a distance, so that they are spread evenly, and those of the last
 * second and those that have not started yet are together never more than the limit. So whenever
 * a granted request starts, no second holds more starts than that.
 */
export function createPace(limit: number): Pace {
  let maxPerSecond = limit
  let next = Number.NEGATIVE_INFINITY
  let granted = 0
  let slow: { readonly perSecond: number; readonly since: number } | undefined
  const starts = createQueue<number>()

  const aim = (): number => aimedRate(maxPerSecond)

  const perSecondAt = (now: number): number => {
    if (slow === undefined) return aim()
    const grown = slow.perSecond + (Math.max(0, now - slow.since) * aim()) / recoveryMs
    if (grown < aim()) return grown
    slow = undefined
    return aim()
  }

  /** The start that has to be a second ago before there is room. */
  const roomDelay = (now: number): number => {
    for (let start = starts.first(); start !== undefined; start = starts.first()) {
      if (now - start <= 1000) break
      starts.shift()
    }
    if (starts.size + granted < Math.max(1, Math.floor(maxPerSecond))) return 0
    const oldest = starts.first()
    // A whole millisecond more: clocks are read to fractions of one.
    return oldest === undefined ? Number.POSITIVE_INFINITY : oldest + 1001 - now
  }

  return {
    delayAt: (now) => Math.max(0, next - now, roomDelay(now)),
    grant: (now) => {
      next = Math.max(next, now - lateMs) + 1000 / perSecondAt(now)
      granted += 1
    },
    start: (now) => {
      granted -= 1
      starts.push(now)
    },
    giveBack: () => {
      granted -= 1
    },
    slowDown: (now, until) => {
      const perSecond = Math.max(perSecondAt(now) / 2, aim() * slowestShare)
      slow = { perSecond, since: until }
    },
    limit: (wished) => {
      maxPerSecond = Math.min(maxPerSecond, wished)
    },
  }
}
