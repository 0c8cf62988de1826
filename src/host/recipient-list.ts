import { type CsvLayout, cellPlace, readCsvRow } from '../language/csv-row.ts'
import {
  type Delimiter,
  type DelimiterLine,
  delimiterNames,
  delimiters,
  detectDelimiter,
  readDelimiterLine,
} from '../language/detect-delimiter.ts'
import { readJsonlRow } from '../language/jsonl-row.ts'
import { readColumns } from '../language/recipient-columns.ts'
import type { Declarations } from '../model/declaration.ts'
import { describeValue } from '../model/describe-value.ts'
import type { ListedRow, RowProblem } from '../model/recipient-row.ts'
import type { BlockFile } from './block-file.ts'
import { maxRowLength, readCsvRecords } from './csv-records.ts'
import { BrokenList, decodeBlocks } from './decode-blocks.ts'
import { readTextLines } from './text-lines.ts'

/** How a list of recipients is written. */
export type ListFormat = 'csv' | 'jsonl'

/** What a list of recipients is read with. */
export interface ListOptions {
  readonly format: ListFormat
  /** Between the cells of a CSV file. @defaultValue what its first line shows */
  readonly delimiter: Delimiter | undefined
  readonly message: { readonly name: string; readonly variables: Declarations }
}

/** What is said once about a list, beside its rows. */
export interface ListNotes {
  /** Columns or keys that mean nothing here. */
  readonly ignored: Set<string>
  /** Lines in which nothing stands. */
  blankLines: number
  /** Rows of which nothing could be read; those that could follow. */
  unreadableRows: number
  /** Whether a mistake left the rest unread. */
  isCut: boolean
  /** How the delimiter is called, where it was found out. */
  delimiter: string | undefined
}

/** Nothing has been said yet. */
export function createNotes(): ListNotes {
  return {
    ignored: new Set(),
    blankLines: 0,
    unreadableRows: 0,
    isCut: false,
    delimiter: undefined,
  }
}

/** Whether something that a list gives is a mistake. */
export function isProblem(item: ListedRow | RowProblem): item is RowProblem {
  return 'fault' in item
}

/**
 * Reads a list of recipients from its beginning, row by row. After a mistake that leaves the rest
 * unreadable, nothing more comes.
 */
export async function* readRecipientList(
  file: BlockFile,
  options: ListOptions,
  notes: ListNotes,
): AsyncGenerator<ListedRow | RowProblem> {
  const texts = decodeBlocks(file.read())
  try {
    if (options.format === 'csv') yield* readCsv(texts, options, notes)
    else yield* readJsonl(texts, notes)
  } catch (error) {
    if (!(error instanceof BrokenList)) throw error
    notes.isCut = true
    yield error.problem
  }
}

async function* readCsv(
  texts: AsyncGenerator<string>,
  options: ListOptions,
  notes: ListNotes,
): AsyncGenerator<ListedRow | RowProblem> {
  const begin = await readStart(texts)
  const line = readDelimiterLine(begin.text)
  if (line !== undefined && line.delimiter === undefined && options.delimiter === undefined) {
    notes.isCut = true
    yield unknownDelimiter(line)
    return
  }
  const start = { ...begin, text: begin.text.slice(line?.text.length) }
  const delimiter = options.delimiter ?? line?.delimiter ?? detectDelimiter(start.text)
  if (options.delimiter === undefined && delimiter !== ',')
    notes.delimiter = delimiterNames[delimiter]
  const firstLine = line === undefined ? 1 : 2
  let layout: CsvLayout | undefined
  for await (const record of readCsvRecords(joined(start, texts), delimiter, firstLine)) {
    if (record.cells.every((cell) => cell.trim() === '')) {
      notes.blankLines++
    } else if (layout === undefined) {
      const { columns, ignored, problems } = readColumns(record.cells, options.message)
      for (const name of ignored) notes.ignored.add(name)
      for (const { index = 0, message } of problems) {
        yield { ...cellPlace(record, delimiter, index), fault: 'recipients-column', message }
      }
      // Without its columns no row can be judged.
      notes.isCut = problems.length > 0
      if (notes.isCut) return
      layout = { columns, delimiter }
    } else yield readCsvRow(record, layout)
  }
  if (layout === undefined) yield emptyList
}

const emptyList: RowProblem = {
  line: 1,
  column: 1,
  fault: 'recipients-column',
  message: 'the file is empty: its first line names the columns, such as `to,name`',
}

function unknownDelimiter({ text, written }: DelimiterLine): RowProblem {
  const known = delimiters.map((delimiter) => delimiterNames[delimiter]).join(', ')
  return {
    line: 1,
    column: text.indexOf('=') + 2 - Number(text.startsWith('\uFEFF')),
    fault: 'recipients-syntax',
    message: `the delimiter ${describeValue(written)} is none that lists can have: known are ${known}`,
  }
}

interface Start {
  readonly text: string
  /** What is wrong right behind it. */
  readonly problem?: BrokenList
}

/** As much as a whole first line may take, however small the blocks are that it comes in. */
async function readStart(texts: AsyncGenerator<string>): Promise<Start> {
  let text = ''
  try {
    while (text.length < maxRowLength) {
      const next = await texts.next()
      if (next.done === true) break
      text += next.value
    }
    return { text }
  } catch (problem) {
    if (problem instanceof BrokenList) return { text, problem }
    throw problem
  }
}

async function* joined(
  { text, problem }: Start,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  yield text
  if (problem !== undefined) throw problem
  yield* rest
}

async function* readJsonl(
  texts: AsyncGenerator<string>,
  notes: ListNotes,
): AsyncGenerator<ListedRow | RowProblem> {
  for await (const { line, text } of readTextLines(texts, maxRowLength)) {
    if (text.trim() === '') notes.blankLines++
    else if (text.length > maxRowLength) {
      notes.unreadableRows++
      const message = `the line is longer than ${maxRowLength} characters: one object stands in each line`
      yield { line, column: 1, fault: 'recipients-syntax', message }
    } else {
      const read = readJsonlRow(text, line)
      if ('row' in read) for (const key of read.ignored) notes.ignored.add(`\`${key}\``)
      else notes.unreadableRows++
      yield 'row' in read ? read.row : read
    }
  }
}
