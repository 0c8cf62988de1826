import type { TextBounds, TextPart } from '../../model/bounds.ts'
import { hasCharacter } from '../../model/character-set.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { AuthorCheck } from './author-check.ts'
import { formattedTextsOf } from './formatted-texts.ts'
import { type MarkupPair, readMarkup } from './markup.ts'
import type { Rule } from './rule.ts'

export const check: AuthorCheck = {
  name: 'variable-in-markup',
  severity: 'warning',
  *check(bounds) {
    for (const text of formattedTextsOf(bounds)) {
      const told = new Set<string>()
      for (const pair of readMarkup(text).pairs) {
        for (const part of partsIn(text, pair)) {
          const name = part.reference?.names.join('.') ?? ''
          const finding = told.has(name) ? undefined : judgePart(text, part, pair)
          if (finding === undefined) continue
          told.add(name)
          yield finding
        }
      }
    }
  },
}

function partsIn({ parts }: TextBounds, { open, close }: MarkupPair): readonly TextPart[] {
  return parts.filter(
    ({ reference, span }) => reference !== undefined && span.start > open && span.end <= close,
  )
}

function judgePart(text: TextBounds, part: TextPart, pair: MarkupPair): Finding | undefined {
  const fault = faultOf(part, pair)
  if (fault === undefined) return undefined
  const name = part.reference?.names.join('.') ?? ''
  const mark = shown(pair.mark)
  const message = `\`${name}\` ${fault}, and then ${mark} does not format what it surrounds: give it ${wayOut(part, pair)}`
  return { path: text.path, span: part.span, message }
}

function faultOf({ shape, span }: TextPart, { mark, open, close }: MarkupPair): string | undefined {
  if (mayHold(shape, mark)) return `can hold ${shown(mark)}`
  if (shape.lineFeed !== 'never') return 'can hold a line feed'
  const [isFirst, isLast] = [span.start === open + 1, span.end === close]
  if (isFirst && shape.leadingBlank !== 'never') return 'can begin with a blank'
  if (isLast && shape.trailingBlank !== 'never') return 'can end with a blank'
  return isFirst && isLast && shape.length.min === 0 ? 'can be empty' : undefined
}

function mayHold({ values, alphabet }: TextPart['shape'], mark: string): boolean {
  if (values !== undefined) return values.some((value) => value.includes(mark))
  return alphabet === undefined || hasCharacter(alphabet, mark.codePointAt(0) ?? 0)
}

/** More repeats than this a pattern may not ask for; `maxLength` still bounds what is longer. */
const maxRepeats = 1000

/** A pattern without the mark; without blanks at its ends where these are not trimmed away. */
function wayOut({ reference, shape }: TextPart, { mark }: MarkupPair): string {
  const declaration = reference?.declaration
  if (declaration?.type !== 'string') return 'another place'
  if (shape.values !== undefined) return `other values, one-line and without ${shown(mark)}`
  const { max } = shape.length
  const repeat = max <= maxRepeats ? `{1,${max}}` : '+'
  const other = declaration.multiline === true ? `${mark}\\n` : mark
  const pattern =
    declaration.trim === false
      ? `^[^${other}\\s]([^${other}]*[^${other}\\s])?$`
      : `^[^${other}]${repeat}$`
  return `a \`pattern\` such as ${mark === '`' ? `\`\` ${pattern} \`\`` : `\`${pattern}\``}`
}

function shown(mark: string): string {
  return mark === '`' ? '`` ` ``' : `\`${mark}\``
}

export const rule: Rule = {
  name: check.name,
  summary: 'A variable between formatting marks can hold what keeps the marks from formatting.',
  why: 'With such a value the customer reads the marks themselves, or the format ends in the middle.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'variables that cannot break their marks',
      yaml: `variables:
  order: { type: string, pattern: "^[A-Z]{2}[0-9]{6}$" }
  parcels: { type: integer, minimum: 1, maximum: 9 }
message: { text: "*{{ order }}* comes in _{{ parcels }} parcels_" }
`,
      reports: [],
    },
    {
      title: 'a name that can hold a star',
      yaml: `variables: { customer: string(40) }
message: { text: "Hi *{{ customer }}*" }
`,
      reports: [
        '2:23 `customer` can hold `*`, and then `*` does not format what it surrounds: give it a `pattern` such as `^[^*]{1,40}$`',
      ],
    },
    {
      title: 'a text of several lines',
      yaml: `variables:
  note: { type: string, pattern: "^[a-z\\\\n]{1,80}$", multiline: true }
message: { text: "_{{ note }}_" }
`,
      reports: [
        '3:20 `note` can hold a line feed, and then `_` does not format what it surrounds: give it a `pattern` such as `^[^_\\n]{1,80}$`',
      ],
    },
  ],
}
