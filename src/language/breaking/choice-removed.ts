import type { BreakingRule } from './breaking-rule.ts'
import { choicePairs, type OfferedChoice, sampleIds } from './choice-pairs.ts'
import { placeOfChoice } from './choice-place.ts'
import { oneButton, twoButtons } from './example-texts.ts'
import type { ProjectPair } from './project-pair.ts'
import { candidatesOf, readTap } from './tap-readings.ts'

export const rule: BreakingRule = {
  name: 'choice-removed',
  summary: 'A button or row is gone, and customers can still tap it in messages that they have.',
  why: 'Messages stay on phones, so taps on the old id go on to arrive, and nothing reads them any more. The code that handles the id does not compile either. List the id under `retired`, with a reason and a date: then taps on it are read and handled as before, and nothing new may take the id.',
  severity: 'error',
  breaks: ['callers', 'conversations'],
  *compare(pair) {
    for (const { before, after } of choicePairs(pair)) {
      if (after !== undefined || isReused(pair, before)) continue
      const { type, id } = before.definition
      const text = `the ${type} \`${id}\` is gone, and taps on it in messages that customers have are not read any more: keep it, or list it under \`retired\` with a reason and a date`
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
  ],
}

/** Whether something else is read where a choice was. */
function isReused(pair: ProjectPair, { message, definition }: OfferedChoice): boolean {
  return sampleIds(definition).some(
    (id) => candidatesOf(readTap(pair, message, { id, text: undefined }).after).length > 0,
  )
}
