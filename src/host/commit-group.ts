import type { DatabaseSync } from 'node:sqlite'
import { type Clock, systemClock } from './clock.ts'

/** Gathers changes that come in at once into one transaction, since each one waits for the disk. */
export interface CommitGroup {
  /**
   * Makes a change. Resolves when it is on the disk; rejects when it is not, and then neither are
   * the changes that came in with it.
   */
  add(change: () => void): Promise<void>
}

interface Waiter {
  readonly change: () => void
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Makes a group whose changes are committed together: once in a turn of the event loop, and on a
 * slow disk less often, since the process does nothing else while it waits for one. At least half
 * of the time is left to answers and requests, of which more then come in at once.
 */
export function createCommitGroup(database: DatabaseSync, clock: Clock = systemClock): CommitGroup {
  let waiters: Waiter[] = []
  let restedAt = Number.NEGATIVE_INFINITY

  const flush = (): void => {
    const group = waiters
    waiters = []
    const begun = clock.now()
    try {
      commit(database, group)
    } catch (error) {
      for (const { reject } of group) reject(error)
      return
    } finally {
      const ended = clock.now()
      restedAt = ended + (ended - begun)
    }
    for (const { resolve } of group) resolve()
  }
  const schedule = (): void => {
    const restMs = restedAt - clock.now()
    // After whatever else the answers of this turn bring.
    if (restMs <= 0) setImmediate(flush)
    else clock.setTimer(flush, restMs)
  }
  return {
    add: (change) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      if (waiters.length === 0) schedule()
      waiters.push({ change, resolve, reject })
      return promise
    },
  }
}

function commit(database: DatabaseSync, group: readonly Waiter[]): void {
  database.exec('BEGIN')
  try {
    for (const { change } of group) change()
    database.exec('COMMIT')
  } catch (error) {
    // A full disk has ended the transaction already.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
