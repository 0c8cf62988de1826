import { findUnread } from '../../model/data-fit.ts'
import type { MessageReplies } from '../../model/reply-table.ts'
import { formatPath, type Path } from '../../model/source.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { choicePairs } from './choice-pairs.ts'
import { oneButton } from './example-texts.ts'

export const rule: BreakingRule = {
  name: 'callback-data-unread',
  summary: 'The decoder does not take the `callbackData` any more that old messages bring back.',
  why: 'What was sent comes back with every tap, months later too. In another form it is not what the generated type promises, so handlers are given `undefined` in its place: let them do without it. Where it cannot be proven that all of it is read, the change counts as one that breaks.',
  severity: 'error',
  breaks: ['conversations'],
  *compare(pair) {
    const seen = new Set<string>()
    for (const { before, after } of choicePairs(pair)) {
      if (after === undefined || seen.has(before.message)) continue
      seen.add(before.message)
      const place = unreadOf(before.replies, after.replies)
      if (place === undefined) continue
      const text =
        after.replies.callbackData === undefined
          ? '`callbackData` is gone, and taps on old messages bring it back: keep it, or let handlers do without it'
          : `\`${formatPath(['callbackData', ...place])}\` of old messages is not read any more, so handlers of their taps get no callback data: keep its form, or let handlers do without it`
      yield { message: before.message, path: ['callbackData', ...place], text }
    }
  },
  examples: [
    {
      title: 'callback data where there was none',
      before: { 'parcel.yaml': oneButton },
      after: { 'parcel.yaml': `${oneButton}callbackData: { flow: parcels }\n` },
      reports: [],
    },
    {
      title: 'a key more than before',
      before: { 'parcel.yaml': `${oneButton}callbackData: { flow: parcels }\n` },
      after: { 'parcel.yaml': `${oneButton}callbackData: { flow: parcels, step: 1 }\n` },
      reports: [
        'parcel: `callbackData` of old messages is not read any more, so handlers of their taps get no callback data: keep its form, or let handlers do without it',
      ],
    },
    {
      title: 'another value',
      before: { 'parcel.yaml': `${oneButton}callbackData: { flow: parcels }\n` },
      after: { 'parcel.yaml': `${oneButton}callbackData: { flow: deliveries }\n` },
      reports: [
        'parcel: `callbackData.flow` of old messages is not read any more, so handlers of their taps get no callback data: keep its form, or let handlers do without it',
      ],
    },
  ],
}

function unreadOf(before: MessageReplies, after: MessageReplies): Path | undefined {
  if (before.callbackData === undefined) return undefined
  if (after.callbackData === undefined) return []
  return findUnread(
    { written: before.callbackData, variables: before.variables ?? {} },
    { written: after.callbackData, variables: after.variables ?? {} },
  )
}
