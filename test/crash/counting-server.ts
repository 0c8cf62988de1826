import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A server that takes every message and counts whom it is for. */
export interface CountingServer {
  readonly url: string
  /** Recipient → the ids that it was answered with. */
  readonly taken: ReadonlyMap<string, readonly string[]>
  /** How many messages were taken in all. */
  readonly total: number
  /** Resolves when so many have been taken. */
  reach(total: number): Promise<void>
  forget(): void
  close(): void
}

/** Starts a server on this machine; `delayMs` says how long its answer to a message takes. */
export async function startCountingServer(delayMs: () => number): Promise<CountingServer> {
  const taken = new Map<string, string[]>()
  let total = 0
  let waiting: { readonly total: number; readonly resolve: () => void } | undefined
  const server = createServer(async (request, response) => {
    let body: string
    try {
      body = await text(request)
    } catch {
      return // The other side died while it wrote: nothing was taken.
    }
    const to = String(JSON.parse(body).recipient.id)
    total++
    const id = `id-${total}`
    const ids = taken.get(to)
    if (ids === undefined) taken.set(to, [id])
    else ids.push(id)
    if (waiting !== undefined && total >= waiting.total) waiting.resolve()
    const answer = setTimeout(() => {
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ id }))
    }, delayMs())
    // An answer that nobody waits for any more keeps nothing alive.
    response.once('close', () => clearTimeout(answer))
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    get total() {
      return total
    },
    reach: (wanted) => {
      if (total >= wanted) return Promise.resolve()
      const reached = Promise.withResolvers<void>()
      waiting = { total: wanted, resolve: reached.resolve }
      return reached.promise
    },
    forget: () => {
      taken.clear()
      total = 0
      waiting = undefined
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
