import { isObject, type JsonObject } from '../model/json.ts'
import type { Endpoint, Payload } from '../model/payload.ts'
import { formatPath, type Path } from '../model/source.ts'
import { answerAccepted, answerRefusal, type Refusal } from './sandbox-answer.ts'
import { findDocumentedCode } from './sandbox-code.ts'
import { createUlids, type RandomBytes, readInteger, secureRandom } from './ulid.ts'

/** What a judge says against a payload. */
export interface SandboxFinding {
  readonly rule: string
  /** Only `error` makes the sandbox refuse. */
  readonly severity: string
  readonly message: string
  /** Keys from the root of the body. */
  readonly path: Path
}

/** What a sandbox is made of. */
export interface SandboxOptions {
  readonly judge: (payload: Payload) => readonly SandboxFinding[]
  /** Milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /** Requests in any sliding second, over both endpoints. @defaultValue 200 */
  readonly maxPerSecond?: number | undefined
  /** @defaultValue the platform's secure source */
  readonly random?: RandomBytes | undefined
}

/** A message that the sandbox took. */
export interface AcceptedMessage {
  readonly id: string
  readonly endpoint: Endpoint
  readonly businessId: string
  readonly body: JsonObject
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly at: number
}

/** A stand-in for the API that follows its documentation, not the service itself. */
export interface Sandbox {
  /** Answers one request. The host of its URL does not matter. */
  fetch(request: Request): Promise<Response>
  /** What was accepted so far, oldest first. */
  accepted(): readonly AcceptedMessage[]
}

/** Makes a sandbox with a memory of its own. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { judge, now = Date.now, random = secureRandom } = options
  const takeTurn = createTurns(options.maxPerSecond ?? 200)
  const makeId = createUlids(random)
  const accepted: AcceptedMessage[] = []
  const refuse = (refusal: Refusal): Response =>
    answerRefusal(refusal, String(readInteger(random(new Uint8Array(8)))))

  const fetch = async (request: Request): Promise<Response> => {
    const target = findTarget(request)
    if ('status' in target) return refuse(target)
    const refusal = judgeKey(request.headers.get('x-api-key')) ?? judgeTurn(takeTurn(now()))
    if (refusal !== undefined) return refuse(refusal)
    const body = parseObject(await request.text())
    if (body === undefined) return refuse(brokenJson)
    const finding = judge({ endpoint: target.endpoint, body }).find(
      ({ severity }) => severity === 'error',
    )
    if (finding !== undefined) return refuse(refuseBody(target.endpoint, body, finding))
    const at = now()
    const id = makeId(at)
    accepted.push({ id, ...target, body, at })
    return answerAccepted(id)
  }
  return { fetch, accepted: () => [...accepted] }
}

interface Target {
  readonly endpoint: Endpoint
  readonly businessId: string
}

const endpoints: readonly Endpoint[] = ['send/messages', 'send/whatsapp_templated_messages']

function findTarget(request: Request): Target | Refusal {
  const { pathname } = new URL(request.url)
  const [, businessId, rest] = /^\/v1\/businesses\/([^/]+)\/(.+)$/.exec(pathname) ?? []
  const endpoint = endpoints.find((name) => name === rest)
  if (businessId === undefined || endpoint === undefined) {
    return {
      status: 404,
      message: `The sandbox knows POST /v1/businesses/{businessId}/${endpoints.join(' and ')} only`,
      type: 'ERROR_TYPE_UNSPECIFIED',
      isAssumed: true,
    }
  }
  if (request.method !== 'POST') {
    return {
      status: 405,
      message: `${request.method} is not possible here, only POST is`,
      type: 'ERROR_TYPE_UNSPECIFIED',
      headers: { allow: 'POST' },
      isAssumed: true,
    }
  }
  return { endpoint, businessId }
}

/** The key is never quoted: it may be a real one. */
function judgeKey(key: string | null): Refusal | undefined {
  const refusal = { status: 401, type: 'ERROR_TYPE_AUTHENTICATION', title: 'Not authenticated' }
  if (key === null || key.trim() === '') {
    return { ...refusal, message: 'The X-API-Key header is missing or empty', isAssumed: false }
  }
  if (!key.startsWith('sandbox')) {
    return {
      ...refusal,
      message:
        'This is the sandbox, which takes only keys that begin with "sandbox": keep the real key for the real API',
      isAssumed: true,
    }
  }
  return undefined
}

function judgeTurn(hasTurn: boolean): Refusal | undefined {
  if (hasTurn) return undefined
  return {
    status: 429,
    message: 'Too many requests in one second',
    type: 'ERROR_TYPE_UNSPECIFIED',
    title: 'Too many requests',
    isAssumed: true,
  }
}

const brokenJson: Refusal = {
  status: 400,
  message: 'The body is not a JSON object',
  isAssumed: true,
}

/** Refused requests do not count: only what came through uses up the second. */
function createTurns(maxPerSecond: number): (time: number) => boolean {
  let starts: number[] = []
  return (time) => {
    // What lies ahead was noted before the clock was set back.
    starts = starts.filter((start) => start > time - 1000 && start <= time)
    if (starts.length >= maxPerSecond) return false
    starts.push(time)
    return true
  }
}

function refuseBody(endpoint: Endpoint, body: JsonObject, finding: SandboxFinding): Refusal {
  const code = findDocumentedCode(endpoint, body, finding.path)
  return {
    status: 400,
    message: `${formatPath(finding.path)}: ${finding.message}`,
    ...(code === undefined ? {} : { code }),
    details: { rule: finding.rule, path: finding.path },
    isAssumed: code === undefined,
  }
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}
