import { describe, expect, it } from 'vitest'
import { ApiError, OutsideWindowError } from '../../src/model/errors.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { readEvent } from '../../src/model/read-event.ts'

const customer = { id: '+16315555500', channelType: 'whatsapp', name: 'Ana' }
const shop = { id: '+16044441234', channelType: 'whatsapp', name: 'shop' }
const parties = {
  customer: { id: '+16315555500', name: 'Ana' },
  business: { id: '+16044441234', name: 'shop' },
}

function inbound(more: JsonObject): JsonObject {
  return { timestamp: '1639083206', sender: customer, recipient: shop, ...more }
}

function delivery(statusUpdate: JsonObject, more: JsonObject = {}): JsonObject {
  const topic = 'delivery_status'
  return {
    topic,
    timestamp: '1641513098',
    sender: shop,
    recipient: customer,
    statusUpdate,
    ...more,
  }
}

const id = '01FRRWW2ZAHD9GJ1SWY4VF2GBD'
const failure = {
  message: 'expired',
  type: 'ERROR_TYPE_DEADLINE_EXCEEDED',
  code: 'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW',
  userTitle: 't',
  userMessage: 'm',
  cntTraceId: '11824978358485860716',
  details: {},
}

describe('a delivery event', () => {
  it.each([
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
  ])('says that a message is %s', (status, expected) => {
    const raw = delivery({ id, status, error: null }, { callbackData: { $c: 'a/b.run.7' } })
    expect(readEvent(raw)).toEqual({
      type: 'delivery',
      status: expected,
      messageId: id,
      campaignName: undefined,
      timestampMs: 1641513098000,
      callbackData: { $c: 'a/b.run.7' },
      tracking: { key: 'a/b', run: 'run', row: 7 },
      ...parties,
      raw,
    })
  })

  it.each(['delivery_failed', 'delivery_failure'])('says in what way it failed: %s', (status) => {
    const event = readEvent(delivery({ id, status, error: failure }))
    if (event.type !== 'delivery' || event.status !== 'failed') throw new Error(event.type)
    expect(event.error).toBeInstanceOf(OutsideWindowError)
    expect(event.error).toMatchObject({
      status: 0,
      code: failure.code,
      type: failure.type,
      traceId: failure.cntTraceId,
      userTitle: 't',
      userMessage: 'm',
      message: expect.stringMatching(
        /not delivered \(ERROR_CODE_.*11824978358485860716, "expired"\)/,
      ),
    })
  })

  it.each([null, 'x', {}, { code: 7 }, { code: 'ERROR_CODE_OF_TOMORROW' }])(
    'has an error whatever stands there: %j',
    (error) => {
      const event = readEvent(delivery({ id, status: 'delivery_failed', error }))
      if (event.type !== 'delivery' || event.status !== 'failed') throw new Error(event.type)
      expect(event.error).toBeInstanceOf(ApiError)
      expect(event.error).not.toBeInstanceOf(OutsideWindowError)
      expect(event.error.message).toContain('ask Connectly')
    },
  )

  it.each([
    [{ metadata: { campaign_name: 'spring' } }, {}],
    [{ metadata: null }, { metadata: { campaignName: 'spring' } }],
  ])('finds the campaign in %j', (more, update) => {
    const event = readEvent(delivery({ id, status: 'sent', ...update }, more))
    expect(event).toMatchObject({ campaignName: 'spring' })
  })

  it.each([{ id, status: 'deleted' }, { status: 'sent' }, { id }, { id: 7, status: 'sent' }])(
    'that says something new is not recognized: %j',
    (update) => {
      const raw = delivery(update)
      expect(readEvent(raw)).toMatchObject({ type: 'unrecognized', raw })
    },
  )

  it('names a customer without a number by the business-scoped id', () => {
    const recipient = { id: 'US.1', userId: 'US.1', phoneNumber: '', name: null }
    const event = readEvent({ ...delivery({ id, status: 'sent' }), recipient })
    expect(event).toMatchObject({ customer: { id: 'US.1', userId: 'US.1', phoneNumber: '' } })
    expect('customer' in event && event.customer).not.toHaveProperty('name')
  })
})

describe('an inbound event', () => {
  it.each<readonly [string, JsonObject, object]>([
    [
      'a text',
      { message: { text: 'Hello!', id: 'm' } },
      { type: 'text', text: 'Hello!', messageId: 'm', timestampMs: 1639083206000, ...parties },
    ],
    [
      'a text as it was captured',
      { topic: 'messages', message: { text: 'Hi', attachments: [], location: null } },
      { type: 'text', text: 'Hi' },
    ],
    [
      'a text beside empty fields at the top',
      { message: { text: 'Hi' }, attachments: [], location: null },
      { type: 'text', text: 'Hi' },
    ],
    [
      'a file',
      { message: { attachments: [{ type: 'image', url: 'https://a.example/b' }] } },
      {
        type: 'media',
        attachments: [{ type: 'image', url: 'https://a.example/b' }],
        text: undefined,
      },
    ],
    [
      'a file with a text',
      { message: { text: 'look', attachments: [{ url: 'u', caption: 'c', filename: 'f' }, 1] } },
      { type: 'media', text: 'look', attachments: [{ url: 'u', caption: 'c', filename: 'f' }] },
    ],
    [
      'a place',
      { message: { location: { latitude: 1.5, longitude: -2, name: 'n' } } },
      { type: 'location', latitude: 1.5, longitude: -2, name: 'n', address: undefined },
    ],
    [
      'a text behind an advertisement',
      { message: { text: 'Hi', referral: { sourceUrl: 's', ctwaClid: 'c', new: 1 } } },
      { type: 'text', text: 'Hi', referral: { sourceUrl: 's', ctwaClid: 'c' } },
    ],
    [
      'an advertisement alone',
      { message: { referral: { headline: 'h' } } },
      { type: 'referral', referral: { headline: 'h' } },
    ],
    [
      'a button',
      {
        context: { replyToId: '018d62f2-2524-10fa-f857-091ab99c14c8' },
        buttonResponse: { text: 'TEST 11', payload: '1', id: '01FPG' },
        callbackData: { $c: 'a' },
      },
      {
        type: 'tap',
        reply: { id: '1', text: 'TEST 11' },
        messageId: '01FPG',
        replyToId: '018d62f2-2524-10fa-f857-091ab99c14c8',
        tracking: { key: 'a' },
      },
    ],
    [
      'a button whose payload is a number',
      { buttonResponse: { text: 'a', payload: 0 } },
      { type: 'tap', reply: { id: '0', text: 'a' } },
    ],
    [
      'a button inside the message',
      { message: { id: 'm', buttonResponse: { text: 'a', payload: 'b', id: 'c' } } },
      { type: 'tap', reply: { id: 'b', text: 'a' }, messageId: 'm' },
    ],
    [
      'a button in its oldest form',
      { message: { text: 'Yes', isButtonResponse: true } },
      { type: 'tap', reply: { id: undefined, text: 'Yes' } },
    ],
    [
      'a row, as it may come',
      { listResponse: { rowId: 'all', title: 'All of them' } },
      { type: 'tap', reply: { id: 'all', text: 'All of them' } },
    ],
    [
      'a row under the name that it was sent with',
      { message: { list_response: { id: 'all', text: 'All of them' } } },
      { type: 'tap', reply: { id: 'all', text: 'All of them' } },
    ],
  ])('is %s', (_, body, expected) => {
    const raw = inbound(body)
    expect(readEvent(raw)).toMatchObject({ ...expected, raw })
  })

  it('that repeats what the business itself sent is an echo, with the customer as the receiver', () => {
    const raw = { sender: shop, recipient: customer, message: { text: 'Hi', isEcho: true } }
    expect(readEvent(raw)).toMatchObject({ type: 'echo', text: 'Hi', ...parties })
  })

  it('is a text where it says that it is no echo and no button', () => {
    const message = { text: 'Hi', isEcho: false, isButtonResponse: false }
    expect(readEvent(inbound({ message }))).toMatchObject({ type: 'text' })
  })

  it.each<JsonObject>([
    {},
    { message: null },
    { message: 'text' },
    { message: { text: '' } },
    { message: { reaction: { emoji: '👍' } }, callbackData: 7 },
    { message: { location: { latitude: '1', longitude: '2' } } },
    { message: { attachments: [{ url: '' }] } },
    { statusUpdate: null },
    { sender: 7, recipient: [], timestamp: {} },
  ])('that has none of these forms is not recognized: %j', (raw) => {
    expect(readEvent(raw)).toMatchObject({ type: 'unrecognized', raw })
  })

  it.each([
    ['1639083206', 1639083206000],
    [1639083206, 1639083206000],
    ['', undefined],
    ['-1', undefined],
    ['1e3', undefined],
    [1.5, undefined],
    [null, undefined],
  ])('with the timestamp %j is of %j', (timestamp, expected) => {
    expect(readEvent({ timestamp, message: { text: 'a' } })).toHaveProperty('timestampMs', expected)
  })
})
