import type { Rule } from './rule.ts'

/** Reported where the shape is checked. */
export const rule: Rule = {
  name: 'content-type',
  summary: 'A message has no content, or more than one kind of it.',
  why: 'The API sends exactly one of the seven content types in a message and refuses any other number.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'an image with its caption',
      yaml: `message:
  attachments:
    - { type: image, url: "https://example.com/a.png", caption: Your new shoes }
`,
      reports: [],
    },
    {
      title: 'a text beside an image',
      yaml: `message:
  text: Your new shoes
  attachments: [{ type: image, url: "https://example.com/a.png" }]
`,
      reports: [
        '2:3 `message` has `text` and `attachments`: `text` cannot stand beside `attachments`, move it into the `caption` or send it as a message of its own',
      ],
    },
    {
      title: 'nothing to send',
      yaml: `message: {}
`,
      reports: [
        '1:1 `message` is empty: give it exactly one of `text`, `attachments`, `location`, `listMessage`, `replyButtonMessage`, `singleProductMessage`, `multiProductMessage`',
      ],
    },
  ],
}
