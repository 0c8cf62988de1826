import { findApiCode } from './api-code.ts'
import { ApiError, OutsideWindowError } from './errors.ts'
import { textOf } from './event-member.ts'
import { isObject, type JsonValue } from './json.ts'

/** What a failed delivery event says, as the error that a refused send would be. */
export function deliveryErrorOf(value: JsonValue | undefined): ApiError {
  const error = isObject(value) ? value : {}
  const fields = {
    status: 0,
    code: textOf(error, 'code'),
    type: textOf(error, 'type'),
    traceId: textOf(error, 'cntTraceId'),
    userTitle: textOf(error, 'userTitle'),
    userMessage: textOf(error, 'userMessage'),
  }
  const known = fields.code === undefined ? undefined : findApiCode(fields.code)
  const said = textOf(error, 'message')
  const facts = [
    fields.code,
    fields.traceId === undefined ? undefined : `trace ${fields.traceId}`,
    said === undefined ? undefined : `"${said}"`,
  ].filter((fact) => fact !== undefined)
  const label = facts.length === 0 ? '' : ` (${facts.join(', ')})`
  const advice = known?.advice ?? 'ask Connectly, with the trace id'
  const message = `the message was not delivered${label}: ${advice}`
  return known?.surfacesAs === 'OutsideWindowError'
    ? new OutsideWindowError(message, fields)
    : new ApiError(message, fields)
}
