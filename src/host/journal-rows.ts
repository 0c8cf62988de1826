import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { ConnectlyError } from '../model/errors.ts'
import {
  type JournalRow,
  type Reached,
  type RowState,
  type RunRecord,
  rowStates,
  type StateCounts,
} from '../model/row-state.ts'
import { digestRecipient } from './recipient-digest.ts'

/** The run that a journal belongs to; a new one has none. */
export function readRun(database: DatabaseSync): RunRecord | undefined {
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
    hasFallback: flagOf(found['has_fallback']),
  }
}

/** How many rows there are of each state. */
export function countStates(database: DatabaseSync): StateCounts {
  const counts = { not_started: 0, sending: 0, accepted: 0, refused: 0, unknown: 0 }
  for (const { state, count } of database
    .prepare('SELECT state, COUNT(*) AS count FROM rows GROUP BY state')
    .all()) {
    counts[toState(state)] = Number(count)
  }
  return counts
}

/** How many rows of the list the run leaves out. */
export function countLeftOut(database: DatabaseSync): number {
  return Number(database.prepare('SELECT COUNT(*) AS count FROM left_out').get()?.['count'])
}

/** How many fallback templates were accepted. */
export function countTemplates(database: DatabaseSync): number {
  const sql = `SELECT COUNT(*) AS count FROM rows WHERE state = 'accepted' AND is_template = 1`
  return Number(database.prepare(sql).get()?.['count'])
}

/** Why rows were not accepted → rows. */
export function countCauses(database: DatabaseSync): ReadonlyMap<string, number> {
  const sql = `SELECT COALESCE(code, 'HTTP ' || status, reason) AS cause, COUNT(*) AS count
    FROM rows WHERE state <> 'accepted' GROUP BY cause HAVING cause IS NOT NULL`
  const rows = database.prepare(sql).all()
  return new Map(rows.map(({ cause, count }) => [String(cause), Number(count)]))
}

/** Every row, in order. */
export function* readRows(database: DatabaseSync): Iterable<JournalRow> {
  for (const row of database.prepare('SELECT * FROM rows ORDER BY row').iterate()) yield toRow(row)
}

/** One row, where there is one of that number. */
export function readRow(database: DatabaseSync, row: number): JournalRow | undefined {
  const found = database.prepare('SELECT * FROM rows WHERE row = ?').get(row)
  return found === undefined ? undefined : toRow(found)
}

function toRow(found: Record<string, SQLOutputValue>): JournalRow {
  const status = found['status']
  return {
    row: Number(found['row']),
    line: Number(found['line']),
    state: toState(found['state']),
    id: textOf(found['id']),
    isTemplate: flagOf(found['is_template']),
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

function flagOf(value: SQLOutputValue | undefined): boolean | undefined {
  return typeof value === 'number' ? value === 1 : undefined
}

/** Someone whom a run has reached, may have reached, or left out. */
export interface ReachedRow {
  readonly reached: Reached
  /** Of the recipient; rows that an older version sent have none. */
  readonly digest: Uint8Array | undefined
}

/** Everyone whom a run has reached or may have reached, and whom it left out. */
export function* readReached(database: DatabaseSync): Iterable<ReachedRow> {
  const run = readRun(database)?.id ?? ''
  const sql = `SELECT state, recipient, recipient_digest FROM rows
      WHERE state IN ('accepted', 'sending', 'unknown')
    UNION ALL SELECT 'left_out', NULL, recipient_digest FROM left_out`
  for (const { state, recipient, recipient_digest: digest } of database.prepare(sql).iterate()) {
    const to = textOf(recipient)
    const known = digest instanceof Uint8Array ? digest : undefined
    yield {
      reached: state === 'accepted' || state === 'left_out' ? state : 'unknown',
      digest: known ?? (to === undefined ? undefined : digestRecipient(run, to)),
    }
  }
}
