import type { Rule } from './rule.ts'

/** Reported while the text is read. */
export const rule: Rule = {
  name: 'duplicate-key',
  summary: 'A key stands twice in one mapping.',
  why: 'A mapping has one value for a key. Which of the two an author meant cannot be known, and one of them would be lost in silence.',
  severity: 'error',
  isLocked: true,
  source: 'https://yaml.org/spec/1.2.2/#3213-node-comparison',
  examples: [
    {
      title: 'every key once',
      yaml: `message:
  text: Your parcel is here.
`,
      reports: [],
    },
    {
      title: 'two texts',
      yaml: `message:
  text: Your parcel is here.
  text: Your parcel has arrived.
`,
      reports: [
        '3:3 `text` stands twice in one mapping, on line 2 and on line 3: keep one of them',
      ],
    },
  ],
}
