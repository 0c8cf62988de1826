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
