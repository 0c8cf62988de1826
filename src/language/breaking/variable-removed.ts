import type { BreakingRule } from './breaking-rule.ts'
import { messagePairs } from './project-pair.ts'
import { variableChanges } from './variable-changes.ts'

export const rule: BreakingRule = {
  name: 'variable-removed',
  summary: 'A variable that callers pass is not declared any more.',
  why: 'An unknown variable does not compile, and is refused where nothing compiles it. Change the callers first, while the variable still has a `default`.',
  severity: 'error',
  breaks: ['callers'],
  *compare(pair) {
    for (const messages of messagePairs(pair)) {
      for (const { name } of variableChanges(messages).removed) {
        const text = `\`${name}\` is gone, and callers still pass it: change the callers with it`
        yield { message: messages.name, path: ['variables', name], text }
      }
    }
  },
  examples: [
    {
      title: 'a variable that moves in the text',
      before: {
        'greeting.yaml': `variables:
  name: string
message: { text: "Hello {{ name }}!" }
`,
      },
      after: {
        'greeting.yaml': `variables:
  name: string
message: { text: "{{ name }}, hello!" }
`,
      },
      reports: [],
    },
    {
      title: 'a variable that is gone',
      before: {
        'greeting.yaml': `variables:
  name: string
message: { text: "Hello {{ name }}!" }
`,
      },
      after: { 'greeting.yaml': 'message: { text: Hello! }\n' },
      reports: ['greeting: `name` is gone, and callers still pass it: change the callers with it'],
    },
  ],
}
