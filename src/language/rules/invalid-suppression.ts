import type { Rule } from './rule.ts'

/** Reported where suppressions are read. */
export const rule: Rule = {
  name: 'invalid-suppression',
  summary:
    'A suppression gives no reason, or names a rule that does not exist or cannot be suppressed.',
  why: 'It suppresses nothing, though its author believes it does. The reason is what the next reader needs to decide whether it still holds.',
  severity: 'error',
  isLocked: false,
  examples: [
    {
      title: 'a rule and a reason',
      yaml: `message:
  text: Did it fit?
  replyButtonMessage:
    buttons:
      # connectly-disable-next-line emoji-in-button -- seen to arrive on all our phones
      - { id: fits, text: It fits 👍 }
`,
      reports: [],
    },
    {
      title: 'a rule that does not exist',
      yaml: `message:
  text: Did it fit?
  replyButtonMessage:
    buttons:
      # connectly-disable-next-line emoji-in-buttons -- seen to arrive on all our phones
      - { id: fits, text: It fits }
`,
      reports: ['5:37 there is no rule `emoji-in-buttons`: did you mean `emoji-in-button`?'],
    },
    {
      title: 'no reason',
      yaml: `message:
  text: Did it fit?
  replyButtonMessage:
    buttons:
      # connectly-disable-next-line emoji-in-button
      - { id: fits, text: It fits }
`,
      reports: ['5:7 a suppression needs a reason: write ` -- ` and the reason after the rules'],
    },
  ],
}
