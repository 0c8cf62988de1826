import type { DatabaseSync } from 'node:sqlite'

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

/** Makes a group whose changes are committed once in a turn of the event loop. */
export function createCommitGroup(database: DatabaseSync): CommitGroup {
  let waiters: Waiter[] = []

  const flush = (): void => {
    const group = waiters
    waiters = []
    try {
      commit(database, group)
    } catch (error) {
      for (const { reject } of group) reject(error)
      return
    }
    for (const { resolve } of group) resolve()
  }
  return {
    add: (change) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      // After whatever else the answers of this turn bring.
      if (waiters.length === 0) setImmediate(flush)
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
