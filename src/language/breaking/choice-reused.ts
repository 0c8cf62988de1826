import type { Break, BreakingRule } from './breaking-rule.ts'
import { choicePairs, type OfferedChoice, sampleIds } from './choice-pairs.ts'
import { placeOfChoice } from './choice-place.ts'
import { choicesOfRemoved, nameChoices, type RemovedChoices } from './choices-of-removed.ts'
import { oneButton } from './example-texts.ts'
import { isRemoved, type ProjectPair } from './project-pair.ts'
import { candidatesOf, readTap } from './tap-readings.ts'

export const rule: BreakingRule = {
  name: 'choice-reused',
  summary: 'The id of a button or row that is gone is read as something else now.',
  why: 'A tap on the old message is taken for a tap on the new one: the customer said one thing, and the application does another. Give the new one an id that was never used, and list the old one under `retired`. A message that is called otherwise is another message: where its buttons mean what they meant, nothing is lost, and the change can be accepted.',
  severity: 'error',
  breaks: ['callers', 'conversations'],
  *compare(pair) {
    const gone = choicePairs(pair).filter(({ after }) => after === undefined)
    yield* findTaken(pair, choicesOfRemoved(pair, gone))
    for (const { before } of gone) {
      const { message, definition } = before
      const taker = isRemoved(pair, message) ? undefined : takerOf(pair, before)
      if (taker === undefined) continue
      const where = taker.message === message ? '' : ` of \`${taker.message}\``
      const text = `the ${definition.type} \`${definition.id}\` is gone, and a tap on it (${JSON.stringify(taker.tapped)}) is read as \`${taker.id}\`${where} now: give that another id, and list the old one under \`retired\``
      yield { message, path: placeOfChoice(pair.after, message, definition.id), text }
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
    {
      title: 'a message that is called otherwise',
      before: { 'parcel.yaml': oneButton },
      after: { 'late.yaml': oneButton },
      reports: [
        'parcel: the message is gone, and taps on its button `call` are read as taps on `late` now: keep the file and give `late` ids of its own, unless both mean the same',
      ],
    },
  ],
}

interface Taker {
  readonly message: string
  readonly id: string
  /** The text of the old id that is read so. */
  readonly tapped: string
}

/** What a tap on an old choice is read as, if it is anything. */
function takerOf(pair: ProjectPair, { message, definition }: OfferedChoice): Taker | undefined {
  for (const tapped of sampleIds(definition)) {
    const [taker] = candidatesOf(readTap(pair, message, { id: tapped, text: undefined }).after)
    if (taker !== undefined) return { message: taker.message, id: taker.id, tapped }
  }
  return undefined
}

/** What became of the choices of messages that are gone, by the message that has them now. */
function* findTaken(pair: ProjectPair, removed: readonly RemovedChoices[]): Iterable<Break> {
  for (const { message, choices } of removed) {
    const groups = Map.groupBy(choices, (choice) => takerOf(pair, choice)?.message)
    for (const [other, taken] of groups) {
      if (other === undefined) continue
      const text = `the message is gone, and taps on ${nameChoices(taken)} are read as taps on \`${other}\` now: keep the file and give \`${other}\` ids of its own, unless both mean the same`
      yield { message, path: [], text }
    }
  }
}
