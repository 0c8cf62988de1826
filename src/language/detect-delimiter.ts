/** What can stand between the cells of a CSV file. */
export const delimiters = [',', ';', '\t', '|'] as const

/** One of {@link delimiters}. */
export type Delimiter = (typeof delimiters)[number]

/** How a delimiter is called in a sentence, and in `--delimiter`. */
export const delimiterNames: { readonly [delimiter in Delimiter]: string } = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
}

/** A first line that only says how the cells of a CSV file are parted: Excel writes and reads it. */
export interface DelimiterLine {
  /** The line with its break, and a byte-order mark before it. */
  readonly text: string
  /** What it names. */
  readonly written: string
  /** That, where it is one that lists can have. */
  readonly delimiter: Delimiter | undefined
}

/** Reads the line `sep=;` at the beginning of a CSV file. */
export function readDelimiterLine(text: string): DelimiterLine | undefined {
  const [line, quoted, plain] =
    /^\uFEFF?(?:"sep=([^"\r\n]{1,8})"|sep=([^"\r\n]{1,8}))(?:\r\n|\n|\r|$)/i.exec(text) ?? []
  if (line === undefined) return undefined
  const written = quoted ?? plain ?? ''
  // A program that takes it for a row adds cells to it: `sep=;;;`.
  const delimiter = delimiters.find((known) => written === known.repeat(written.length))
  return { text: line, written, delimiter }
}

/** Which delimiter a CSV file has: the one that leaves a column `to` in its first line. */
export function detectDelimiter(text: string): Delimiter {
  const line = firstLine(text)
  const scores = delimiters.map((delimiter) => {
    const cells = cellsOf(line, delimiter)
    const hasTo = cells.some((cell) => cell.trim().toLowerCase() === 'to')
    return { delimiter, score: (hasTo && cells.length > 1 ? 1_000_000 : 0) + cells.length }
  })
  const [first] = scores.toSorted((left, right) => right.score - left.score)
  return first?.delimiter ?? ','
}

function firstLine(text: string): string {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  return /^[^\r\n]*/.exec(text.slice(start).trimStart())?.[0] ?? ''
}

/** Quotes are taken off; a delimiter inside of them does not count. */
function cellsOf(line: string, delimiter: Delimiter): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === delimiter && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  return [...cells, cell]
}
