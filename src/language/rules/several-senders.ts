import { envelopeLimits } from '../../model/limits-envelope.ts'
import type { AuthorCheck } from './author-check.ts'
import type { Rule } from './rule.ts'

export const check: AuthorCheck = {
  name: 'several-senders',
  severity: 'warning',
  *check({ root }, { senders, isVariant }) {
    const numbers = new Set(senders).size
    if (numbers < 2 || isVariant || Object.hasOwn(root, 'sender')) return
    const message = `the config lists ${numbers} senders and this message names none: add \`sender\`, or turn this rule off where every call names one`
    yield { path: ['message'], at: 'key', message, limit: envelopeLimits.senderNamed }
  },
}

export const rule: Rule = {
  name: check.name,
  summary: 'The config lists several senders, and a message names none of them.',
  why: 'Without a sender the platform chooses a number. Where it is not the one that the customer wrote to, the 24-hour window is closed for it, and the message is refused.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'a message that names its sender',
      yaml: `message: { text: Thank you! }
sender: "+14151111234"
`,
      senders: ['+14151111234', '+14151115678'],
      reports: [],
    },
    {
      title: 'a message that leaves it open',
      yaml: `message: { text: Thank you! }
`,
      senders: ['+14151111234', '+14151115678'],
      reports: [
        '1:1 the config lists 2 senders and this message names none: add `sender`, or turn this rule off where every call names one',
      ],
    },
  ],
}
