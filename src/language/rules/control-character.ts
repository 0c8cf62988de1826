import type { Rule } from './rule.ts'

/** Reported while the text is read. */
export const rule: Rule = {
  name: 'control-character',
  summary: 'A text holds a character that nobody can see, or half of one.',
  why: 'Control characters come from copying out of other programs. What an app shows in their place, and whether the message arrives, nobody knows; half a character is no valid text at all.',
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
  ],
}
