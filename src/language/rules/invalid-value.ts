import type { Rule } from './rule.ts'

/** Reported where the shape is checked. */
export const rule: Rule = {
  name: 'invalid-value',
  summary: 'A value is none of those that its place allows.',
  why: 'The API refuses a value that it does not know, so the customer receives nothing.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a kind of file that there is',
      yaml: `message:
  attachments: [{ type: image, url: "https://example.com/a.png" }]
`,
      reports: [],
    },
    {
      title: 'a kind of file that there is not',
      yaml: `message:
  attachments: [{ type: photo, url: "https://example.com/a.png" }]
`,
      reports: [
        '2:25 `message.attachments[0].type` is "photo": allowed are `image`, `video`, `audio`, `document`',
      ],
    },
    {
      title: 'a text for a coordinate',
      yaml: `message:
  location: { latitude: north, longitude: 2.35, name: Shop, address: 1 Main Street }
`,
      reports: [
        '2:25 `message.location.latitude` is "north": a number from -90 to 90 is due, with a full stop before its decimals, or one template variable alone (`"{{ name }}"`)',
      ],
    },
    {
      title: 'a variable with a blank in its name',
      yaml: `variables:
  first name: string
message: { text: Thank you! }
`,
      reports: [
        '2:3 "first name" cannot be the name of a variable: a letter or `_` first, then letters, digits and `_`, as in `first_name`',
      ],
    },
  ],
}
