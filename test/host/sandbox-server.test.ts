import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { createClient } from '../../src/host/client.ts'
import { createSandbox } from '../../src/host/sandbox.ts'
import {
  type SandboxServer,
  type ServerOptions,
  serveSandbox,
} from '../../src/host/sandbox-server.ts'
import { ApiError, ConnectlyError } from '../../src/model/errors.ts'

const path = '/v1/businesses/shop-1/send/messages'
const servers: SandboxServer[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serve(options: ServerOptions = {}, sandbox = createSandbox({ judge: () => [] })) {
  const server = await serveSandbox(sandbox, options)
  servers.push(server)
  return { server, sandbox }
}

/** Sends bytes as they are and returns what comes back until the connection ends. */
async function sendBytes(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes)
  return await text(socket)
}

function rawRequest(host: string, target = path): string {
  return [
    `POST ${target} HTTP/1.1`,
    `Host: ${host}`,
    'X-API-Key: sandbox-1',
    'Connection: close',
    'Content-Length: 2',
    '',
    '{}',
  ].join('\r\n')
}

describe('serveSandbox', () => {
  it('answers a client over a socket, with every byte of the body intact', async () => {
    const { server, sandbox } = await serve()
    const body = { message: { text: 'Olá ✓ \u{1f600}' } }

    const { id } = await createClient({
      businessId: 'shop-1',
      apiKey: 'sandbox-1',
      baseUrl: server.url,
    }).send({ endpoint: 'send/messages', body })

    expect(server.url).toBe(`http://127.0.0.1:${server.port}`)
    expect(sandbox.accepted()).toMatchObject([{ id, businessId: 'shop-1', body }])
  })

  it('passes refusals on, with their headers', async () => {
    const { server } = await serve()

    const response = await fetch(server.url + path)

    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
    expect(await response.json()).toMatchObject({ type: 'ERROR_TYPE_UNSPECIFIED' })
  })

  it.each(['localhost', '127.0.0.1', '[::1]'])('answers to the name %s', async (name) => {
    const { server, sandbox } = await serve()

    const answer = await sendBytes(server.port, rawRequest(`${name}:${server.port}`))

    expect(answer).toMatch(/^HTTP\/1\.1 201 /)
    expect(sandbox.accepted()).toHaveLength(1)
  })

  it.each(['rebound.example.com', '192.168.1.7:80', '127.0.0.1.example.com', 'a b'])(
    'refuses the foreign name %s',
    async (name) => {
      const { server, sandbox } = await serve()

      const answer = await sendBytes(server.port, rawRequest(name))

      expect(answer).toMatch(/^HTTP\/1\.1 40[03] /)
      expect(sandbox.accepted()).toEqual([])
    },
  )

  it('answers a target that is no path', async () => {
    const { server } = await serve()

    const answer = await sendBytes(server.port, rawRequest('localhost', 'http://['))

    expect(answer).toMatch(/^HTTP\/1\.1 40[03] /)
  })

  it('refuses a body of more than 1 MiB and goes on', async () => {
    const { server, sandbox } = await serve()
    const send = (length: number) =>
      fetch(server.url + path, {
        method: 'POST',
        headers: { 'X-API-Key': 'sandbox-1' },
        body: JSON.stringify({ message: { text: 'x'.repeat(length) } }),
      })

    expect((await send(8 * 1024 * 1024)).status).toBe(413)
    expect(sandbox.accepted()).toEqual([])
    expect((await send(1024 * 1000)).status).toBe(201)
  })

  it('answers 500 when the sandbox fails', async () => {
    const sandbox = createSandbox()
    const handle = () => Promise.reject(new Error('a bug'))
    const { server } = await serve({}, { ...sandbox, handle })

    expect((await fetch(server.url + path, { method: 'POST', body: '{}' })).status).toBe(500)
  })

  it.each(['0.0.0.0', '::', '192.168.1.7', 'example.com'])('refuses the host %s', async (host) => {
    const serving = serveSandbox(createSandbox({ judge: () => [] }), { host })

    await expect(serving).rejects.toThrow(ConnectlyError)
    await expect(serving).rejects.toThrow(/this machine only/)
  })

  it('takes other hosts and names when it is told to', async () => {
    const { server } = await serve({ host: '0.0.0.0', unsafeHost: true })

    expect(await sendBytes(server.port, rawRequest('sandbox:80'))).toMatch(/^HTTP\/1\.1 201 /)
  })

  it('says that a port is taken', async () => {
    const { server } = await serve()

    const second = serveSandbox(createSandbox({ judge: () => [] }), { port: server.port })

    await expect(second).rejects.toThrow(`port ${server.port} of 127.0.0.1 is taken`)
    await expect(second).rejects.toBeInstanceOf(ConnectlyError)
  })

  it('closes at once although a client keeps its connection, and can be closed twice', async () => {
    const { server } = await serve()
    await fetch(server.url + path, { method: 'POST', body: '{}' })
    const started = performance.now()

    await server.close()
    await server.close()

    expect(performance.now() - started).toBeLessThan(900)
    await expect(fetch(server.url + path, { method: 'POST', body: '{}' })).rejects.toThrow()
  })

  it('closes although a request never ends', async () => {
    const { server } = await serve()
    const socket = connect(server.port, '127.0.0.1')
    socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const ended = text(socket).catch(() => 'reset')

    await server.close()

    expect(await ended).not.toContain('201')
  })

  it('does not lose an error of the API on its way', async () => {
    const { server } = await serve(
      {},
      createSandbox({
        judge: () => [
          { rule: 'r', severity: 'error', message: 'is blank', path: ['message', 'text'] },
        ],
      }),
    )
    const client = createClient({
      businessId: 'shop-1',
      apiKey: 'sandbox-1',
      baseUrl: server.url,
    })

    const dispatch = client.send({
      endpoint: 'send/messages',
      body: { message: { text: '' } },
    })

    await expect(dispatch).rejects.toBeInstanceOf(ApiError)
    await expect(dispatch).rejects.toMatchObject({ code: 'ERROR_CODE_MESSAGE_TEXT_EMPTY' })
  })
})
