import type { BreakingRule } from './breaking-rule.ts'
import { messagePairs } from './project-pair.ts'
import { variableChanges } from './variable-changes.ts'

export const rule: BreakingRule = {
  name: 'variable-required',
  summary: 'Callers must pass a variable that they need not pass before.',
  why: 'Code that sends the message does not compile any more, and is refused where nothing compiles it. Give the variable a `default` until every caller passes it.',
  severity: 'error',
  breaks: ['callers'],
  *compare(pair) {
    for (const messages of messagePairs(pair)) {
      const { added, kept } = variableChanges(messages)
      for (const { name, declaration } of added) {
        if (declaration.default !== undefined) continue
        const text = `\`${name}\` is new and callers do not pass it: give it a \`default\`, or change the callers`
        yield { message: messages.name, path: ['variables', name], text }
      }
      for (const { name, before, after } of kept) {
        if (before.default === undefined || after.default !== undefined) continue
        const text = `\`${name}\` has no \`default\` any more, so callers must pass it: keep the \`default\`, or change the callers`
        yield { message: messages.name, path: ['variables', name], text }
      }
    }
  },
  examples: [
    {
      title: 'a new variable that callers need not pass',
      before: { 'greeting.yaml': 'message: { text: Hello! }\n' },
      after: {
        'greeting.yaml': `variables:
  name: { type: string, default: you }
message: { text: "Hello {{ name }}!" }
`,
      },
      reports: [],
    },
    {
      title: 'a new variable without a default',
      before: { 'greeting.yaml': 'message: { text: Hello! }\n' },
      after: {
        'greeting.yaml': `variables:
  name: string
message: { text: "Hello {{ name }}!" }
`,
      },
      reports: [
        'greeting: `name` is new and callers do not pass it: give it a `default`, or change the callers',
      ],
    },
    {
      title: 'a default that is gone',
      before: {
        'greeting.yaml': `variables:
  name: { type: string, default: you }
message: { text: "Hello {{ name }}!" }
`,
      },
      after: {
        'greeting.yaml': `variables:
  name: string
message: { text: "Hello {{ name }}!" }
`,
      },
      reports: [
        'greeting: `name` has no `default` any more, so callers must pass it: keep the `default`, or change the callers',
      ],
    },
  ],
}
