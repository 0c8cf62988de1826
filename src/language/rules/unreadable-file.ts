import type { Rule } from './rule.ts'

/** Reported where files are read, before anything looks at their text. */
export const rule: Rule = {
  name: 'unreadable-file',
  summary: 'A message file cannot be read, or is not text in UTF-8.',
  why: 'What cannot be read cannot be checked; letters read in a wrong encoding would reach customers as others.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a file in UTF-8',
      yaml: `message: { text: Olá! }
`,
      reports: [],
    },
    {
      title: 'a file in Latin-1',
      encoding: 'latin1',
      yaml: `message: { text: Olá! }
`,
      reports: [
        '1:1 the file is not UTF-8: the byte 0xe1 at byte offset 19 belongs to no character, save the file as UTF-8',
      ],
    },
  ],
}
