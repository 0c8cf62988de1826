import type { Rule } from './rule.ts'

/** Reported where the shape is checked. */
export const rule: Rule = {
  name: 'unknown-key',
  summary: 'A key stands where none of that name is known.',
  why: 'The API probably drops unknown keys in silence: a misspelt `footer` would be sent as a message without one, and nobody would be told.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'known keys',
      yaml: `message:
  text: Did it fit?
  replyButtonMessage:
    buttons: [{ id: fits, text: It fits }]
`,
      reports: [],
    },
    {
      title: 'a near miss',
      yaml: `message:
  text: Did it fit?
  replyButtonsMessage:
    buttons: [{ id: fits, text: It fits }]
`,
      reports: [
        '3:3 unknown key `replyButtonsMessage` in `message`: did you mean `replyButtonMessage`?',
      ],
    },
    {
      title: 'a name of the WhatsApp Cloud API',
      yaml: `message:
  text: Did it fit?
  replyButtonMessage:
    buttons: [{ id: fits, title: It fits }]
`,
      reports: [
        '4:27 unknown key `title` in `message.replyButtonMessage.buttons[0]`: did you mean `text`?',
      ],
    },
    {
      title: 'a key that means nothing',
      yaml: `message: { text: Thank you! }
priority: high
`,
      reports: [
        '2:1 unknown key `priority`: known are `description`, `variables`, `examples`, `message`, `callbackData`, `campaignName`, `sender`, `order`, `fallback`, `retired`',
      ],
    },
  ],
}
