import type { RowPayloads } from '../emit/judge-row.ts'
import { type BreakerTrip, createBreaker } from '../model/breaker.ts'
import type { RecipientRow } from '../model/recipient-row.ts'
import type { RowOutcome } from '../model/row-state.ts'
import { toRowOutcome } from './bulk-outcome.ts'
import type { Delivery, DeliveryEvent, Outcome } from './delivery.ts'
import type { Journal, KeptRecipient } from './journal.ts'

/** What a run is made of. */
export interface BulkJob {
  /** The rows that are still to be sent. */
  readonly rows: AsyncIterator<RecipientRow, unknown>
  readonly render: (row: RecipientRow) => RowPayloads
  readonly delivery: Delivery
  readonly journal: Pick<Journal, 'intend' | 'settle'>
  /** How many rows are under way at once: so many can be unknown after a crash. */
  readonly concurrency: number
  /** Whether the journal keeps recipients and variables. */
  readonly keepsRecipients: boolean
  /** Whether a row may have been sent before: then only an acceptance settles it. */
  readonly isResent?: ((row: number) => boolean) | undefined
  /** Ends the run once what is under way has its answer. */
  readonly stop?: AbortSignal | undefined
  /** Gives up waiting for answers too. */
  readonly signal?: AbortSignal | undefined
  readonly onSettled?: ((row: RecipientRow, outcome: RowOutcome) => void) | undefined
  readonly onEvent?: ((event: DeliveryEvent) => void) | undefined
}

/** How a run ended. */
export interface BulkEnd {
  /** Why it stopped itself. */
  readonly trip: BreakerTrip | undefined
  /** What made going on impossible: the journal or the list. */
  readonly failure: unknown
  /** Rows whose outcome is known and could not be stored. */
  readonly unstored: readonly { readonly row: RecipientRow; readonly outcome: RowOutcome }[]
}

/**
 * Sends rows, each at most once. The intent of a request is on the disk before the request begins,
 * its outcome follows; where either cannot be stored, nothing more is begun.
 */
export async function runBulk(job: BulkJob): Promise<BulkEnd> {
  const run = createRun(job)
  await Promise.all(Array.from({ length: job.concurrency }, () => work(run)))
  return run.end()
}

interface Run {
  readonly job: BulkJob
  /** Aborted when nothing more shall be begun, for whatever reason. */
  readonly stop: AbortSignal
  note(row: RecipientRow, outcome: RowOutcome, stored: RowOutcome): void
  fail(error: unknown): void
  lose(row: RecipientRow, outcome: RowOutcome): void
  end(): BulkEnd
}

function createRun(job: BulkJob): Run {
  const halt = new AbortController()
  const breaker = createBreaker()
  const unstored: { readonly row: RecipientRow; readonly outcome: RowOutcome }[] = []
  let failure: unknown
  return {
    job,
    stop: AbortSignal.any([halt.signal, ...[job.stop, job.signal].filter((s) => s !== undefined)]),
    note: (row, outcome, stored) => {
      breaker.note(outcome)
      if (breaker.trip !== undefined) halt.abort()
      job.onSettled?.(row, stored)
    },
    fail: (error) => {
      failure ??= error
      halt.abort()
    },
    lose: (row, outcome) => {
      unstored.push({ row, outcome })
    },
    end: () => ({ trip: breaker.trip, failure, unstored }),
  }
}

async function work(run: Run): Promise<void> {
  while (!run.stop.aborted) {
    const row = await takeRow(run)
    if (row === undefined) return
    await sendRow(run, row)
  }
}

async function takeRow({ job, fail }: Run): Promise<RecipientRow | undefined> {
  try {
    const next = await job.rows.next()
    return next.done === true ? undefined : next.value
  } catch (error) {
    fail(error)
    return undefined
  }
}

async function sendRow(run: Run, row: RecipientRow): Promise<void> {
  const outcome = await deliverRow(run, row)
  // Nothing was begun, or the journal says what was.
  if (outcome === undefined) return
  const settled = toRowOutcome(outcome)
  const stored = withPast(run.job, row, settled)
  try {
    await run.job.journal.settle(row.row, stored)
  } catch (error) {
    run.lose(row, stored)
    run.fail(error)
  }
  const isStopped = outcome.state === 'not_sent' && outcome.error === undefined
  if (!isStopped) run.note(row, settled, stored)
}

/** That a message was not taken now says nothing of the time before. */
function withPast({ isResent }: BulkJob, { row }: RecipientRow, outcome: RowOutcome): RowOutcome {
  if (outcome.state === 'accepted' || isResent?.(row) !== true) return outcome
  return { reason: 'resent', ...outcome, state: 'unknown' }
}

async function deliverRow(run: Run, row: RecipientRow): Promise<Outcome | undefined> {
  const { job, stop, fail } = run
  const { payload, fallback } = job.render(row)
  const kept = job.keepsRecipients ? keep(row) : undefined
  let isIntended = false
  try {
    const outcome = await job.delivery.deliver(payload, {
      fallback,
      stop,
      signal: job.signal,
      beforeRequest: async () => {
        await job.journal.intend(row.row, row.to, kept)
        isIntended = true
      },
      onEvent: (event) => {
        job.onEvent?.(event)
        // Surely not accepted: whatever happens during the wait, this row was not sent.
        if (event.type !== 'retry') return
        job.journal.settle(row.row, withPast(job, row, retried)).catch(fail)
      },
    })
    const isUntouched = outcome.state === 'not_sent' && !isIntended
    return isUntouched && outcome.error === undefined ? undefined : outcome
  } catch (error) {
    fail(error)
    return undefined
  }
}

const retried: RowOutcome = { state: 'not_started' }

function keep({ to, variables }: RecipientRow): KeptRecipient {
  return { to, variables: JSON.stringify(variables) }
}
