import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSandbox } from '../../src/host/sandbox.ts'
import { adminRoutes } from '../../src/host/sandbox-admin-routes.ts'
import { serveSandbox } from '../../src/host/sandbox-server.ts'
import { adminRequest, choices, customer, hello, sendRequest } from '../helpers/sandbox-request.ts'

const at = Date.UTC(2026, 10, 25, 9, 30)

function steer(sandbox = createSandbox({ now: () => at, windows: 'strict' })) {
  const ask = async (path: string, body?: unknown, headers = {}) => {
    const response = await sandbox.fetch(adminRequest(path, body, headers))
    return { status: response.status, answer: await response.json() }
  }
  return { sandbox, ask }
}

describe('whoever steers the sandbox', () => {
  it('sees what there is and how it stands', async () => {
    const { ask } = steer()
    const { status, answer } = await ask('')
    expect(status).toBe(200)
    expect(answer).toMatchObject({ accepted: 0, windows: 'strict', number: '+14155550100' })
    expect(answer.routes).toHaveLength(adminRoutes.length)
    expect(answer.routes).toContainEqual(expect.stringMatching(/^POST \/sandbox\/tap: /))
  })

  it('has a customer write, sees the window, and sees what is accepted then', async () => {
    const { sandbox, ask } = steer()
    expect(await ask('/inbound', { from: customer, text: 'Hi' })).toMatchObject({
      status: 200,
      answer: { event: { message: { text: 'Hi' } } },
    })
    expect(await ask('/windows')).toMatchObject({
      answer: {
        mode: 'strict',
        windows: [{ customer, closesAt: '2026-11-26T09:30:00.000Z', isOpen: true }],
      },
    })
    await sandbox.fetch(sendRequest(choices))
    const [message] = sandbox.accepted()
    expect((await ask('/accepted')).answer).toEqual({
      count: 1,
      accepted: [{ ...message, at: '2026-11-25T09:30:00.000Z' }],
    })
  })

  it('finds messages by number, by id, and the newest', async () => {
    const { sandbox, ask } = steer(createSandbox())
    for (const id of [customer, '+16044442222', customer]) {
      await sandbox.fetch(sendRequest({ ...hello, recipient: { id, channelType: 'whatsapp' } }))
    }
    const ids = sandbox.accepted().map(({ id }) => id)
    const find = async (query: string) => {
      const { answer } = await ask(`/accepted${query}`)
      return answer.accepted.map(({ id }: { id: string }) => ids.indexOf(id))
    }
    expect(await find(`?to=${customer}`)).toEqual([0, 2])
    expect(await find(`?to=${encodeURIComponent(customer)}`)).toEqual([0, 2])
    expect(await find(`?id=${ids[1]}`)).toEqual([1])
    expect(await find('?limit=2')).toEqual([1, 2])
    expect((await ask('/accepted?limit=0')).status).toBe(400)
  })

  it('moves the clock', async () => {
    const { sandbox, ask } = steer()
    expect((await ask('/clock', { advance: '25h' })).answer).toEqual({
      now: at + 90_000_000,
      iso: '2026-11-26T10:30:00.000Z',
    })
    await ask('/clock', { set: '2027-01-01T00:00:00Z' })
    expect(sandbox.clock.now()).toBe(Date.UTC(2027, 0, 1))
    expect((await ask('/clock')).answer.iso).toBe('2027-01-01T00:00:00.000Z')
  })

  it('taps, reports a status and sees the webhooks', async () => {
    const { sandbox, ask } = steer(createSandbox({ statuses: [] }))
    await sandbox.fetch(sendRequest(choices))
    const message = sandbox.accepted()[0]?.id
    await ask('/tap', { message, choice: 'wait' })
    await ask('/status', { message, status: 'read' })
    const { answer } = await ask('/webhooks')
    expect(answer).toMatchObject({
      count: 2,
      webhooks: [
        { event: { buttonResponse: { payload: 'wait' } }, state: 'made', attempts: [] },
        { event: { statusUpdate: { id: message, status: 'read' } } },
      ],
    })
    expect((await ask('/webhooks?limit=1')).answer.webhooks).toHaveLength(1)
  })

  it('sets scenarios and ends them', async () => {
    const { sandbox, ask } = steer(createSandbox())
    const status = async () => (await sandbox.fetch(sendRequest(hello))).status
    expect((await ask('/scenarios', { scenarios: ['500'] })).answer).toEqual({ scenarios: ['500'] })
    expect(await status()).toBe(500)
    await ask('/scenarios', { scenarios: [] })
    expect(await status()).toBe(201)
  })

  it('begins anew', async () => {
    const { sandbox, ask } = steer(createSandbox())
    await sandbox.fetch(sendRequest(hello))
    expect((await ask('/reset', {})).answer).toMatchObject({ accepted: 0, webhooks: 0 })
    expect(sandbox.accepted()).toEqual([])
  })

  it.each([
    ['/inbound', {}, '`from` is missing'],
    ['/inbound', { from: customer }, 'exactly one of'],
    ['/inbound', { from: customer, txt: 'Hi' }, 'did you mean `text`?'],
    ['/inbound', { from: 1, text: 'Hi' }, '`from` must be a text'],
    ['/inbound', { from: customer, location: { latitude: '1' } }, '`latitude` must be a number'],
    ['/inbound', { from: customer, location: 1 }, '`location` must be an object'],
    ['/tap', { choice: 'x' }, 'no message was accepted yet'],
    ['/tap', { choice: 'x', __proto__x: 1 }, 'there is no key'],
    ['/status', { status: 'read' }, 'no message was accepted yet'],
    ['/clock', {}, 'give either'],
    ['/clock', { advance: '1h', set: 1 }, 'give either'],
    ['/clock', { advance: 'soon' }, 'cannot be advanced by "soon"'],
    ['/scenarios', { scenarios: 'slow' }, 'list of texts'],
    ['/scenarios', { scenarios: ['slo'] }, 'did you mean slow?'],
    ['/reset', { all: true }, 'there is no key "all" here: send {}'],
    ['/reset', [], 'not a JSON object'],
  ])('is told what is wrong with %s %j', async (path, body, error) => {
    const { ask } = steer()
    const { status, answer } = await ask(path, body)
    expect(status).toBe(400)
    expect(answer.error).toContain(error)
  })

  it('is told what there is not, and what is not possible', async () => {
    const { sandbox, ask } = steer()
    expect(await ask('/nothing')).toMatchObject({ status: 404 })
    expect(await ask('/tap')).toMatchObject({
      status: 405,
      answer: { error: '/sandbox/tap takes POST' },
    })
    expect((await sandbox.fetch(adminRequest('/tap'))).headers.get('allow')).toBe('POST')
  })
})

describe('a page in a browser', () => {
  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('does not steer the sandbox: %j', async (headers) => {
    const { sandbox, ask } = steer()
    expect((await ask('/reset', {}, headers)).status).toBe(403)
    expect((await ask('/inbound', { from: customer, text: 'Hi' }, headers)).status).toBe(403)
    expect((await ask('/accepted', undefined, headers)).status).toBe(403)
    expect(sandbox.windows()).toEqual([])
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'that hides where it is from cannot send JSON as %j',
    async (type) => {
      const { sandbox, ask } = steer()
      const { status, answer } = await ask(
        '/inbound',
        { from: customer, text: 'Hi' },
        { 'content-type': type },
      )
      expect(status).toBe(400)
      expect(answer.error).toContain('curl --json')
      expect(sandbox.windows()).toEqual([])
    },
  )

  it('may be opened by its address', async () => {
    const { ask } = steer()
    expect((await ask('', undefined, { 'sec-fetch-site': 'none' })).status).toBe(200)
  })
})

describe('on a port', () => {
  async function askBytes(port: number, host: string): Promise<string> {
    const socket = connect(port, '127.0.0.1')
    socket.write(`GET /sandbox HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    return await text(socket)
  }

  it.each([
    ['localhost', 200],
    ['rebound.example.com', 403],
  ])(
    'the name %s is answered with %i, even where other machines may send',
    async (host, status) => {
      const server = await serveSandbox(createSandbox(), { host: '0.0.0.0', unsafeHost: true })
      onTestFinished(() => server.close())
      expect(await askBytes(server.port, host)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    },
  )

  it('fetch of Node may steer', async () => {
    const server = await serveSandbox(createSandbox())
    onTestFinished(() => server.close())
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
    expect((await fetch(`${server.url}/sandbox/reset`, init)).status).toBe(200)
    expect((await fetch(`${server.url}/sandbox`)).status).toBe(200)
  })
})
