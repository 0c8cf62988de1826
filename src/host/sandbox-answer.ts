import type { JsonObject } from '../model/json.ts'

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

/** Answers as the API does when it takes a message. */
export function answerAccepted(id: string): Response {
  return Response.json({ id }, { status: 201 })
}

/** Answers with the API's error object. */
export function answerRefusal(refusal: Refusal, traceId: string): Response {
  const { message, isAssumed } = refusal
  const body = {
    message,
    type: refusal.type ?? 'ERROR_TYPE_INVALID_REQUEST',
    code: refusal.code ?? 'ERROR_CODE_UNSPECIFIED',
    userTitle: refusal.title ?? 'Message not sent',
    userMessage: message,
    cntTraceId: traceId,
    details: isAssumed ? { ...refusal.details, assumed: true } : { ...refusal.details },
  }
  const assumed = isAssumed ? { [assumedHeader]: 'true' } : {}
  return Response.json(body, {
    status: refusal.status,
    headers: { ...refusal.headers, ...assumed },
  })
}
