import { type Clock, wait } from './clock.ts'
import { readBody } from './read-body.ts'
import type { SandboxAnswer } from './sandbox-answer.ts'
import { maxBodyBytes } from './sandbox-body.ts'
import type { SandboxReaction, SandboxRequest } from './sandbox-request.ts'

/** The form of the global `fetch`. */
export type SandboxFetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>

/** Makes a function that behaves like `fetch` would over a socket, faults included. */
export function createFetch(
  handle: (request: SandboxRequest) => Promise<SandboxReaction>,
  time: Clock,
): SandboxFetch {
  return async (input, init) => {
    const request =
      input instanceof Request && init === undefined ? input : new Request(input, init)
    waiting.add(request)
    try {
      request.signal.throwIfAborted()
      const reaction = await handle(wrapRequest(request))
      request.signal.throwIfAborted()
      return await react(reaction, request.signal, time)
    } finally {
      waiting.delete(request)
    }
  }
}

/**
 * A request whose signal follows another hears of it only as long as something holds the request,
 * in Node at least; while it hangs, nothing else might.
 */
const waiting = new Set<Request>()

async function react(
  reaction: SandboxReaction,
  signal: AbortSignal,
  time: Clock,
): Promise<Response> {
  if (reaction.type === 'hang') return await hang(signal)
  if (reaction.delayMs > 0 && !(await wait(reaction.delayMs, time, signal))) throw signal.reason
  if (reaction.type === 'reset') throw new TypeError('fetch failed', { cause: resetError() })
  return toResponse(reaction.answer, reaction.type === 'cut')
}

function wrapRequest(request: Request): SandboxRequest {
  const { pathname, search } = new URL(request.url)
  return {
    method: request.method,
    target: pathname + search,
    header: (name) => request.headers.get(name) ?? undefined,
    readText: () => readBody(request.body, maxBodyBytes),
  }
}

function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

function toResponse({ status, headers, body }: SandboxAnswer, isCut: boolean): Response {
  return new Response(isCut ? cutStream(body) : body, { status, headers })
}

function cutStream(body: string): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(body.slice(0, body.length / 2))
  let isGiven = false
  return new ReadableStream({
    pull: (controller) => {
      if (isGiven) controller.error(new TypeError('terminated', { cause: closedError() }))
      else controller.enqueue(half)
      isGiven = true
    },
  })
}

/** What Node says of a connection that the other side reset. */
function resetError(): Error {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' })
}

/** What Node's `fetch` says of a body that ended early. */
function closedError(): Error {
  return Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })
}
