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

/**
 * Shows a sentence of ours in which names and texts of users stand, in backticks or in quotes: these
 * become code, and so does whatever else could be more than words.
 */
export function sentence(text: string): string {
  const parts = text.split(/(`[^`]*`|"(?:[^"\\]|\\.)*")/s)
  let shown = ''
  for (const [index, part] of parts.entries()) {
    const piece = index % 2 === 0 ? showWords(part) : codeSpan(withoutTicks(part))
    // Two spans that touch would be one.
    shown += shown.endsWith('`') && piece.startsWith('`') ? ` ${piece}` : piece
  }
  return shown
}

function withoutTicks(part: string): string {
  return part.startsWith('`') ? part.slice(1, -1) : part
}

function showWords(part: string): string {
  return isProse(part) ? part : around(part)
}

/** A span of its own, so that the blanks at its ends are none of the code's. */
function around(part: string): string {
  const [, before = '', inner = '', after = ''] = /^( *)(.*?)( *)$/s.exec(part) ?? []
  return `${before}${codeSpan(inner)}${after}`
}

/** Words with what stands between them; no link, no mention, no reference, no markup. */
function isProse(part: string): boolean {
  return (
    /^[\p{L}\p{N} ,.;:()'…%-]*$/u.test(part) &&
    !/www\.|GH-\d|^ *(?:[-\d])|:[\w+-]+:|---/i.test(part)
  )
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
