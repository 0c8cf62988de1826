import type { BreakingRule } from './breaking-rule.ts'
import { choicePairs, findChoice } from './choice-pairs.ts'
import { placeOfChoice } from './choice-place.ts'
import { oneButton, twoButtons } from './example-texts.ts'
import type { ProjectPair } from './project-pair.ts'
import { readTap } from './tap-readings.ts'

export const rule: BreakingRule = {
  name: 'choice-moved',
  summary: 'What a button or row said stands on another id now.',
  why: 'Who taps it in an old message sends the old id, so the customer says one thing and the application does what another one means; and the oldest webhooks bring the text alone, which is read as the other id. Let every text keep its id. A new id is no such change where the old one is listed under `retired`: taps on both are read, and say the same.',
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
        if (choice.message === message && isRenamed(pair, message, definition.id, choice.id))
          continue
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
      title: 'a new id, and the old one is retired',
      before: { 'parcel.yaml': oneButton },
      after: {
        'parcel.yaml': `${oneButton.replace('id: call', 'id: ring')}retired:
  - { id: call, reason: It is called ring now., date: 2026-03-01 }
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
    {
      title: 'the text of a retired id on one that meant something else',
      before: { 'parcel.yaml': twoButtons },
      after: {
        'parcel.yaml': `${oneButton.replace('id: call', 'id: wait')}retired:
  - { id: call, reason: Nobody calls., date: 2026-03-01 }
`,
      },
      reports: [
        'parcel: the button "Call us" had the id `call` and has `wait` now: let it keep its id',
      ],
    },
  ],
}

/** Whether an id gave way to one that was never used, and taps on it go on to be read. */
function isRenamed(
  { before, after }: ProjectPair,
  message: string,
  from: string,
  to: string,
): boolean {
  const isRetired = after.messages.get(message)?.retired?.some(({ id }) => id === from) === true
  return isRetired && findChoice(before.replies, message, to) === undefined
}
