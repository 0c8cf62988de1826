import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })

const http = JSON.stringify(join(import.meta.dirname, '../../src/host/http.ts'))

/**
 * Makes a request that is answered, so that a connection stands, and one that hangs, and collects
 * whatever nobody holds any more.
 */
const script = (how: string, baseUrl: string): string => `
  const { openConnection } = await import(${http})
  const options = { businessId: 'shop', apiKey: 'k', baseUrl: '${baseUrl}' }
  const payload = { endpoint: 'send/messages', body: { recipient: { id: '+16044441111' } } }
  await openConnection(options).exchange(payload)
  const timeoutMs = ${how === 'timeout' ? 500 : 60_000}
  const caller = new AbortController()
  const onStart = () => {
    if (${how === 'abort'}) setTimeout(() => caller.abort(), 200)
  }
  const collect = setInterval(() => globalThis.gc(), 20)
  const { exchange } = openConnection({ ...options, timeoutMs })
  const { state, error } = await exchange(payload, { signal: caller.signal, onStart })
  clearInterval(collect)
  console.log(JSON.stringify([error.name, state, error.reason]))
  process.stdin.resume()`

const answer = 'HTTP/1.1 201 Created\r\nContent-Length: 10\r\n\r\n{"id":"a"}'

describe('a request that hangs while Node collects what nobody holds', () => {
  it.each(['timeout', 'abort'])('is ended by its %s, and its connection with it', async (how) => {
    const { promise: socket, resolve } = Promise.withResolvers<Socket>()
    const server = createServer(resolve)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const args = ['--expose-gc', '--input-type=module', '-e']
    const child = spawn(process.execPath, [...args, script(how, `http://127.0.0.1:${port}`)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    onTestFinished(() => {
      server.close()
      child.kill()
    })
    const said = text(child.stdout)
    const connection = await socket
    connection.on('error', () => {})
    connection.once('data', () => connection.write(answer))
    // Not by the end of the process, which waits for its input.
    await once(connection, 'close')
    child.stdin.end()
    expect(JSON.parse(await said)).toEqual(['UnknownOutcomeError', 'unknown', how])
  })
})
