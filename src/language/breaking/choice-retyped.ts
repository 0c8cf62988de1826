import type { BreakingRule } from './breaking-rule.ts'
import { choicePairs } from './choice-pairs.ts'
import { placeOfChoice } from './choice-place.ts'
import { oneButton } from './example-texts.ts'

const oneRow = `message:
  text: Your parcel is late.
  listMessage:
    button: { text: Choose }
    sections:
      - { title: Parcel, rows: [{ id: call, text: Call us }] }
`

export const rule: BreakingRule = {
  name: 'choice-retyped',
  summary: 'A button is a row now, or a row a button.',
  why: 'Handlers are told which of the two was tapped: what arrives from old messages is said to be the other one, and code that compares the type does not compile any more.',
  severity: 'error',
  breaks: ['callers', 'conversations'],
  *compare(pair) {
    for (const { before, after } of choicePairs(pair)) {
      if (after === undefined || after.definition.type === before.definition.type) continue
      const { type, id } = before.definition
      const text = `\`${id}\` was a ${type} and is a ${after.definition.type}: give it a new id, and list the old one under \`retired\` with \`type: ${type}\``
      yield {
        message: before.message,
        path: placeOfChoice(pair.after, before.message, before.definition.id),
        text,
      }
    }
  },
  examples: [
    {
      title: 'a button that says something else',
      before: { 'parcel.yaml': oneButton },
      after: { 'parcel.yaml': oneButton.replace('Call us', 'Ring us') },
      reports: [],
    },
    {
      title: 'a button that becomes a row',
      before: { 'parcel.yaml': oneButton },
      after: { 'parcel.yaml': oneRow },
      reports: [
        'parcel: `call` was a button and is a row: give it a new id, and list the old one under `retired` with `type: button`',
      ],
    },
  ],
}
