import type { BreakingRule } from './breaking-rule.ts'
import { choicePairs } from './choice-pairs.ts'
import { placeOfChoice } from './choice-place.ts'
import { twoButtons } from './example-texts.ts'
import { readTap } from './tap-readings.ts'

export const rule: BreakingRule = {
  name: 'choice-moved',
  summary: 'What a button or row said stands on another id now.',
  why: 'Who taps it in an old message sends the old id, so the customer says one thing and the application does what another one means; and the oldest webhooks bring the text alone, which is read as the other id. Let every text keep its id.',
  severity: 'error',
  breaks: ['conversations'],
  *compare(pair) {
    for (const { before, after } of choicePairs(pair)) {
      if (after === undefined) continue
      const { message, definition } = before
      for (const label of definition.labels ?? []) {
        const reading = readTap(pair, message, { id: undefined, text: label })
        if (reading.before.type !== 'choice' || reading.after.type !== 'choice') continue
        const { choice } = reading.after
        if (choice.message === message && choice.id === definition.id) continue
        const where = choice.message === message ? '' : ` of \`${choice.message}\``
        const text = `the ${definition.type} ${JSON.stringify(label)} had the id \`${definition.id}\` and has \`${choice.id}\`${where} now: let it keep its id`
        yield { message, path: placeOfChoice(pair.after, message, definition.id), text }
        break
      }
    }
  },
  examples: [
    {
      title: 'buttons in another order',
      before: { 'parcel.yaml': twoButtons },
      after: {
        'parcel.yaml': `message:
  text: Your parcel is late.
  replyButtonMessage:
    buttons:
      - { id: wait, text: Wait for it }
      - { id: call, text: Call us }
`,
      },
      reports: [],
    },
    {
      title: 'texts that changed places',
      before: { 'parcel.yaml': twoButtons },
      after: {
        'parcel.yaml': twoButtons
          .replace('id: call', 'id: x')
          .replace('id: wait', 'id: call')
          .replace('id: x', 'id: wait'),
      },
      reports: [
        'parcel: the button "Call us" had the id `call` and has `wait` now: let it keep its id',
        'parcel: the button "Wait for it" had the id `wait` and has `call` now: let it keep its id',
      ],
    },
  ],
}
