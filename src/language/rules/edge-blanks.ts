import { mayVary } from '../../model/may-vary.ts'
import type { Check } from '../../model/rule.ts'
import type { Possibility, TextShape } from '../../model/shape.ts'
import type { Rule } from './rule.ts'
import { judgePossibility, textLimitsOf } from './text-limits.ts'

export const check: Check = {
  name: 'edge-blanks',
  severity: 'error',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'trimmed')) {
      // A text that is nothing but blanks is reported as that.
      const possibility = text.shape.blank === 'always' ? 'never' : atEnds(text.shape)
      const say = (isSometimes: boolean): string =>
        mayVary && isSometimes
          ? `${limit.subject} can have blanks at its ends: begin and end it with fixed text, or let the variable be trimmed`
          : `${limit.subject} has blanks at its ends: remove them`
      yield judgePossibility(text, limit, possibility, say, atEnds)
    }
  },
}

function atEnds({ leadingBlank, trailingBlank }: TextShape): Possibility {
  if (leadingBlank === 'always' || trailingBlank === 'always') return 'always'
  return leadingBlank === 'never' && trailingBlank === 'never' ? 'never' : 'sometimes'
}

export const rule: Rule = {
  name: check.name,
  summary: 'An id or a button label begins or ends with a blank.',
  why: 'WhatsApp refuses button ids with blanks at their ends; elsewhere a reply may come back without them and no longer match.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'an id without blanks at its ends',
      yaml: `message:
  text: Shall we come?
  replyButtonMessage:
    buttons: [{ id: "yes please", text: "Yes" }]
`,
      reports: [],
    },
    {
      title: 'an id that ends with a blank',
      yaml: `message:
  text: Shall we come?
  replyButtonMessage:
    buttons: [{ id: "yes ", text: "Yes" }]
`,
      reports: ['4:21 button id has blanks at its ends: remove them'],
    },
  ],
}
