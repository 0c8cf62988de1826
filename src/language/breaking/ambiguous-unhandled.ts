import type { ReplyTable } from '../../model/reply-table.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { choicePairs, choicesIn } from './choice-pairs.ts'
import { placeOfChoice } from './choice-place.ts'
import { oneButton } from './example-texts.ts'

export const rule: BreakingRule = {
  name: 'ambiguous-unhandled',
  summary: 'Two buttons or rows can have one id now, which the handlers of replies must answer.',
  why: '`handleReplies` asks for an `ambiguous` handler where a tap alone cannot tell which of two choices was meant, and takes no handler for a choice that is always like another one. Ids of a form of their own, or `tracking`, need neither.',
  severity: 'error',
  breaks: ['callers'],
  *compare(pair) {
    const { before, after } = pair
    const isNew = choicesIn(before.replies).length > 0 && !hasOverlap(before.replies)
    const first = choicesIn(after.replies).find(
      ({ definition }) => definition.overlap !== undefined,
    )
    if (isNew && first !== undefined) {
      const text = `taps on \`${first.definition.id}\` can be taken for another choice now, and \`handleReplies\` asks for an \`ambiguous\` handler: give ids forms of their own, or write one`
      const path = placeOfChoice(after, first.message, first.definition.id)
      yield { message: first.message, path, text }
    }
    for (const { before: old, after: now } of choicePairs(pair)) {
      if (now?.definition.overlap !== 'always' || old.definition.overlap === 'always') continue
      const text = `taps on \`${now.definition.id}\` are always like those on another choice now, and \`handleReplies\` takes no handler for it: give it an id of its own`
      yield {
        message: now.message,
        path: placeOfChoice(after, now.message, now.definition.id),
        text,
      }
    }
  },
  examples: [
    {
      title: 'an id of its own in another message',
      before: { 'parcel.yaml': oneButton },
      after: {
        'late.yaml': oneButton.replace('id: call', 'id: ring'),
        'parcel.yaml': oneButton,
      },
      reports: [],
    },
    {
      title: 'the same id in another message',
      before: { 'parcel.yaml': oneButton },
      after: { 'late.yaml': oneButton, 'parcel.yaml': oneButton },
      reports: [
        'late: taps on `call` can be taken for another choice now, and `handleReplies` asks for an `ambiguous` handler: give ids forms of their own, or write one',
        'parcel: taps on `call` are always like those on another choice now, and `handleReplies` takes no handler for it: give it an id of its own',
      ],
    },
  ],
}

function hasOverlap(table: ReplyTable): boolean {
  return choicesIn(table).some(({ definition }) => definition.overlap !== undefined)
}
