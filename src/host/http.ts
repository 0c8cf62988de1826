import ky from 'ky'
import { defaultBaseUrl } from '../model/config.ts'
import { ConnectlyError } from '../model/errors.ts'
import type { Payload } from '../model/payload.ts'
import { parseBaseUrl } from './base-url.ts'
import { type Answer, type AnswerBody, interpretAnswer } from './http-answer.ts'
import { describeCause, interpretFailure, interpretInterruption, rootOf } from './http-failure.ts'
import { startWatch, type Watch } from './http-watch.ts'
import { BodyTooLongError, cancelQuietly, readBody } from './read-body.ts'
import { createRedact, type Redact } from './redact.ts'
import { singleUseBody } from './single-use-body.ts'
import type { Verdict } from './verdict.ts'

/** Answers of the API are small; whatever is longer comes from somewhere else. */
const maxAnswerBytes = 64 * 1024
const longestTimeoutMs = 2 ** 31 - 1

/** What a request is made with. `globalThis.fetch` fits, and so does a sandbox's `fetch`. */
export type Fetch = (request: Request) => Promise<Response>

/** How to reach the API. */
export interface HttpOptions {
  readonly businessId: string
  /** Never shown by anything that this module returns or throws. */
  readonly apiKey: string
  /** @defaultValue `https://api.connectly.ai` */
  readonly baseUrl?: string | undefined
  /** Must not repeat requests by itself. @defaultValue the global `fetch` */
  readonly fetch?: Fetch | undefined
  /** For the whole exchange, until the answer is read. @defaultValue 30,000 */
  readonly timeoutMs?: number | undefined
}

/** Options of one exchange. */
export interface ExchangeOptions {
  /** Stops waiting. Once the request is under way its outcome is unknown. */
  readonly signal?: AbortSignal | undefined
  /**
   * Called in the very moment in which the message leaves our hands. Before that it is surely not
   * sent; where no connection comes about it is never called.
   */
  readonly onStart?: (() => void) | undefined
}

/** Makes exactly one request, never repeats it, and says what became of it; it never rejects. */
export type Exchange = (payload: Payload, options?: ExchangeOptions) => Promise<Verdict>

/** How one business is reached. */
export interface Connection {
  /** Where its endpoints are; ends with `/`. */
  readonly businessUrl: string
  readonly exchange: Exchange
}

/**
 * Prepares requests for one business. The key stays in the closure: printing the connection shows
 * nothing of it.
 * @throws {@link ConnectlyError} for options that cannot work.
 */
export function openConnection(options: HttpOptions): Connection {
  const apiKey = checkApiKey(options.apiKey)
  const base = parseBaseUrl(options.baseUrl ?? defaultBaseUrl)
  const access: Access = {
    businessUrl: new URL(`v1/businesses/${checkBusinessId(options.businessId)}/`, base).href,
    host: base.host,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-api-key': apiKey,
    },
    fetch: fetchWith(options.fetch),
    isOwnFetch: options.fetch !== undefined,
    timeoutMs: checkTimeout(options.timeoutMs ?? 30_000),
    redact: createRedact(apiKey),
  }
  return {
    businessUrl: access.businessUrl,
    exchange: (payload, exchangeOptions = {}) => exchange(access, payload, exchangeOptions),
  }
}

interface Access {
  readonly businessUrl: string
  readonly host: string
  readonly headers: { readonly [name: string]: string }
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Whether `fetch` comes from the caller. */
  readonly isOwnFetch: boolean
  readonly timeoutMs: number
  readonly redact: Redact
}

/** Asked late for the global one, so that what an application puts in its place is used. */
function fetchWith(own: Fetch | undefined): Access['fetch'] {
  return own === undefined
    ? (url, init) => globalThis.fetch(url, init)
    : async (url, init) => own(new Request(url, init))
}

async function exchange(
  access: Access,
  payload: Payload,
  { signal, onStart = () => {} }: ExchangeOptions,
): Promise<Verdict> {
  if (signal?.aborted) return { state: 'not_sent', error: undefined }
  const watch = startWatch(access.timeoutMs, signal)
  try {
    const response = await makeRequest(access, payload, watch, onStart)
    if ('state' in response) return response
    return interpretAnswer(await readAnswer(response, watch, access.redact), access.redact)
  } finally {
    watch.stop()
  }
}

async function makeRequest(
  access: Access,
  payload: Payload,
  watch: Watch,
  onStart: () => void,
): Promise<Response | Verdict> {
  const body = singleUseBody(JSON.stringify(payload.body), onStart)
  const request: RequestInit = {
    method: 'POST',
    headers: { ...access.headers, ...body.headers },
    ...body.init,
    redirect: 'manual',
    signal: watch.signal,
  }
  const fail = (failure: unknown): Verdict =>
    interpretFailure(failure, { ...access, isUnsent: body.withdraw() })
  const url = access.businessUrl + payload.endpoint
  const answer = client(url, {
    // Given here and not to ky, which would copy a body that can be read only once.
    fetch: async () => {
      watch.signal.throwIfAborted()
      // Who knows how somebody else's `fetch` reads what it sends.
      if (access.isOwnFetch) body.take()
      return access.fetch(url, request)
    },
  })
  const end = await Promise.race([answer, watch.interrupted]).catch(fail)
  if (end === 'timeout' || end === 'abort') {
    return interpretInterruption(end, { ...access, isUnsent: body.withdraw() })
  }
  // What is answered before it was read shall not be read after that.
  body.withdraw()
  // A `fetch` from outside may return anything.
  return Object(end) === end ? end : fail(new TypeError('no response'))
}

/** ky repeats, follows, times out and throws nothing by itself: all of that is decided here. */
const client = ky.create({
  method: 'POST',
  retry: 0,
  redirect: 'manual',
  throwHttpErrors: false,
  timeout: false,
})

async function readAnswer(response: Response, watch: Watch, redact: Redact): Promise<Answer> {
  return {
    status: response.status,
    // A `fetch` from outside may leave out what a mock did not think of.
    retryAfter: response.headers?.get('retry-after'),
    date: response.headers?.get('date'),
    body: await readAnswerBody(response, watch, redact),
  }
}

/** Never throws: the status alone already settles most outcomes. */
async function readAnswerBody(
  response: Response,
  watch: Watch,
  redact: Redact,
): Promise<AnswerBody> {
  const isRedirect = response.status >= 300 && response.status < 400
  if (isRedirect) {
    cancelQuietly(response.body)
    return { type: 'unread', reason: 'answer' }
  }
  try {
    const reading = readBody(response.body, maxAnswerBytes)
    const end = await Promise.race([
      reading.then((text) => ({ type: 'text' as const, text })),
      watch.interrupted,
    ])
    return typeof end === 'string' ? { type: 'unread', reason: end } : end
  } catch (failure) {
    if (failure instanceof BodyTooLongError) return { type: 'unread', reason: 'answer' }
    const cause = describeCause(rootOf(failure), redact)
    return { type: 'unread', reason: 'connection', cause }
  }
}

function checkApiKey(apiKey: string): string {
  if (typeof apiKey !== 'string' || apiKey.trim() === '') {
    throw new ConnectlyError(
      'the API key is empty: pass `apiKey` (commands read CONNECTLY_API_KEY)',
    )
  }
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new ConnectlyError(
      'the API key holds a blank, a line break or a character beyond ASCII: copy it again, without what stands around it',
    )
  }
  return apiKey
}

/** The id becomes a step of a path, so nothing that could lead to another path may stand in it. */
function checkBusinessId(businessId: string): string {
  if (typeof businessId !== 'string' || businessId.trim() === '') {
    throw new ConnectlyError(
      'the business id is empty: pass `businessId` (commands read CONNECTLY_BUSINESS_ID)',
    )
  }
  if (!/^[\w-][\w.~-]*$/.test(businessId)) {
    throw new ConnectlyError(
      'the business id may hold letters, digits, `-`, `_`, `.` and `~` only: copy it again from Connectly (it is a UUID)',
    )
  }
  return businessId
}

function checkTimeout(timeoutMs: number): number {
  if (!(timeoutMs > 0 && timeoutMs <= longestTimeoutMs)) {
    throw new ConnectlyError(
      `\`timeoutMs\` must lie above 0 and at most at ${longestTimeoutMs} (24 days)`,
    )
  }
  return timeoutMs
}
