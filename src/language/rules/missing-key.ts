import type { Rule } from './rule.ts'

/** Reported where the shape is checked. */
export const rule: Rule = {
  name: 'missing-key',
  summary: 'A mapping lacks a key that it cannot do without.',
  why: 'Without it there is nothing to send, or nothing that the API accepts.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a fallback with its template',
      yaml: `message: { text: Thank you! }
fallback: { templateName: thank_you, language: en }
`,
      reports: [],
    },
    {
      title: 'a fallback that does not say its language',
      yaml: `message: { text: Thank you! }
fallback: { templateName: thank_you }
`,
      reports: ['2:1 `fallback` needs `language`: add it'],
    },
    {
      title: 'a file without a message',
      yaml: `description: Says thank you.
`,
      reports: ['1:1 the file needs `message`: add it'],
    },
  ],
}
