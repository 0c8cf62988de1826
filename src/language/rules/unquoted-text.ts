import type { Rule } from './rule.ts'

/** Reported while the text is read, or where its shape is checked and a text was due. */
export const rule: Rule = {
  name: 'unquoted-text',
  summary: 'YAML reads a text without quotes as something else, or drops a part of it.',
  why: 'A `#`, a colon, braces, `&`, `*` or `!` mean something to YAML, and so do words such as `true` and `007`. Without quotes the customer would read a shortened text, or none.',
  severity: 'error',
  isLocked: true,
  source: 'https://yaml.org/spec/1.2.2/#733-plain-style',
  examples: [
    {
      title: 'texts in quotes',
      yaml: `variables:
  id: { type: string, maxLength: 12 }
message:
  text: "Your order #{{ id }} ships"
`,
      reports: [],
    },
    {
      title: 'a text that begins a comment',
      yaml: `variables:
  id: { type: string, maxLength: 12 }
message:
  text: Your order #{{ id }} ships
`,
      reports: [
        '4:20 YAML takes `#{{ id }} ships` for a comment and drops it from the text: put the whole text in quotes, or a blank after `#` if it is a comment',
      ],
    },
    {
      title: 'a number sign with a blank after it',
      yaml: `variables:
  id: { type: string, maxLength: 12 }
message:
  text: Your order # {{ id }} ships # told twice a day
`,
      reports: [
        '4:20 YAML takes `# {{ id }} ships` for a comment and drops it from the text: put the whole text in quotes, or the comment on a line above',
      ],
    },
    {
      title: 'a template variable whose braces are a mapping to YAML',
      yaml: `variables:
  note: { type: string, maxLength: 200 }
message:
  text: {{ note }}
`,
      reports: [
        '4:9 YAML takes the braces of `{{ note }}` for a mapping: put the whole text in quotes',
      ],
    },
    {
      title: 'a number and a boolean where texts are due',
      yaml: `message:
  text: Which agent shall call?
  replyButtonMessage:
    buttons:
      - { id: 007, text: Bond }
      - { id: other, text: No }
      - { id: any, text: true }
`,
      reports: [
        '5:15 YAML reads `007` as the number 7, and a text is due: put it in quotes',
        '7:26 YAML reads `true` as a boolean, and a text is due: put it in quotes',
      ],
    },
    {
      title: 'one backslash in double quotes',
      yaml: `message:
  text: "Write \\{{ name }} for the name"
`,
      reports: ['2:16 in double quotes YAML wants two backslashes for one: write `\\\\{{`'],
    },
  ],
}
