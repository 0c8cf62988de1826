import type { Rule } from './rule.ts'

/** Reported while the text is read. */
export const rule: Rule = {
  name: 'yaml-too-large',
  summary: 'The file is longer, deeper or fuller than any message needs.',
  why: 'A file is at most 256 KiB long and 32 levels deep, has at most 20,000 values and writes aliases out at most 100 times. Past that it is refused before anything slow looks at it, so that no file can make the tool hang.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a value of three levels',
      yaml: `message: { text: Your parcel is here. }
callbackData: { parcels: [[1, 2], [3]] }
`,
      reports: [],
    },
    {
      title: 'brackets inside brackets',
      yaml: `message: { text: Your parcel is here. }
callbackData: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
`,
      reports: [
        '2:46 the file is nested deeper than 32 levels, which is more than is read: split the message, or shorten it',
      ],
    },
  ],
}
