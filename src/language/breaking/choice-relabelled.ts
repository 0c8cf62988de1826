import type { BreakingRule } from './breaking-rule.ts'
import { choicePairs } from './choice-pairs.ts'
import { placeOfChoice } from './choice-place.ts'
import { twoButtons } from './example-texts.ts'
import { readTap } from './tap-readings.ts'

export const rule: BreakingRule = {
  name: 'choice-relabelled',
  summary: 'A button or row keeps its id and says something else.',
  why: 'A tap on an old message means what it said there. Where the new text means the same, all is well; where it does not, give it a new id and list the old one under `retired`.',
  severity: 'warning',
  breaks: ['conversations'],
  *compare(pair) {
    for (const { before, after } of choicePairs(pair)) {
      if (after === undefined) continue
      const { message, definition } = before
      const [old, now] = [definition.labels ?? [], after.definition.labels ?? []]
      const gone = old.find((label) => !now.includes(label))
      const fresh = now.find((label) => !old.includes(label))
      // What became of a text that nothing stands for now is not ours to guess.
      if (gone === undefined || fresh === undefined) continue
      // A text that moved to another id is said to have moved.
      if (readTap(pair, message, { id: undefined, text: gone }).after.type === 'choice') continue
      const text = `the ${definition.type} \`${definition.id}\` said ${JSON.stringify(gone)} and says ${JSON.stringify(fresh)}: give it a new id if that means something else`
      yield { message, path: placeOfChoice(pair.after, message, definition.id), text }
    }
  },
  examples: [
    {
      title: 'a new id for what is new',
      before: { 'parcel.yaml': twoButtons },
      after: {
        'parcel.yaml': `${twoButtons.replace('id: wait, text: Wait for it', 'id: cancel, text: Send it back')}retired:
  - { id: wait, reason: Parcels can be sent back now., date: 2026-03-01 }
`,
      },
      reports: [],
    },
    {
      title: 'an old id for what is new',
      before: { 'parcel.yaml': twoButtons },
      after: { 'parcel.yaml': twoButtons.replace('Wait for it', 'Send it back') },
      reports: [
        'parcel: the button `wait` said "Wait for it" and says "Send it back": give it a new id if that means something else',
      ],
    },
  ],
}
