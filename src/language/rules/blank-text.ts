import { mayVary } from '../../model/may-vary.ts'
import type { Check } from '../../model/rule.ts'
import type { Rule } from './rule.ts'
import { judgePossibility, textLimitsOf } from './text-limits.ts'

export const check: Check = {
  name: 'blank-text',
  severity: 'error',
  *check(bounds) {
    for (const { text, limit } of textLimitsOf(bounds, 'non-blank')) {
      const say = (isSometimes: boolean): string =>
        mayVary && isSometimes
          ? `${limit.subject} can be blank: let its variables be neither empty nor mere blanks`
          : `${limit.subject} is blank: write something, or leave the key out where it may be left out`
      yield judgePossibility(text, limit, text.shape.blank, say)
    }
  },
}

export const rule: Rule = {
  name: check.name,
  summary: 'A text is, or can become, empty or white space only.',
  why: 'The API refuses an empty body, label or id; an empty footer or description shows nothing.',
  severity: check.severity,
  isLocked: true,
  examples: [
    {
      title: 'a variable that is never empty',
      yaml: `variables:
  note: string(200)
message: { text: "{{ note }}" }
`,
      reports: [],
    },
    {
      title: 'a text that may be empty',
      yaml: `variables:
  note: { type: string, minLength: 0, maxLength: 200 }
message: { text: "{{ note }}" }
`,
      reports: [
        '3:19 message text can be blank: let its variables be neither empty nor mere blanks',
      ],
    },
    {
      title: 'a blank text',
      yaml: `message: { text: "  " }
`,
      reports: [
        '1:18 message text is blank: write something, or leave the key out where it may be left out',
      ],
    },
  ],
}
