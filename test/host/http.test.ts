import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { type HttpOptions, openConnection } from '../../src/host/http.ts'
import {
  ApiError,
  AuthenticationError,
  ConnectlyError,
  NetworkError,
  OutsideWindowError,
  RateLimitError,
  UnknownOutcomeError,
} from '../../src/model/errors.ts'
import type { Payload } from '../../src/model/payload.ts'
import { closeServer, httpAnswer, listenOnLoopback, startRawServer } from './raw-server.ts'
import { createSelfSigned } from './self-signed.ts'

const apiKey = 'key-5f1d7c0e-never-shown'
const payload: Payload = {
  endpoint: 'send/messages',
  body: { recipient: { id: '+16044441111' }, message: { text: 'Olá ✓' } },
}
const acceptance = JSON.stringify({ id: '01FRRVK645V350357FGV2Y1B16' })

const cleanups: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0)) await cleanUp()
})

async function serve(
  ...[respond]: Parameters<typeof startRawServer>
): ReturnType<typeof startRawServer> {
  const server = await startRawServer(respond)
  cleanups.push(() => server.close())
  return server
}

function dispatcherFor(baseUrl: string, options: Partial<HttpOptions> = {}) {
  const connection = openConnection({
    businessId: 'shop-1',
    apiKey,
    baseUrl,
    timeoutMs: 5000,
    ...options,
  })
  return {
    connection,
    dispatch: async (payload: Payload, options: { readonly signal?: AbortSignal } = {}) => {
      const verdict = await connection.exchange(payload, options)
      if (verdict.state === 'accepted') return { id: verdict.id }
      throw verdict.error ?? options.signal?.reason
    },
  }
}

/** What a dispatch throws, after a look at everything that people may print of it. */
async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(
    (value) => expect.fail(`accepted: ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  )
  expectNoKey(error)
  return error
}

function expectNoKey(error: unknown): void {
  const texts = [inspect(error, { depth: 10, showHidden: true }), JSON.stringify(error)]
  for (let level = error; level instanceof Error; level = level.cause) {
    texts.push(String(level), level.stack ?? '', JSON.stringify(level), inspect(level))
  }
  for (const text of texts) expect(text).not.toContain(apiKey)
}

describe('the request', () => {
  it('is exactly what the reference shows, with the key in a header', async () => {
    const server = await serve((socket) => socket.write(httpAnswer(201, acceptance)))

    await dispatcherFor(server.url).dispatch(payload)

    const [head = '', body = ''] = server.requests[0]?.split('\r\n\r\n') ?? []
    const [line, ...headers] = head.split('\r\n')
    expect(line).toBe('POST /v1/businesses/shop-1/send/messages HTTP/1.1')
    expect(Buffer.from(body, 'latin1').toString()).toBe(JSON.stringify(payload.body))
    expect(headers).toContain(`x-api-key: ${apiKey}`)
    expect(headers).toContain('content-type: application/json')
    expect(headers).toContain('accept: application/json')
    // The rest is what the platform's own `fetch` adds to every request.
    expect(headers.map((header) => header.split(':')[0]).sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'content-length',
      'content-type',
      'host',
      'sec-fetch-mode',
      'user-agent',
      'x-api-key',
    ])
  })

  it.each([
    ['', '/v1/businesses/shop-1/send/whatsapp_templated_messages'],
    ['/', '/v1/businesses/shop-1/send/whatsapp_templated_messages'],
    ['/mirror', '/mirror/v1/businesses/shop-1/send/whatsapp_templated_messages'],
    ['/mirror/', '/mirror/v1/businesses/shop-1/send/whatsapp_templated_messages'],
  ])('keeps the path of a base URL that ends with %j', async (suffix, path) => {
    const server = await serve((socket) => socket.write(httpAnswer(201, acceptance)))

    await dispatcherFor(server.url + suffix).dispatch({
      endpoint: 'send/whatsapp_templated_messages',
      body: {},
    })

    expect(server.requests[0]).toContain(`POST ${path} HTTP/1.1`)
  })
})

describe('the start of a request', () => {
  it('is told when the message leaves our hands, which is once at most', async () => {
    const server = await serve((socket) => socket.write(httpAnswer(201, acceptance)))
    const closed = await startRawServer(() => {})
    await closed.close()
    const startsTo = async (url: string): Promise<number> => {
      let starts = 0
      await dispatcherFor(url).connection.exchange(payload, { onStart: () => starts++ })
      return starts
    }

    expect(await startsTo(server.url)).toBe(1)
    expect(await startsTo(closed.url)).toBe(0)
  })
})

describe('a success', () => {
  it.each([201, 200, 202])('with status %i and an id is accepted', async (status) => {
    const server = await serve((socket) => socket.write(httpAnswer(status, acceptance)))

    const accepted = await dispatcherFor(server.url).dispatch(payload)

    expect(accepted).toEqual({ id: '01FRRVK645V350357FGV2Y1B16' })
    expect(server.requests).toHaveLength(1)
  })

  it.each([
    ['an object without id', '{"ok":true}'],
    ['a blank id', '{"id":" "}'],
    ['an id that is a number', '{"id":7}'],
    ['an inherited id', '{"__proto__":{"id":"1"}}'],
    ['broken JSON', '{"id":"01F'],
    ['nothing', ''],
    ['an endless body', JSON.stringify({ id: '1', padding: 'x'.repeat(70_000) })],
  ])('with %s has an unknown outcome', async (_, body) => {
    const server = await serve((socket) => socket.write(httpAnswer(200, body)))

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(UnknownOutcomeError)
    expect(error).toMatchObject({ status: 200, reason: 'answer' })
    expect(server.requests).toHaveLength(1)
  })

  it('whose body is cut has an unknown outcome', async () => {
    const server = await serve((socket) => {
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n${acceptance}`)
    })

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(UnknownOutcomeError)
    expect(error).toMatchObject({ status: 200, reason: 'connection' })
    expect(server.requests).toHaveLength(1)
  })

  it('whose body never ends runs into the time-out', async () => {
    const server = await serve((socket) => {
      socket.write('HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{')
    })

    const error = await failureOf(dispatcherFor(server.url, { timeoutMs: 150 }).dispatch(payload))

    expect(error).toBeInstanceOf(UnknownOutcomeError)
    expect(error).toMatchObject({ status: 201, reason: 'timeout' })
  })
})

describe('a refusal', () => {
  const refusalBody = (code: string, message = 'No') =>
    JSON.stringify({
      message,
      type: 'ERROR_TYPE_INVALID_REQUEST',
      code,
      userTitle: 'Title',
      userMessage: 'Message',
      cntTraceId: '11824978358485860716',
      details: {},
    })

  it('carries what the error body says', async () => {
    const body = refusalBody('ERROR_CODE_PHONE_NUMBER_BAD_FORMAT')
    const server = await serve((socket) => socket.write(httpAnswer(400, body)))

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({
      name: 'ApiError',
      status: 400,
      code: 'ERROR_CODE_PHONE_NUMBER_BAD_FORMAT',
      type: 'ERROR_TYPE_INVALID_REQUEST',
      traceId: '11824978358485860716',
      userTitle: 'Title',
      userMessage: 'Message',
    })
    expect(String(error)).toContain('E.164')
    expect(server.requests).toHaveLength(1)
  })

  it.each([
    'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW',
    'ERROR_CODE_MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION',
  ])('with %s is a closed window', async (code) => {
    const server = await serve((socket) => socket.write(httpAnswer(400, refusalBody(code))))

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(OutsideWindowError)
    expect(error).toMatchObject({ name: 'OutsideWindowError', status: 400, code })
    expect(String(error)).toContain('template')
  })

  it('with 401 is an authentication error, even where the server echoes the key', async () => {
    const body = JSON.stringify({
      message: `unknown key ${apiKey}`,
      type: 'ERROR_TYPE_AUTHENTICATION',
      userMessage: `key: \u001b[31m${apiKey}`,
    })
    const server = await serve((socket) => socket.write(httpAnswer(401, body)))

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(AuthenticationError)
    expect(error).toMatchObject({ status: 401, type: 'ERROR_TYPE_AUTHENTICATION' })
    expect(error).toMatchObject({ userMessage: 'key:  [31m[key removed]' })
    expect(server.requests).toHaveLength(1)
  })

  it('with 403 and a page instead of JSON has a status and no code', async () => {
    const page = '<html><body>Forbidden</body></html>'
    const server = await serve((socket) => {
      socket.write(httpAnswer(403, page, ['Content-Type: text/html']))
    })

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 403, code: undefined })
    expect(String(error)).not.toContain('html')
  })

  it('with 421, which Node repeats by itself where it can, is not repeated', async () => {
    const server = await serve((socket) => socket.write(httpAnswer(421, '{}')))

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 421 })
    expect(server.requests).toHaveLength(1)
  })

  it('stays a refusal when its body is cut', async () => {
    const server = await serve((socket) => {
      socket.end('HTTP/1.1 422 Status\r\nContent-Length: 500\r\n\r\n{"code":')
    })

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 422, code: undefined })
  })

  it.each([
    ['no Retry-After', [], undefined],
    ['seconds', ['Retry-After: 7'], 7000],
    ['too many seconds', ['Retry-After: 86400'], 120_000],
    [
      'a date, by the clock of the server',
      ['Date: Mon, 01 Jan 2001 10:00:00 GMT', 'Retry-After: Mon, 01 Jan 2001 10:00:09 GMT'],
      9000,
    ],
    ['a date that is over', ['Retry-After: Mon, 01 Jan 2001 10:00:09 GMT'], 0],
    ['nonsense', ['Retry-After: -3.5 soon'], undefined],
  ])('with 429 and %s is a rate limit', async (_, headers, retryAfterMs) => {
    const server = await serve((socket) => socket.write(httpAnswer(429, '{}', headers)))

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(RateLimitError)
    expect(error).toMatchObject({ status: 429, retryAfterMs })
    expect(server.requests).toHaveLength(1)
  })
})

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with %i is refused and never followed', async (status) => {
    const other = await serve((socket) => socket.write(httpAnswer(201, acceptance)))
    const server = await serve((socket) => {
      socket.write(httpAnswer(status, '', [`Location: ${other.url}/elsewhere`]))
    })

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status })
    expect(String(error)).toContain('baseUrl')
    expect(server.requests).toHaveLength(1)
    expect(other.requests).toHaveLength(0)
  })

  it('is refused where a browser hides its status', async () => {
    const hidden = Object.defineProperties(new Response(null), {
      status: { value: 0 },
      type: { value: 'opaqueredirect' },
    })
    const dispatcher = dispatcherFor('https://api.test', { fetch: async () => hidden })

    const error = await failureOf(dispatcher.dispatch(payload))

    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 0 })
  })
})

describe('an unknown outcome', () => {
  it.each([408, 500, 502, 503, 504, 599])('follows from status %i', async (status) => {
    const body = JSON.stringify({ code: 'ERROR_CODE_UNSPECIFIED', cntTraceId: '118' })
    const server = await serve((socket) => socket.write(httpAnswer(status, body)))

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(UnknownOutcomeError)
    expect(error).toMatchObject({
      name: 'UnknownOutcomeError',
      reason: 'status',
      status,
      code: 'ERROR_CODE_UNSPECIFIED',
      traceId: '118',
    })
    expect(server.requests).toHaveLength(1)
  })

  it('follows from a connection that is reset before an answer', async () => {
    const server = await serve((socket) => socket.resetAndDestroy())

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(UnknownOutcomeError)
    expect(error).toMatchObject({ reason: 'connection', cause: { code: 'ECONNRESET' } })
    expect(server.requests).toHaveLength(1)
  })

  it('follows from a connection that ends without an answer', async () => {
    const server = await serve((socket) => socket.end())

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(UnknownOutcomeError)
    expect(error).toMatchObject({ reason: 'connection', cause: { code: 'UND_ERR_SOCKET' } })
    expect(server.requests).toHaveLength(1)
  })

  it('follows from an answer that is not HTTP', async () => {
    const server = await serve((socket) => socket.end('hello\r\n\r\n'))

    const error = await failureOf(dispatcherFor(server.url).dispatch(payload))

    expect(error).toBeInstanceOf(UnknownOutcomeError)
    expect(server.requests).toHaveLength(1)
  })

  it('follows from a server that hangs until the time-out', async () => {
    const server = await serve(() => {})

    const error = await failureOf(dispatcherFor(server.url, { timeoutMs: 150 }).dispatch(payload))

    expect(error).toBeInstanceOf(UnknownOutcomeError)
    expect(error).toMatchObject({ reason: 'timeout', status: undefined })
    expect(String(error)).toContain('0.15 s')
    expect(server.requests).toHaveLength(1)
  })

  it('follows from a caller who stops waiting', async () => {
    const controller = new AbortController()
    const server = await serve(() => controller.abort())

    const error = await failureOf(
      dispatcherFor(server.url).dispatch(payload, { signal: controller.signal }),
    )

    expect(error).toBeInstanceOf(UnknownOutcomeError)
    expect(error).toMatchObject({ reason: 'abort' })
    expect(server.requests).toHaveLength(1)
  })

  it('follows from a fetch that never settles and ignores its signal', async () => {
    const { promise } = Promise.withResolvers<Response>()
    const dispatcher = dispatcherFor('https://api.test', { fetch: () => promise, timeoutMs: 20 })

    const error = await failureOf(dispatcher.dispatch(payload))

    expect(error).toBeInstanceOf(UnknownOutcomeError)
  })

  it.each([201, 400, 500])(
    'follows from a %d of a fetch that makes no whole answer',
    async (status) => {
      const dispatcher = dispatcherFor('https://api.test', {
        fetch: async () => JSON.parse(JSON.stringify({ ok: true, status })),
      })
      const error = await failureOf(dispatcher.dispatch(payload))
      expect(error).toBeInstanceOf(status === 400 ? ApiError : UnknownOutcomeError)
    },
  )

  it('follows from a fetch that throws something of its own, even with the key in it', async () => {
    const dispatcher = dispatcherFor('https://api.test', {
      fetch: async (request) => {
        throw Object.assign(new Error(`failed: ${request.headers.get('x-api-key')}`, {}), {
          request,
          code: apiKey,
          name: `Odd-${apiKey}`,
          headers: Object.fromEntries(request.headers),
        })
      },
    })

    expect(await failureOf(dispatcher.dispatch(payload))).toBeInstanceOf(UnknownOutcomeError)
  })
})

describe('nothing was sent', () => {
  it('when the connection is refused', async () => {
    const closed = await startRawServer(() => {})
    await closed.close()

    const error = await failureOf(dispatcherFor(closed.url).dispatch(payload))

    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({
      name: 'NetworkError',
      code: 'ECONNREFUSED',
      cause: { syscall: 'connect' },
    })
  })

  it('when the name is not found', async () => {
    const error = await failureOf(dispatcherFor('https://no-such-host.invalid').dispatch(payload))

    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ cause: { syscall: 'getaddrinfo' } })
  })

  it('when every address of a name refuses', async () => {
    const attempt = (code: string, syscall?: string) =>
      Object.assign(new Error(code), { code, syscall })
    const failWith = (...errors: Error[]) =>
      dispatcherFor('https://api.test', {
        fetch: async () => {
          throw new TypeError('fetch failed', { cause: new AggregateError(errors) })
        },
      }).dispatch(payload)

    const refused = attempt('ECONNREFUSED')
    expect(await failureOf(failWith(refused, attempt('ENETUNREACH', 'connect')))).toBeInstanceOf(
      NetworkError,
    )
    expect(await failureOf(failWith(refused, attempt('ECONNRESET', 'read')))).toBeInstanceOf(
      UnknownOutcomeError,
    )
    expect(await failureOf(failWith())).toBeInstanceOf(UnknownOutcomeError)
  })

  it.each([
    ['tcp connect error: Connection refused (os error 111)', 'not_sent', '(Connect)'],
    ['invalid peer certificate: UnknownIssuer', 'not_sent', '(Connect)'],
    ['connection closed before message completed', 'unknown', '(SendRequest)'],
  ])('when Deno says that it did not connect: %s', async (what, state, when) => {
    const cause = new Error(
      `error sending request for url (http://127.0.0.1:9/v1): client error ${when}: ${what}`,
    )
    const fetch = (): Promise<Response> => Promise.reject(new TypeError('fetch failed', { cause }))
    const { exchange } = openConnection({ businessId: 'b', apiKey, fetch })
    expect((await exchange(payload)).state).toBe(state)
  })

  it('when the certificate is not trusted', async () => {
    let secured = 0
    const server = createTlsServer(createSelfSigned(), () => secured++)
    server.on('tlsClientError', () => {})
    const port = await listenOnLoopback(server)
    cleanups.push(() => closeServer(server))

    const error = await failureOf(dispatcherFor(`https://localhost:${port}`).dispatch(payload))

    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  })

  it.each([
    ['has no certificate', () => createTlsServer({})],
    [
      'speaks no TLS',
      () =>
        createServer((socket) =>
          socket
            .on('error', () => {})
            .resume()
            .end('220 smtp\r\n'),
        ),
    ],
    ['hangs up during the handshake', () => createServer((socket) => socket.resume().end())],
  ])('when an https server %s', async (_, start) => {
    const server = start()
    server.on('tlsClientError', () => {})
    const port = await listenOnLoopback(server)
    cleanups.push(() => closeServer(server))

    const error = await failureOf(dispatcherFor(`https://127.0.0.1:${port}`).dispatch(payload))

    expect(error).toBeInstanceOf(NetworkError)
  })

  describe('while a connection is still being secured', () => {
    async function securing(onConnection: (socket: Socket) => void): Promise<string> {
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
      return `https://127.0.0.1:${port}`
    }

    it('and the time is up', async () => {
      const url = await securing(() => {})

      const error = await failureOf(dispatcherFor(url, { timeoutMs: 150 }).dispatch(payload))

      expect(error).toBeInstanceOf(NetworkError)
      expect(String(error)).toContain('within 0.15 s, so nothing was sent')
    })

    it('and the caller stops waiting', async () => {
      const controller = new AbortController()
      const reason = new Error('changed my mind')
      const url = await securing(() => controller.abort(reason))

      const dispatch = dispatcherFor(url).dispatch(payload, { signal: controller.signal })

      await expect(dispatch).rejects.toBe(reason)
    })

    it('and it is reset', async () => {
      const url = await securing((socket) => socket.once('data', () => socket.resetAndDestroy()))

      const error = await failureOf(dispatcherFor(url).dispatch(payload))

      expect(error).toBeInstanceOf(NetworkError)
      expect(error).toMatchObject({ code: 'ECONNRESET' })
    })
  })

  it('when the signal was aborted before', async () => {
    const server = await serve((socket) => socket.write(httpAnswer(201, acceptance)))
    const reason = new Error('not today')

    const dispatch = dispatcherFor(server.url).dispatch(payload, {
      signal: AbortSignal.abort(reason),
    })

    await expect(dispatch).rejects.toBe(reason)
    expect(server.requests).toHaveLength(0)
  })

  it('when the signal is aborted before the request is handed over', async () => {
    const server = await serve((socket) => socket.write(httpAnswer(201, acceptance)))
    const controller = new AbortController()
    const reason = new Error('changed my mind')

    const dispatch = dispatcherFor(server.url).dispatch(payload, { signal: controller.signal })
    controller.abort(reason)

    await expect(dispatch).rejects.toBe(reason)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(server.requests).toHaveLength(0)
  })
})

describe('openConnection', () => {
  it('shows nothing of the key when it is printed', () => {
    const { connection: dispatcher } = dispatcherFor('https://api.test')

    expect(inspect(dispatcher, { depth: 10, showHidden: true })).not.toContain(apiKey)
    expect(JSON.stringify(dispatcher)).not.toContain(apiKey)
    expect(String(dispatcher.exchange)).not.toContain(apiKey)
  })

  it.each([
    ['an empty key', { apiKey: '' }, 'CONNECTLY_API_KEY'],
    ['a blank key', { apiKey: '  ' }, 'CONNECTLY_API_KEY'],
    ['a key with a line break', { apiKey: `${apiKey}\n` }, 'line break'],
    ['a key that is no ASCII', { apiKey: `${apiKey}é` }, 'ASCII'],
    ['an empty business', { businessId: '' }, 'CONNECTLY_BUSINESS_ID'],
    ['a business that leaves its folder', { businessId: '..' }, 'business id'],
    ['a business with a slash', { businessId: 'a/b' }, 'business id'],
    ['a business with an escape', { businessId: '%2e%2e' }, 'business id'],
    ['clear text to another machine', { baseUrl: 'http://api.connectly.ai' }, 'clear text'],
    ['clear text to a lookalike', { baseUrl: 'http://127.0.0.1.example.com' }, 'clear text'],
    ['another protocol', { baseUrl: 'ftp://127.0.0.1' }, 'complete URL'],
    ['no URL', { baseUrl: 'api.connectly.ai' }, 'complete URL'],
    ['credentials', { baseUrl: `https://me:${apiKey}@api.test` }, 'password'],
    ['a query', { baseUrl: 'https://api.test/?a=1' }, 'remove'],
    ['no time', { timeoutMs: 0 }, 'timeoutMs'],
    ['endless time', { timeoutMs: Number.POSITIVE_INFINITY }, 'timeoutMs'],
  ])('refuses %s and says why', (_, options, hint) => {
    let error: unknown
    try {
      dispatcherFor('https://api.test', options)
    } catch (thrown) {
      error = thrown
    }

    expect(error).toBeInstanceOf(ConnectlyError)
    expect(String(error)).toContain(hint)
    expectNoKey(error)
  })

  it.each(['http://localhost:1', 'http://127.9.9.9:1', 'http://[::1]:1', 'https://a.test/b'])(
    'takes %s as a base URL',
    (baseUrl) => {
      expect(() => dispatcherFor(baseUrl)).not.toThrow()
    },
  )
})
