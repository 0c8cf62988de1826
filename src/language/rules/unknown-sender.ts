import { formats } from '../../model/formats.ts'
import { nearMiss } from '../../model/near-miss.ts'
import type { AuthorCheck } from './author-check.ts'
import type { Rule } from './rule.ts'
import { excerpt } from './verdict.ts'

export const check: AuthorCheck = {
  name: 'unknown-sender',
  severity: 'warning',
  *check({ texts }, { senders }) {
    if (senders.length === 0) return
    for (const { field, shape, path, parts } of texts) {
      if (field !== 'sender' && field !== 'sender.id') continue
      const unknown = shape.values?.find(
        (value) => formats.e164.matches(value) && !senders.includes(value),
      )
      if (unknown === undefined) continue
      const meant = nearMiss(unknown, senders)
      const wayOut =
        meant === undefined ? 'add it there, or name one of them' : `did you mean ${excerpt(meant)}`
      const message = `sender ${excerpt(unknown)} is none of the \`senders\` of the config: ${wayOut}`
      const part = parts.find(({ reference }) => reference !== undefined)
      yield { path, message, ...(part === undefined ? {} : { span: part.span }) }
    }
  },
}

export const rule: Rule = {
  name: check.name,
  summary: 'A message names a sender that the config does not list.',
  why: 'The API refuses a number that is not one of the business, `ERROR_CODE_INVALID_SENDER_ID`; a digit is typed wrongly sooner than a number is bought.',
  severity: check.severity,
  isLocked: false,
  examples: [
    {
      title: 'one of the senders',
      yaml: `message: { text: Thank you! }
sender: "+14151111234"
`,
      senders: ['+14151111234'],
      reports: [],
    },
    {
      title: 'two digits exchanged',
      yaml: `message: { text: Thank you! }
sender: "+14151111243"
`,
      senders: ['+14151111234'],
      reports: [
        '2:9 sender "+14151111243" is none of the `senders` of the config: did you mean "+14151111234"',
      ],
    },
  ],
}
