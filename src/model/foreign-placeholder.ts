import type { Span } from './source.ts'

/** A piece of a text in which another system would fill something in. */
export interface ForeignPlaceholder {
  readonly span: Span
  /** As it is written. */
  readonly text: string
  /** What it names, names joined by full stops; absent where it holds more than a name. */
  readonly name?: string
  /** The words in it that can be names. */
  readonly words: readonly string[]
  /** Whether nobody writes such a thing for people to read, whatever stands in it. */
  readonly isCertain: boolean
}

const name = String.raw`[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){0,4}`

// Every repetition has an end, so that the search takes linear time.
const forms = new RegExp(
  [
    String.raw`(?<certain>[$#%]\{ {0,3}${name} {0,3}\}|<%[^%\n]{1,80}%>|\{%[^%\n]{1,80}%\})`,
    String.raw`(?<![{\\])\{ {0,3}${name} {0,3}\}(?!\})`,
    String.raw`\[\[ {0,3}${name} {0,3}\]\]`,
    `%${name}%`,
  ].join('|'),
  'g',
)

const onlyName = new RegExp(`^[^A-Za-z_]*(${name})[^A-Za-z_]*$`)

/** Finds what looks like the placeholders of other systems: `{name}`, `%name%`, `{% if name %}`. */
export function findForeignPlaceholders(text: string): readonly ForeignPlaceholder[] {
  if (!mayHoldAny(text)) return []
  return [...text.matchAll(forms)].map((match) => {
    const [written] = match
    const [, own] = onlyName.exec(written) ?? []
    return {
      span: { start: match.index, end: match.index + written.length },
      text: written,
      ...(own === undefined ? {} : { name: own }),
      words: written.match(/[A-Za-z_]\w*/g) ?? [],
      isCertain: match.groups?.['certain'] !== undefined,
    }
  })
}

/** Two braces are ours, whatever is between them: most texts need no closer look. */
function mayHoldAny(text: string): boolean {
  if (text.includes('%') || text.includes('[[')) return true
  let brace = text.indexOf('{')
  while (brace >= 0) {
    if (text.charAt(brace + 1) !== '{') return true
    brace = text.indexOf('{', brace + 2)
  }
  return false
}
