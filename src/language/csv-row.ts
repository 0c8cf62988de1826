import { type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import type { FieldProblem, ListedRow, RowPlace } from '../model/recipient-row.ts'
import type { Path } from '../model/source.ts'
import { readCell } from './read-cell.ts'
import type { Column } from './recipient-columns.ts'

/** A record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[]
  /** The line in which it begins. */
  readonly line: number
  /** Its text. */
  readonly raw: string
}

/** How a CSV file is written. */
export interface CsvLayout {
  readonly columns: readonly (Column | undefined)[]
  readonly delimiter: string
}

/** Reads a record by the columns of its file. */
export function readCsvRow(record: CsvRecord, { columns, delimiter }: CsvLayout): ListedRow {
  const variables: JsonObject = {}
  const own: { [name: string]: JsonValue } = {}
  const problems: FieldProblem[] = []
  const { cells, line } = record
  if (cells.length !== columns.length) problems.push(raggedRow(cells.length, columns.length))
  else {
    for (const [index, column] of columns.entries()) {
      const text = cells[index] ?? ''
      if (column === undefined) continue
      if (column.type !== 'variable') {
        if (text.trim() !== '') own[column.type] = text.trim()
        continue
      }
      const result = readCell(text, column.declaration)
      const path = ['variables', column.name]
      if ('message' in result) {
        const message = `\`${column.name}\` ${result.message}`
        problems.push({ path, fault: 'invalid-variable', message })
      } else if (result.value !== undefined) setOwn(variables, column.name, result.value)
    }
  }
  return {
    line,
    to: own['to'],
    name: own['name'],
    locale: own['locale'],
    variables,
    problems,
    placeOf: (path) => cellPlace(record, delimiter, indexOf(path, columns, cells.length)),
  }
}

function raggedRow(found: number, expected: number): FieldProblem {
  const count = (number: number, noun: string): string =>
    `${number} ${noun}${number === 1 ? '' : 's'}`
  const wayOut =
    found > expected
      ? 'put a cell that holds the delimiter into double quotes'
      : 'add what is missing, an empty cell keeps its delimiter'
  const message = `the row has ${count(found, 'cell')}, and the header names ${count(expected, 'column')}: ${wayOut}`
  // The first cell too many, or the last one there is.
  return { path: ['cells', Math.min(found - 1, expected)], fault: 'recipients-syntax', message }
}

function indexOf(
  [kind, name]: Path,
  columns: readonly (Column | undefined)[],
  cellCount: number,
): number {
  if (kind === 'cells') return Number(name)
  const index = columns.findIndex((column) =>
    column?.type === 'variable'
      ? kind === 'variables' && column.name === name
      : column?.type === kind,
  )
  return index < cellCount ? index : 0
}

const quoted = /"[^"]*(?:""[^"]*)*"/y

/** Where a cell begins (0-based index; its opening quote counts as its beginning). */
export function cellPlace(
  { raw, line }: Pick<CsvRecord, 'raw' | 'line'>,
  delimiter: string,
  index: number,
): RowPlace {
  let offset = 0
  for (let cell = 0; cell < index; cell++) {
    quoted.lastIndex = offset
    const end = raw.indexOf(delimiter, quoted.test(raw) ? quoted.lastIndex : offset)
    if (end < 0) break
    offset = end + delimiter.length
  }
  const lines = raw.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 }
}
