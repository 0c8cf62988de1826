import type { Rule } from './rule.ts'

/** Reported while the text is read. */
export const rule: Rule = {
  name: 'yaml-syntax',
  summary: 'The file is not YAML.',
  why: 'Nothing of the file can be read, so that it is neither checked nor sent.',
  severity: 'error',
  isLocked: true,
  source: 'https://yaml.org/spec/1.2.2/',
  examples: [
    {
      title: 'a text in quotes',
      yaml: `message:
  text: "Your parcel is here."
`,
      reports: [],
    },
    {
      title: 'a quote that is never closed',
      yaml: `message:
  text: "Your parcel is here.
`,
      reports: ['2:9 a quoted text is never closed: add the missing quote'],
    },
  ],
}
