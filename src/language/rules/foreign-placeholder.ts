import type { MessageBounds } from '../../model/bounds.ts'
import type { Finding, Fix } from '../../model/diagnostic.ts'
import {
  type ForeignPlaceholder,
  findForeignPlaceholders,
} from '../../model/foreign-placeholder.ts'
import { isObject, type JsonValue } from '../../model/json.ts'
import { nearMiss } from '../../model/near-miss.ts'
import type { Path } from '../../model/source.ts'
import type { AuthorCheck } from './author-check.ts'
import type { Rule } from './rule.ts'
import { excerpt } from './verdict.ts'

export const check: AuthorCheck = {
  name: 'foreign-placeholder',
  severity: 'warning',
  *check(bounds, { variables }) {
    for (const { source, path, names } of textsOf(bounds)) {
      const known = new Set([...variables, ...names])
      const meant = findForeignPlaceholders(source).filter((found) => isMeant(found, known))
      for (const [index, placeholder] of meant.entries()) {
        const { fix, ...finding } = describe(placeholder, { source, path, known })
        yield fix !== undefined && index < maxFixes ? { ...finding, fix } : finding
      }
    }
  },
}

/** Each one holds the whole text; when they are applied, the next ones get theirs. */
const maxFixes = 20

interface Text {
  readonly source: string
  readonly path: Path
  /** The names that only this place knows. */
  readonly names: readonly string[]
}

function* textsOf({ texts, callbackData }: MessageBounds): Generator<Text> {
  for (const { source, path, loops } of texts) {
    yield { source, path, names: loops.map(({ name }) => name) }
  }
  if (callbackData !== undefined) yield* stringsOf(callbackData.value, callbackData.path)
}

function* stringsOf(value: JsonValue, path: Path): Generator<Text> {
  if (typeof value === 'string') yield { source: value, path, names: [] }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* stringsOf(item, [...path, index])
  } else if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) yield* stringsOf(child, [...path, key])
  }
}

/** The end of a statement whose beginning is reported. */
function isPartner(text: string): boolean {
  return /^\{%\W*(?:end|else|elif)/.test(text)
}

/** A word in braces may be meant for readers; the name of a variable is not, nor is `orderId`. */
function isMeant(
  { isCertain, words, name, text }: ForeignPlaceholder,
  known: ReadonlySet<string>,
): boolean {
  if (isPartner(text)) return false
  if (isCertain || words.some((word) => known.has(word))) return true
  if (name !== undefined && variableFor(name, known) !== undefined) return true
  return name !== undefined && /[a-z0-9](?:_|[A-Z](?![A-Z]))[A-Za-z0-9]|\.[a-z]/.test(name)
}

/** The variable that a name of four letters or more is close to: in another spelling, or with a slip. */
function variableFor(name: string, known: ReadonlySet<string>): string | undefined {
  const [first = ''] = name.split('.', 1)
  if (first.length < 4) return undefined
  return nearMiss(
    first,
    [...known].filter((other) => other.length >= 4),
  )
}

function describe(
  { text, name, span }: ForeignPlaceholder,
  { source, path, known }: Pick<Text, 'source' | 'path'> & { readonly known: ReadonlySet<string> },
): Finding {
  const shown = excerpt(text)
  const isText = path[0] !== 'callbackData'
  const reads = isText ? `customers read ${shown} as it stands` : `${shown} is never filled in`
  const isKnown = name !== undefined && known.has(name.replace(/\..*/, ''))
  if (name === undefined || (!isKnown && text.startsWith('{%'))) {
    const message = `${reads}, texts hold names in double braces and nothing else: write \`{{ name }}\`, and conditions as \`$if\` beside the text`
    return { path, span, message }
  }
  const variable = `{{ ${name} }}`
  if (!isKnown) {
    const meant = variableFor(name, known)
    if (meant !== undefined) {
      return { path, span, message: `${reads}: is the variable \`{{ ${meant} }}\` meant?` }
    }
    return { path, span, message: `${reads}: a variable is declared and written \`${variable}\`` }
  }
  const fix = fixFor(
    path,
    source.slice(0, span.start) + variable + source.slice(span.end),
    variable,
  )
  const message = `${reads}: write \`${variable}\` for the variable`
  return { path, span, message, ...(fix === undefined ? {} : { fix }) }
}

function fixFor(path: Path, value: string, variable: string): Fix | undefined {
  const key = path.at(-1)
  if (typeof key !== 'string') return undefined
  const edit = { type: 'set', path: path.slice(0, -1), key, value } as const
  return { title: `write \`${variable}\``, safe: false, edits: [edit] }
}

export const rule: Rule = {
  name: check.name,
  summary: 'A text holds a placeholder of another system, which is never filled in.',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what the rule is about.
  why: 'Only `{{ name }}` is a template variable here: a customer reads `{name}`, `${name}`, `%name%`, `[[name]]` or `{% if name %}` letter by letter.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'a variable, and braces that are meant for readers',
      yaml: `variables: { name: string(20) }
message: { text: "Hi {{ name }}, 20% off {terms apply} and 10% on [[sale]]" }
`,
      reports: [],
    },
    {
      title: 'a variable in single braces',
      yaml: `variables: { name: string(20) }
message: { text: "Hi {name}!" }
`,
      reports: ['2:22 customers read "{name}" as it stands: write `{{ name }}` for the variable'],
    },
    {
      title: 'a slip in the name of a variable in single braces',
      yaml: `variables: { customerName: string(20) }
message: { text: "Hi {customer_name}! It is {{ customerName }}." }
`,
      reports: [
        '2:22 customers read "{customer_name}" as it stands: is the variable `{{ customerName }}` meant?',
      ],
    },
    {
      title: 'placeholders of a shell and of a template language',
      yaml: `message: { text: "Your order \${orderId} {% if late %}is late{% endif %}" }
`,
      reports: [
        // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what the rule is about.
        '1:30 customers read "${orderId}" as it stands: a variable is declared and written `{{ orderId }}`',
        '1:41 customers read "{% if late %}" as it stands, texts hold names in double braces and nothing else: write `{{ name }}`, and conditions as `$if` beside the text',
      ],
    },
  ],
}
