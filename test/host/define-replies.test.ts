import { describe, expect, it } from 'vitest'
import { defineReplies } from '../../src/host/define-replies.ts'
import { ConnectlyError } from '../../src/model/errors.ts'
import type { ReplyTable } from '../../src/model/reply-table.ts'
import { secret, sign } from '../helpers/sign.ts'

interface Choices {
  readonly 'orders/shipped': {
    readonly callbackData: undefined
    readonly choices: {
      readonly 'parcel:{{ parcel.id }}': {
        readonly type: 'row'
        readonly keys: { readonly parcel: { readonly id: string } }
      }
      readonly yes: {
        readonly type: 'row'
        readonly keys: Record<never, never>
        readonly overlap: 'always'
      }
    }
  }
  readonly 'showroom/visit': {
    readonly callbackData: undefined
    readonly choices: {
      readonly yes: {
        readonly type: 'button'
        readonly keys: Record<never, never>
        readonly overlap: 'always'
      }
    }
  }
}

const table: ReplyTable<'generated'> = {
  messages: {
    'orders/shipped': {
      choices: [
        {
          type: 'row',
          id: 'parcel:{{ parcel.id }}',
          variables: { 'parcel.id': { type: 'string', pattern: /^[0-9]{1,12}$/u } },
        },
        { type: 'row', id: 'yes', overlap: 'always' },
      ],
    },
    'showroom/visit': { choices: [{ type: 'button', id: 'yes', overlap: 'always' }] },
  },
}
const replies = defineReplies<Choices>(table)
type Handlers = Parameters<typeof replies.handleReplies>[0]

/** Decodes a body, hands the event to handlers, and says which of them was called with what. */
async function calls(body: object): Promise<readonly string[]> {
  const called: string[] = []
  const note = (text: string): void => void called.push(text)
  const handlers: Handlers = {
    choices: {
      'orders/shipped': {
        'parcel:{{ parcel.id }}': async ({ keys, message, type }, event) => {
          await Promise.resolve()
          note(`parcel ${keys.parcel.id} ${message} ${type} ${event.reply.text}`)
        },
      },
    },
    ambiguous: ({ candidates }) => note(`ambiguous ${candidates.map((one) => one.message).join()}`),
    unknown: ({ reply }) => note(`unknown ${reply.id}`),
    foreign: ({ reply }) => note(`foreign ${reply.id}`),
    forged: ({ reply }) => note(`forged ${reply.id}`),
    other: (event) => note(`other ${event.type}`),
  }
  const text = JSON.stringify(body)
  const event = await replies.decodeEvent(text, { secret, signature: sign(text) })
  if (event.type === 'refused') throw new Error('refused')
  await replies.handleReplies(handlers)(event)
  return called
}

describe('the handler of replies', () => {
  it.each([
    ['parcel:7', undefined, 'parcel 7 orders/shipped row label'],
    ['parcel:x', undefined, 'forged parcel:x'],
    ['no', undefined, 'unknown no'],
    ['yes', undefined, 'ambiguous orders/shipped,showroom/visit'],
    ['yes', { $c: 'showroom/visit' }, 'ambiguous showroom/visit'],
    ['yes', { $c: 'elsewhere' }, 'foreign yes'],
  ])('hands %j with %j to one handler', async (payload, callbackData, expected) => {
    const body = { buttonResponse: { payload, text: 'label' }, callbackData }
    expect(await calls(body)).toEqual([expected])
  })

  it('hands what is no tap to `other`', async () => {
    expect(await calls({ message: { text: 'Hi' } })).toEqual(['other text'])
    expect(await calls({ statusUpdate: { id: '1', status: 'read' } })).toEqual(['other delivery'])
    expect(await calls({})).toEqual(['other unrecognized'])
  })

  it('waits for its handler, and lets it fail', async () => {
    const failing: Handlers = {
      choices: {
        'orders/shipped': { 'parcel:{{ parcel.id }}': () => Promise.reject(new Error('x')) },
      },
      ambiguous: () => {},
      unknown: () => {},
      foreign: () => {},
      forged: () => {},
    }
    const text = '{"buttonResponse":{"payload":"parcel:7"}}'
    const event = await replies.decodeEvent(text, { secret, signature: sign(text) })
    if (event.type === 'refused') throw new Error('refused')
    await expect(replies.handleReplies(failing)(event)).rejects.toThrow('x')
  })

  it('is not made where a handler is missing, which only types can say otherwise', () => {
    const none: unknown = {
      choices: { 'orders/shipped': Object.create({ 'parcel:{{ parcel.id }}': 1 }) },
    }
    const make = (): unknown => replies.handleReplies(none as Handlers)
    expect(make).toThrow(ConnectlyError)
    expect(make).toThrow(
      'handlers are missing, add them: `parcel:{{ parcel.id }}` of `orders/shipped`, `unknown`, `foreign`, `forged`, `ambiguous`',
    )
  })

  it('keeps an event that nobody signed from every handler', async () => {
    const event = await replies.decodeEvent('{}', { secret, signature: sign('{} ') })
    expect(event).toEqual({ type: 'refused', reason: 'signature' })
  })
})
