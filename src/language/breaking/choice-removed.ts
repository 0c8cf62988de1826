import type { BreakingRule } from './breaking-rule.ts'
import { choicePairs, type OfferedChoice, sampleIds } from './choice-pairs.ts'
import { placeOfChoice } from './choice-place.ts'
import { choicesOfRemoved, nameChoices } from './choices-of-removed.ts'
import { oneButton, twoButtons } from './example-texts.ts'
import { isRemoved, type ProjectPair } from './project-pair.ts'
import { candidatesOf, readTap } from './tap-readings.ts'

export const rule: BreakingRule = {
  name: 'choice-removed',
  summary: 'A button or row is gone, and customers can still tap it in messages that they have.',
  why: 'Messages stay on phones, so taps on the old id go on to arrive, and nothing reads them any more. The code that handles the id does not compile either. List the id under `retired`, with a reason and a date: then taps on it are read and handled as before, and nothing new may take the id. A message that is gone has no file to list it in: keep the file, which nothing needs to send, until no such message can be on a phone.',
  severity: 'error',
  breaks: ['callers', 'conversations'],
  *compare(pair) {
    const gone = choicePairs(pair).filter(
      ({ before, after }) => after === undefined && !isReused(pair, before),
    )
    for (const { message, choices } of choicesOfRemoved(pair, gone)) {
      const [them, handlers] = [choices.length === 1 ? 'it' : 'them', handlersOf(pair, choices)]
      const text = `the message is gone with ${nameChoices(choices)}, and taps on ${them} in messages that customers have go to the handler ${handlers} now: keep the file until nobody can tap ${them} any more, or let that handler answer`
      yield { message, path: [], text }
    }
    for (const { before } of gone) {
      if (isRemoved(pair, before.message)) continue
      const { type, id } = before.definition
      const text = wasRetired(pair, before)
        ? `\`${id}\` is not listed under \`retired\` any more, so taps on it in messages that customers have are not read: list it until no such message can be on a phone`
        : `the ${type} \`${id}\` is gone, and taps on it in messages that customers have are not read any more: keep it, or list it under \`retired\` with a reason and a date`
      yield {
        message: before.message,
        path: placeOfChoice(pair.after, before.message, before.definition.id),
        text,
      }
    }
  },
  examples: [
    {
      title: 'a button that is retired',
      before: { 'parcel.yaml': twoButtons },
      after: {
        'parcel.yaml': `${oneButton}retired:
  - { id: wait, reason: Nobody wants to wait., date: 2026-03-01 }
`,
      },
      reports: [],
    },
    {
      title: 'a button more than before',
      before: { 'parcel.yaml': oneButton },
      after: { 'parcel.yaml': twoButtons },
      reports: [],
    },
    {
      title: 'a button that is gone',
      before: { 'parcel.yaml': twoButtons },
      after: { 'parcel.yaml': oneButton },
      reports: [
        'parcel: the button `wait` is gone, and taps on it in messages that customers have are not read any more: keep it, or list it under `retired` with a reason and a date',
      ],
    },
    {
      title: 'a retired button that is forgotten',
      before: {
        'parcel.yaml': `${oneButton}retired:
  - { id: wait, reason: Nobody wants to wait., date: 2026-03-01 }
`,
      },
      after: { 'parcel.yaml': oneButton },
      reports: [
        'parcel: `wait` is not listed under `retired` any more, so taps on it in messages that customers have are not read: list it until no such message can be on a phone',
      ],
    },
    {
      title: 'a message that is gone',
      before: { 'parcel.yaml': twoButtons },
      after: { 'greeting.yaml': 'message: { text: Hello! }\n' },
      reports: [
        'parcel: the message is gone with its buttons `call`, `wait`, and taps on them in messages that customers have go to the handler `unknown` now: keep the file until nobody can tap them any more, or let that handler answer',
      ],
    },
  ],
}

/** The handlers that are given the taps on choices that nothing reads any more. */
function handlersOf(pair: ProjectPair, choices: readonly OfferedChoice[]): string {
  const types = choices.flatMap(({ message, definition }) =>
    sampleIds(definition).map((id) => readTap(pair, message, { id, text: undefined }).after.type),
  )
  const found = new Set(types.length === 0 ? ['unknown'] : types)
  return [...found].map((type) => `\`${type.replace('-choice', '')}\``).join(' or ')
}

function wasRetired({ before }: ProjectPair, { message, definition }: OfferedChoice): boolean {
  const retired = before.messages.get(message)?.retired ?? []
  return retired.some(({ id }) => id === definition.id)
}

/** Whether something else is read where a choice was. */
function isReused(pair: ProjectPair, { message, definition }: OfferedChoice): boolean {
  return sampleIds(definition).some(
    (id) => candidatesOf(readTap(pair, message, { id, text: undefined }).after).length > 0,
  )
}
