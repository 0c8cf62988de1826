import type { BreakingRule } from './breaking-rule.ts'
import { choicesIn } from './choice-pairs.ts'
import { oneButton } from './example-texts.ts'

export const rule: BreakingRule = {
  name: 'tracking-started',
  summary:
    'Every send carries the key of `tracking` now, and messages that customers have carry none.',
  why: 'A tap without the key is read as one on a message that another project sent: `handleReplies` calls `foreign`, not the handler of the choice. `candidates` of that event name the choices that it would have been: act on them as long as such messages are on phones.',
  severity: 'error',
  breaks: ['conversations'],
  *compare({ before, after }) {
    if (after.replies.tracking !== true || before.replies.tracking === true) return
    for (const message of new Set(choicesIn(before.replies).map((choice) => choice.message))) {
      const text =
        'taps on messages that were sent without `tracking` are read as `foreign-choice` now: act on `candidates` of that event, too'
      yield { message, path: ['message'], text }
    }
  },
  examples: [
    {
      title: '`tracking` as before',
      before: { 'parcel.yaml': oneButton },
      after: { 'parcel.yaml': oneButton },
      tracking: { before: true, after: true },
      reports: [],
    },
    {
      title: '`tracking` that the config turns on',
      before: { 'parcel.yaml': oneButton },
      after: { 'parcel.yaml': oneButton },
      tracking: { before: false, after: true },
      reports: [
        'parcel: taps on messages that were sent without `tracking` are read as `foreign-choice` now: act on `candidates` of that event, too',
      ],
    },
  ],
}
