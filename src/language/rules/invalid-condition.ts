import type { Rule } from './rule.ts'

/** Reported where templates are read. */
export const rule: Rule = {
  name: 'invalid-condition',
  summary: 'An `$if` asks something else than a boolean variable, or its opposite.',
  why: 'Conditions are flags that the caller passes: then every combination can be checked before anything is sent, which comparisons would not allow.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a footer that a flag leaves out',
      yaml: `variables:
  late: boolean
message:
  text: Your parcel is here.
  replyButtonMessage:
    buttons: [{ id: thanks, text: Thank you }]
    footer: { $if: not late, text: On time }
`,
      reports: [],
    },
    {
      title: 'a comparison',
      yaml: `variables:
  days: { type: integer, minimum: 0, maximum: 30 }
message:
  text: "Your parcel took {{ days }} days."
  replyButtonMessage:
    buttons: [{ id: thanks, text: Thank you }]
    footer: { $if: days > 3, text: Sorry }
`,
      reports: [
        '7:20 `$if` reads `flag` or `not flag` and compares nothing: declare a boolean variable for `days > 3`, and write its name',
      ],
    },
    {
      title: 'a number',
      yaml: `variables:
  days: { type: integer, minimum: 0, maximum: 30 }
message:
  text: "Your parcel took {{ days }} days."
  replyButtonMessage:
    buttons: [{ id: thanks, text: Thank you }]
    footer: { $if: days, text: Sorry }
`,
      reports: [
        '7:20 `$if` asks a boolean variable, and `days` is an integer: declare it as `boolean`',
      ],
    },
    {
      title: 'an opposite in the words of another language',
      yaml: `variables:
  late: boolean
message:
  text: Your parcel is here.
  replyButtonMessage:
    buttons: [{ id: thanks, text: Thank you }]
    footer: { $if: !late, text: On time }
`,
      reports: ['7:20 `$if` reads `flag` or `not flag`, and `!late` is neither: write `not late`'],
    },
  ],
}
