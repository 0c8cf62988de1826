import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../src/model/json.ts'
import { limits } from '../../src/model/limits.ts'
import type { ReplyTable } from '../../src/model/reply-table.ts'
import { createTapResolver, type ResolvedTap } from '../../src/model/resolve-tap.ts'
import { readTracking, trackingKeyOf } from '../../src/model/tracking.ts'

const long = 'returns/choose-another-size'
const messages: ReplyTable['messages'] = {
  'orders/shipped': {
    choices: [
      { type: 'row', id: 'parcel:{{ parcel.id }}', variables: { 'parcel.id': digits() } },
      { type: 'row', id: 'all', labels: ['All of them', 'Todos'] },
      { type: 'row', id: 'yes', overlap: 'always' },
    ],
    callbackData: { flow: 'tracking', order: '{{ order }}' },
    variables: { order: { type: 'string', pattern: '^WW[0-9]{6}$' } },
  },
  [long]: {
    choices: [
      { type: 'button', id: 'yes', labels: ['Yes'], overlap: 'always' },
      { type: 'button', id: '{{ size }}', variables: { size: { type: 'integer', maximum: 50 } } },
    ],
  },
  'support/answer': {},
}

function digits(): { type: 'string'; pattern: string } {
  return { type: 'string', pattern: '^[0-9]{1,12}$' }
}

function tap(
  id: string | undefined,
  callbackData?: JsonValue,
  { tracking = false, text = 'x' } = {},
): ResolvedTap {
  const resolve = createTapResolver({ messages, tracking })
  return resolve({ reply: { id, text }, callbackData, tracking: readTracking(callbackData) })
}

const data = { flow: 'tracking', order: 'WW104233' }
const parcel = {
  message: 'orders/shipped',
  id: 'parcel:{{ parcel.id }}',
  type: 'row',
  keys: { parcel: { id: '7' } },
}

describe('a tap', () => {
  it('is resolved to message, choice, key and data', () => {
    const choice = { ...parcel, callbackData: data }
    expect(tap('parcel:7', data)).toEqual({ type: 'choice', choice })
    const tracked = { ...data, $c: 'orders/shipped' }
    expect(tap('parcel:7', tracked)).toEqual({ type: 'choice', choice })
    expect(tap('parcel:7', tracked, { tracking: true })).toEqual({ type: 'choice', choice })
  })

  it.each<JsonValue | undefined>([
    undefined,
    null,
    7,
    { flow: 'tracking' },
    { ...data, more: 1 },
    { ...data, order: 'x' },
    { ...data, flow: 'other' },
  ])('has no typed data where it is not what the message sends: %j', (callbackData) => {
    const choice = { ...parcel, callbackData: undefined }
    expect(tap('parcel:7', callbackData)).toEqual({ type: 'choice', choice })
  })

  it.each(['parcel:x', 'parcel:', 'parcel:1234567890123', 'parcel:7\n', 'parcel:__proto__'])(
    'with a key that is never sent is forged: %j',
    (id) => {
      expect(tap(id)).toEqual({ type: 'forged-choice', message: undefined })
      const message = 'orders/shipped'
      expect(tap(id, { $c: message })).toEqual({ type: 'forged-choice', message })
    },
  )

  it.each(['none', '', '__proto__', 'constructor', 'ALL', `parcel:${'7'.repeat(300)}x`.repeat(9)])(
    'on what no message offers is unknown, or too long to be ours: %j',
    (id) => {
      const { type } = tap(id)
      expect(type).toBe(id.startsWith('parcel:') ? 'forged-choice' : 'unknown-choice')
    },
  )

  it('of a template without fixed text is forged only where the message is known', () => {
    expect(tap('51')).toEqual({ type: 'unknown-choice', message: undefined })
    const $c = trackingKeyOf(long)
    expect(tap('51', { $c })).toEqual({ type: 'forged-choice', message: long })
    expect(tap('50', { $c })).toMatchObject({ choice: { keys: { size: 50 } } })
  })

  it('that two messages share is told by its key of tracking, and by nothing else', () => {
    expect(tap('yes')).toMatchObject({
      type: 'ambiguous-choice',
      candidates: [{ message: 'orders/shipped' }, { message: long }],
    })
    expect(tap('yes', { $c: trackingKeyOf(long) })).toMatchObject({
      type: 'choice',
      choice: { message: long, type: 'button' },
    })
  })

  it('whose key names a message that we do not know is foreign', () => {
    const foreign = { type: 'foreign-choice', candidates: [] }
    expect(tap('all', { $c: 'other/message' })).toEqual(foreign)
    expect(tap('all', { $c: 'other/message.run.1' }, { tracking: true })).toEqual(foreign)
    expect(tap('all', { $c: '__proto__' })).toMatchObject({ type: 'choice' })
  })

  it('without a key is foreign where every send has one, and says what it could be', () => {
    const tracking = { tracking: true }
    expect(tap('all', data, tracking)).toMatchObject({
      type: 'foreign-choice',
      candidates: [{ id: 'all', callbackData: data }],
    })
    expect(tap('yes', undefined, tracking)).toMatchObject({ candidates: [{}, {}] })
    expect(tap('none', undefined, tracking)).toEqual({ type: 'foreign-choice', candidates: [] })
  })

  it('on a choice of another message than its key says is forged', () => {
    const $c = trackingKeyOf(long)
    expect(tap('all', { $c })).toEqual({ type: 'forged-choice', message: long })
    expect(tap('gone', { $c: 'orders/shipped' })).toEqual({
      type: 'unknown-choice',
      message: 'orders/shipped',
    })
    expect(tap('all', { $c: 'support/answer' })).toMatchObject({ type: 'forged-choice' })
  })

  it('without an id is told by its label, where one choice has it', () => {
    expect(tap(undefined, undefined, { text: 'Todos' })).toMatchObject({ choice: { id: 'all' } })
    expect(tap(undefined, undefined, { text: 'Tod' })).toMatchObject({ type: 'unknown-choice' })
    expect(tap(undefined, { $c: trackingKeyOf(long) }, { text: 'Yes' })).toMatchObject({
      choice: { message: long, id: 'yes' },
    })
  })

  it('without an id is unknown where several choices have its label', () => {
    const choices = [{ type: 'button', id: 'a', labels: ['Yes'] }] as const
    const resolve = createTapResolver({ messages: { a: { choices }, b: { choices } } })
    const reply = { id: undefined, text: 'Yes' }
    expect(resolve({ reply, callbackData: undefined, tracking: undefined })).toEqual({
      type: 'unknown-choice',
      message: undefined,
    })
  })

  it('keeps variables with the names of traps', () => {
    const id = '{{ __proto__.constructor }}'
    const resolve = createTapResolver({
      messages: {
        a: {
          choices: [{ type: 'row', id, variables: { '__proto__.constructor': digits() } }],
        },
      },
    })
    const found = resolve({
      reply: { id: '7', text: 'x' },
      callbackData: undefined,
      tracking: undefined,
    })
    expect(JSON.stringify('choice' in found && found.choice.keys)).toBe(
      '{"__proto__":{"constructor":"7"}}',
    )
  })
})

it('the ids of buttons can be the longest', () => {
  expect(limits.replyButtonIdLength.max).toBeGreaterThanOrEqual(limits.listRowIdLength.max)
})
