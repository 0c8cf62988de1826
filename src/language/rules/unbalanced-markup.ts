import type { MessageBounds, TextBounds } from '../../model/bounds.ts'
import type { AuthorCheck } from './author-check.ts'
import { formattedTextsOf } from './formatted-texts.ts'
import { readMarkup, type StrayMark } from './markup.ts'
import type { Rule } from './rule.ts'

export const check: AuthorCheck = {
  name: 'unbalanced-markup',
  severity: 'warning',
  *check(bounds) {
    for (const text of formattedTextsOf(bounds)) {
      const stray = readMarkup(text).strays.find((mark) => !isFootnote(mark, text, bounds))
      if (stray !== undefined) {
        yield { path: text.path, span: stray.span, message: describe(stray) }
      }
    }
  },
}

/** The note that a star refers to may stand in the footer. */
function isFootnote(
  { mark, side }: StrayMark,
  text: TextBounds,
  { texts }: MessageBounds,
): boolean {
  if (mark !== '*' || side === 'open') return false
  return texts.some((other) => other !== text && other.source.trimStart().startsWith('*'))
}

function describe({ mark, side }: StrayMark): string {
  const shown = mark.startsWith('`') ? `\`\` ${mark} \`\`` : `\`${mark}\``
  if (side === 'close') {
    return `nothing opens this ${shown}, so that customers read the mark: put its partner directly before a word, or remove it`
  }
  const where = mark.length > 1 ? 'after it' : 'on its line, directly after a word'
  return `nothing closes this ${shown}, so that customers read the mark: put its partner ${where}, or remove it`
}

export const rule: Rule = {
  name: check.name,
  summary: 'A formatting mark in a body or caption has no partner.',
  why: 'WhatsApp shows it as it is typed: the customer reads `*Sale` with its star, and nothing in bold.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'pairs, and signs that are no marks',
      yaml: `message:
  text: |-
    *Sale* until _Sunday_, ~49~ 39 €, code \`SUMMER_26\`
    * snake_case, 2*3, ~5 minutes
    https://example.com/_sale_
`,
      reports: [],
    },
    {
      title: 'a mark that is never closed',
      yaml: `message: { text: "*Sale until Sunday" }
`,
      reports: [
        '1:19 nothing closes this `*`, so that customers read the mark: put its partner on its line, directly after a word, or remove it',
      ],
    },
    {
      title: 'a mark that a blank keeps from closing',
      yaml: `message: { text: "Only _today _ for you" }
`,
      reports: [
        '1:24 nothing closes this `_`, so that customers read the mark: put its partner on its line, directly after a word, or remove it',
      ],
    },
  ],
}
