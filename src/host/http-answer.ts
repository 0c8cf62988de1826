import { findApiCode } from '../model/api-code.ts'
import {
  ApiError,
  type ApiErrorFields,
  AuthenticationError,
  OutsideWindowError,
  RateLimitError,
  UnknownOutcomeError,
  type UnknownReason,
} from '../model/errors.ts'
import { hasOwn, isObject } from '../model/json.ts'
import type { Redact } from './redact.ts'
import { parseRetryAfter } from './retry-after.ts'
import type { Verdict } from './verdict.ts'

/** An HTTP answer as it came over the wire. */
export interface Answer {
  readonly status: number
  readonly retryAfter: string | null
  readonly date: string | null
  readonly body: AnswerBody
}

/** The body of an answer: its text, or why there is none. */
export type AnswerBody =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'unread'; readonly reason: UnknownReason; readonly cause?: Error }

/** Says what became of a message, from the answer that came back. */
export function interpretAnswer(answer: Answer, redact: Redact): Verdict {
  const { status } = answer
  const body = answer.body.type === 'text' ? parseJson(answer.body.text) : undefined
  if (status >= 200 && status < 300) return readAcceptance(answer, body)
  const fields = readFields(status, body, redact)
  // Browsers hide the status of a redirect that they were told not to follow.
  if (status === 0 || (status >= 300 && status < 400)) {
    return { state: 'refused', error: refuseRedirect(fields) }
  }
  const isRefusal = status >= 400 && status < 500 && status !== 408
  if (!isRefusal) return { state: 'unknown', error: doubtStatus(fields) }
  return { state: 'refused', error: refuse(answer, fields, textOf(body, 'message', redact)) }
}

function readAcceptance(answer: Answer, body: unknown): Verdict {
  const id = isObject(body) && hasOwn(body, 'id') ? body.id : undefined
  if (typeof id === 'string' && id.trim() !== '') return { state: 'accepted', id }
  const unread = answer.body.type === 'unread' ? answer.body : undefined
  const error = new UnknownOutcomeError(
    `the answer (${answer.status}) ${unread === undefined ? 'names no message id' : 'could not be read to its end'}, so the message was probably sent: find out before you send it again`,
    {
      reason: unread?.reason ?? 'answer',
      status: answer.status,
      ...(unread?.cause === undefined ? {} : { cause: unread.cause }),
    },
  )
  return { state: 'unknown', error }
}

function refuseRedirect(fields: ApiErrorFields): ApiError {
  const label = fields.status === 0 ? '' : ` (${fields.status})`
  return new ApiError(
    `nothing was sent, the server answered with a redirect${label}, which is never followed because the API key would travel along: correct \`baseUrl\``,
    fields,
  )
}

function doubtStatus(fields: ApiErrorFields): UnknownOutcomeError {
  return new UnknownOutcomeError(
    `the server failed (${labelOf(fields)}), so the message may have been sent: find out before you send it again`,
    { ...fields, reason: 'status' },
  )
}

function refuse(answer: Answer, fields: ApiErrorFields, said: string | undefined): ApiError {
  const label = labelOf(fields)
  const quote = said === undefined ? '' : `, "${said}"`
  if (fields.status === 401) {
    return new AuthenticationError(
      `nothing was sent, Connectly does not accept the API key (${label}${quote}): check that the key is complete and belongs to this business`,
      fields,
    )
  }
  if (fields.status === 429) return refuseRate(answer, fields, label)
  const known = fields.code === undefined ? undefined : findApiCode(fields.code)
  if (known?.surfacesAs === 'OutsideWindowError') {
    return new OutsideWindowError(
      `nothing was sent, the 24-hour window is closed (${label}): ${known.advice}`,
      fields,
    )
  }
  const advice =
    known?.advice ?? 'check the message, `businessId` and `baseUrl` before you send again'
  return new ApiError(
    `nothing was sent, Connectly refused the message (${label}${quote}): ${advice}`,
    fields,
  )
}

function refuseRate(answer: Answer, fields: ApiErrorFields, label: string): RateLimitError {
  const retryAfterMs = parseRetryAfter(answer.retryAfter, answer.date)
  const pause = retryAfterMs === undefined ? 'a while' : `${Math.ceil(retryAfterMs / 1000)} s`
  return new RateLimitError(
    `nothing was sent, too many messages came at once (${label}): wait ${pause}, then send more slowly`,
    fields,
    retryAfterMs,
  )
}

function labelOf({ status, code, traceId }: ApiErrorFields): string {
  const words = [String(status), code, traceId === undefined ? undefined : `trace ${traceId}`]
  return words.filter((word) => word !== undefined).join(', ')
}

function readFields(status: number, body: unknown, redact: Redact): ApiErrorFields {
  return {
    status,
    code: textOf(body, 'code', redact),
    type: textOf(body, 'type', redact),
    traceId: textOf(body, 'cntTraceId', redact),
    userTitle: textOf(body, 'userTitle', redact),
    userMessage: textOf(body, 'userMessage', redact),
  }
}

/** Servers echo what they were sent, so every text of theirs passes through `redact`. */
function textOf(body: unknown, key: string, redact: Redact): string | undefined {
  if (!isObject(body) || !hasOwn(body, key)) return undefined
  const value = body[key]
  return typeof value === 'string' && value.trim() !== '' ? redact(value) : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
