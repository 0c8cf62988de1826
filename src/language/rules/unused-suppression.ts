import type { Rule } from './rule.ts'

/** Reported where suppressions are applied. */
export const rule: Rule = {
  name: 'unused-suppression',
  summary: 'A suppression suppresses nothing.',
  why: 'What it once silenced is mended. Left in place it would silence the next mistake on that line, which nobody has judged.',
  severity: 'warning',
  isLocked: false,
  examples: [
    {
      title: 'a suppression that is needed',
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
      title: 'a suppression of nothing',
      yaml: `message:
  text: Did it fit?
  replyButtonMessage:
    buttons:
      # connectly-disable-next-line emoji-in-button -- seen to arrive on all our phones
      - { id: fits, text: It fits }
`,
      reports: [
        '5:37 `emoji-in-button` reports nothing on this line: remove it from the suppression',
      ],
    },
  ],
}
