import { judgeRow, type RowSettings } from '../emit/judge-row.ts'
import { callingCodeOf } from '../model/calling-code.ts'
import { createRecipientIndex } from '../model/recipient-index.ts'
import type { FieldProblem, ListedRow, RowProblem } from '../model/recipient-row.ts'
import type { BlockFile } from './block-file.ts'
import {
  createNotes,
  isProblem,
  type ListNotes,
  type ListOptions,
  readRecipientList,
} from './recipient-list.ts'

/** What a whole list of recipients was found to be. */
export interface CheckedList {
  /** How many rows there are. */
  readonly rows: number
  /** The line in which each row begins. */
  readonly lines: Uint32Array
  /** The worst that nobody reads further than; in the order of the file. */
  readonly problems: readonly RowProblem[]
  /** How many problems there are in all. */
  readonly problemCount: number
  /** Calling code → rows. */
  readonly callingCodes: ReadonlyMap<string, number>
  /** Those that rows name, or get where they name none. */
  readonly locales: ReadonlySet<string>
  readonly notes: ListNotes
}

/** Nobody reads more, and each costs memory. */
const maxShown = 100
/** After so many rows without a break the rest of the process has its turn: signals, progress. */
const rowsBetweenBreaks = 512

/** Reads a whole list and judges each of its rows; an aborted signal ends that early. */
export async function checkRecipients(
  file: BlockFile,
  options: ListOptions,
  settings: RowSettings,
  {
    signal,
    onProgress,
  }: { readonly signal?: AbortSignal; readonly onProgress?: (rows: number) => void } = {},
): Promise<CheckedList> {
  const check = createCheck(settings)
  const notes = createNotes()
  let items = 0
  for await (const item of readRecipientList(file, options, notes)) {
    check.add(item)
    if (++items % rowsBetweenBreaks > 0) continue
    await new Promise((resolve) => setImmediate(resolve))
    onProgress?.(items)
    if (signal?.aborted) break
  }
  return { ...check.result(), notes }
}

interface Check {
  add(item: ListedRow | RowProblem): void
  result(): Omit<CheckedList, 'notes'>
}

function createCheck(settings: RowSettings): Check {
  const index = createRecipientIndex()
  const callingCodes = new Map<string, number>()
  const locales = new Set<string>()
  const problems: RowProblem[] = []
  let problemCount = 0
  let rows = 0
  let lines = new Uint32Array(1024)

  const note = (problem: RowProblem): void => {
    problemCount++
    if (problems.length < maxShown) problems.push(problem)
  }
  const addRow = (listed: ListedRow): void => {
    if (rows === lines.length) lines = growArray(lines)
    lines[rows] = listed.line
    rows++
    const judged = judgeRow(listed, rows, settings)
    const isRight = 'row' in judged
    if (isRight) locales.add(judged.row.locale)
    const found = isRight ? [] : [...judged.problems]
    const to = isRight ? judged.row.to : judged.to
    if (to !== undefined) {
      const known = index.add(to, listed.line)
      if (known !== undefined) found.push(repetition(known, listed.line))
      const code = callingCodeOf(to)
      callingCodes.set(code, (callingCodes.get(code) ?? 0) + 1)
    }
    if (found.length === 0) return
    for (const problem of found.map((one) => place(one, listed)).toSorted(byPlace)) note(problem)
  }
  return {
    add: (item) => (isProblem(item) ? note(item) : addRow(item)),
    result: () => ({
      rows,
      lines: lines.subarray(0, rows),
      problems,
      problemCount,
      callingCodes,
      locales,
    }),
  }
}

function growArray(old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(old.length * 2)
  longer.set(old)
  return longer
}

function byPlace(left: RowProblem, right: RowProblem): number {
  return left.line - right.line || left.column - right.column
}

function place({ path, fault, message }: FieldProblem, listed: ListedRow): RowProblem {
  return { ...listed.placeOf(path), fault, message }
}

function repetition(known: number, line: number): FieldProblem {
  const where = known === line ? 'this line' : `line ${known}`
  const message = `the recipient of line ${line} stands in ${where} already, and would get the message twice: remove one`
  return { path: ['to'], fault: 'duplicate-recipient', message }
}
