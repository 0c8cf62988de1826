/** A line of a text, without its line break. */
export interface TextLine {
  /** 1-based. */
  readonly line: number
  readonly text: string
}

/**
 * Splits a stream of text into its lines, which end with LF, CR LF or CR. A byte-order mark before a
 * line is left out (files that were put together have some in their middle), and a line longer than
 * `maxLength` is cut a little behind that, so that it is bounded and still too long.
 */
export async function* readTextLines(
  texts: AsyncIterable<string>,
  maxLength: number,
): AsyncGenerator<TextLine> {
  let line = 1
  let rest = ''
  let carried = ''
  const finish = (end: string): TextLine => {
    const text = (rest + end).slice(0, maxLength + 1)
    rest = ''
    return { line: line++, text: text.replace(/^\uFEFF+/, '') }
  }
  for await (const text of texts) {
    // A CR at the end may be half of a line break.
    const whole = carried + text
    carried = whole.endsWith('\r') ? '\r' : ''
    const parts = whole.slice(0, whole.length - carried.length).split(/\r\n|\n|\r/)
    const last = parts.pop() ?? ''
    for (const part of parts) yield finish(part)
    if (rest.length <= maxLength) rest += last
  }
  if (rest !== '' || carried !== '') yield finish('')
}
