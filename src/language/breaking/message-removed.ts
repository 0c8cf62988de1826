import { identifierOf } from '../message-name.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { isRemoved } from './project-pair.ts'

export const rule: BreakingRule = {
  name: 'message-removed',
  summary: 'A message is gone, and with it the function that sends it.',
  why: 'Code that sends the message does not compile any more. Change the callers in the same step; a message that was moved has another name, and is another message to them.',
  severity: 'error',
  breaks: ['callers'],
  *compare(pair) {
    for (const message of pair.before.messages.keys()) {
      if (!isRemoved(pair, message)) continue
      const name = identifierOf(message)
      const text = `the message is gone, and \`send${name}\` and \`render${name}\` with it: change the callers, too`
      yield { message, path: [], text }
    }
  },
  examples: [
    {
      title: 'a message more than before',
      before: { 'greeting.yaml': 'message: { text: Hello! }\n' },
      after: {
        'greeting.yaml': 'message: { text: Hello! }\n',
        'goodbye.yaml': 'message: { text: Goodbye! }\n',
      },
      reports: [],
    },
    {
      title: 'a message that is called otherwise',
      before: { 'greeting.yaml': 'message: { text: Hello! }\n' },
      after: { 'hello.yaml': 'message: { text: Hello! }\n' },
      reports: [
        'greeting: the message is gone, and `sendGreeting` and `renderGreeting` with it: change the callers, too',
      ],
    },
  ],
}
