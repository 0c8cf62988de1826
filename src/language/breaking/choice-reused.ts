import type { BreakingRule } from './breaking-rule.ts'
import { choicePairs, sampleIds } from './choice-pairs.ts'
import { placeOfChoice } from './choice-place.ts'
import { oneButton } from './example-texts.ts'
import { candidatesOf, readTap } from './tap-readings.ts'

export const rule: BreakingRule = {
  name: 'choice-reused',
  summary: 'The id of a button or row that is gone is read as something else now.',
  why: 'A tap on the old message is taken for a tap on the new one: the customer said one thing, and the application does another. Give the new one an id that was never used, and list the old one under `retired`.',
  severity: 'error',
  breaks: ['callers', 'conversations'],
  *compare(pair) {
    for (const { before, after } of choicePairs(pair)) {
      if (after !== undefined) continue
      const { message, definition } = before
      for (const id of sampleIds(definition)) {
        const [other] = candidatesOf(readTap(pair, message, { id, text: undefined }).after)
        if (other === undefined) continue
        const where = other.message === message ? '' : ` of \`${other.message}\``
        const text = `the ${definition.type} \`${definition.id}\` is gone, and a tap on it (${JSON.stringify(id)}) is read as \`${other.id}\`${where} now: give that another id, and list the old one under \`retired\``
        yield { message, path: placeOfChoice(pair.after, message, definition.id), text }
        break
      }
    }
  },
  examples: [
    {
      title: 'an id of its own for what is new',
      before: { 'parcel.yaml': oneButton },
      after: {
        'parcel.yaml': `${oneButton}      - { id: wait, text: Wait for it }
`,
      },
      reports: [],
    },
    {
      title: 'the id of a button in another message',
      before: { 'parcel.yaml': oneButton },
      after: { 'late.yaml': oneButton, 'parcel.yaml': oneButton.replace('id: call', 'id: ring') },
      reports: [
        'parcel: the button `call` is gone, and a tap on it ("call") is read as `call` of `late` now: give that another id, and list the old one under `retired`',
      ],
    },
  ],
}
