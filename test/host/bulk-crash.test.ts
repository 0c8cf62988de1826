import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { runBulk } from '../../src/host/bulk-run.ts'
import type { Delivery, Outcome } from '../../src/host/delivery.ts'
import { type Journal, openJournal } from '../../src/host/journal.ts'
import { ApiError, RateLimitError, UnknownOutcomeError } from '../../src/model/errors.ts'
import type { RecipientRow } from '../../src/model/recipient-row.ts'
import type { RunRecord } from '../../src/model/row-state.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const rows = 8
const concurrency = 3

/** What the API knows: which rows it took, and how often. */
type Taken = Map<number, number>

/** A moment at which a process may die: what would be on the disk, and what the API took so far. */
interface Moment {
  readonly name: string
  readonly file: string
  readonly taken: Taken
}

const run: RunRecord = {
  id: 'RUN',
  message: 'hello',
  messageDigest: 'a',
  recipients: 'list.csv',
  recipientsDigest: 'b',
  rows,
  target: 'sandbox',
  sender: undefined,
  locale: 'default',
  isTracked: false,
  keepsRecipients: false,
  startedAt: '2026-11-22T20:00:00.000Z',
  hasFallback: false,
}

async function* rowsOf(numbers: readonly number[]): AsyncGenerator<RecipientRow> {
  for (const row of numbers) {
    yield { row, line: row + 1, to: '+1', name: undefined, locale: 'default', variables: {} }
  }
}

/** Takes, refuses, delays and loses the answers of rows in turn. */
function createApi(taken: Taken, pass: (name: string) => void): Delivery {
  return {
    deliver: async ({ body }, { beforeRequest, onEvent } = {}) => {
      const row = Number(body['row'])
      const about = 'message'
      for (let attempt = 1; ; attempt++) {
        await beforeRequest?.({ about, attempt })
        const kind = attempt === 1 ? row % 4 : 0
        pass(`before request ${row}`)
        if (kind === 0 || kind === 3) taken.set(row, (taken.get(row) ?? 0) + 1)
        pass(`after request ${row}`)
        await new Promise((resolve) => setImmediate(resolve))
        const common = { about, attempts: attempt } as const
        if (kind === 0) return { state: 'accepted', id: `id-${row}`, ...common }
        if (kind === 1) {
          const error = new ApiError('refused', { status: 400, code: 'ERROR_CODE_X' })
          return { state: 'refused', error, ...common }
        }
        if (kind === 3) {
          const error = new UnknownOutcomeError('lost', { reason: 'connection' })
          return { state: 'unknown', error, ...common } satisfies Outcome
        }
        const cause = new RateLimitError('too many', { status: 429 })
        onEvent?.({ type: 'retry', cause, delayMs: 0, about, attempt: attempt + 1 })
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}

function send(journal: Journal, api: Delivery, numbers: readonly number[]): Promise<unknown> {
  return runBulk({
    rows: rowsOf(numbers),
    render: ({ row }) => ({
      payload: { endpoint: 'send/messages', body: { row } },
      fallback: undefined,
    }),
    delivery: api,
    journal,
    concurrency,
    keepsRecipients: false,
  })
}

/** Runs once, and keeps what is there at every moment around a commit and a request. */
async function recordMoments(folder: string): Promise<readonly Moment[]> {
  const file = join(folder, 'run.journal')
  const journal = openJournal(file)
  journal.begin(
    run,
    Uint32Array.from({ length: rows }, (_, index) => index + 2),
  )
  const moments: Moment[] = []
  const taken: Taken = new Map()
  const pass = (name: string): void => {
    const copy = join(folder, `moment-${moments.length}.journal`)
    copyFileSync(file, copy)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
    moments.push({ name, file: copy, taken: new Map(taken) })
  }
  const watched: Journal = {
    ...journal,
    intend: async (row) => {
      pass(`before intent ${row}`)
      await journal.intend(row, '+16044441111')
      pass(`after intent ${row}`)
    },
    settle: async (row, outcome) => {
      pass(`before outcome ${row}`)
      await journal.settle(row, outcome)
      pass(`after outcome ${row}`)
    },
  }
  await send(watched, createApi(taken, pass), numbersUpTo(rows))
  journal.close()
  return moments
}

function numbersUpTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

describe('a bulk run that dies', () => {
  it('doubles, loses and invents nothing, whenever it dies', async () => {
    const moments = await recordMoments(makeTempFolder().path)
    expect(moments.length).toBeGreaterThan(6 * rows)
    for (const { name, file, taken } of moments) {
      const journal = openJournal(file)
      const sending = journal.giveUpSending()
      expect(sending, name).toBeLessThanOrEqual(concurrency)
      const found = [...journal.rows()]
      // Whatever the journal calls not started, the API never saw.
      for (const { row, state } of found) {
        if (state === 'accepted') expect(taken.has(row), `${name}: row ${row}`).toBe(true)
        if (state === 'not_started') expect(taken.has(row), `${name}: row ${row}`).toBe(false)
      }
      const left = found.filter(({ state }) => state === 'not_started').map(({ row }) => row)
      await send(
        journal,
        createApi(taken, () => {}),
        left,
      )
      const end = journal.countStates()
      expect(end.not_started + end.sending, name).toBe(0)
      expect(Math.max(...taken.values()), name).toBe(1)
      for (const { row, state } of journal.rows()) {
        if (state === 'accepted') expect(taken.get(row), `${name}: row ${row}`).toBe(1)
        // Nobody is left out in silence: what was not taken is refused, or called unknown.
        if (!taken.has(row)) expect(['refused', 'unknown'], name).toContain(state)
      }
      journal.close()
    }
  })
})
