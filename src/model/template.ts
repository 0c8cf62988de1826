import { mayVary } from './may-vary.ts'
import type { Span } from './source.ts'

/** A piece of a template: fixed text, or a variable that is filled in. */
export type TemplatePart =
  | { readonly type: 'literal'; readonly text: string; readonly span: Span }
  | { readonly type: 'variable'; readonly names: readonly string[]; readonly span: Span }

/** A mistake between the braces of a template. */
export interface TemplateProblem {
  readonly message: string
  readonly span: Span
}

/** A string of a message, taken apart. Spans are offsets into the string. */
export interface Template {
  readonly parts: readonly TemplatePart[]
  readonly problems: readonly TemplateProblem[]
}

const opening = '{{'
const closing = '}}'
const reference = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$/

/**
 * Takes a string apart into fixed text and template variables.
 *
 * Backslashes count only directly before `{{`: of n of them, every two stand for one, and an odd
 * one makes the braces fixed text. So `\{{` is `{{`, and `\\{{ name }}` a backslash and a variable.
 */
export function parseTemplate(text: string): Template {
  if (!text.includes(opening)) return { parts: literal(text, 0, text.length), problems: [] }
  const parts: TemplatePart[] = []
  const problems: TemplateProblem[] = []
  let fixed = ''
  let fixedStart = 0
  let position = 0
  const flush = (end: number): void => {
    if (fixed !== '') parts.push(...literal(fixed, fixedStart, end))
    fixed = ''
  }
  while (position < text.length) {
    const brace = text.indexOf(opening, position)
    if (brace < 0) {
      fixed += text.slice(position)
      break
    }
    const slashes = backslashesBefore(text, brace, position)
    fixed += text.slice(position, brace - slashes) + '\\'.repeat(Math.floor(slashes / 2))
    if (slashes % 2 === 1) {
      fixed += opening
      position = brace + opening.length
      continue
    }
    const end = endOfVariable(text, brace)
    const span = { start: brace, end: end ?? brace + opening.length }
    if (end === undefined) {
      problems.push({ message: mayVary ? unclosed : '', span })
      fixed += opening
      position = span.end
      continue
    }
    const inner = text.slice(brace + opening.length, end - closing.length).trim()
    if (reference.test(inner)) {
      flush(brace)
      parts.push({ type: 'variable', names: inner.split('.'), span })
      fixedStart = end
    } else {
      problems.push({ message: mayVary ? explain(inner) : '', span })
    }
    position = end
  }
  flush(text.length)
  return { parts, problems }
}

/** The variable of a string that is nothing but one template variable. */
export function wholeVariable(text: string): readonly string[] | undefined {
  if (!text.startsWith(opening) || !text.endsWith(closing)) return undefined
  const { parts, problems } = parseTemplate(text)
  const [part] = parts
  if (problems.length > 0 || parts.length !== 1 || part?.type !== 'variable') return undefined
  return part.names
}

const unclosed =
  '`{{` opens a template variable that is never closed: write `{{ name }}`, or `\\{{` for the two braces themselves'

function literal(text: string, start: number, end: number): TemplatePart[] {
  return text === '' ? [] : [{ type: 'literal', text, span: { start, end } }]
}

function backslashesBefore(text: string, brace: number, from: number): number {
  let count = 0
  while (brace - count > from && text[brace - count - 1] === '\\') count++
  return count
}

/** The offset after the `}}` that closes the variable opened at `brace`, if the next brace pair does. */
function endOfVariable(text: string, brace: number): number | undefined {
  const close = text.indexOf(closing, brace + opening.length)
  if (close < 0) return undefined
  const reopened = text.indexOf(opening, brace + opening.length)
  if (reopened >= 0 && reopened < close) return undefined
  return close + closing.length
}

function explain(inner: string): string {
  if (inner === '') return 'a template variable needs a name: write `{{ name }}`'
  if (inner.includes('|')) {
    return `template variables have no filters (\`|\`): pass the value as it shall be read, \`{{ ${inner.split('|')[0]?.trim() || 'name'} }}\``
  }
  if (/\[/.test(inner)) {
    return `\`${inner}\` picks an item by number, which templates cannot: repeat a mapping with \`$each\``
  }
  return `\`${inner}\` is no variable: between \`{{\` and \`}}\` stands a name, or names joined by full stops (\`parcel.id\`); \`\\{{\` writes the braces themselves`
}
