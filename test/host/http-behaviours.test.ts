import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createServer as createTlsServer } from 'node:tls'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverWith, type Outcome } from '../../src/host/delivery.ts'
import { openConnection } from '../../src/host/http.ts'
import { createPacer } from '../../src/host/pacer.ts'
import type { RunResult } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { createSkippingClock } from '../helpers/virtual-clock.ts'
import { closeServer, httpAnswer, listenOnLoopback, startRawServer } from './raw-server.ts'
import { createSelfSigned } from './self-signed.ts'

// What a server can do to one message, over real sockets: the core and the command line must say the
// same of it, the server must see it once (or as often as may be repeated), and nothing that anybody
// could print may hold the key.

const apiKey = 'key-7b1e4f20-never-shown'
const acceptance = JSON.stringify({ id: '01FRRVK645V350357FGV2Y1B16' })
const created = httpAnswer(201, acceptance)

/** What one message met: where it goes, and how often it arrived there. */
interface Target {
  readonly baseUrl: string
  /** Requests, or connections that ended before there was one. */
  seen(): number
}

const cleanups: (() => Promise<void>)[] = []

afterAll(async () => {
  await Promise.all(cleanups.map((cleanUp) => cleanUp()))
})

type Respond = (socket: Socket, request: string) => void

/** Answers every complete request. */
async function answering(respond: Respond): Promise<Target> {
  const server = await startRawServer(respond)
  cleanups.push(() => server.close())
  return { baseUrl: server.url, seen: () => server.requests.length }
}

/** Does something to every connection, whatever comes. */
async function connecting(onConnection: (socket: Socket) => void): Promise<Target> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  const port = await listenOnLoopback(server)
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy()
    return closeServer(server)
  })
  return { baseUrl: `http://127.0.0.1:${port}`, seen: () => sockets.length }
}

const saying = (answer: string) => (): Promise<Target> =>
  answering((socket) => socket.write(answer))
const sayingAndEnding = (answer: string) => (): Promise<Target> =>
  answering((socket) => socket.end(answer))

/** Says where to go, and makes sure that nobody comes. */
async function redirecting(status: number): Promise<Target> {
  const other = await answering((socket) => socket.write(created))
  const target = await answering((socket) =>
    socket.write(httpAnswer(status, '', [`Location: ${other.baseUrl}/`])),
  )
  return { baseUrl: target.baseUrl, seen: () => target.seen() + 100 * other.seen() }
}

/** Answers with one thing first and with another ever after. */
function turning(first: string, then: string): () => Promise<Target> {
  return () => {
    let isFirst = true
    return answering((socket) => {
      socket.write(isFirst ? first : then)
      isFirst = false
    })
  }
}

async function securing(respond: 'refuse' | 'plain'): Promise<Target> {
  let secured = 0
  const server =
    respond === 'refuse'
      ? createTlsServer(createSelfSigned(), () => {
          secured += 1
        })
      : createServer((socket) => {
          socket.on('error', () => {})
          socket.resume().end('220 smtp\r\n')
        })
  server.on('tlsClientError', () => {})
  const port = await listenOnLoopback(server)
  cleanups.push(() => closeServer(server))
  return { baseUrl: `https://localhost:${port}`, seen: () => secured }
}

async function nobody(): Promise<Target> {
  const closed = await startRawServer(() => {})
  await closed.close()
  return { baseUrl: closed.url, seen: () => 0 }
}

const limited = (...headers: readonly string[]): string => httpAnswer(429, '{}', headers)
const refusal = (status: number): string =>
  httpAnswer(status, JSON.stringify({ message: `you said ${apiKey}`, cntTraceId: apiKey }), [
    `X-Echo: ${apiKey}`,
  ])

interface Behaviour {
  readonly start: () => Promise<Target>
  readonly state: Outcome['state']
  /** The class of the error. */
  readonly error?: string
  /** @defaultValue one request */
  readonly seen?: number
  /** @defaultValue one attempt */
  readonly attempts?: number
  /** Whether only the time-out ends it. */
  readonly isEndless?: boolean
}

const accepted = { state: 'accepted' } as const
const refused = { state: 'refused', error: 'ApiError' } as const
const unknown = { state: 'unknown', error: 'UnknownOutcomeError' } as const
const notSent = { state: 'not_sent', error: 'NetworkError', seen: 0, attempts: 5 } as const
const rateLimited = { state: 'refused', error: 'RateLimitError', seen: 5, attempts: 5 } as const

const behaviours: { readonly [name: string]: Behaviour } = {
  // Before or while the request is read.
  'closes a connection at once': {
    start: () => connecting((socket) => socket.destroy()),
    ...unknown,
  },
  'resets once the first bytes are here': {
    start: () => connecting((socket) => socket.once('data', () => socket.resetAndDestroy())),
    ...unknown,
  },
  'resets after the request': {
    start: () => answering((socket) => socket.resetAndDestroy()),
    ...unknown,
  },
  'ends after the request': { start: () => answering((socket) => socket.end()), ...unknown },
  hangs: { start: () => answering(() => {}), ...unknown, isEndless: true },
  // While the answer is written.
  'sends headers too slowly': {
    start: saying('HTTP/1.1 201 Created\r\nContent-'),
    ...unknown,
    isEndless: true,
  },
  'resets after its headers': {
    start: () =>
      answering((socket) =>
        socket.write('HTTP/1.1 201 Created\r\nContent-Length: 35\r\n\r\n', () =>
          socket.resetAndDestroy(),
        ),
      ),
    ...unknown,
  },
  'cuts its body': {
    start: sayingAndEnding(`HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n${acceptance}`),
    ...unknown,
  },
  'promises more body than comes': {
    start: saying(`HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n${acceptance}`),
    ...unknown,
    isEndless: true,
  },
  'promises less body than comes': {
    start: saying(`HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n${acceptance}`),
    ...unknown,
  },
  'contradicts itself about the length': {
    start: saying(
      `HTTP/1.1 201 Created\r\nContent-Length: 35\r\nContent-Length: 9\r\n\r\n${acceptance}`,
    ),
    ...unknown,
  },
  'breaks a chunk': {
    start: saying('HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n'),
    ...unknown,
  },
  'ends within chunks': {
    start: sayingAndEnding(
      `HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n23\r\n${acceptance}\r\n`,
    ),
    ...unknown,
  },
  'says that it packs, and does not': {
    start: saying(httpAnswer(201, acceptance, ['Content-Encoding: gzip'])),
    ...unknown,
  },
  // Successes.
  accepts: { start: saying(created), ...accepted },
  'accepts in the manner of HTTP/1.0': {
    start: sayingAndEnding(`HTTP/1.0 200 OK\r\n\r\n${acceptance}`),
    ...accepted,
  },
  'accepts in chunks': {
    start: saying(
      `HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n23\r\n${acceptance}\r\n0\r\n\r\n`,
    ),
    ...accepted,
  },
  'accepts after early hints': {
    start: saying(`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${created}`),
    ...accepted,
  },
  'accepts before it has read the body': {
    start: () => connecting((socket) => socket.once('data', () => socket.write(created))),
    ...accepted,
  },
  'accepts, and says something more': { start: saying(created + created), ...accepted },
  'accepts without a body': { start: saying('HTTP/1.1 204 No Content\r\n\r\n'), ...unknown },
  'accepts without an id': { start: saying(httpAnswer(200, '{"ok":true}')), ...unknown },
  'accepts in broken JSON': { start: saying(httpAnswer(201, acceptance.slice(0, -1))), ...unknown },
  'accepts with a page': { start: saying(httpAnswer(200, '<p>Welcome</p>')), ...unknown },
  'cuts an answer of HTTP/1.0': {
    start: sayingAndEnding(`HTTP/1.0 200 OK\r\n\r\n${acceptance.slice(0, -2)}`),
    ...unknown,
  },
  // What is no answer.
  'asks to go on, unasked': {
    start: saying(`HTTP/1.1 100 Continue\r\n\r\n${created}`),
    ...unknown,
  },
  'changes the protocol': {
    start: saying('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    ...unknown,
  },
  'speaks garbage': { start: saying('\x16\x03\x01 hello\r\n\r\n'), ...unknown },
  'knows a status of its own': { start: saying(httpAnswer(999, '{}')), ...unknown },
  'answers without end': {
    start: saying(httpAnswer(201, JSON.stringify({ id: '1', more: 'x'.repeat(100_000) }))),
    ...unknown,
  },
  'sends headers without end': {
    start: saying(`HTTP/1.1 201 Created\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`),
    ...unknown,
  },
  // Redirects: whoever they point to is never asked.
  ...Object.fromEntries(
    [300, 301, 302, 303, 304, 307, 308].map((status) => [
      `redirects with ${status}`,
      { start: () => redirecting(status), ...refused },
    ]),
  ),
  // Refusals; 421 is what Node's `fetch` would repeat.
  ...Object.fromEntries(
    [400, 402, 403, 404, 409, 410, 413, 415, 421, 422, 425, 426, 428, 431, 451].map((status) => [
      `refuses with ${status}`,
      { start: saying(refusal(status)), ...refused },
    ]),
  ),
  'refuses with 401': {
    start: saying(refusal(401)),
    state: 'refused',
    error: 'AuthenticationError',
  },
  'refuses before it has read the body': {
    start: () => connecting((socket) => socket.once('data', () => socket.write(refusal(400)))),
    ...refused,
  },
  // Failures of which nobody knows what came before; 407 comes from a proxy, and `fetch` hides it.
  ...Object.fromEntries(
    [407, 408, 500, 501, 502, 503, 504, 507, 599].map((status) => [
      `fails with ${status}`,
      { start: saying(refusal(status)), ...unknown },
    ]),
  ),
  'fails with 503 and a Retry-After': {
    start: saying(httpAnswer(503, '{}', ['Retry-After: 1'])),
    ...unknown,
  },
  // What may be repeated.
  'asks once to wait, in seconds': {
    start: turning(limited('Retry-After: 1'), created),
    ...accepted,
    seen: 2,
    attempts: 2,
  },
  'asks once to wait, until a time by its own clock': {
    start: turning(
      limited('Date: Mon, 01 Jan 2001 10:00:00 GMT', 'Retry-After: Mon, 01 Jan 2001 10:00:01 GMT'),
      created,
    ),
    ...accepted,
    seen: 2,
    attempts: 2,
  },
  'asks once to wait, and then fails': {
    start: turning(limited('Retry-After: 1'), refusal(500)),
    ...unknown,
    seen: 2,
    attempts: 2,
  },
  'asks to wait, again and again': { start: saying(limited('Retry-After: 1')), ...rateLimited },
  'is not there': { start: nobody, ...notSent },
  'has no address': {
    start: async () => ({ baseUrl: 'https://no-such-host.invalid', seen: () => 0 }),
    ...notSent,
  },
  'has a certificate of its own making': { start: () => securing('refuse'), ...notSent },
  'speaks no TLS': { start: () => securing('plain'), ...notSent },
}

/** Only the core is asked: the command line would wait for minutes, by the clock of the wall. */
const slowBehaviours: { readonly [name: string]: Behaviour } = {
  'asks to wait, without saying how long': { start: saying(limited()), ...rateLimited },
  'asks to wait for an age': { start: saying(limited('Retry-After: 99999999')), ...rateLimited },
  'asks to wait until long ago': {
    start: saying(limited('Retry-After: Mon, 01 Jan 2001 10:00:00 GMT')),
    ...rateLimited,
  },
  'asks to wait for nonsense': { start: saying(limited('Retry-After: -1, soon')), ...rateLimited },
}

/** Long where an answer comes, whatever else this machine has to do. */
const answeredMs = 20_000
const endlessMs = 500
const endlessBesideOthersMs = 3000

async function deliver(behaviour: Behaviour): Promise<{ target: Target; outcome: Outcome }> {
  const target = await behaviour.start()
  const { exchange } = openConnection({
    businessId: 'shop',
    apiKey,
    baseUrl: target.baseUrl,
    timeoutMs: behaviour.isEndless ? endlessMs : answeredMs,
  })
  const clock = createSkippingClock()
  const pacer = createPacer({ maxPerSecond: 200, clock })
  const outcome = await deliverWith({ exchange, pacer, clock }).deliver({
    endpoint: 'send/messages',
    body: { recipient: { id: '+16044441111' }, message: { text: 'Hi' } },
  })
  return { target, outcome }
}

interface SendRun extends RunResult {
  readonly target: Target
}

async function send(behaviour: Behaviour, cwd: string): Promise<SendRun> {
  const target = await behaviour.start()
  const timeoutMs = behaviour.isEndless ? endlessBesideOthersMs : answeredMs
  const seconds = String(timeoutMs / 1000)
  const result = await runMain(['send', 'hi', '--to', '+16044441111', '--timeout', seconds], {
    cwd,
    env: {
      CONNECTLY_API_KEY: apiKey,
      CONNECTLY_BUSINESS_ID: 'shop',
      CONNECTLY_BASE_URL: target.baseUrl,
    },
  })
  return { target, ...result }
}

/** Everything that somebody could print of it. */
function textsOf(value: unknown): readonly string[] {
  const texts = [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value)]
  const error = value instanceof Error ? value : undefined
  return error === undefined
    ? texts
    : [...texts, String(error), error.stack ?? '', ...textsOf(error.cause ?? null)]
}

describe('a server that', () => {
  it.each(Object.entries({ ...behaviours, ...slowBehaviours }))(
    '%s: the core says what became of the message',
    async (_, behaviour) => {
      const { state, error, seen = 1, attempts = 1 } = behaviour

      const { target, outcome } = await deliver(behaviour)

      const found = 'error' in outcome ? outcome.error : undefined
      expect({ state: outcome.state, error: found?.name }).toEqual({ state, error })
      expect(outcome.attempts).toBe(attempts)
      expect(target.seen()).toBe(seen)
      for (const text of [...textsOf(outcome), ...textsOf(found ?? null)]) {
        expect(text).not.toContain(apiKey)
      }
    },
  )

  it('resets a connection before anything is written is asked again, or is unknown', async () => {
    let bytes = 0
    const start = (): Promise<Target> =>
      connecting((socket) => {
        socket.on('data', (chunk) => {
          bytes += chunk.length
        })
        socket.resetAndDestroy()
      })

    const { outcome } = await deliver({ start, ...unknown })

    // The system tells of the reset either as the end of the attempt to connect or after it.
    expect(['not_sent', 'unknown']).toContain(outcome.state)
    expect(outcome.attempts).toBe(outcome.state === 'unknown' ? expect.any(Number) : 5)
    expect(bytes).toBe(0)
  })

  it('never reads finds one request at most, when it does', async () => {
    const sockets: Socket[] = []
    const start = (): Promise<Target> => connecting((socket) => sockets.push(socket.pause()))

    const { outcome } = await deliver({ start, ...unknown, isEndless: true })
    const read = await Promise.all(sockets.map((socket) => text(socket.resume())))

    // Node opens another connection after it has given one up, and says nothing on it.
    expect(read.filter((bytes) => bytes !== '')).toEqual([expect.stringContaining('POST /')])
    expect(outcome).toMatchObject({ state: 'unknown', error: { reason: 'timeout' } })
  })
})

describe('`send` to a server that', () => {
  const runs = new Map(
    Object.keys(behaviours).map((name) => [name, Promise.withResolvers<SendRun>()]),
  )

  // Several at once, since some of them wait for seconds; not all, since then each would wait for all.
  beforeAll(() => {
    const cwd = mkdtempSync(join(tmpdir(), 'connectly-'))
    cleanups.push(async () => rmSync(cwd, { recursive: true }))
    mkdirSync(join(cwd, 'messages'))
    writeFileSync(join(cwd, 'messages/hi.yaml'), 'message:\n  text: Hi\n')
    const names = [...runs.keys()]
    const work = async (): Promise<void> => {
      for (let name = names.shift(); name !== undefined; name = names.shift()) {
        const behaviour = behaviours[name]
        if (behaviour !== undefined) runs.get(name)?.resolve(await send(behaviour, cwd))
      }
    }
    for (let worker = 0; worker < 8; worker++) void work()
  })

  it.each(Object.entries(behaviours))(
    '%s says so, by words and by its exit code',
    async (name, { state, seen = 1 }) => {
      const { target, code, stdout, stderr } =
        (await runs.get(name)?.promise) ?? expect.fail('not run')

      expect(code).toBe({ accepted: 0, refused: 1, not_sent: 1, unknown: 3 }[state])
      expect(target.seen()).toBe(seen)
      expect(stdout).toBe(state === 'accepted' ? '01FRRVK645V350357FGV2Y1B16\n' : '')
      expect(stderr).toMatch(
        {
          accepted: /^(?:.*attempt 2 of 5.*\n)?accepted by the API/,
          refused: /^nothing was sent, /m,
          not_sent: /so nothing was sent: /,
          unknown: /so the message (?:may have been|was probably) sent: find out/,
        }[state],
      )
      expect(stdout + stderr).not.toContain(apiKey)
    },
    30_000,
  )
})
