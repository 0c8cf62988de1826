import type { Rule } from './rule.ts'

/** Reported once a message has no other error. */
export const rule: Rule = {
  name: 'invalid-example',
  summary: "An example does not fit its variables' declarations, or breaks a rule once filled in.",
  why: 'Examples are what previews, tests and documentation show: a wrong one shows a message that can never be sent.',
  severity: 'error',
  isLocked: false,
  examples: [
    {
      title: 'an example that fits',
      yaml: `variables:
  visits: { type: integer, minimum: 1, maximum: 99 }
examples:
  - { name: third visit, variables: { visits: 3 } }
message: { text: "Visits: {{ visits }}" }
`,
      reports: [],
    },
    {
      title: 'a value that is out of range',
      yaml: `variables:
  visits: { type: integer, minimum: 1, maximum: 99 }
examples:
  - { name: hundredth visit, variables: { visits: 100 } }
message: { text: "Visits: {{ visits }}" }
`,
      reports: ['4:51 `visits` is 100, and must be at most 99'],
    },
    {
      title: 'a variable that is left out',
      yaml: `variables:
  visits: { type: integer, minimum: 1, maximum: 99 }
examples:
  - { name: first visit, variables: {} }
message: { text: "Visits: {{ visits }}" }
`,
      reports: ['4:26 `visits` is missing: pass a whole number'],
    },
  ],
}
