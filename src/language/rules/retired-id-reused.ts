import type { Rule } from './rule.ts'

/** Reported by the step that compares ids with those that are retired. */
export const rule: Rule = {
  name: 'retired-id-reused',
  summary: 'A button or row has, or can have, an id that is retired.',
  why: 'The old message is still on phones: a tap on what it said would be taken for a tap on the new one.',
  severity: 'error',
  isLocked: false,
  examples: [
    {
      title: 'an id that was never used',
      yaml: `message:
  text: Your parcel is late.
  replyButtonMessage: { buttons: [{ id: stay, text: Wait for it }] }
retired:
  - { id: wait, reason: It meant another wait., date: 2026-03-01 }
`,
      reports: [],
    },
    {
      title: 'an id that is retired',
      yaml: `message:
  text: Your parcel is late.
  replyButtonMessage: { buttons: [{ id: wait, text: Wait for it }] }
retired:
  - { id: wait, reason: It meant another wait., date: 2026-03-01 }
`,
      reports: [
        '3:41 `wait` was retired on 2026-03-01 (It meant another wait.): give this an id that was never used',
      ],
    },
    {
      title: 'an id that can become one that is retired',
      yaml: `variables:
  answer: { type: string, pattern: "^[a-z]{1,9}$" }
message:
  text: Your parcel is late.
  replyButtonMessage: { buttons: [{ id: "{{ answer }}", text: Wait for it }] }
retired:
  - { id: wait, reason: It meant another wait., date: 2026-03-01 }
`,
      reports: [
        '5:41 this id can be "wait" like `wait`, which was retired on 2026-03-01 (It meant another wait.): give it an id of another form',
      ],
    },
  ],
}
