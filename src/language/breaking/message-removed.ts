import type { BreakingRule } from './breaking-rule.ts'

export const rule: BreakingRule = {
  name: 'message-removed',
  summary: 'A message is gone, and with it the function that sends it.',
  why: 'Code that sends the message does not compile any more. Change the callers first; a message that was moved has another name, and is another message to them.',
  severity: 'error',
  breaks: ['callers'],
  *compare({ before, after }) {
    const owned = new Set(after.owners.values())
    for (const message of before.messages.keys()) {
      // A message that cannot be read is still there.
      if (after.messages.has(message) || owned.has(message)) continue
      const text = 'is gone, with the functions that send and render it: change the callers first'
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
        'greeting: is gone, with the functions that send and render it: change the callers first',
      ],
    },
  ],
}
