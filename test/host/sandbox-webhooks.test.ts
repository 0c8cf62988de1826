import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Clock } from '../../src/host/clock.ts'
import { createSandbox } from '../../src/host/sandbox.ts'
import type { SandboxOptions } from '../../src/host/sandbox-options.ts'
import { scenarioHeader } from '../../src/host/sandbox-plan.ts'
import { ConnectlyError } from '../../src/model/errors.ts'
import { instantTime } from '../helpers/instant-time.ts'
import { startRecordingServer } from '../helpers/recording-server.ts'
import { choices, customer, hello, sendRequest } from '../helpers/sandbox-request.ts'

const at = Date.UTC(2026, 10, 25, 9, 30)

/** A sandbox at a fixed time whose webhooks meet these statuses in turn, the last again and again. */
function sandboxAnswered(statuses: readonly number[], options: SandboxOptions = {}) {
  const taken: { body: string; signature: string | null }[] = []
  const waits: number[] = []
  const sandbox = createSandbox({
    now: () => at,
    time: instantTime(waits),
    webhook: async (request) => {
      taken.push({
        body: await request.text(),
        signature: request.headers.get('x-connectly-hmac-sha256'),
      })
      return new Response(null, { status: statuses[taken.length - 1] ?? statuses.at(-1) ?? 200 })
    },
    ...options,
  })
  const events = () => taken.map(({ body }) => JSON.parse(body))
  const send = async (body: object = choices, headers = {}): Promise<string> =>
    (await (await sandbox.fetch(sendRequest(body, headers))).json()).id
  return { sandbox, taken, waits, events, send }
}

describe('the webhooks of an accepted message', () => {
  it('tell that it is sent, delivered and read, in the documented form', async () => {
    const { sandbox, events, send } = sandboxAnswered([200])
    const id = await send({ ...choices, campaignName: 'late' })
    await sandbox.settled()
    expect(events().map(({ statusUpdate }) => statusUpdate.status)).toEqual([
      'sent',
      'delivered',
      'read',
    ])
    expect(events()[0]).toEqual({
      topic: 'delivery_status',
      timestamp: String(at / 1000),
      sender: { id: '+14155550100', channelType: 'whatsapp', name: null },
      recipient: { id: customer, channelType: 'whatsapp', name: 'Ana' },
      statusUpdate: { id, status: 'sent', error: null },
      metadata: { campaign_name: 'late' },
      callbackData: { flow: 'late' },
    })
  })

  it('carry the HMAC of their bytes', async () => {
    const { sandbox, taken, send } = sandboxAnswered([200], { secret: 'sandbox-ü' })
    await send({ ...hello, callbackData: 'Olá ✓' })
    await sandbox.settled()
    for (const { body, signature } of taken) {
      const due = createHmac('sha256', 'sandbox-ü').update(body, 'utf8').digest('base64')
      expect(signature).toBe(due)
    }
    const made = await sandbox.webhooks()
    expect(made.map(({ body, signature }) => ({ body, signature }))).toEqual(taken)
  })

  it('name a customer without a number by their BSUID', async () => {
    const { sandbox, send } = sandboxAnswered([200])
    const recipient = { id: 'US.1349', userId: 'US.1349', channelType: 'whatsapp' }
    await send({ ...hello, recipient })
    const [webhook] = await sandbox.webhooks()
    expect(webhook?.event['recipient']).toEqual({
      id: 'US.1349',
      channelType: 'whatsapp',
      name: null,
      userId: 'US.1349',
      phoneNumber: '',
    })
  })

  it('come after the answer to the send', async () => {
    const { sandbox, taken, send } = sandboxAnswered([200])
    await send()
    expect(taken).toEqual([])
    await sandbox.settled()
    expect(taken).toHaveLength(3)
  })

  it('come although the answer to the send was lost', async () => {
    const { sandbox, events } = sandboxAnswered([200])
    const request = sendRequest(choices, { [scenarioHeader]: 'reset-after' })
    await expect(sandbox.fetch(request)).rejects.toThrow()
    await sandbox.settled()
    expect(events()[0]).toMatchObject({ callbackData: { flow: 'late' } })
  })

  it('are those that were asked for', async () => {
    const { sandbox, events, send } = sandboxAnswered([200], { statuses: ['delivered'] })
    await send()
    await sandbox.settled()
    expect(events()).toMatchObject([{ statusUpdate: { status: 'delivered' } }])
  })

  it.each([
    ['webhooks-repeated', ['sent', 'sent', 'delivered', 'delivered', 'read', 'read']],
    ['webhooks-unordered', ['read', 'delivered', 'sent']],
    ['delivery-failed', ['delivery_failed']],
  ])('meet the scenario %s', async (name, statuses) => {
    const { sandbox, events, send } = sandboxAnswered([200])
    await send(choices, { [scenarioHeader]: name })
    await sandbox.settled()
    expect(events().map(({ statusUpdate }) => statusUpdate.status)).toEqual(statuses)
  })

  it('carry the error object of a failed delivery', async () => {
    const { sandbox, events, send } = sandboxAnswered([200], { scenarios: ['delivery-failed'] })
    await send()
    await sandbox.settled()
    expect(events()[0].statusUpdate.error).toMatchObject({
      type: 'ERROR_TYPE_UNSPECIFIED',
      code: 'ERROR_CODE_UNSPECIFIED',
      cntTraceId: expect.stringMatching(/^\d+$/),
    })
  })
})

describe('handing webhooks over', () => {
  it.each([500, 404, 204, 302])(
    'counts %i as a failure and tries four times more',
    async (status) => {
      const { sandbox, taken, waits } = sandboxAnswered([status])
      sandbox.receive({ from: customer, text: 'Hi' })
      await sandbox.settled()
      expect(taken).toHaveLength(5)
      expect(waits).toEqual([1000, 2000, 4000, 8000])
      expect(new Set(taken.map(({ body }) => body)).size).toBe(1)
      expect(await sandbox.webhooks()).toMatchObject([
        { state: 'failed', attempts: Array.from({ length: 5 }, () => ({ status })) },
      ])
    },
  )

  it('ends with the first 200', async () => {
    const { sandbox, taken } = sandboxAnswered([500, 200])
    sandbox.receive({ from: customer, text: 'Hi' })
    await sandbox.settled()
    expect(taken).toHaveLength(2)
    expect(await sandbox.webhooks()).toMatchObject([{ state: 'taken' }])
  })

  it('says at once that a handler threw, with the stack of what it threw', async () => {
    const bug = new TypeError('my bug')
    const sandbox = createSandbox({
      webhook: () => {
        throw bug
      },
    })
    sandbox.receive({ from: customer, text: 'Hi' })
    const error: unknown = await sandbox.settled().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ConnectlyError)
    expect(error).toMatchObject({
      message: 'the webhook handler threw at a `messages` event: my bug',
      cause: bug,
    })
    expect(await sandbox.webhooks()).toMatchObject([
      { state: 'waiting', attempts: [{ failure: 'my bug' }] },
    ])
  })

  it('tells of a throw once, and hands the webhook over again afterwards', async () => {
    let calls = 0
    const sandbox = createSandbox({
      webhook: async () => {
        calls += 1
        if (calls === 1) throw 'not ready'
        return new Response()
      },
    })
    sandbox.receive({ from: customer, text: 'Hi' })
    await expect(sandbox.settled()).rejects.toThrow('not ready')
    await sandbox.settled()
    expect(await sandbox.webhooks()).toMatchObject([
      { state: 'taken', attempts: [{ failure: 'not ready' }, { status: 200 }] },
    ])
  })

  it('waits for no real time between the attempts at a handler', async () => {
    const time: Clock = { now: () => 0, setTimer: () => () => {} }
    const { sandbox, taken } = sandboxAnswered([500], { time })
    sandbox.receive({ from: customer, text: 'Hi' })
    await sandbox.settled()
    expect(taken).toHaveLength(5)
    const [webhook] = await sandbox.webhooks()
    const times = webhook?.attempts.map((attempt) => attempt.at - at)
    expect(times).toEqual([0, 1000, 3000, 7000, 15_000])
  })

  it('moves a clock that was set back no further than an attempt is away', async () => {
    const { sandbox, taken } = sandboxAnswered([500, 200], {
      time: { now: () => 0, setTimer: () => () => {} },
    })
    sandbox.receive({ from: customer, text: 'Hi' })
    await expect.poll(() => taken.length, { interval: 1 }).toBe(1)
    sandbox.clock.set(at - 86_400_000)
    await sandbox.settled()
    expect(taken).toHaveLength(2)
    expect(sandbox.clock.now()).toBe(at - 86_400_000 + 1000)
  })

  it('makes the attempts that are due when the clock is moved, and no others', async () => {
    const time: Clock = { now: () => 0, setTimer: () => () => {} }
    const { sandbox, taken } = sandboxAnswered([500, 200], { time })
    sandbox.receive({ from: customer, text: 'Hi' })
    await expect.poll(() => taken.length, { interval: 1 }).toBe(1)
    sandbox.clock.advance('999ms')
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(taken).toHaveLength(1)
    sandbox.clock.advance('1ms')
    await expect.poll(() => taken.length, { interval: 1 }).toBe(2)
    await sandbox.settled()
    expect(await sandbox.webhooks()).toMatchObject([{ state: 'taken' }])
  })

  it('goes over a socket where it is given an address', async () => {
    const server = await startRecordingServer({ status: 500 }, { status: 200 })
    const sandbox = createSandbox({ webhook: `${server.url}/hook?x=1`, time: instantTime() })
    sandbox.receive({ from: customer, text: 'Olá' })
    await sandbox.settled()
    const [webhook] = await sandbox.webhooks()
    expect(server.requests).toMatchObject([{ path: '/hook?x=1' }, { method: 'POST' }])
    for (const { body, headers } of server.requests) {
      expect(body).toBe(webhook?.body)
      expect(headers['x-connectly-hmac-sha256']).toBe(webhook?.signature)
      expect(headers['content-type']).toBe('application/json')
    }
  })

  it('waits for an address in real time, unless the clock is moved', async () => {
    const server = await startRecordingServer({ status: 500 }, { status: 200 })
    const time: Clock = { now: () => 0, setTimer: () => () => {} }
    const sandbox = createSandbox({ webhook: server.url, time })
    sandbox.receive({ from: customer, text: 'Hi' })
    let isSettled = false
    const settled = sandbox.settled().then(() => {
      isSettled = true
    })
    const attempts = async () => (await sandbox.webhooks())[0]?.attempts.length
    await expect.poll(attempts, { interval: 1 }).toBe(1)
    expect(isSettled).toBe(false)
    sandbox.clock.advance('1m')
    await settled
    expect(await sandbox.webhooks()).toMatchObject([{ state: 'taken' }])
  })

  it('follows no redirect', async () => {
    const target = await startRecordingServer({ status: 200 })
    const server = await startRecordingServer({ status: 307, headers: { location: target.url } })
    const sandbox = createSandbox({ webhook: server.url, time: instantTime() })
    sandbox.receive({ from: customer, text: 'Hi' })
    await sandbox.settled()
    expect(target.requests).toEqual([])
    expect(await sandbox.webhooks()).toMatchObject([{ state: 'failed' }])
  })

  it('gives up on a reset', async () => {
    const { promise: handed, resolve } = Promise.withResolvers<AbortSignal>()
    const { promise: never } = Promise.withResolvers<Response>()
    const sandbox = createSandbox({
      webhook: ({ signal }) => {
        resolve(signal)
        return never
      },
    })
    sandbox.receive({ from: customer, text: 'Hi' })
    const signal = await handed
    expect(signal.aborted).toBe(false)
    sandbox.reset()
    await sandbox.settled()
    expect(signal.aborted).toBe(true)
    expect(await sandbox.webhooks()).toEqual([])
  })

  it('drops what a slow receiver would pile up', async () => {
    const { promise, resolve } = Promise.withResolvers<Response>()
    const sandbox = createSandbox({ keep: 2, webhook: () => promise, now: () => at })
    for (const text of ['1', '2', '3', '4']) sandbox.receive({ from: customer, text })
    resolve(new Response())
    await sandbox.settled()
    const states = (await sandbox.webhooks()).map(({ state }) => state)
    expect(states).toEqual(['dropped', 'dropped'])
  })
})

describe('an inbound message', () => {
  const from = customer

  it.each([
    [{ text: 'Hello!' }, { text: 'Hello!' }],
    [
      { attachment: { type: 'image', url: 'https://shop.example/a.png' } },
      { attachments: [{ type: 'image', url: 'https://shop.example/a.png' }] },
    ],
    [
      { location: { latitude: 40.4, longitude: -3.7 } },
      { location: { latitude: 40.4, longitude: -3.7 } },
    ],
    [
      { text: 'From the ad', referral: { sourceId: '7' } },
      { text: 'From the ad', referral: { sourceId: '7' } },
    ],
  ])('with %j has the documented form', (content, message) => {
    const sandbox = createSandbox({ now: () => at })
    expect(sandbox.receive({ from, name: 'Ana', ...content })).toEqual({
      topic: 'messages',
      timestamp: String(at / 1000),
      sender: { id: from, channelType: 'whatsapp', name: 'Ana' },
      recipient: { id: '+14155550100', channelType: 'whatsapp', name: null },
      message: { id: expect.stringMatching(/^[0-9A-Z]{26}$/), ...message },
    })
  })

  it('that quotes a message brings its callbackData back', async () => {
    const { sandbox, send } = sandboxAnswered([200])
    const quotes = await send()
    const event = sandbox.receive({ from, text: 'This one', quotes })
    expect(event).toMatchObject({
      callbackData: { flow: 'late' },
      context: { replyToId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) },
    })
    expect(sandbox.receive({ from, text: 'Hi' })).not.toHaveProperty('callbackData')
  })

  it.each([
    [{ from }, 'exactly one of'],
    [{ from, text: 'a', location: { latitude: 1, longitude: 1 } }, 'not `text` and `location`'],
    [{ from: '12', text: 'a' }, '`from`'],
    [{ from, to: 'US.134', text: 'a' }, '`to`'],
    [{ from, userId: '1', text: 'a' }, '`userId`'],
    [{ from, text: 'a', quotes: 'x' }, 'no accepted message has the id "x"'],
  ])('cannot be %j', async (message, problem) => {
    const sandbox = createSandbox()
    expect(() => sandbox.receive(message)).toThrow(problem)
    expect(() => sandbox.receive(message)).toThrow(ConnectlyError)
    expect(await sandbox.webhooks()).toEqual([])
    expect(sandbox.windows()).toEqual([])
  })

  it('is told twice where webhooks are repeated', async () => {
    const sandbox = createSandbox({ scenarios: ['webhooks-repeated'] })
    sandbox.receive({ from, text: 'Hi' })
    expect(await sandbox.webhooks()).toHaveLength(2)
  })
})

describe('a tap', () => {
  it('on a button brings back its id, its label and the callbackData', async () => {
    const { sandbox, send } = sandboxAnswered([200], { statuses: [] })
    const message = await send()
    sandbox.tap({ message, choice: 'wait', name: 'Ana' })
    const [webhook] = await sandbox.webhooks()
    expect(webhook?.event).toEqual({
      topic: 'messages',
      timestamp: String(at / 1000),
      sender: { id: customer, channelType: 'whatsapp', name: 'Ana' },
      recipient: { id: '+14155550100', channelType: 'whatsapp', name: null },
      buttonResponse: { id: expect.any(String), text: 'Wait for it', payload: 'wait' },
      context: { replyToId: expect.any(String) },
      callbackData: { flow: 'late' },
    })
  })

  it('on a row does the same, on the newest message where none is named', async () => {
    const { sandbox, send } = sandboxAnswered([200])
    await send()
    const rows = [{ id: 'row:1', text: 'First', description: 'of all' }]
    const sections = [
      { title: 'A', rows },
      { title: 'B', rows: [{ id: 'b', text: 'Second' }] },
    ]
    const listMessage = { button: { text: 'Choose' }, sections }
    await send({ ...hello, message: { text: 'Which?', listMessage } })
    expect(sandbox.tap({ choice: 'b' })).toMatchObject({
      buttonResponse: { text: 'Second', payload: 'b' },
    })
  })

  it('comes to the number that sent the message', async () => {
    const { sandbox, send } = sandboxAnswered([200])
    await send({ sender: { id: '+14155550111', channelType: 'whatsapp' }, ...choices })
    expect(sandbox.tap({ choice: 'wait' })).toMatchObject({ recipient: { id: '+14155550111' } })
    expect(sandbox.windows()).toMatchObject([{ sender: '+14155550111', customer, isOpen: true }])
  })

  it('needs a message, one that offers choices, and one of these', async () => {
    const { sandbox, send } = sandboxAnswered([200])
    expect(() => sandbox.tap({ choice: 'wait' })).toThrow('no message was accepted yet')
    await send(hello)
    expect(() => sandbox.tap({ choice: 'wait' })).toThrow('offers nothing to tap')
    await send()
    expect(() => sandbox.tap({ choice: 'wiat' })).toThrow('did you mean "wait"?')
    expect(() => sandbox.tap({ choice: 'x' })).toThrow('it offers "call", "wait"')
    expect(() => sandbox.tap({ choice: 'wait', message: 'x' })).toThrow(ConnectlyError)
  })
})

describe('a status that is reported', () => {
  it('becomes a webhook about the message, with its reason', async () => {
    const { sandbox, send } = sandboxAnswered([200], { statuses: [] })
    const message = await send()
    const code = 'ERROR_CODE_MESSAGE_PHONE_NUMBER_INVALID'
    sandbox.report({ message, status: 'delivery_failed', code })
    const [webhook] = await sandbox.webhooks()
    expect(webhook?.event).toMatchObject({
      statusUpdate: { id: message, status: 'delivery_failed', error: { code } },
    })
  })

  it('must be one that there is', async () => {
    const { sandbox, send } = sandboxAnswered([200])
    await send()
    expect(() => sandbox.report({ status: 'deliverd' as 'delivered' })).toThrow(
      'did you mean delivered?',
    )
  })
})
