import type { Rule } from './rule.ts'

/** Reported where the shape is checked. */
export const rule: Rule = {
  name: 'forbidden-key',
  summary: 'A key that has a meaning elsewhere stands where it has none.',
  why: 'The recipient is given when sending, some keys are set by the API, a variant inherits what it must not change, and `$each` and `$if` stand only on parts that can repeat or be left out.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a message without its recipient',
      yaml: `message: { text: Thank you! }
`,
      reports: [],
    },
    {
      title: 'a recipient',
      yaml: `message: { text: Thank you! }
recipient: { id: "+14151111234", channelType: whatsapp }
`,
      reports: ['2:1 `recipient` is given when sending, it never stands in a file: remove it'],
    },
    {
      title: 'a condition on the button of a list',
      yaml: `variables:
  open: boolean
message:
  text: How can we help?
  listMessage:
    button: { $if: open, text: Choose }
    sections: [{ title: Orders, rows: [{ id: track, text: Track my order }] }]
`,
      reports: [
        '6:15 `$if` cannot stand here: it leaves out a row, a button, a section, a product, a header or a footer',
      ],
    },
    {
      title: 'a condition in the words of another language',
      yaml: `variables:
  urgent: boolean
message:
  text: Shall we come?
  replyButtonMessage:
    buttons:
      - { id: now, text: Come now }
      - { $unless: urgent, id: later, text: Come later }
`,
      reports: ['8:11 there is no `$unless`: write `$if: not urgent`'],
    },
  ],
}
