import type { Check } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { fixedText, textLimitsOf } from './text-limits.ts'
import { broken, proven } from './verdict.ts'

export const check: Check = {
  name: 'markup-not-interpreted',
  severity: 'warning',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'markup')) {
      const fixed = fixedText(text)
      const match = /[*_~`]/.test(fixed) ? findMarkup(fixed) : null
      if (match === null) {
        yield proven(text.path)
        continue
      }
      const mark = match[1] === '`' ? '`` ` ``' : `\`${match[1]}\``
      const message = `${limit.subject} shows ${mark} as it is typed: WhatsApp formats bodies and captions only, so remove the marks`
      yield broken(text.path, limit, message)
    }
  },
}

/** Marks around a word, as WhatsApp reads them in a body: bold, italic, struck through, code. */
function findMarkup(text: string): RegExpExecArray | null {
  return /(?<![\p{L}\p{N}])([*_~`])(?=\S)[^\n]*?\S?\1(?![\p{L}\p{N}])/u.exec(text)
}

export const rule: Rule = {
  name: check.name,
  summary: 'Formatting marks stand where WhatsApp does not interpret them.',
  why: 'The customer reads `*Sale*` with its stars in a header, a title, a row or a button.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'marks in a body',
      yaml: `message:
  text: Your *order* is ready.
`,
      reports: [],
    },
    {
      title: 'marks in a header',
      yaml: `message:
  text: Your order is ready.
  replyButtonMessage:
    header: { text: "*Order*" }
    buttons: [{ id: "yes", text: "Yes" }]
`,
      reports: [
        '4:21 header text shows `*` as it is typed: WhatsApp formats bodies and captions only, so remove the marks',
      ],
    },
  ],
}
