import { describe, expect, it } from 'vitest'
import { type BulkEnd, type BulkJob, runBulk } from '../../src/host/bulk-run.ts'
import type { Attempt, DeliverOptions, Outcome } from '../../src/host/delivery.ts'
import {
  ApiError,
  AuthenticationError,
  ConnectlyError,
  NetworkError,
  RateLimitError,
  UnknownOutcomeError,
} from '../../src/model/errors.ts'
import type { RecipientRow } from '../../src/model/recipient-row.ts'
import type { RowOutcome } from '../../src/model/row-state.ts'

const attempt: Attempt = { about: 'message', attempt: 1 }
const accepted: Outcome = { state: 'accepted', id: 'x', about: 'message', attempts: 1 }

interface Trial {
  readonly end: BulkEnd
  /** What happened, in order: `intend 1`, `request 1`, `accepted 1`. */
  readonly log: readonly string[]
}

interface TrialOptions extends Partial<BulkJob> {
  readonly rows?: AsyncIterator<RecipientRow, unknown>
  readonly count?: number
  readonly deliver?: (row: number, options: DeliverOptions) => Promise<Outcome>
  readonly intend?: (row: number) => Promise<void>
  readonly settle?: (row: number, outcome: RowOutcome) => Promise<void>
}

async function* rowsUpTo(count: number): AsyncGenerator<RecipientRow> {
  for (let row = 1; row <= count; row++) {
    const variables = { secret: 'value' }
    yield {
      row,
      line: row + 1,
      to: `+1604444${row}`,
      name: undefined,
      locale: 'default',
      variables,
    }
  }
}

async function tryRun(options: TrialOptions): Promise<Trial> {
  const log: string[] = []
  const { count = 3, deliver, intend, settle, ...job } = options
  const end = await runBulk({
    rows: rowsUpTo(count),
    render: ({ row }) => ({
      payload: { endpoint: 'send/messages', body: { row } },
      fallback: undefined,
    }),
    delivery: {
      deliver: async ({ body }, deliverOptions = {}) => {
        const row = Number(body['row'])
        await deliverOptions.beforeRequest?.(attempt)
        log.push(`request ${row}`)
        return (await deliver?.(row, deliverOptions)) ?? accepted
      },
    },
    journal: {
      intend: async (row, _to, kept) => {
        await intend?.(row)
        log.push(`intend ${row}${kept === undefined ? '' : ` ${kept.to} ${kept.variables}`}`)
      },
      settle: async (row, outcome) => {
        await settle?.(row, outcome)
        log.push(`${outcome.state} ${row}`)
      },
    },
    concurrency: 1,
    keepsRecipients: false,
    ...job,
  })
  return { end, log }
}

function refused(error: ApiError): Outcome {
  return { state: 'refused', error, about: 'message', attempts: 1 }
}

describe('runBulk', () => {
  it('stores the intent before the request, and the outcome after it', async () => {
    const { log, end } = await tryRun({ count: 2 })
    expect(log).toEqual([
      'intend 1',
      'request 1',
      'accepted 1',
      'intend 2',
      'request 2',
      'accepted 2',
    ])
    expect(end).toEqual({ trip: undefined, failure: undefined, unstored: [] })
  })

  it('keeps recipients only where that was asked for', async () => {
    const { log } = await tryRun({ count: 1, keepsRecipients: true })
    expect(log[0]).toBe('intend 1 +16044441 {"secret":"value"}')
  })

  it('has no more rows under way than it may', async () => {
    let underWay = 0
    let most = 0
    await tryRun({
      count: 50,
      concurrency: 7,
      deliver: async () => {
        most = Math.max(most, ++underWay)
        await new Promise((resolve) => setImmediate(resolve))
        underWay--
        return accepted
      },
    })
    expect(most).toBe(7)
  })

  it('calls a row not started when surely nothing was sent', async () => {
    const error = new NetworkError('no connection', { code: 'ECONNREFUSED' })
    const settled: (RowOutcome | number)[] = []
    await tryRun({
      count: 1,
      deliver: async () => ({ state: 'not_sent', error, about: 'message', attempts: 5 }),
      settle: async (row, outcome) => {
        settled.push(row, outcome)
      },
    })
    expect(settled).toEqual([1, { state: 'not_started', code: 'ECONNREFUSED' }])
  })

  it('calls a row not started while it waits for its next attempt', async () => {
    const cause = new RateLimitError('too many', { status: 429 })
    const { log } = await tryRun({
      count: 1,
      deliver: async (_row, { onEvent, beforeRequest }) => {
        onEvent?.({ type: 'retry', cause, delayMs: 0, about: 'message', attempt: 2 })
        await beforeRequest?.({ about: 'message', attempt: 2 })
        return accepted
      },
    })
    expect(log).toEqual(['intend 1', 'request 1', 'not_started 1', 'intend 1', 'accepted 1'])
  })

  it('begins nothing more when an intent cannot be stored', async () => {
    const failure = new ConnectlyError('the disk is full')
    const { log, end } = await tryRun({
      count: 5,
      intend: (row) => (row === 3 ? Promise.reject(failure) : Promise.resolve()),
    })
    expect(log.filter((entry) => entry.startsWith('request'))).toEqual(['request 1', 'request 2'])
    expect(end.failure).toBe(failure)
  })

  it('names outcomes that it knows and could not store', async () => {
    const failure = new ConnectlyError('the disk is full')
    const { log, end } = await tryRun({ count: 5, settle: () => Promise.reject(failure) })
    expect(log).toEqual(['intend 1', 'request 1'])
    expect(end.failure).toBe(failure)
    expect(end.unstored).toMatchObject([{ row: { line: 2 }, outcome: { state: 'accepted' } }])
  })

  it('begins nothing more when the list cannot be read on', async () => {
    const failure = new ConnectlyError('list.csv changed')
    async function* broken(): AsyncGenerator<RecipientRow> {
      yield* rowsUpTo(2)
      throw failure
    }
    const { log, end } = await tryRun({ rows: broken() })
    expect(log.filter((entry) => entry.startsWith('accepted'))).toHaveLength(2)
    expect(end.failure).toBe(failure)
  })

  it('stops at a refused key', async () => {
    const { log, end } = await tryRun({
      count: 100,
      deliver: async () => refused(new AuthenticationError('no key', { status: 401 })),
    })
    expect(log).toEqual(['intend 1', 'request 1', 'refused 1'])
    expect(end.trip?.cause).toBe('authentication')
  })

  it('stores why a row was refused, or is unknown', async () => {
    const settled: RowOutcome[] = []
    const fields = { status: 400, code: 'A', type: 'B', traceId: 'C' }
    const errors = [new ApiError('no', fields), new UnknownOutcomeError('?', { reason: 'timeout' })]
    await tryRun({
      count: 2,
      deliver: async (row) => {
        const error = errors[row - 1]
        if (error instanceof ApiError) return refused(error)
        if (error instanceof UnknownOutcomeError) return { ...accepted, state: 'unknown', error }
        return accepted
      },
      settle: async (_row, outcome) => {
        settled.push(outcome)
      },
    })
    expect(settled).toMatchObject([
      { state: 'refused', ...fields },
      { state: 'unknown', reason: 'timeout' },
    ])
  })

  it('leaves a row untouched that was stopped before its request', async () => {
    const stop = new AbortController()
    const { log } = await tryRun({
      count: 3,
      stop: stop.signal,
      delivery: {
        deliver: async () => {
          stop.abort()
          return { state: 'not_sent', error: undefined, about: 'message', attempts: 0 }
        },
      },
    })
    expect(log).toEqual([])
  })

  it('takes an intent back whose request was stopped', async () => {
    const stop = new AbortController()
    const { log } = await tryRun({
      count: 3,
      stop: stop.signal,
      deliver: async () => {
        stop.abort()
        return { state: 'not_sent', error: undefined, about: 'message', attempts: 0 }
      },
    })
    expect(log).toEqual(['intend 1', 'request 1', 'not_started 1'])
  })

  it.each([
    ['refused', refused(new ApiError('no', { status: 400, code: 'A' }))],
    ['not sent', { state: 'not_sent', error: undefined, about: 'message', attempts: 0 }],
    [
      'not sent',
      { state: 'not_sent', error: new NetworkError('no'), about: 'message', attempts: 5 },
    ],
  ] as const)('leaves a row unknown that is sent once more and %s', async (_, outcome) => {
    const { log } = await tryRun({ count: 1, isResent: () => true, deliver: async () => outcome })
    expect(log).toEqual(['intend 1', 'request 1', 'unknown 1'])
  })

  it('leaves a row unknown that waits to be sent once more', async () => {
    const cause = new RateLimitError('too many', { status: 429 })
    const { log } = await tryRun({
      count: 1,
      isResent: () => true,
      deliver: async (_row, { onEvent, beforeRequest }) => {
        onEvent?.({ type: 'retry', cause, delayMs: 0, about: 'message', attempt: 2 })
        await beforeRequest?.({ about: 'message', attempt: 2 })
        return accepted
      },
    })
    expect(log).toEqual(['intend 1', 'request 1', 'unknown 1', 'intend 1', 'accepted 1'])
  })
})
