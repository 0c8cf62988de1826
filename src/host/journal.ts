import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import { ConnectlyError } from '../model/errors.ts'
import {
  type JournalRow,
  type RowOutcome,
  type RowState,
  type RunRecord,
  rowStates,
  type StateCounts,
} from '../model/row-state.ts'
import { createCommitGroup } from './commit-group.ts'
import { explainJournalError, openJournalFile } from './journal-file.ts'
import { createTables } from './journal-schema.ts'

/** What is kept of a recipient, where that was asked for. */
export interface KeptRecipient {
  readonly to: string
  readonly variables: string
}

/** What a bulk run does and has done, on the disk. Every promise resolves once it is there. */
export interface Journal {
  /** The run that it belongs to; a new journal has none. */
  readonly run: RunRecord | undefined
  /** Begins a run: all of its rows, by the lines in which they begin, are not started. */
  begin(run: RunRecord, lines: Uint32Array): void
  countStates(): StateCounts
  /** Why rows were not accepted (a code, a status, a reason) → rows. */
  countCauses(): ReadonlyMap<string, number>
  /** How many fallback templates were accepted. */
  countTemplates(): number
  /** Turns rows that a dead process left at *sending* into unknown ones; returns how many. */
  giveUpSending(): number
  /** Notes that a request of this row is about to be made. */
  intend(row: number, kept?: KeptRecipient): Promise<void>
  /** Notes what became of it. */
  settle(row: number, outcome: RowOutcome): Promise<void>
  /** Every row, in order. */
  rows(): Iterable<JournalRow>
  row(row: number): JournalRow | undefined
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
    begin: (run, lines) => guard(() => begin(database, run, lines)),
    countStates: () => guard(() => countStates(database)),
    countCauses: () => guard(() => countCauses(database)),
    countTemplates: () =>
      guard(() => {
        const sql = `SELECT COUNT(*) AS count FROM rows WHERE state = 'accepted' AND is_template = 1`
        return Number(database.prepare(sql).get()?.['count'])
      }),
    giveUpSending: () =>
      guard(() => {
        const sql = `UPDATE rows SET state = 'unknown', reason = 'interrupted', at = ? WHERE state = 'sending'`
        return Number(database.prepare(sql).run(new Date(now()).toISOString()).changes)
      }),
    intend: (row, kept) => explained(writer.intend(row, kept), label),
    settle: (row, outcome) => explained(writer.settle(row, outcome), label),
    rows: () => readRows(database),
    row: (row) =>
      guard(() => {
        const found = database.prepare('SELECT * FROM rows WHERE row = ?').get(row)
        return found === undefined ? undefined : toRow(found)
      }),
    close: () => database.close(),
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

/** The statements are made when the first row needs them: a new journal has no tables yet. */
function createWriter(database: DatabaseSync, now: () => number): Writer {
  const group = createCommitGroup(database)
  let statements: { readonly intend: StatementSync; readonly settle: StatementSync } | undefined
  const prepared = (): NonNullable<typeof statements> => {
    statements ??= {
      intend: database.prepare(
        `UPDATE rows SET state = 'sending', attempts = attempts + 1, at = ?, recipient = ?,
           variables = ?, id = NULL, is_template = NULL, status = NULL, code = NULL, type = NULL,
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
    intend: (row, kept) =>
      group.add(() => {
        prepared().intend.run(at(), kept?.to ?? null, kept?.variables ?? null, row)
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
function begin(database: DatabaseSync, run: RunRecord, lines: Uint32Array): void {
  database.exec('BEGIN')
  try {
    createTables(database)
    database
      .prepare('INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
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
      )
    const insert = database.prepare('INSERT INTO rows (row, line) VALUES (?, ?)')
    for (const [index, line] of lines.entries()) insert.run(index + 1, line)
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function readRun(database: DatabaseSync): RunRecord | undefined {
  const tables = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'run'").get()
  const found = tables === undefined ? undefined : database.prepare('SELECT * FROM run').get()
  if (found === undefined) return undefined
  return {
    id: textOf(found['id']) ?? '',
    message: textOf(found['message']) ?? '',
    messageDigest: textOf(found['message_digest']) ?? '',
    recipients: textOf(found['recipients']) ?? '',
    recipientsDigest: textOf(found['recipients_digest']) ?? '',
    rows: Number(found['rows']),
    target: textOf(found['target']) ?? '',
    sender: textOf(found['sender']),
    locale: textOf(found['locale']) ?? '',
    isTracked: found['is_tracked'] === 1,
    keepsRecipients: found['keeps_recipients'] === 1,
    startedAt: textOf(found['started_at']) ?? '',
  }
}

function countStates(database: DatabaseSync): StateCounts {
  const counts = { not_started: 0, sending: 0, accepted: 0, refused: 0, unknown: 0 }
  for (const { state, count } of database
    .prepare('SELECT state, COUNT(*) AS count FROM rows GROUP BY state')
    .all()) {
    counts[toState(state)] = Number(count)
  }
  return counts
}

function countCauses(database: DatabaseSync): ReadonlyMap<string, number> {
  const sql = `SELECT COALESCE(code, 'HTTP ' || status, reason) AS cause, COUNT(*) AS count
    FROM rows WHERE state <> 'accepted' GROUP BY cause HAVING cause IS NOT NULL`
  const rows = database.prepare(sql).all()
  return new Map(rows.map(({ cause, count }) => [String(cause), Number(count)]))
}

function* readRows(database: DatabaseSync): Iterable<JournalRow> {
  for (const row of database.prepare('SELECT * FROM rows ORDER BY row').iterate()) yield toRow(row)
}

function toRow(found: Record<string, SQLOutputValue>): JournalRow {
  const isTemplate = found['is_template']
  const status = found['status']
  return {
    row: Number(found['row']),
    line: Number(found['line']),
    state: toState(found['state']),
    id: textOf(found['id']),
    isTemplate: isTemplate === null ? undefined : isTemplate === 1,
    status: status === null ? undefined : Number(status),
    code: textOf(found['code']),
    type: textOf(found['type']),
    traceId: textOf(found['trace_id']),
    reason: textOf(found['reason']),
    attempts: Number(found['attempts']),
    at: textOf(found['at']),
    to: textOf(found['recipient']),
    variables: textOf(found['variables']),
  }
}

function toState(value: SQLOutputValue | undefined): RowState {
  const state = rowStates.find((known) => known === value)
  if (state === undefined) throw new ConnectlyError(`the journal holds a state ${String(value)}`)
  return state
}

function textOf(value: SQLOutputValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
