import type { Rule } from './rule.ts'

/** Reported where the shape is checked. */
export const rule: Rule = {
  name: 'wrong-type',
  summary: 'A value is a text, number, list or mapping where another one is due.',
  why: 'The API refuses a body of another shape, so the customer receives nothing.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a list with its parts',
      yaml: `message:
  text: How can we help?
  listMessage:
    button: { text: Choose }
    sections: [{ title: Orders, rows: [{ id: track, text: Track my order }] }]
`,
      reports: [],
    },
    {
      title: 'a text for the button of a list',
      yaml: `message:
  text: How can we help?
  listMessage:
    button: Choose
    sections: [{ title: Orders, rows: [{ id: track, text: Track my order }] }]
`,
      reports: [
        '4:13 `message.listMessage.button` is the text "Choose": a mapping is due, write `button: { text: … }`',
      ],
    },
    {
      title: 'one button that is not in a list',
      yaml: `message:
  text: Did it fit?
  replyButtonMessage:
    buttons: { id: fits, text: It fits }
`,
      reports: [
        '4:14 `message.replyButtonMessage.buttons` is a mapping: a list is due, begin each button with `-`',
      ],
    },
  ],
}
