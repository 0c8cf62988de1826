import type { Rule } from './rule.ts'

/** Reported while the text is read. */
export const rule: Rule = {
  name: 'control-character',
  summary: 'A text holds a character that nobody can see, such as a tab, or half of one.',
  why: 'Control characters come from copying out of other programs. What an app shows for them, and whether the message arrives, nobody knows; half a character is no valid text at all.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a line feed',
      yaml: `message:
  text: "Your parcel is here.\\nThank you!"
`,
      reports: [],
    },
    {
      title: 'a bell',
      yaml: `message:
  text: "Your parcel is here\\a"
`,
      reports: [
        '2:29 the text holds the control character U+0007, which nobody can see: remove it',
      ],
    },
    {
      title: 'half of an emoji',
      yaml: `message:
  text: "Thank you \\uD83D"
`,
      reports: [
        '2:20 the text holds U+D83D, half of a character: write the whole character, or remove it',
      ],
    },
    {
      title: 'a path of Windows in double quotes',
      yaml: `message:
  text: "Open C:\\temp"
`,
      reports: [
        '2:17 YAML reads `\\t` in double quotes as a tab (U+0009), and nobody knows what an app shows for one: write `\\\\t` for a backslash and a `t`, or a blank',
      ],
    },
  ],
}
