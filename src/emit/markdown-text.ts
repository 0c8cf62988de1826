import { printable } from './printable.ts'

/**
 * Shows a user's text in Markdown as it is: in a code span nothing is a mention, a link, an image,
 * an entity or HTML. Line feeds become escapes.
 */
export function codeSpan(text: string): string {
  const shown = printable(text)
  const fence = fenceFor(shown, 1)
  // A blank at both ends is taken away again, so that the text may begin with a backtick.
  const pad = shown === '' || /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/** Shows lines in Markdown as they are; they must be printable already. */
export function codeBlock(lines: readonly string[], language = ''): string {
  const text = lines.join('\n')
  const fence = fenceFor(text, 3)
  return `${fence}${language}\n${text}\n${fence}`
}

/** Longer than every run of backticks in the text. */
function fenceFor(text: string, shortest: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  return '`'.repeat(Math.max(shortest, longest + 1))
}
