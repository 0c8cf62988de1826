import type { JournalRow } from '../model/row-state.ts'

/** A row of a report, as one line of JSON: always the same keys, null where nothing is known. */
export function describeJournalRow(row: JournalRow): string {
  return JSON.stringify({
    row: row.row,
    line: row.line,
    // What a dead process was sending is unknown.
    state: row.state === 'sending' ? 'unknown' : row.state,
    id: row.id ?? null,
    code: row.code ?? null,
    traceId: row.traceId ?? null,
    status: row.status ?? null,
    reason: row.state === 'sending' ? 'interrupted' : (row.reason ?? null),
    template: row.isTemplate ?? null,
    attempts: row.attempts,
    at: row.at ?? null,
    ...(row.to === undefined ? {} : { to: row.to }),
    ...(row.variables === undefined ? {} : { variables: JSON.parse(row.variables) }),
  })
}
