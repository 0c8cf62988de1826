import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** A request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string
  readonly path: string
  /** By lower-case name. */
  readonly headers: { readonly [name: string]: unknown }
  /** The body's text, to the byte. */
  readonly body: string
}

/** What is answered; `reset` breaks the connection instead. */
export type RecordedAnswer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | 'reset'

/** A server on this machine that keeps what it was sent. */
export interface RecordingServer {
  readonly url: string
  readonly requests: readonly RecordedRequest[]
}

/** What the API answers when it takes a message. */
export const accepted: RecordedAnswer = {
  status: 201,
  body: { id: '01FRRVK645V350357FGV2Y1B16' },
}

/** Starts a server that gives these answers in turn, the last one again and again. */
export async function startRecordingServer(
  ...answers: readonly (RecordedAnswer | (() => Promise<RecordedAnswer>))[]
): Promise<RecordingServer> {
  const requests: RecordedRequest[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    requests.push({ method, path: url, headers, body: await text(request) })
    const next = answers[Math.min(requests.length, answers.length) - 1] ?? accepted
    const answer = typeof next === 'function' ? await next() : next
    if (answer === 'reset') request.socket.resetAndDestroy()
    else {
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
      response.end(JSON.stringify(answer.body ?? {}))
    }
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', () => resolve())
  await promise
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}
