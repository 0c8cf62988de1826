import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { ConnectlyError } from '../model/errors.ts'
import type { JournalRow, LeftOut, RowOutcome, RunRecord, StateCounts } from '../model/row-state.ts'
import { createCommitGroup } from './commit-group.ts'
import { explainJournalError, openJournalFile } from './journal-file.ts'
import {
  countCauses,
  countLeftOut,
  countStates,
  countTemplates,
  type ReachedRow,
  readReached,
  readRow,
  readRows,
  readRun,
} from './journal-rows.ts'
import { createTables } from './journal-schema.ts'
import { digestBytes, digestRecipient } from './recipient-digest.ts'

/** What is kept of a recipient, where that was asked for. */
export interface KeptRecipient {
  readonly to: string
  readonly variables: string
}

/** What a bulk run does and has done, on the disk. Every promise resolves once it is there. */
export interface Journal {
  /** The run that it belongs to; a new journal has none. */
  readonly run: RunRecord | undefined
  /**
   * Begins a run: all of its rows, by the lines in which they begin, are not started. What is left
   * out is no row of it.
   */
  begin(run: RunRecord, lines: Uint32Array, leftOut?: LeftOut): void
  countStates(): StateCounts
  /** Why rows were not accepted (a code, a status, a reason) → rows. */
  countCauses(): ReadonlyMap<string, number>
  /** How many fallback templates were accepted. */
  countTemplates(): number
  /** How many rows of the list the run leaves out. */
  countLeftOut(): number
  /** Turns rows that a dead process left at *sending* into unknown ones; returns how many. */
  giveUpSending(): number
  /** Notes that a request of this row is about to be made. */
  intend(row: number, to: string, kept?: KeptRecipient): Promise<void>
  /** Notes what became of it. */
  settle(row: number, outcome: RowOutcome): Promise<void>
  /** Every row, in order. */
  rows(): Iterable<JournalRow>
  row(row: number): JournalRow | undefined
  /** Everyone whom the run has reached or may have reached, and whom it left out. */
  reached(): Iterable<ReachedRow>
  close(): void
}

/** How a journal is opened. */
export interface JournalOptions {
  /** As messages name it. @defaultValue the file itself */
  readonly label?: string
  /** The time of day, for the record alone. @defaultValue `Date.now` */
  readonly now?: () => number
}

/**
 * Opens a journal, or makes an empty one, and holds it until it is closed.
 * @throws {@link ConnectlyError} for a file that is in use, cannot be written or is no journal.
 */
export function openJournal(file: string, options: JournalOptions = {}): Journal {
  const { label = file, now = Date.now } = options
  const database = openJournalFile(file, label)
  const guard = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw error instanceof ConnectlyError ? error : explainJournalError(error, label)
    }
  }
  const writer = createWriter(database, now)
  return {
    get run() {
      return guard(() => readRun(database))
    },
    begin: (run, lines, leftOut) => guard(() => begin(database, run, lines, leftOut)),
    countStates: () => guard(() => countStates(database)),
    countCauses: () => guard(() => countCauses(database)),
    countTemplates: () => guard(() => countTemplates(database)),
    countLeftOut: () => guard(() => countLeftOut(database)),
    giveUpSending: () =>
      guard(() => {
        const sql = `UPDATE rows SET state = 'unknown', reason = 'interrupted', at = ? WHERE state = 'sending'`
        return Number(database.prepare(sql).run(new Date(now()).toISOString()).changes)
      }),
    intend: (row, to, kept) => explained(writer.intend(row, to, kept), label),
    settle: (row, outcome) => explained(writer.settle(row, outcome), label),
    rows: () => guarded(readRows(database), label),
    row: (row) => guard(() => readRow(database, row)),
    reached: () => guarded(readReached(database), label),
    close: () => database.close(),
  }
}

function* guarded<T>(items: Iterable<T>, label: string): Iterable<T> {
  try {
    yield* items
  } catch (error) {
    throw error instanceof ConnectlyError ? error : explainJournalError(error, label)
  }
}

async function explained(work: Promise<void>, label: string): Promise<void> {
  try {
    await work
  } catch (error) {
    throw explainJournalError(error, label)
  }
}

type Writer = Pick<Journal, 'intend' | 'settle'>

interface Statements {
  /** The id of the run. */
  readonly run: string
  readonly intend: StatementSync
  readonly settle: StatementSync
}

/** The statements are made when the first row needs them: a new journal has no tables yet. */
function createWriter(database: DatabaseSync, now: () => number): Writer {
  const group = createCommitGroup(database)
  let statements: Statements | undefined
  const prepared = (): Statements => {
    statements ??= {
      run: readRun(database)?.id ?? '',
      intend: database.prepare(
        `UPDATE rows SET state = 'sending', attempts = attempts + 1, at = ?, recipient = ?,
           variables = ?, recipient_digest = ?, id = NULL, is_template = NULL, status = NULL, code = NULL, type = NULL,
           trace_id = NULL, reason = NULL WHERE row = ?`,
      ),
      settle: database.prepare(
        `UPDATE rows SET state = ?, id = ?, is_template = ?, status = ?, code = ?, type = ?,
           trace_id = ?, reason = ?, at = ? WHERE row = ?`,
      ),
    }
    return statements
  }
  const at = (): string => new Date(now()).toISOString()
  return {
    intend: (row, to, kept) =>
      group.add(() => {
        const { run, intend } = prepared()
        const digest = digestRecipient(run, to)
        intend.run(at(), kept?.to ?? null, kept?.variables ?? null, digest, row)
      }),
    settle: (row, outcome) =>
      group.add(() => {
        const { state, id, isTemplate, status, code, type, traceId, reason } = outcome
        prepared().settle.run(
          state,
          id ?? null,
          isTemplate === undefined ? null : Number(isTemplate),
          status ?? null,
          code ?? null,
          type ?? null,
          traceId ?? null,
          reason ?? null,
          at(),
          row,
        )
      }),
  }
}

/** All or nothing: a run without its rows would lose them. */
function begin(
  database: DatabaseSync,
  run: RunRecord,
  lines: Uint32Array,
  leftOut?: LeftOut,
): void {
  database.exec('BEGIN')
  try {
    createTables(database)
    database
      .prepare('INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        run.id,
        run.message,
        run.messageDigest,
        run.recipients,
        run.recipientsDigest,
        run.rows,
        run.target,
        run.sender ?? null,
        run.locale,
        Number(run.isTracked),
        Number(run.keepsRecipients),
        run.startedAt,
        run.hasFallback === undefined ? null : Number(run.hasFallback),
      )
    insertRows(database, lines, leftOut)
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function insertRows(database: DatabaseSync, lines: Uint32Array, leftOut?: LeftOut): void {
  const insert = database.prepare('INSERT INTO rows (row, line) VALUES (?, ?)')
  const leave = database.prepare('INSERT INTO left_out VALUES (?, ?, ?)')
  let offset = 0
  for (const [index, line] of lines.entries()) {
    if (leftOut?.mask[index] === 1) {
      leave.run(index + 1, line, leftOut.digests.subarray(offset, offset + digestBytes))
      offset += digestBytes
    } else insert.run(index + 1, line)
  }
}
