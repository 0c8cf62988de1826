import type { JsonObject } from '../model/json.ts'
import type { Endpoint } from '../model/payload.ts'
import { formatPath, type Path } from '../model/source.ts'
import type { Refusal } from './sandbox-answer.ts'
import { findDocumentedCode } from './sandbox-code.ts'
import type { ServiceWindow } from './sandbox-windows.ts'

/** What a judge says against a payload. */
export interface SandboxFinding {
  readonly rule: string
  /** Only `error` makes the sandbox refuse. */
  readonly severity: string
  readonly message: string
  /** Keys from the root of the body. */
  readonly path: Path
}

/** The key is never quoted: it may be a real one. */
export function refuseKey(key: string | undefined): Refusal | undefined {
  const refusal = { status: 401, type: 'ERROR_TYPE_AUTHENTICATION', title: 'Not authenticated' }
  if (key === undefined || key.trim() === '') {
    return { ...refusal, message: 'The X-API-Key header is missing or empty', isAssumed: false }
  }
  if (!key.trim().startsWith('sandbox')) {
    return {
      ...refusal,
      message:
        'This is the sandbox, which takes only keys that begin with "sandbox": keep the real key for the real API',
      isAssumed: true,
    }
  }
  return undefined
}

/** The status is documented, what goes with it is not. */
export const tooMany: Refusal = {
  status: 429,
  message: 'Too many requests in one second',
  type: 'ERROR_TYPE_UNSPECIFIED',
  title: 'Too many requests',
  isAssumed: true,
}

/** An answer to a request whose body says nothing. */
export const brokenJson: Refusal = {
  status: 400,
  message: 'The body is not a JSON object',
  isAssumed: true,
}

/** An answer to a body that no message can be. */
export const tooDeep: Refusal = {
  status: 400,
  message: 'The body is nested too deeply',
  isAssumed: true,
}

/** An answer to a body that would fill the memory. */
export const tooLong: Refusal = {
  status: 413,
  message: 'The body is longer than 1 MiB',
  type: 'ERROR_TYPE_UNSPECIFIED',
  isAssumed: true,
}

/** The documented answer of a service that failed. */
export const internalError: Refusal = {
  status: 500,
  message: 'Internal error',
  type: 'ERROR_TYPE_UNSPECIFIED',
  isAssumed: true,
}

/** The number is restricted. */
export const businessLimits: Refusal = {
  status: 400,
  message: 'The number is restricted after too many blocks or spam reports',
  code: 'ERROR_CODE_BUSINESS_REACHED_LIMITS',
  isAssumed: false,
}

/** The code is documented for templates alone. */
export function refuseOptedOut(endpoint: Endpoint): Refusal {
  return {
    status: 400,
    message: 'The customer opted out of messages of this business',
    code: 'ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT',
    isAssumed: endpoint === 'send/messages',
  }
}

/** The customer's last message lies too far back, or went to another number of the business. */
export function refuseClosedWindow(openFrom: readonly string[] = []): Refusal {
  return {
    status: 400,
    message:
      'Failed to send a message because more than 24 hours have passed since the customer last replied',
    type: 'ERROR_TYPE_DEADLINE_EXCEEDED',
    code: 'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW',
    ...(openFrom.length === 0 ? {} : { details: { openFrom } }),
    isAssumed: false,
  }
}

/** Says what stands in the way of a session message from a number to a customer, if anything. */
export function refuseWindow(
  window: ServiceWindow | undefined,
  others: readonly ServiceWindow[],
): Refusal | undefined {
  if (window?.isOpen) return undefined
  if (window === undefined && others.length === 0) {
    return {
      status: 400,
      message: 'The customer has never written to this business',
      code: 'ERROR_CODE_MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION',
      isAssumed: false,
    }
  }
  return refuseClosedWindow(others.filter(({ isOpen }) => isOpen).map(({ sender }) => sender))
}

/** A broken rule, with the documented code where there is one. */
export function refuseBody(
  endpoint: Endpoint,
  body: JsonObject,
  { rule, message, path }: SandboxFinding,
): Refusal {
  const code = findDocumentedCode(endpoint, body, path)
  return {
    status: 400,
    message: `${formatPath(path)}: ${message}`,
    ...(code === undefined ? {} : { code }),
    details: { rule, path },
    isAssumed: code === undefined,
  }
}
