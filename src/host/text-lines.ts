/** A line of a text, without its line break. */
export interface TextLine {
  /** 1-based. */
  readonly line: number
  readonly text: string
}

/**
 * Splits a stream of text at its line feeds. A byte-order mark before the first line is left out,
 * and a line longer than `maxLength` is cut there, so that it is bounded and still too long.
 */
export async function* readTextLines(
  texts: AsyncIterable<string>,
  maxLength: number,
): AsyncGenerator<TextLine> {
  let line = 1
  let rest = ''
  for await (const text of texts) {
    const parts = text.split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      yield { line, text: finish(rest, part, line, maxLength) }
      rest = ''
      line++
    }
    if (rest.length <= maxLength) rest += last
  }
  if (rest !== '') yield { line, text: finish(rest, '', line, maxLength) }
}

function finish(start: string, end: string, line: number, maxLength: number): string {
  const text = (start + end).replace(/\r$/, '').slice(0, maxLength + 1)
  return line === 1 ? text.replace(/^\uFEFF/, '') : text
}
