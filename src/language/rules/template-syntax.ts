import type { Rule } from './rule.ts'

/** Reported where templates are read. */
export const rule: Rule = {
  name: 'template-syntax',
  summary: 'Between `{{` and `}}` stands something else than a name.',
  why: 'Templates have neither filters nor logic. What they cannot fill in, the customer would read as it is typed.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a name, and two braces that are meant as such',
      yaml: `variables:
  customer: string(40)
message:
  text: 'Hi {{ customer }}, write \\{{ if you like braces'
`,
      reports: [],
    },
    {
      title: 'a filter',
      yaml: `variables:
  customer: string(40)
message:
  text: "Hi {{ customer | upper }}"
`,
      reports: [
        '4:13 template variables have no filters (`|`): pass the value as it shall be read, `{{ customer }}`',
      ],
    },
    {
      title: 'braces that are never closed',
      yaml: `message:
  text: "Hi {{ customer, welcome"
`,
      reports: [
        '2:13 `{{` opens a template variable that is never closed: write `{{ name }}`, or `\\{{` for the two braces themselves',
      ],
    },
  ],
}
