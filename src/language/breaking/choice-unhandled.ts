import type { BreakingRule } from './breaking-rule.ts'
import { choicesIn, findChoice } from './choice-pairs.ts'
import { placeOfChoice } from './choice-place.ts'
import { oneButton, twoButtons } from './example-texts.ts'

export const rule: BreakingRule = {
  name: 'choice-unhandled',
  summary: 'There is a button or row that the handlers of replies do not name yet.',
  why: '`handleReplies` asks for a handler for every choice, so that no tap goes unanswered: the code that calls it does not compile until it names the new one. A project that does not read replies sets this rule to `off`.',
  severity: 'error',
  breaks: ['callers'],
  *compare({ before, after }) {
    // Where nothing could be tapped, nobody handles taps.
    if (choicesIn(before.replies).length === 0) return
    for (const { message, definition } of choicesIn(after.replies)) {
      if (definition.overlap === 'always') continue
      const old = findChoice(before.replies, message, definition.id)
      if (old !== undefined && old.definition.overlap !== 'always') continue
      const text =
        old === undefined
          ? `the ${definition.type} \`${definition.id}\` is new, and \`handleReplies\` asks for its handler: write one with it`
          : `the ${definition.type} \`${definition.id}\` is no longer like one of another message, and \`handleReplies\` asks for its handler: write one with it`
      yield { message, path: placeOfChoice(after, message, definition.id), text }
    }
  },
  examples: [
    {
      title: 'the first button of a project',
      before: { 'parcel.yaml': 'message: { text: Your parcel is late. }\n' },
      after: { 'parcel.yaml': oneButton },
      reports: [],
    },
    {
      title: 'one more button',
      before: { 'parcel.yaml': oneButton },
      after: { 'parcel.yaml': twoButtons },
      reports: [
        'parcel: the button `wait` is new, and `handleReplies` asks for its handler: write one with it',
      ],
    },
  ],
}
