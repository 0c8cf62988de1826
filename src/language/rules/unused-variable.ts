import type { Rule } from './rule.ts'

/** Reported over all files of a message. */
export const rule: Rule = {
  name: 'unused-variable',
  summary: 'A variable is declared and nothing uses it.',
  why: 'Callers have to pass a value that nobody ever reads. Often the text lost its variable by mistake.',
  severity: 'warning',
  isLocked: false,
  examples: [
    {
      title: 'a variable in its text',
      yaml: `variables:
  customer: string(40)
message: { text: "Hi {{ customer }}" }
`,
      reports: [],
    },
    {
      title: 'a variable that the text forgets',
      yaml: `variables:
  customer: string(40)
message: { text: Hi }
`,
      reports: [
        '2:3 `customer` is declared and nothing uses it: use it as `{{ customer }}`, or remove it, so that callers need not pass it',
      ],
    },
  ],
}
