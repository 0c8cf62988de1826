import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openConnection } from '../../src/host/http.ts'
import { createSandbox } from '../../src/host/sandbox.ts'
import { scenarioHeader } from '../../src/host/sandbox-plan.ts'
import { scenarioTexts } from '../../src/host/sandbox-scenarios.ts'
import { serveSandbox } from '../../src/host/sandbox-server.ts'
import { instantTime } from '../helpers/instant-time.ts'
import { hello, sendRequest } from '../helpers/sandbox-request.ts'

async function serve(scenario: string) {
  const waits: number[] = []
  const sandbox = createSandbox({ scenarios: [scenario] })
  const server = await serveSandbox(sandbox, { time: instantTime(waits) })
  onTestFinished(() => server.close())
  return { sandbox, server, waits }
}

/** Every byte that comes back, and how the connection ends. */
async function exchangeBytes(
  port: number,
  patienceMs = 4000,
): Promise<{ readonly received: string; readonly end: string }> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => {
    socket.destroy()
  })
  const body = JSON.stringify(hello)
  const lines = [
    'POST /v1/businesses/shop/send/messages HTTP/1.1',
    'Host: localhost',
    'X-API-Key: sandbox-key',
    `Content-Length: ${body.length}`,
  ]
  socket.write([...lines, '', body].join('\r\n'))
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk
  })
  const end = await new Promise<string>((resolve) => {
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    socket.on('end', () => resolve('end'))
    socket.setTimeout(patienceMs, () => resolve('silence'))
  })
  return { received, end }
}

describe('on a socket', () => {
  it.each([
    ['reset-before', 'ECONNRESET', 0],
    ['reset-after', 'ECONNRESET', 1],
    ['hang', 'silence', 0],
    ['hang-after', 'silence', 1],
  ])('%s ends with %s without a byte, and %i accepted', async (scenario, end, accepted) => {
    const { sandbox, server } = await serve(scenario)
    const patienceMs = end === 'silence' ? 200 : 4000
    expect(await exchangeBytes(server.port, patienceMs)).toEqual({ received: '', end })
    expect(sandbox.acceptedCount()).toBe(accepted)
  })

  it('cut-body promises more than it sends, and the message is accepted', async () => {
    const { sandbox, server } = await serve('cut-body')
    const { received, end } = await exchangeBytes(server.port)
    const [head = '', body = ''] = received.split('\r\n\r\n')
    const promised = Number(/content-length: (\d+)/i.exec(head)?.[1])
    expect(head).toMatch(/^HTTP\/1\.1 201 /)
    expect(body.length).toBe(Math.floor(promised / 2))
    expect(end).toBe('end')
    expect(sandbox.acceptedCount()).toBe(1)
  })

  it.each(['reset-after', 'cut-body', '500-after'] as const)(
    '%s takes no message that meets a closed window',
    async (scenario) => {
      const sandbox = createSandbox({ scenarios: [scenario], windows: 'strict' })
      const answer = sandbox.fetch(sendRequest(hello)).then((response) => response.text())
      await answer.catch(() => {})
      expect(sandbox.acceptedCount()).toBe(0)
      expect(scenarioTexts[scenario]).toContain('unless something else refuses it')
    },
  )

  it.each([
    ['500', 500, 0],
    ['500-after', 500, 1],
    ['429-storm', 429, 0],
    ['window-closed', 400, 0],
    ['opted-out', 400, 0],
    ['business-limits', 400, 0],
    ['slow', 201, 1],
    ['delivery-failed', 201, 1],
  ])('%s is answered with %i, and %i accepted', async (scenario, status, accepted) => {
    const { sandbox, server } = await serve(scenario)
    const response = await fetch(sendRequest(hello, {}, server.url))
    expect(response.status).toBe(status)
    await response.text()
    expect(sandbox.acceptedCount()).toBe(accepted)
  })

  it('slow waits', async () => {
    const { server, waits } = await serve('slow')
    await (await fetch(sendRequest(hello, {}, server.url))).text()
    expect(waits).toEqual([3000])
  })

  it('the header of a request decides for that request', async () => {
    const { sandbox, server } = await serve('500')
    const none = sendRequest(hello, { [scenarioHeader]: 'none' }, server.url)
    expect((await fetch(none)).status).toBe(201)
    const reset = sendRequest(hello, { [scenarioHeader]: 'reset-after' }, server.url)
    await expect(fetch(reset)).rejects.toThrow()
    expect(sandbox.accepted().map(({ scenarios }) => scenarios)).toEqual([[], ['reset-after']])
  })

  it.each([
    ['reset-before', 'unknown'],
    ['reset-after', 'unknown'],
    ['cut-body', 'unknown'],
    ['hang', 'unknown'],
    ['500', 'unknown'],
    ['429-storm', 'refused'],
    ['window-closed', 'refused'],
  ])('%s is %s to a sender, over a socket as in a function', async (scenario, state) => {
    const { sandbox, server } = await serve(scenario)
    const access = { businessId: 'shop', apiKey: 'sandbox-key', timeoutMs: 200 }
    const payload = { endpoint: 'send/messages', body: hello } as const
    const verdicts = [
      await openConnection({ ...access, baseUrl: server.url }).exchange(payload),
      await openConnection({ ...access, fetch: sandbox.fetch }).exchange(payload),
    ]
    expect(verdicts).toMatchObject([{ state }, { state }])
  })

  it('a hung request does not keep the server from closing', async () => {
    const { server } = await serve('hang')
    const socket = connect(server.port, '127.0.0.1')
    socket.write('POST /v1/businesses/b/send/messages HTTP/1.1\r\nHost: localhost\r\n\r\n')
    const ended = text(socket).catch(() => 'reset')
    await server.close()
    expect(await ended).not.toContain('201')
  })
})
