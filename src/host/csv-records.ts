import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { type CsvRecord, cellPlace } from '../language/csv-row.ts'
import { BrokenList } from './decode-blocks.ts'

/** Longer rows are a quote that nobody closed. */
export const maxRowLength: number = 64 * 1024

/**
 * Splits a CSV file into its records, blank lines left out.
 * @throws {@link BrokenList} where it is no CSV.
 */
export async function* readCsvRecords(
  texts: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  const parser = parse(optionsFor(delimiter))
  // What goes wrong arrives below too, where it is read.
  const feeding = pipeline(Readable.from(texts), parser).catch(() => undefined)
  try {
    for await (const output of parser) yield toRecord(output)
  } catch (error) {
    throw error instanceof CsvError ? toBrokenList(error, delimiter) : error
  } finally {
    parser.destroy()
    await feeding
  }
}

/**
 * The cells alone are the parser's business: columns and counts are judged by us, so that each
 * mistake has its place. Every kind of line break counts in every line, whatever the first one is.
 */
function optionsFor(delimiter: string): Options {
  return {
    bom: true,
    columns: false,
    delimiter,
    info: true,
    max_record_size: maxRowLength,
    raw: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  }
}

interface ParserOutput {
  readonly record: readonly string[]
  readonly raw: string
  readonly info: { readonly lines: number }
}

function toRecord(output: ParserOutput): CsvRecord {
  const { record, raw, info } = output
  return { cells: record, raw, line: info.lines - countBreaks(raw) }
}

/** Line breaks inside of quotes: those around a record are not part of it. */
function countBreaks(raw: string): number {
  const text = raw.replace(/^[\r\n]+|[\r\n]+$/g, '')
  return text.includes('\n') || text.includes('\r') ? text.split(/\r\n|\n|\r/).length - 1 : 0
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

function toBrokenList(error: CsvError, delimiter: string): BrokenList {
  const { code, raw, lines, index } = detailsOf(error)
  const text = raw.replace(/^[\r\n]+/, '')
  const line = lines - (text.split(/\r\n|\n|\r/).length - 1)
  return new BrokenList({
    ...cellPlace({ raw: text, line }, delimiter, code === 'CSV_MAX_RECORD_SIZE' ? 0 : index),
    fault: 'recipients-syntax',
    message: messages[code] ?? `the row cannot be read (${code})`,
  })
}

function detailsOf(error: CsvError): {
  readonly code: string
  readonly raw: string
  readonly lines: number
  readonly index: number
} {
  const { raw, lines, column } = error
  return {
    code: error.code,
    raw: typeof raw === 'string' ? raw : '',
    lines: typeof lines === 'number' ? lines : 1,
    index: typeof column === 'number' ? column : 0,
  }
}
