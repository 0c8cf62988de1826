import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConnectlyError } from '../model/errors.ts'
import { isLoopbackHost } from './base-url.ts'
import { type Clock, systemClock, wait } from './clock.ts'
import { BodyTooLongError } from './read-body.ts'
import type { Sandbox } from './sandbox.ts'
import { isAdmin } from './sandbox-admin.ts'
import { answerRefusal, type SandboxAnswer } from './sandbox-answer.ts'
import { maxBodyBytes } from './sandbox-body.ts'
import type { SandboxReaction, SandboxRequest } from './sandbox-request.ts'

/** How long a closing server waits for answers under way. */
const graceMs = 1000

/** Where a sandbox listens. */
export interface ServerOptions {
  /** @defaultValue 0, any free port */
  readonly port?: number | undefined
  /** @defaultValue `127.0.0.1` */
  readonly host?: string | undefined
  /**
   * Lets other machines in: whoever reaches the port can then fake messages. What lies below
   * `/sandbox` stays with this machine.
   */
  readonly unsafeHost?: boolean | undefined
  /** For `slow` answers. @defaultValue that of this process */
  readonly time?: Clock | undefined
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
 * Gives a sandbox a port on this machine. Faults happen to the socket itself there.
 * @throws {@link ConnectlyError} for another machine's address and for a port that is taken.
 * @example
 * const server = await serveSandbox(createSandbox({ scenarios: ['reset-after:0.1'] }))
 * const baseUrl = server.url // for `createClient`, or as CONNECTLY_BASE_URL
 * await server.close()
 */
export async function serveSandbox(
  sandbox: Pick<Sandbox, 'handle'>,
  options: ServerOptions = {},
): Promise<SandboxServer> {
  const { port = 0, host = '127.0.0.1', unsafeHost = false, time = systemClock } = options
  if (!unsafeHost && !isLoopbackHost(host)) {
    throw new ConnectlyError(
      `the sandbox listens on this machine only, and ${host} lets others in: leave the host out, or set \`unsafeHost\``,
    )
  }
  // Whoever imports the library for something else shall not load a server.
  const { createServer } = await import('node:http')
  const server = createServer((incoming, outgoing) => {
    respond(sandbox, { incoming, outgoing, time, unsafeHost }).catch(() => outgoing.destroy())
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

interface Exchange {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly unsafeHost: boolean
  readonly time: Clock
}

async function respond(sandbox: Pick<Sandbox, 'handle'>, exchange: Exchange): Promise<void> {
  const { incoming, outgoing, unsafeHost } = exchange
  const target = readTarget(incoming)
  if (target === undefined || !isAllowed(incoming, target, unsafeHost)) {
    return refuse(outgoing, 403, 'Ask for this machine by its own name')
  }
  const reaction = await sandbox.handle(wrapRequest(incoming, target)).catch(() => undefined)
  if (incoming.destroyed && !incoming.complete) return
  if (reaction === undefined) return refuse(outgoing, 500, 'The sandbox itself failed')
  await react(reaction, exchange)
}

/** Path and query: a request can also name a whole URL, or none at all. */
function readTarget({ url = '/' }: IncomingMessage): string | undefined {
  if (url.startsWith('/')) return url
  if (!URL.canParse(url)) return undefined
  const { pathname, search } = new URL(url)
  return pathname + search
}

function isAllowed(incoming: IncomingMessage, target: string, unsafeHost: boolean): boolean {
  if (!unsafeHost) return hasLocalName(incoming)
  const [pathname = ''] = target.split('?')
  const address = incoming.socket.remoteAddress ?? ''
  return !isAdmin(pathname) || (hasLocalName(incoming) && isLoopbackHost(unmapped(address)))
}

/** A page of another site can reach this port under a name of its own, but not change that name. */
function hasLocalName({ headers }: IncomingMessage): boolean {
  const { host = '' } = headers
  const [, name = ''] = /^(\[[^\]]*\]|[^:]*)(?::\d+)?$/.exec(host) ?? []
  return isLoopbackHost(name)
}

/** An IPv4 address as a socket for both families shows it. */
function unmapped(address: string): string {
  return address.replace(/^::ffff:/i, '')
}

function wrapRequest(incoming: IncomingMessage, target: string): SandboxRequest {
  const { method = 'GET', headers } = incoming
  return {
    method,
    target,
    header: (name) => {
      const value = Object.hasOwn(headers, name) ? headers[name] : undefined
      return Array.isArray(value) ? value.join(', ') : value
    },
    readText: () => readIncoming(incoming),
  }
}

/** Stops at the limit and leaves the rest alone: its connection still has to carry the answer. */
function readIncoming(incoming: IncomingMessage): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const chunks: Buffer[] = []
  let bytes = 0
  incoming.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength
    if (bytes > maxBodyBytes) {
      incoming.removeAllListeners('data')
      reject(new BodyTooLongError(`the body is longer than ${maxBodyBytes} bytes`))
    } else chunks.push(chunk)
  })
  incoming.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
  incoming.on('error', reject)
  incoming.on('close', () => {
    // It comes after every request, and an error takes its time to be made.
    if (!incoming.complete) reject(new Error('the client went away'))
  })
  return promise
}

async function react(
  reaction: SandboxReaction,
  { incoming, outgoing, time }: Exchange,
): Promise<void> {
  if (reaction.type === 'hang') return
  if (reaction.delayMs > 0) await wait(reaction.delayMs, time, undefined)
  if (reaction.type === 'reset') incoming.socket.resetAndDestroy()
  else if (reaction.type === 'cut') cut(outgoing, reaction.answer)
  else write(outgoing, reaction.answer)
}

/** Refusals of the shell, which the API knows nothing of. */
function refuse(outgoing: ServerResponse, status: number, message: string): void {
  outgoing.shouldKeepAlive = false
  const refusal = { status, message, type: 'ERROR_TYPE_UNSPECIFIED', isAssumed: true }
  write(outgoing, answerRefusal(refusal, '0'))
}

function write(outgoing: ServerResponse, { status, headers, body }: SandboxAnswer): void {
  if (status === 413) outgoing.shouldKeepAlive = false
  outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  outgoing.end(body)
}

/** Promises all of the body, sends half of it, and ends the connection. */
function cut(outgoing: ServerResponse, { status, headers, body }: SandboxAnswer): void {
  const bytes = Buffer.from(body)
  outgoing.writeHead(status, { ...headers, 'content-length': bytes.byteLength })
  outgoing.write(bytes.subarray(0, bytes.byteLength / 2), () => outgoing.destroy())
}
