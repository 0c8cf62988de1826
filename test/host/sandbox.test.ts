import { describe, expect, it } from 'vitest'
import { type Clock, systemClock } from '../../src/host/clock.ts'
import { openConnection } from '../../src/host/http.ts'
import { createSandbox } from '../../src/host/sandbox.ts'
import type { SandboxOptions } from '../../src/host/sandbox-options.ts'
import type { SandboxFinding } from '../../src/host/sandbox-refusals.ts'
import { RateLimitError } from '../../src/model/errors.ts'
import type { JsonValue } from '../../src/model/json.ts'

const sessionPath = '/v1/businesses/shop-1/send/messages'
const templatePath = '/v1/businesses/shop-1/send/whatsapp_templated_messages'
const hello = { recipient: { id: '+16044441111' }, message: { text: 'Hi' } }

function timeAt(now: () => number): Clock {
  return { ...systemClock, now }
}

function sandboxWith(options: Partial<SandboxOptions> = {}) {
  return createSandbox({ judge: () => [], ...options })
}

/** A judge that reports one error at a path whatever it is given. */
function reporting(...path: SandboxFinding['path']): SandboxOptions['judge'] {
  return () => [{ rule: 'a-rule', severity: 'error', message: 'is wrong', path }]
}

function requestOf(path: string, body: unknown, init: RequestInit = {}): Request {
  return new Request(`https://sandbox.test${path}`, {
    method: 'POST',
    headers: { 'X-API-Key': 'sandbox-1', 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  })
}

async function bodyOf(response: Response): Promise<{ readonly [key: string]: JsonValue }> {
  return (await response.json()) as { readonly [key: string]: JsonValue }
}

describe('an accepted message', () => {
  it.each([
    ['send/messages', sessionPath],
    ['send/whatsapp_templated_messages', templatePath],
  ])('of %s answers 201 with a ULID of the time and is kept', async (endpoint, path) => {
    const sandbox = sandboxWith({ now: () => 1_469_918_176_385 })

    const response = await sandbox.fetch(requestOf(path, hello))

    const body = await bodyOf(response)
    expect(response.status).toBe(201)
    expect(Object.keys(body)).toEqual(['id'])
    expect(body['id']).toMatch(/^01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(sandbox.accepted()).toMatchObject([
      { id: body['id'], endpoint, businessId: 'shop-1', body: hello, at: 1_469_918_176_385 },
    ])
  })

  it('has an id that sorts after those before, within a millisecond too', async () => {
    const sandbox = sandboxWith({ now: () => 5, random: (bytes) => bytes.fill(7) })

    for (let count = 0; count < 40; count++) await sandbox.fetch(requestOf(sessionPath, hello))

    const ids = sandbox.accepted().map(({ id }) => id)
    expect(new Set(ids).size).toBe(40)
    expect(ids.toSorted()).toEqual(ids)
  })

  it('is accepted with warnings and infos', async () => {
    const judge: SandboxOptions['judge'] = () => [
      { rule: 'a-rule', severity: 'warning', message: 'meh', path: [] },
      { rule: 'a-rule', severity: 'info', message: 'hm', path: [] },
    ]

    expect((await sandboxWith({ judge }).fetch(requestOf(sessionPath, hello))).status).toBe(201)
  })

  it('cannot be changed in the memory of the sandbox through its list', async () => {
    const sandbox = sandboxWith()
    await sandbox.fetch(requestOf(sessionPath, hello))

    const list = sandbox.accepted()
    await sandbox.fetch(requestOf(sessionPath, hello))

    expect(list).toHaveLength(1)
    expect(sandbox.accepted()).toHaveLength(2)
  })
})

describe('a refusal', () => {
  it.each([
    ['no key', {}],
    ['a blank key', { 'X-API-Key': '  ' }],
  ])('with %s is 401 as documented', async (_, headers) => {
    const sandbox = sandboxWith()

    const response = await sandbox.fetch(requestOf(sessionPath, hello, { headers }))

    expect(response.status).toBe(401)
    expect(response.headers.has('x-sandbox-assumed')).toBe(false)
    expect(await bodyOf(response)).toMatchObject({ type: 'ERROR_TYPE_AUTHENTICATION' })
    expect(sandbox.accepted()).toEqual([])
  })

  it('of a key that looks real says why and does not repeat the key', async () => {
    const headers = { 'X-API-Key': 'live-7c0e5f1d' }

    const response = await sandboxWith().fetch(requestOf(sessionPath, hello, { headers }))

    const text = await response.text()
    expect(response.status).toBe(401)
    expect(text).toContain('begin with \\"sandbox\\"')
    expect(text).not.toContain('7c0e5f1d')
  })

  it('has the documented error body', async () => {
    const judge = reporting('message', 'text')

    const response = await sandboxWith({ judge }).fetch(
      requestOf(sessionPath, { message: { text: 'x'.repeat(5000) } }),
    )

    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(response.headers.get('x-sandbox-assumed')).toBe('true')
    expect(await bodyOf(response)).toEqual({
      message: 'message.text: is wrong',
      type: 'ERROR_TYPE_INVALID_REQUEST',
      code: 'ERROR_CODE_UNSPECIFIED',
      userTitle: expect.any(String),
      userMessage: 'message.text: is wrong',
      cntTraceId: expect.stringMatching(/^\d{1,20}$/),
      details: { rule: 'a-rule', path: ['message', 'text'], assumed: true },
    })
  })

  it.each([
    ['TEXT_EMPTY', sessionPath, { message: { text: ' ' } }, ['message', 'text']],
    ['TEXT_EMPTY', sessionPath, { message: { listMessage: {} } }, ['message', 'text']],
    [
      'ATTACHMENTS_NUMBER_INVALID',
      sessionPath,
      { message: { attachments: [{}, {}] } },
      ['message', 'attachments', 1],
    ],
    [
      'ATTACHMENTS_NUMBER_INVALID',
      sessionPath,
      { message: { attachments: [] } },
      ['message', 'attachments'],
    ],
    [
      'ATTACHMENT_EMPTY',
      sessionPath,
      { message: { attachments: [{ url: '' }] } },
      ['message', 'attachments', 0, 'url'],
    ],
    [
      'ATTACHMENT_INVALID',
      sessionPath,
      { message: { attachments: [{ url: 'nowhere' }] } },
      ['message', 'attachments', 0, 'url'],
    ],
    ['PHONE_NUMBER_BAD_FORMAT', sessionPath, { recipient: { id: '12' } }, ['recipient', 'id']],
    ['PHONE_NUMBER_BAD_FORMAT', templatePath, { number: '12' }, ['number']],
    ['INVALID_SENDER_ID', sessionPath, { sender: { id: '12' } }, ['sender', 'id']],
    ['INVALID_SENDER_ID', templatePath, { sender: {} }, ['sender']],
    [
      'SELF_INVALID',
      sessionPath,
      { sender: { id: '+16044441111' }, recipient: { id: '+16044441111' } },
      ['recipient', 'id'],
    ],
    ['TEMPLATE_INPUT_INVALID', templatePath, { parameters: [{}] }, ['parameters', 0, 'name']],
  ])('carries the documented %s, at %s for %j', async (code, path, body, at) => {
    const sandbox = sandboxWith({ judge: reporting(...at) })

    const response = await sandbox.fetch(requestOf(path, body))

    expect(response.status).toBe(400)
    expect(response.headers.has('x-sandbox-assumed')).toBe(false)
    expect((await bodyOf(response))['code']).toMatch(new RegExp(`^ERROR_CODE_(MESSAGE_)?${code}$`))
    expect(sandbox.accepted()).toEqual([])
  })

  it.each(['', '{', '[]', '"text"', 'null'])('of the body %j is 400', async (body) => {
    const response = await sandboxWith().fetch(requestOf(sessionPath, body))

    expect(response.status).toBe(400)
    expect(await bodyOf(response)).toMatchObject({ code: 'ERROR_CODE_UNSPECIFIED' })
  })

  it.each([
    '/',
    '/v1/businesses/shop-1/send/message',
    '/v1/businesses//send/messages',
    '/v1/businesses/shop-1/send/messages/',
    '/v2/businesses/shop-1/send/messages',
    '/v1/businesses/shop-1/assets',
  ])('of the path %s is 404', async (path) => {
    expect((await sandboxWith().fetch(requestOf(path, hello))).status).toBe(404)
  })

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('of %s is 405 and names POST', async (method) => {
    const request = new Request(`https://sandbox.test${sessionPath}`, { method })

    const response = await sandboxWith().fetch(request)

    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })
})

describe('the rate', () => {
  it('is 200 in any sliding second, over both endpoints', async () => {
    let time = 10_000
    const sandbox = sandboxWith({ time: timeAt(() => time) })
    const send = async (path = sessionPath) => (await sandbox.fetch(requestOf(path, hello))).status

    for (let count = 0; count < 150; count++) await send()
    time = 10_500
    for (let count = 0; count < 50; count++) await send(templatePath)
    expect(sandbox.accepted()).toHaveLength(200)
    expect(await send()).toBe(429)
    time = 10_999
    expect(await send(templatePath)).toBe(429)
    time = 11_000
    for (let count = 0; count < 150; count++) expect(await send()).toBe(201)
    expect(await send()).toBe(429)
  })

  it('starts anew when the clock is set back', async () => {
    let time = 10_000
    const sandbox = sandboxWith({ time: timeAt(() => time), maxPerSecond: 1 })
    await sandbox.fetch(requestOf(sessionPath, hello))

    time = 5000

    expect((await sandbox.fetch(requestOf(sessionPath, hello))).status).toBe(201)
  })

  it('holds for requests that come at once', async () => {
    const sandbox = sandboxWith({ time: timeAt(() => 0), maxPerSecond: 3 })

    const responses = await Promise.all(
      Array.from({ length: 5 }, () => sandbox.fetch(requestOf(sessionPath, hello))),
    )

    expect(responses.map(({ status }) => status)).toEqual([201, 201, 201, 429, 429])
  })
})

it('stands in for the API behind a connection', async () => {
  const sandbox = sandboxWith({ maxPerSecond: 1, time: timeAt(() => 0) })
  const { exchange } = openConnection({
    businessId: 'shop-1',
    apiKey: 'sandbox-1',
    fetch: sandbox.fetch,
  })
  const payload = { endpoint: 'send/messages', body: hello } as const

  const first = await exchange(payload)
  const second = await exchange(payload)

  expect(sandbox.accepted()).toMatchObject([{ body: hello }])
  expect(first).toEqual({ state: 'accepted', id: sandbox.accepted()[0]?.id })
  expect(second).toMatchObject({ state: 'refused', error: expect.any(RateLimitError) })
})
