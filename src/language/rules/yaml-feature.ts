import type { Rule } from './rule.ts'

/** Reported while the text is read. */
export const rule: Rule = {
  name: 'yaml-feature',
  summary: 'The file uses a part of YAML that message files do without.',
  why: 'Merge keys, custom tags, a second document, keys that are no texts and numbers that JSON cannot hold mean different things to different programs. A file that every program reads alike has none of them.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'an alias for a whole value',
      yaml: `message:
  text: Shall we come?
  replyButtonMessage:
    header: { text: &title Visit }
    buttons: [{ id: visit, text: *title }]
`,
      reports: [],
    },
    {
      title: 'a merge key',
      yaml: `message:
  text: Shall we come?
  replyButtonMessage:
    buttons:
      - &button { id: visit, text: Visit }
      - { <<: *button, id: later }
`,
      reports: [
        '6:11 `<<` (merge keys) is not supported: write the entries out, or use an alias for a whole value',
      ],
    },
    {
      title: 'a second document',
      yaml: `message: { text: Your parcel is here. }
---
message: { text: Your parcel is late. }
`,
      reports: [
        '2:1 a second document begins here, and a file holds one: put it into a file of its own',
      ],
    },
    {
      title: 'a number that would lose digits',
      yaml: `message: { text: Your parcel is here. }
callbackData: { parcel: 9007199254740993 }
`,
      reports: [
        '2:25 `9007199254740993` is a number beyond 9007199254740991 and would lose digits: put it in quotes',
      ],
    },
  ],
}
