import { limitRules } from '../rules/limit-rules.ts'
import type { BreakingRule } from './breaking-rule.ts'

export const rule: BreakingRule = {
  name: 'message-unreadable',
  summary: 'A message that was fine has errors now, so that nobody can say what changes in it.',
  why: 'Nothing is generated from files with errors, and what cannot be read is not compared: the other findings say nothing about this message. Mend what lint reports.',
  severity: 'error',
  breaks: ['callers', 'conversations', 'limits'],
  *compare({ before, after }) {
    for (const message of before.messages.keys()) {
      if (after.messages.has(message)) continue
      const errors = after.diagnostics.filter(
        ({ file, rule: name, severity }) =>
          severity === 'error' && !limitRules.has(name) && after.owners.get(file) === message,
      )
      const [first] = errors
      if (first === undefined) continue
      const more = errors.length === 1 ? '' : `, and ${errors.length - 1} more`
      const text = `the message cannot be compared, it has errors: ${first.message}${more}`
      yield { message, path: first.path, text }
    }
  },
  examples: [
    {
      title: 'a message without errors',
      before: { 'greeting.yaml': 'message: { text: Hello! }\n' },
      after: { 'greeting.yaml': 'message: { text: Hi! }\n' },
      reports: [],
    },
    {
      title: 'a key that does not exist',
      before: { 'greeting.yaml': 'message: { text: Hello! }\n' },
      after: { 'greeting.yaml': 'mesage: { text: Hello! }\n' },
      reports: [
        'greeting: the message cannot be compared, it has errors: unknown key `mesage`: did you mean `message`?',
      ],
    },
  ],
}
