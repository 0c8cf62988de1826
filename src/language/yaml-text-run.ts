import type { Range } from '../model/source.ts'

/** How a text without quotes ends: at the end of its line, or at a mark of a flow collection. */
export interface TextContext {
  readonly inFlow: boolean
}

/**
 * The offset at which the text ends that an author evidently typed on one line: before a comment
 * with a blank after its `#`, in a flow collection also before the mark that ends the value.
 */
export function endOfText(source: string, start: number, { inFlow }: TextContext): number {
  let end = endOfLine(source, start)
  const line = source.slice(start, end)
  const comment = /(?:^|[ \t])#+(?=[ \t]|$)/.exec(line)
  if (comment !== null) end = start + comment.index
  if (inFlow) end = endInFlow(source, start, end)
  while (end > start && /[ \t]/.test(source.charAt(end - 1))) end--
  return end
}

/** The offset of the line break that ends a line, or of the end of the source. */
export function endOfLine(source: string, offset: number): number {
  const feed = source.indexOf('\n', offset)
  if (feed < 0) return source.length
  return feed > offset && source[feed - 1] === '\r' ? feed - 1 : feed
}

/** The offset at which the line of an offset begins. */
export function startOfLine(source: string, offset: number): number {
  return offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1
}

/** Template variables are part of the text, other braces, brackets and commas end it. */
function endInFlow(source: string, start: number, lineEnd: number): number {
  let index = start
  while (index < lineEnd) {
    const close = source.startsWith('{{', index) ? source.indexOf('}}', index) : -1
    if (close >= 0 && close < lineEnd) index = close + 2
    else if (',[]{}'.includes(source.charAt(index))) return index
    else index++
  }
  return lineEnd
}

/** Replaces what is no white space by letters: offsets stay, and YAML sees one plain word. */
export function maskText(source: string, { start, end }: Range): string {
  return source.slice(0, start) + source.slice(start, end).replace(/\S/g, 'A') + source.slice(end)
}

/** Puts a plain text into quotes; in single quotes where double ones would need escapes. */
export function quoteText(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}

/** Whether the YAML core schema reads a plain text as something else than a text. */
export function isOtherThanText(text: string): boolean {
  return /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|)$/.test(
    text,
  )
}

/** Shortens a text for a message and shows it on one line. */
export function showText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 50 ? `${line.slice(0, 49)}…` : line
}
