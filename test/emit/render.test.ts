import { describe, expect, it } from 'vitest'
import { renderFallback, renderMessage } from '../../src/emit/render.ts'
import { isBsuid } from '../../src/model/bsuid.ts'
import type { FilledMessage } from '../../src/model/message.ts'

const filled: FilledMessage = {
  message: { text: 'Hi' },
  fallback: { templateName: 'hi', language: 'en', parameters: { body_1: 'a', body_2: 'b' } },
  callbackData: { flow: 'x' },
  campaignName: 'spring',
  sender: { id: '+14151111234', channelType: 'whatsapp' },
  order: { parentId: 'p' },
}
const to = '+16044441111'
const bsuid = 'US.13491208655302741918'

describe('renderMessage', () => {
  it('writes keys in the order of the documentation', () => {
    const { endpoint, body } = renderMessage(filled, { to })
    expect(endpoint).toBe('send/messages')
    expect(JSON.stringify(body)).toBe(
      '{"sender":{"id":"+14151111234","channelType":"whatsapp"},"recipient":{"id":"+16044441111","channelType":"whatsapp"},"message":{"text":"Hi"},"callbackData":{"flow":"x"},"campaignName":"spring","order":{"parentId":"p"}}',
    )
  })

  it('leaves out whatever nobody gave', () => {
    expect(renderMessage({ message: { text: 'Hi' } }, {}).body).toEqual({ message: { text: 'Hi' } })
    const none = { to: undefined, sender: undefined, callbackData: undefined, order: undefined }
    expect(JSON.stringify(renderMessage({ message: { text: 'Hi' } }, none).body)).toBe(
      '{"message":{"text":"Hi"}}',
    )
  })

  it('prefers what the caller says, falsy values too', () => {
    const envelope = {
      to,
      recipientName: 'Ana',
      sender: '+14152222345',
      messageId: 'm',
      campaignName: 'autumn',
      callbackData: 0,
      order: { parentId: 'q', strategy: 'independent' },
    }
    expect(renderMessage(filled, envelope).body).toEqual({
      sender: { id: '+14152222345', channelType: 'whatsapp' },
      recipient: { id: to, channelType: 'whatsapp', name: 'Ana' },
      message: { id: 'm', text: 'Hi' },
      callbackData: 0,
      campaignName: 'autumn',
      order: { parentId: 'q', strategy: 'independent' },
    })
  })

  it('writes a business-scoped user id into both places', () => {
    expect(renderMessage(filled, { to: bsuid }).body['recipient']).toEqual({
      id: bsuid,
      channelType: 'whatsapp',
      userId: bsuid,
    })
  })

  it('does not change the filled message', () => {
    const before = JSON.stringify(filled)
    renderMessage(filled, { to, messageId: 'm', sender: '+14152222345' })
    expect(JSON.stringify(filled)).toBe(before)
  })
})

describe('renderFallback', () => {
  it('writes the flat body of a template', () => {
    const { endpoint, body } = renderFallback(filled, { to }) ?? {}
    expect(endpoint).toBe('send/whatsapp_templated_messages')
    expect(JSON.stringify(body)).toBe(
      '{"sender":"+14151111234","number":"+16044441111","templateName":"hi","language":"en","parameters":[{"name":"body_1","value":"a"},{"name":"body_2","value":"b"}],"callbackData":{"flow":"x"},"campaignName":"spring"}',
    )
  })

  it('leaves parameters out where there are none', () => {
    const plain = { message: {}, fallback: { templateName: 'hi', language: 'en' } }
    const expected = { number: to, templateName: 'hi', language: 'en' }
    expect(renderFallback(plain, { to })?.body).toEqual(expected)
    const empty = { ...plain, fallback: { ...plain.fallback, parameters: {} } }
    expect(renderFallback(empty, { to })?.body).toEqual(expected)
  })

  it('marks a business-scoped user id as one', () => {
    expect(renderFallback(filled, { to: bsuid })?.body['number']).toBe(`bsuid:${bsuid}`)
  })

  it('gives nothing for a message without a fallback', () => {
    expect(renderFallback({ message: { text: 'Hi' } }, { to })).toBeUndefined()
  })
})

describe('isBsuid', () => {
  it.each([
    [bsuid, true],
    ['US.A', true],
    ['us.1', false],
    ['US.', false],
    ['US.1-2', false],
    [`US.${'1'.repeat(129)}`, false],
    ['bsuid:US.1', false],
    ['+16044441111', false],
    ['US.1\n', false],
  ])('says of %j: %s', (id, expected) => {
    expect(isBsuid(id)).toBe(expected)
  })
})
