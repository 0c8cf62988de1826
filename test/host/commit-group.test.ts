import { DatabaseSync } from 'node:sqlite'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Clock } from '../../src/host/clock.ts'
import { createCommitGroup } from '../../src/host/commit-group.ts'

/** A database whose commits take so long on a clock that stands still otherwise. */
function makeSlowDatabase(commitMs: number) {
  const database = new DatabaseSync(':memory:')
  onTestFinished(() => database.close())
  database.exec('CREATE TABLE notes (note TEXT)')
  const timers: { readonly callback: () => void; readonly delayMs: number }[] = []
  let now = 0
  let commits = 0
  const { exec } = database
  database.exec = (sql) => {
    Reflect.apply(exec, database, [sql])
    if (sql !== 'COMMIT') return
    commits++
    now += commitMs
  }
  const clock: Clock = {
    now: () => now,
    setTimer: (callback, delayMs) => {
      timers.push({ callback, delayMs })
      return () => {}
    },
  }
  const insert = database.prepare('INSERT INTO notes VALUES (?)')
  return {
    group: createCommitGroup(database, clock),
    insert: (note: string) => () => void insert.run(note),
    count: () => Number(database.prepare('SELECT COUNT(*) AS count FROM notes').get()?.['count']),
    commits: () => commits,
    timers,
  }
}

describe('a group of commits', () => {
  it('commits what comes in within one turn at once', async () => {
    const { group, insert, commits, count } = makeSlowDatabase(0)
    await Promise.all([group.add(insert('a')), group.add(insert('b')), group.add(insert('c'))])
    expect([commits(), count()]).toEqual([1, 3])
  })

  it('leaves a slow disk as long a rest as its last commit took', async () => {
    const { group, insert, commits, count, timers } = makeSlowDatabase(40)
    await group.add(insert('a'))
    const late = group.add(insert('b'))
    const later = group.add(insert('c'))
    await turn()
    expect([commits(), timers.map(({ delayMs }) => delayMs)]).toEqual([1, [40]])
    timers[0]?.callback()
    await Promise.all([late, later])
    expect([commits(), count()]).toEqual([2, 3])
  })

  it('rejects all that came in together where one change fails, and goes on with the next', async () => {
    const { group, insert, count } = makeSlowDatabase(0)
    const good = group.add(insert('a'))
    const bad = group.add(() => {
      throw new Error('no room')
    })
    await expect(good).rejects.toThrow('no room')
    await expect(bad).rejects.toThrow('no room')
    await group.add(insert('b'))
    expect(count()).toBe(1)
  })
})
