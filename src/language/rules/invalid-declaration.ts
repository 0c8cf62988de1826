import type { Rule } from './rule.ts'

/** Reported where the declarations of variables are read. */
export const rule: Rule = {
  name: 'invalid-declaration',
  summary: 'A variable is declared in a way that no value can satisfy, or that cannot be checked.',
  why: 'What a variable may be is the ground on which every other check stands, and the type that callers see.',
  severity: 'error',
  isLocked: true,
  source: 'https://json-schema.org/draft/2020-12/json-schema-validation',
  examples: [
    {
      title: 'bounds in order',
      yaml: `variables:
  code: { type: string, minLength: 4, maxLength: 8 }
message: { text: "Your code: {{ code }}" }
`,
      reports: [],
    },
    {
      title: 'bounds that leave nothing',
      yaml: `variables:
  code: { type: string, minLength: 8, maxLength: 4 }
message: { text: "Your code: {{ code }}" }
`,
      reports: ['2:36 `minLength` 8 is above `maxLength` 4, so no text is allowed: swap them'],
    },
    {
      title: 'a default outside its own declaration',
      yaml: `variables:
  visits: { type: integer, minimum: 1, default: 0 }
message: { text: "Visits: {{ visits }}" }
`,
      reports: ['2:49 `default` is 0, and must be at least 1'],
    },
    {
      title: 'a pattern that looks ahead',
      yaml: `variables:
  code: { type: string, pattern: "^(?=A)[A-Z]{4}$" }
message: { text: "Your code: {{ code }}" }
`,
      reports: ['2:36 `(?=` looks around, which patterns cannot: use a plain group'],
    },
  ],
}
