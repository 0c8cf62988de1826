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
      const found = /[*_~`]/.test(fixed) ? findMark(fixed) : undefined
      if (found === undefined) {
        yield proven(text.path)
        continue
      }
      const mark = found === '`' ? '`` ` ``' : `\`${found}\``
      const message = `${limit.subject} shows ${mark} as it is typed: WhatsApp formats bodies and captions only, so remove the marks`
      yield broken(text.path, limit, message)
    }
  },
}

/** The first of two marks around a word, as WhatsApp reads them in a body: bold, italic, code … */
export function findMark(text: string): string | undefined {
  for (const line of text.split('\n')) {
    const lastEnds = new Map<string, number>()
    for (const { 0: mark, index } of line.matchAll(endMark)) lastEnds.set(mark, index)
    for (const { 0: mark, index } of line.matchAll(startMark)) {
      if ((lastEnds.get(mark) ?? -1) > index) return mark
    }
  }
  return undefined
}

const startMark = /(?<![\p{L}\p{N}])[*_~`](?=\S)/gu
const endMark = /[*_~`](?![\p{L}\p{N}])/gu

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
