import { listRecorded, readEvidence } from '../model/event-evidence.ts'
import type { JsonValue } from '../model/json.ts'
import { findJsonFault } from '../model/json-fault.ts'
import type { RunRecord } from '../model/row-state.ts'
import type { Journal } from './journal.ts'
import type { TextLine } from './text-lines.ts'

/** What recorded events told about a run. */
export interface Reconciled {
  /** Rows that were unknown, and are known to be accepted now. */
  readonly settled: number
  /** Rows of which the journal said something else than that they were accepted. */
  readonly corrected: number
  /** Rows for which the API took two messages. */
  readonly doubled: readonly number[]
  readonly events: number
  readonly foreign: number
  readonly other: number
}

/** A line that is no event. */
export interface BrokenLine {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** An event with a row's key proves that the API took its message; the lack of one proves nothing. */
export async function reconcile(
  journal: Journal,
  run: RunRecord,
  lines: AsyncIterable<TextLine> | Iterable<TextLine>,
): Promise<Reconciled> {
  const result = { settled: 0, corrected: 0, events: 0, foreign: 0, other: 0 }
  const doubled = new Set<number>()
  const note = async (recorded: JsonValue): Promise<void> => {
    const evidence = readEvidence(recorded, run)
    if (evidence.type !== 'accepted') {
      result[evidence.type]++
      return
    }
    result.events++
    const { row: number, id, code } = evidence
    const row = journal.row(number)
    if (row === undefined) return
    if (row.state === 'accepted' && row.id !== id) doubled.add(number)
    if (row.state === 'accepted' && (row.id !== id || code === undefined)) return
    if (row.state === 'unknown' || row.state === 'sending') result.settled++
    else if (row.state !== 'accepted') result.corrected++
    await journal.settle(number, { state: 'accepted', id, code, isTemplate: row.isTemplate })
  }
  for await (const { text } of lines) {
    if (text.trim() === '') continue
    for (const recorded of listRecorded(JSON.parse(text))) await note(recorded)
  }
  return { ...result, doubled: [...doubled] }
}

/** The first line that is no JSON: nothing is settled from a file that is damaged. */
export async function findBrokenLine(
  lines: AsyncIterable<TextLine>,
): Promise<BrokenLine | undefined> {
  for await (const { line, text } of lines) {
    const fault = text.trim() === '' ? undefined : findJsonFault(text)
    if (fault !== undefined) return { line, column: fault.offset + 1, message: fault.message }
  }
  return undefined
}
