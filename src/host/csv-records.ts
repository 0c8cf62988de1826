import { finished } from 'node:stream/promises'
import { CsvError, type Options, type Parser, parse } from 'csv-parse'
import { type CsvRecord, cellPlace } from '../language/csv-row.ts'
import { isObject } from '../model/json.ts'
import { BrokenList } from './decode-blocks.ts'

/** Longer rows are a quote that nobody closed. */
export const maxRowLength: number = 64 * 1024

/**
 * Splits a CSV file, from one of its lines on, into records; an empty line is one with an empty cell.
 * @throws {@link BrokenList} where it is no CSV.
 */
export async function* readCsvRecords(
  texts: AsyncIterable<string>,
  delimiter: string,
  firstLine: number,
): AsyncGenerator<CsvRecord> {
  const records: CsvRecord[] = []
  let line = firstLine
  const parser = parse({
    ...optionsFor(delimiter),
    // Taken here and not from the stream, which drops what stands before a mistake.
    on_record: (output) => {
      const { cells, raw } = readOutput(output)
      records.push({ cells, raw, line })
      line += countBreaks(raw)
      return null
    },
  }).resume()
  const broken = (error: Error): Error =>
    error instanceof CsvError ? toBrokenList(error, line, delimiter) : error
  // Writing and ending tell of every error: without a listener each would be thrown besides.
  parser.on('error', () => {})
  for await (const text of texts) {
    const error = await write(parser, text)
    yield* records.splice(0)
    if (error !== undefined) throw broken(error)
  }
  const error = await end(parser)
  yield* records
  if (error !== undefined) throw broken(error)
}

/** What the option `raw` makes of a record, of which the types of the parser know nothing. */
function readOutput(output: unknown): Pick<CsvRecord, 'cells' | 'raw'> {
  const { record, raw } = isObject(output) ? output : {}
  if (!Array.isArray(record) || typeof raw !== 'string') throw new TypeError('no record')
  return { cells: record, raw }
}

function write(parser: Parser, text: string): Promise<Error | undefined> {
  return new Promise((resolve) => {
    parser.write(text, (error) => resolve(error ?? undefined))
  })
}

async function end(parser: Parser): Promise<Error | undefined> {
  try {
    await finished(parser.end())
    return undefined
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

/**
 * The cells alone are the parser's business: columns, counts and lines are judged by us, so that
 * each mistake has its place (the parser counts CR LF inside of quotes twice). Every kind of line
 * break counts in every line, whatever the first one is.
 */
function optionsFor(delimiter: string): Options {
  return {
    bom: true,
    columns: false,
    delimiter,
    max_record_size: maxRowLength,
    raw: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
  }
}

/** The parser keeps of a CR LF at the end of a record the CR alone. */
function countBreaks(raw: string): number {
  return raw.match(/\r\n|\n|\r/g)?.length ?? 0
}

const messages: { readonly [code: string]: string } = {
  CSV_QUOTE_NOT_CLOSED:
    'a quote is opened here and never closed: close it, and write a quote inside of quotes twice',
  CSV_INVALID_CLOSING_QUOTE:
    'the cell goes on after its closing quote: write a quote inside of quotes twice',
  INVALID_OPENING_QUOTE:
    'a quote stands inside a cell that does not begin with one: put the whole cell into quotes, and write its own quotes twice',
  CSV_MAX_RECORD_SIZE: `the row is longer than ${maxRowLength} characters: probably a quote in it is never closed`,
}

function toBrokenList(error: CsvError, line: number, delimiter: string): BrokenList {
  const { code, raw, column } = error
  const isWhole = code === 'CSV_MAX_RECORD_SIZE' || typeof column !== 'number'
  const record = { raw: typeof raw === 'string' ? raw : '', line }
  return new BrokenList({
    ...cellPlace(record, delimiter, isWhole ? 0 : column),
    fault: 'recipients-syntax',
    message: messages[code] ?? `the row cannot be read (${code})`,
  })
}
