import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConnectlyError } from '../model/errors.ts'
import { isLoopbackHost } from './base-url.ts'
import type { Sandbox } from './sandbox.ts'
import { answerRefusal } from './sandbox-answer.ts'

const maxBodyBytes = 1024 * 1024
/** How long a closing server waits for answers under way. */
const graceMs = 1000

/** Where a sandbox listens. */
export interface ServerOptions {
  /** @defaultValue 0, any free port */
  readonly port?: number | undefined
  /** @defaultValue `127.0.0.1` */
  readonly host?: string | undefined
  /** Lets other machines in: whoever reaches the port can then read and fake messages. */
  readonly unsafeHost?: boolean | undefined
}

/** A sandbox with a port. */
export interface SandboxServer {
  /** A `baseUrl`, without a slash at its end. */
  readonly url: string
  readonly port: number
  /** Stops listening and ends every connection. */
  close(): Promise<void>
}

/**
 * Gives a sandbox a port on this machine.
 * @throws {@link ConnectlyError} for another machine's address and for a port that is taken.
 */
export async function serveSandbox(
  sandbox: Pick<Sandbox, 'fetch'>,
  options: ServerOptions = {},
): Promise<SandboxServer> {
  const { port = 0, host = '127.0.0.1', unsafeHost = false } = options
  if (!unsafeHost && !isLoopbackHost(host)) {
    throw new ConnectlyError(
      `the sandbox listens on this machine only, and ${host} lets others in: leave the host out, or set \`unsafeHost\``,
    )
  }
  const server = createServer((request, response) => {
    answer(sandbox, request, response, unsafeHost).catch(() => response.destroy())
  })
  const address = await listen(server, port, host)
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  let closing: Promise<void> | undefined
  return {
    url: `http://${name}:${address.port}`,
    port: address.port,
    close: () => {
      closing ??= close(server)
      return closing
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>()
  server.once('error', (error: NodeJS.ErrnoException) => {
    reject(new ConnectlyError(explainListen(error, port, host), { cause: error }))
  })
  server.listen({ port, host }, () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) resolve(address)
  })
  return promise
}

function explainListen(
  { code, message }: NodeJS.ErrnoException,
  port: number,
  host: string,
): string {
  const place = `port ${port} of ${host}`
  if (code === 'EADDRINUSE') {
    return `${place} is taken: stop the program that uses it, or choose another port (0 takes any that is free)`
  }
  if (code === 'EACCES') {
    return `${place} may not be used by this user: choose a port above 1023 (0 takes any that is free)`
  }
  return `the sandbox cannot listen on ${place} (${code ?? message}): choose another host or port`
}

async function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  await promise
  clearTimeout(timer)
}

async function answer(
  sandbox: Pick<Sandbox, 'fetch'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  unsafeHost: boolean,
): Promise<void> {
  const url = unsafeHost || hasLocalName(incoming) ? readUrl(incoming) : undefined
  if (url === undefined) return refuse(outgoing, 403, 'Ask for this machine by its own name')
  const body = await readIncoming(incoming)
  if (body === undefined) return refuse(outgoing, 413, 'The body is longer than 1 MiB')
  const response = await sandbox.fetch(toRequest(incoming, url, body)).catch(() => undefined)
  if (response === undefined) return refuse(outgoing, 500, 'The sandbox itself failed')
  await write(outgoing, response)
}

/** A page of another site can reach this port under a name of its own, but not change that name. */
function hasLocalName({ headers }: IncomingMessage): boolean {
  const url = `http://${headers.host ?? ''}`
  return URL.canParse(url) && isLoopbackHost(new URL(url).hostname)
}

function readUrl({ url = '/', headers }: IncomingMessage): string | undefined {
  const base = `http://${headers.host ?? 'localhost'}`
  return URL.canParse(url, base) ? new URL(url, base).href : undefined
}

/** The body, or nothing where it is too long. */
async function readIncoming(
  incoming: IncomingMessage,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Leaves the rest alone: its connection still has to carry the answer.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) continue
    bytes += chunk.byteLength
    if (bytes > maxBodyBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function toRequest(incoming: IncomingMessage, url: string, body: Uint8Array<ArrayBuffer>): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, String(value))
  }
  const { method = 'GET' } = incoming
  return new Request(url, { method, headers, body: bodiless.has(method) ? null : body })
}

const bodiless: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Refusals of the shell, which the API knows nothing of. */
function refuse(outgoing: ServerResponse, status: number, message: string): Promise<void> {
  outgoing.shouldKeepAlive = false
  const refusal = { status, message, type: 'ERROR_TYPE_UNSPECIFIED', isAssumed: true }
  return write(outgoing, answerRefusal(refusal, '0'))
}

async function write(outgoing: ServerResponse, response: Response): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(new Uint8Array(await response.arrayBuffer()))
}
