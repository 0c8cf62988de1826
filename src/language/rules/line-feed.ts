import { mayVary } from '../../model/may-vary.ts'
import type { Check } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { judgePossibility, textLimitsOf } from './text-limits.ts'

export const check: Check = {
  name: 'line-feed',
  severity: 'warning',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'single-line')) {
      const say = (isSometimes: boolean): string =>
        mayVary && isSometimes
          ? `${limit.subject} can hold a line feed: use a variable without \`multiline\``
          : `${limit.subject} holds a line feed: keep it on one line`
      yield judgePossibility(text, limit, text.shape.lineFeed, say, (shape) => shape.lineFeed)
    }
  },
}

export const rule: Rule = {
  name: check.name,
  summary: 'A label, title, header, footer or template value holds, or can hold, a line feed.',
  why: 'WhatsApp refuses it in template values and says nothing of it for labels: nobody can promise that it arrives.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'a footer on one line',
      yaml: `message:
  text: Shall we come?
  replyButtonMessage:
    buttons: [{ id: "yes", text: "Yes" }]
    footer: { text: Reply any time }
`,
      reports: [],
    },
    {
      title: 'a footer of two lines',
      yaml: `message:
  text: Shall we come?
  replyButtonMessage:
    buttons: [{ id: "yes", text: "Yes" }]
    footer: { text: "Reply\\nany time" }
`,
      reports: ['5:21 footer text holds a line feed: keep it on one line'],
    },
  ],
}
