import type { JsonObject, JsonValue } from '../model/json.ts'

/** An answer before it becomes a `Response` or bytes on a socket. */
export interface SandboxAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** JSON. */
  readonly body: string
  /** What a log tells of it: the `ERROR_CODE_…`, the rule that was broken, the id that was given. */
  readonly about?: AnswerFacts | undefined
}

/** What can be said of an answer in a few words. */
export interface AnswerFacts {
  readonly code?: string
  readonly rule?: string
  readonly id?: string
}

/** What the sandbox says instead of accepting a message. */
export interface Refusal {
  readonly status: number
  readonly message: string
  /** @defaultValue `ERROR_TYPE_INVALID_REQUEST` */
  readonly type?: string
  /** @defaultValue `ERROR_CODE_UNSPECIFIED` */
  readonly code?: string
  /** For the people in front of the screen. */
  readonly title?: string
  readonly details?: JsonObject
  readonly headers?: Readonly<Record<string, string>>
  /** Whether the documentation is silent here, so that the service may answer in another way. */
  readonly isAssumed: boolean
}

/** Marks answers whose form or occasion no documentation states. */
export const assumedHeader = 'x-sandbox-assumed'

/** Answers with JSON. */
export function answerJson(
  status: number,
  value: JsonValue,
  headers: Readonly<Record<string, string>> = {},
): SandboxAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  }
}

/** The status of an answer to a message that was taken. */
export const acceptedStatus = 201

/** Answers as the API does when it takes a message. */
export function answerAccepted(id: string): SandboxAnswer {
  return { ...answerJson(acceptedStatus, { id }), about: { id } }
}

/** Answers with the API's error object. */
export function answerRefusal(refusal: Refusal, traceId: string): SandboxAnswer {
  const { status, isAssumed, code, details } = refusal
  const assumed = isAssumed ? { [assumedHeader]: 'true' } : {}
  const rule = details?.['rule']
  return {
    ...answerJson(status, errorBody(refusal, traceId), { ...refusal.headers, ...assumed }),
    about: {
      ...(code === undefined ? {} : { code }),
      ...(typeof rule === 'string' ? { rule } : {}),
    },
  }
}

/** The error object that answers and failed deliveries share. */
export function errorBody(refusal: Refusal, traceId: string): JsonObject {
  const { message, isAssumed } = refusal
  return {
    message,
    type: refusal.type ?? 'ERROR_TYPE_INVALID_REQUEST',
    code: refusal.code ?? 'ERROR_CODE_UNSPECIFIED',
    userTitle: refusal.title ?? 'Message not sent',
    userMessage: message,
    cntTraceId: traceId,
    details: isAssumed ? { ...refusal.details, assumed: true } : { ...refusal.details },
  }
}
