import { describe, expect, it } from 'vitest'
import {
  ConnectlyError,
  createClient,
  InvalidMessageError,
  OutsideWindowError,
} from '../../src/client.ts'
import { defineMessage, finishPayload, prepareMessage } from '../../src/emit/define-message.ts'
import { generateFiles } from '../../src/emit/generate.ts'
import { renderFallback } from '../../src/emit/render.ts'
import { createSandbox } from '../../src/host/sandbox.ts'
import { judgeWire } from '../../src/language/judge-wire.ts'
import { asGenerated } from '../helpers/as-generated.ts'
import { compileFiles } from '../helpers/compile-yaml.ts'

const text = `variables: { order: string(9) }
message: { text: "Order {{ order }}" }
callbackData: { order: "{{ order }}" }
fallback: { templateName: order_confirmed, language: en }
`
const [message] = compileFiles(
  { 'messages/returns/choose-refund.yaml': text },
  { tracking: true },
).messages
if (message === undefined) throw new Error('the message has errors')
const callbackData = { order: '7', $c: 'return~0iadcx6fpq6ux' }

describe('a sender of a project that tracks', () => {
  const sender = defineMessage<{ order: string }>(asGenerated(message))

  it('sends and renders the key', async () => {
    const sandbox = createSandbox({ judge: judgeWire })
    const client = createClient({ businessId: 'a', apiKey: 'sandbox', fetch: sandbox.fetch })
    await sender.send(client, { to: '+16044441111', variables: { order: '7' } })
    expect(sandbox.accepted().map(({ body }) => body['callbackData'])).toEqual([callbackData])
    expect(sender.render({ order: '7' }).callbackData).toEqual(callbackData)
  })

  it('adds the key to what a caller passes, and refuses what has no place for it', async () => {
    const bodies: unknown[] = []
    const client = {
      send: async ({ body }: { body: object }) => {
        bodies.push(body)
        return { id: '1', sent: 'message' as const }
      },
    }
    const send = (data: number | object): Promise<unknown> =>
      sender.send(client, {
        to: '+16044441111',
        variables: { order: '7' },
        callbackData: JSON.parse(JSON.stringify(data)),
      })
    await send({ own: 1 })
    expect(bodies).toMatchObject([{ callbackData: { own: 1, $c: callbackData.$c } }])
    await expect(send(1)).rejects.toThrow(InvalidMessageError)
    await expect(send({ note: 'a'.repeat(1000) })).rejects.toThrow(/1039 bytes/)
    expect(bodies).toHaveLength(1)
  })

  it('puts run and row of a bulk send into the fallback template too', () => {
    const filled = prepareMessage(message, { order: '7' }, undefined)
    const payload = renderFallback(filled, { to: '+16044441111' })
    if (payload === undefined) throw new Error('there is no fallback')
    const { body } = finishPayload(payload, message, { run: 'run', row: 12 })
    expect(body['callbackData']).toEqual({ order: '7', $c: `${callbackData.$c}.run.12` })
  })

  it('is made of code alone: words are for tools', () => {
    // @ts-expect-error: an older version generated this
    const sender = defineMessage<{ order: string }>(message)
    expect(sender.definition.tracking).toBe(true)
  })

  it('names the rules for its content', () => {
    const bodies = { default: { message: { text: 'Hi' } } }
    // @ts-expect-error: an older version generated this
    const { definition } = defineMessage<{ order: string }>({ name: 'a', variables: {}, bodies })
    expect(definition.rules).toBe(undefined)
  })

  it('is told so by its generated module', async () => {
    const files = await generateFiles([message], { importExtension: 'ts' })
    expect(files['returns/choose-refund.ts']).toContain('\n  tracking: withTracking,\n')
  })
})

describe('what a caller in plain JavaScript may pass', () => {
  const sender = defineMessage<{ order: string }>(asGenerated({ ...message, tracking: false }))
  const to = '+16044441111'
  const variables = { order: '7' }

  function open(businessId: string) {
    const sandbox = createSandbox()
    const client = createClient({ businessId, apiKey: 'sandbox', fetch: sandbox.fetch })
    const send = (options: object) =>
      sender.send(
        client,
        JSON.parse('{}', () => ({ to, variables, ...options })),
      )
    return { sandbox, send }
  }

  it.each<[string, object, RegExp]>([
    ['no recipient', { to: undefined }, /correct the recipient: `to` is nothing, and a string/],
    ['null', { to: null }, /correct the recipient: `to` is null, and a string/],
    ['a number', { to: 16044441111 }, /`to` is 16044441111, and a string/],
    ['a list', { to: [to] }, /`to` is a list, and a string/],
    ['a sender', { sender: 14151111234 }, /correct the sender: `sender` is 14151111234/],
    ['a tag', { campaignName: 5 }, /`campaignName` is 5, and a string/],
    ['a name', { recipientName: {} }, /`recipientName` is an object, and a string/],
    ['an id', { messageId: 7 }, /`messageId` is 7, and a string/],
    ['an order', { order: 'x' }, /`order` is "x", and an object/],
  ])('is refused where it is of another type: %s', async (_what, options, words) => {
    const { sandbox, send } = open('types')
    await expect(send(options)).rejects.toThrow(words)
    await expect(send(options)).rejects.toThrow(InvalidMessageError)
    expect(sandbox.accepted()).toEqual([])
  })

  it('is told of a signal that is none, and holds nobody else up', async () => {
    const { sandbox, send } = open('signals')
    await expect(send({ signal: new AbortController() })).rejects.toThrow(
      /nothing was sent, `signal` is no AbortSignal/,
    )
    await expect(send({ signal: new AbortController() })).rejects.toThrow(ConnectlyError)
    await expect(send({ signal: null })).resolves.toMatchObject({ sent: 'message' })
    await expect(send({})).resolves.toMatchObject({ sent: 'message' })
    expect(sandbox.accepted()).toHaveLength(2)
  })

  it('wins where it is null', async () => {
    const { sandbox, send } = open('null')
    await send({ callbackData: null })
    expect(sandbox.accepted()[0]?.body['callbackData']).toBe(null)
  })
})

describe('the fallback of a sender', () => {
  const sender = defineMessage<{ order: string }, never, 'fallback'>({
    ...asGenerated({ ...message, tracking: false }),
  })
  const to = '+16044441111'
  const variables = { order: '7' }

  function open() {
    const sandbox = createSandbox({ windows: 'strict' })
    const client = createClient({ businessId: 'a', apiKey: 'sandbox', fetch: sandbox.fetch })
    return { sandbox, client }
  }

  it('is sent where the window is closed, and only where the caller asks for it', async () => {
    const { sandbox, client } = open()

    await expect(sender.send(client, { to, variables })).rejects.toThrow(OutsideWindowError)
    await expect(sender.send(client, { to, variables, fallback: false })).rejects.toThrow(
      OutsideWindowError,
    )
    const result = await sender.send(client, { to, variables, fallback: true })

    expect(result.sent).toBe('fallback')
    expect(sandbox.accepted()).toMatchObject([
      { id: result.id, body: { number: to, templateName: 'order_confirmed', language: 'en' } },
    ])
  })

  it('is not sent where the window is open', async () => {
    const { sandbox, client } = open()
    sandbox.receive({ from: to, text: 'Hi' })

    const result = await sender.send(client, { to, variables, fallback: true })

    expect(result.sent).toBe('message')
    expect(sandbox.accepted()).toMatchObject([{ body: { message: { text: 'Order 7' } } }])
  })

  it('comes from the sender of the client, as the message does', async () => {
    const { sandbox } = open()
    const client = createClient({
      businessId: 'a',
      apiKey: 'sandbox',
      fetch: sandbox.fetch,
      sender: '+14151111234',
    })
    await sender.send(client, { to, variables, fallback: true })
    expect(sandbox.accepted()).toMatchObject([{ body: { sender: '+14151111234' } }])
  })

  it('is missed before anything is sent', async () => {
    const { sandbox, client } = open()
    const { fallback: _, ...body } = message.bodies['default'] ?? {}
    const without = defineMessage<{ order: string }, never, 'fallback'>({
      ...asGenerated(message),
      bodies: { default: { message: {}, ...body } },
    })

    await expect(without.send(client, { to, variables, fallback: true })).rejects.toThrow(
      /nothing was sent, .* has no `fallback`/,
    )
    expect(sandbox.accepted()).toEqual([])
  })
})
