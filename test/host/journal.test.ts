import { fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { readEarlierRun } from '../../src/host/earlier-run.ts'
import { findJournals } from '../../src/host/find-journals.ts'
import { type Journal, openJournal } from '../../src/host/journal.ts'
import { digestRecipient } from '../../src/host/recipient-digest.ts'
import type { RunRecord } from '../../src/model/row-state.ts'
import { makeTempFolder, type TempFolder } from '../helpers/temp-folder.ts'

const run: RunRecord = {
  id: '01FRRVK645V350357FGV2Y1B16',
  message: 'hello',
  messageDigest: 'a',
  recipients: 'list.csv',
  recipientsDigest: 'b',
  rows: 3,
  target: 'sandbox',
  sender: undefined,
  locale: 'default',
  isTracked: false,
  keepsRecipients: false,
  startedAt: '2026-11-22T20:00:00.000Z',
  hasFallback: false,
}
const at = '2026-11-22T20:00:01.000Z'

let folder: TempFolder
let file = ''
beforeEach(() => {
  folder = makeTempFolder()
  file = join(folder.path, 'list.csv.journal')
})

function open(): Journal {
  return openJournal(file, { label: 'list.csv.journal', now: () => Date.parse(at) })
}

function openBegun(): Journal {
  const journal = open()
  journal.begin(run, new Uint32Array([2, 3, 5]))
  return journal
}

describe('openJournal', () => {
  it('knows a run again, with every row by its line', () => {
    openBegun().close()
    const journal = open()
    expect(journal.run).toEqual(run)
    expect([...journal.rows()].map(({ row, line, state }) => [row, line, state])).toEqual([
      [1, 2, 'not_started'],
      [2, 3, 'not_started'],
      [3, 5, 'not_started'],
    ])
    journal.close()
  })

  it('keeps what became of each row', async () => {
    const journal = openBegun()
    await journal.intend(1, '+16044441111')
    await journal.intend(2, '+16044441111', { to: '+16044441111', variables: '{"a":1}' })
    await journal.settle(1, { state: 'accepted', id: 'x', isTemplate: true })
    await journal.settle(2, {
      state: 'refused',
      status: 400,
      code: 'ERROR_CODE_X',
      type: 'ERROR_TYPE_Y',
      traceId: '7',
    })
    journal.close()
    const again = open()
    expect(again.countStates()).toEqual({
      not_started: 1,
      sending: 0,
      accepted: 1,
      refused: 1,
      unknown: 0,
    })
    expect(again.row(1)).toMatchObject({
      state: 'accepted',
      id: 'x',
      isTemplate: true,
      attempts: 1,
      at,
    })
    expect(again.row(2)).toMatchObject({
      state: 'refused',
      status: 400,
      code: 'ERROR_CODE_X',
      traceId: '7',
      to: '+16044441111',
      variables: '{"a":1}',
    })
    expect(again.countCauses()).toEqual(new Map([['ERROR_CODE_X', 1]]))
    expect(again.countTemplates()).toBe(1)
    again.close()
  })

  it('has an intent on the disk when it says so, for whoever reads the files then', async () => {
    const journal = openBegun()
    await journal.intend(2, '+16044441111')
    // What another process would find if this one were dead.
    const copy = join(folder.path, 'copy')
    copyFileSync(file, copy)
    copyFileSync(`${file}-wal`, `${copy}-wal`)
    const found = openJournal(copy)
    expect(found.row(2)?.state).toBe('sending')
    expect(found.giveUpSending()).toBe(1)
    expect(found.row(2)).toMatchObject({ state: 'unknown', reason: 'interrupted' })
    found.close()
    journal.close()
  })

  it('commits what comes in at once together, in its order', async () => {
    const journal = openBegun()
    await Promise.all([
      journal.intend(1, '+16044441111'),
      journal.settle(1, { state: 'not_started' }),
      journal.intend(1, '+16044441111'),
      journal.settle(1, { state: 'accepted', id: 'x' }),
      journal.intend(3, '+16044441111'),
    ])
    expect(journal.row(1)).toMatchObject({ state: 'accepted', attempts: 2 })
    expect(journal.row(3)).toMatchObject({ state: 'sending' })
    journal.close()
  })

  it('is for its owner alone', () => {
    openBegun().close()
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('holds neither recipients nor variables unless that was asked for', async () => {
    const journal = openBegun()
    await journal.intend(1, '+16044441111')
    await journal.settle(1, { state: 'accepted', id: 'x' })
    expect(journal.row(1)?.to).toBeUndefined()
    journal.close()
  })

  it('says what is in the way', () => {
    folder.write({ 'text.journal': 'no database at all, but long enough to be none'.repeat(20) })
    expect(() => openJournal(join(folder.path, 'text.journal'), { label: 'text.journal' })).toThrow(
      'the journal text.journal is no journal: name another file',
    )
    expect(() => openJournal(join(folder.path, 'no', 'folder'), { label: 'x' })).toThrow(
      'the journal x cannot be written: no such file or folder',
    )
    expect(() => openJournal(folder.path, { label: 'x' })).toThrow('the journal x cannot be opened')
  })

  it('leaves another database as it was', () => {
    const database = new DatabaseSync(file)
    database.exec('CREATE TABLE cats (name TEXT)')
    database.close()
    const before = folder.read('list.csv.journal')
    expect(open).toThrow('is a database, but no journal of connectly')
    expect(folder.read('list.csv.journal')).toBe(before)
  })

  it('refuses the journal of a version that it does not know', () => {
    openBegun().close()
    const database = new DatabaseSync(file)
    database.exec('PRAGMA user_version = 99')
    database.close()
    expect(open).toThrow('format 99')
  })

  it('brings the journal of an earlier version up to date, and says of whom it knows nothing', async () => {
    const before = openBegun()
    await before.intend(1, '+16044441111')
    await before.settle(1, { state: 'accepted', id: 'x' })
    before.close()
    const database = new DatabaseSync(file)
    database.exec(`ALTER TABLE run DROP COLUMN has_fallback; DROP TABLE left_out;
      ALTER TABLE rows DROP COLUMN recipient_digest; PRAGMA user_version = 1`)
    database.close()
    const journal = open()
    expect(journal.run).toEqual({ ...run, hasFallback: undefined })
    expect(journal.countLeftOut()).toBe(0)
    await journal.intend(2, '+16044442222')
    await journal.settle(2, { state: 'unknown' })
    const earlier = readEarlierRun(journal, 'list.csv.journal')
    expect(earlier.nameless).toBe(1)
    expect(['+16044441111', '+16044442222'].map(earlier.find)).toEqual([undefined, 'unknown'])
    journal.close()
    open().close()
  })

  it('knows recipients again by whom it reached, may have reached or left out', async () => {
    const journal = open()
    const left = '+16044449999'
    const digests = digestRecipient(run.id, left)
    journal.begin(run, new Uint32Array([2, 3, 5, 6, 7]), {
      mask: new Uint8Array([0, 0, 1, 0, 0]),
      count: 1,
      digests,
    })
    const numbers = [1, 2, 4, 5].map((row) => `+1604444000${row}`)
    for (const [index, row] of [1, 2, 4, 5].entries()) {
      await journal.intend(row, numbers[index] ?? '')
    }
    await journal.settle(1, { state: 'accepted', id: 'x' })
    await journal.settle(2, { state: 'refused', code: 'ERROR_CODE_X' })
    await journal.settle(4, { state: 'unknown' })
    const { find, nameless } = readEarlierRun(journal, 'list.csv.journal')
    expect([...numbers, left, '+16044440003'].map(find)).toEqual([
      'accepted',
      undefined,
      'unknown',
      'unknown',
      'left_out',
      undefined,
    ])
    expect(nameless).toBe(0)
    expect([...journal.rows()].map(({ row, line }) => [row, line])).toEqual([
      [1, 2],
      [2, 3],
      [4, 6],
      [5, 7],
    ])
    expect(journal.countLeftOut()).toBe(1)
    journal.close()
  })

  it('says in the file itself what it is, before anything else is in it', () => {
    const journal = open()
    const copy = join(folder.path, 'copy')
    copyFileSync(file, copy)
    expect(findJournals(folder.path, [file])).toEqual([copy])
    journal.close()
  })

  it('begins a run with all of its rows or not at all', () => {
    const journal = open()
    // A row number twice cannot be: the second insert of a row that is there already fails.
    journal.begin(run, new Uint32Array([2]))
    expect(() => journal.begin(run, new Uint32Array([2, 3]))).toThrow()
    expect([...journal.rows()]).toHaveLength(1)
    journal.close()
  })

  it('is held by one process at a time, and free when that is dead', async () => {
    openBegun().close()
    const holder = fork(join(import.meta.dirname, '../helpers/hold-journal.ts'), [file])
    await once(holder, 'message')
    expect(open).toThrow('is in use: another connectly works with it')
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const journal = open()
    expect(journal.row(1)?.state).toBe('sending')
    journal.close()
  })
})
