import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

/** A server that speaks in bytes: it can misbehave in every way that a socket allows. */
export interface RawServer {
  readonly url: string
  readonly port: number
  /** Complete requests, as they came over the wire. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** Calls `respond` for every complete request. */
export async function startRawServer(
  respond: (socket: Socket, request: string) => void,
): Promise<RawServer> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let received = ''
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      for (let end = endOfRequest(received); end > 0; end = endOfRequest(received)) {
        requests.push(received.slice(0, end))
        received = received.slice(end)
        respond(socket, requests.at(-1) ?? '')
      }
    })
  })
  const port = await listenOnLoopback(server)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return closeServer(server)
    },
  }
}

/** Listens on a free port of this machine and returns it. */
export function listenOnLoopback(server: Server): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  return promise
}

/** Stops listening; connections must have ended before. */
export function closeServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  return promise
}

/** Writes an HTTP answer with its length. */
export function httpAnswer(
  status: number,
  body: string,
  headers: readonly string[] = ['Content-Type: application/json'],
): string {
  const length = `Content-Length: ${Buffer.byteLength(body)}`
  return [`HTTP/1.1 ${status} Status`, ...headers, length, '', body].join('\r\n')
}

function endOfRequest(text: string): number {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return 0
  const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0)
  const end = head + 4 + length
  return text.length >= end ? end : 0
}
