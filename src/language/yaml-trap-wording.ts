import { showText } from './yaml-text-run.ts'
import type { Trap } from './yaml-trap.ts'

/** Says in plain words what YAML did with a text, and what to do. */
export function explainTrap(trap: Trap, source: string): string {
  const text = showText(source.slice(trap.start, trap.end))
  switch (trap.type) {
    case 'comment':
      return `YAML takes \`${text}\` for a comment and drops it from the text: put the whole text in quotes, or a blank after \`#\` if it is a comment`
    case 'remark':
      return `YAML takes \`${text}\` for a comment and drops it from the text: put the whole text in quotes, or the comment on a line above`
    case 'remark-with-end':
      return `YAML takes \`${text}\` and all that follows on the line for a comment, also the mark that closes \`{\` or \`[\`: put the whole text in quotes, or the comment behind that mark`
    case 'anchor':
      return `YAML takes \`${trap.name ?? text}\` for the name of a value and drops it from the text: put the text in quotes`
    case 'alias':
      return `YAML takes \`*${trap.name ?? ''}\` for a reference to a value named \`&${trap.name ?? ''}\`: put the text in quotes`
    case 'tag':
      return `YAML takes \`${trap.name ?? text}\` for a tag and drops it from the text: put the text in quotes`
    case 'braces':
      return `YAML takes the braces of \`${text}\` for a mapping: put the whole text in quotes`
    case 'mapping':
      return `YAML takes \`${text}\` for a second key on one line: put the text in quotes`
    case 'comma':
      return `the comma ends the text, and YAML takes \`${showText(trap.name ?? '')}\` for a key: put the whole text in quotes`
    case 'missing-comma':
      return `a comma is missing before \`${trap.name ?? text}\`: commas separate what stands in \`{ … }\``
    case 'missing-blank':
      return `a blank is missing after the colon of \`${trap.name ?? text}\``
    case 'dash':
      return `a blank is missing after the dash: every item of a list begins with \`- \``
    case 'nested-mapping':
      return `there are two keys on one line: write \`{ ${text} }\`, or the second key on a line of its own`
    case 'deeper-line':
      return `\`${text}\` is indented deeper than the key above it, which has a text already: indent it like that key, or put the whole text in quotes`
    default:
      return trap.type satisfies never
  }
}

/** Whether a trap is a plain mistake of form, with no text behind it. */
export function isSyntaxMistake({ type }: Trap): boolean {
  return mistakes.has(type)
}

const mistakes: ReadonlySet<Trap['type']> = new Set([
  'nested-mapping',
  'deeper-line',
  'missing-comma',
  'missing-blank',
  'dash',
])
