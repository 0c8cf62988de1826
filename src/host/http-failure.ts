import { NetworkError, UnknownOutcomeError, type UnknownOutcomeFields } from '../model/errors.ts'
import { hasOwn } from '../model/json.ts'
import type { Interruption } from './http-watch.ts'
import type { Redact } from './redact.ts'
import type { Verdict } from './verdict.ts'

/** Failures that come before a connection stands, so before the first byte of a request. */
const unsentCodes: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ConnectionRefused', // Bun's word for it
  'UND_ERR_CONNECT_TIMEOUT',
  // What OpenSSL says of a certificate that it does not accept.
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_FORMAT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/**
 * The two ends could not agree to speak TLS. Other TLS failures can also break a connection that
 * stands, so they are not in here.
 */
const handshakeCode =
  /^ERR_SSL_(?:WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|.*ALERT_HANDSHAKE_FAILURE|.*ALERT_PROTOCOL_VERSION|.*UNRECOGNIZED_NAME)$/

const unsentMessages: ReadonlySet<string> = new Set([
  // Node reports the end of a connection during the handshake as ECONNRESET, with this text.
  'Client network socket disconnected before secure TLS connection was established',
  // `fetch` refuses ports of other protocols.
  'bad port',
])

/**
 * Deno says so in a sentence only: what its HTTP library calls `Connect` is over before there is a
 * connection, with a handshake or without.
 */
const noConnectionInDeno = /^error sending request for url \([^()]*\): client error \(Connect\)/

const unsentCalls: ReadonlySet<string> = new Set(['connect', 'getaddrinfo'])

/** What is known of a request that ended without an answer. */
export interface FailedRequest {
  readonly host: string
  readonly timeoutMs: number
  readonly redact: Redact
  /** Whether the message never left our hands; otherwise the failure itself may still say so. */
  readonly isUnsent: boolean
}

/** Says what a request that came back with an exception has become. */
export function interpretFailure(failure: unknown, request: FailedRequest): Verdict {
  const { host, redact } = request
  const root = rootOf(failure)
  const cause = describeCause(root, redact)
  const code = redactedField(root, 'code', redact)
  const label = code === undefined ? '' : ` (${code})`
  if (request.isUnsent || isSurelyUnsent(root)) {
    return { state: 'not_sent', error: noConnection(`${host} came about${label}`, { code, cause }) }
  }
  return doubt(`the connection to ${host} broke before an answer came${label}`, {
    reason: 'connection',
    cause,
  })
}

/** Says what a request has become that was not waited for any longer. */
export function interpretInterruption(how: Interruption, request: FailedRequest): Verdict {
  const seconds = `within ${request.timeoutMs / 1000} s`
  if (how === 'timeout') {
    return request.isUnsent
      ? { state: 'not_sent', error: noConnection(`${request.host} came about ${seconds}`) }
      : doubt(`no answer came ${seconds}`, { reason: how })
  }
  return request.isUnsent
    ? { state: 'not_sent', error: undefined }
    : doubt('the wait for an answer was ended', { reason: how })
}

function noConnection(
  what: string,
  options?: ConstructorParameters<typeof NetworkError>[1],
): NetworkError {
  return new NetworkError(
    `no connection to ${what}, so nothing was sent: check the network and \`baseUrl\`, then send again`,
    options,
  )
}

function doubt(what: string, fields: UnknownOutcomeFields): Verdict {
  const error = new UnknownOutcomeError(
    `${what}, so the message may have been sent: find out before you send it again`,
    fields,
  )
  return { state: 'unknown', error }
}

/** An error of our own for what went wrong below: a foreign one may hold the request, with its key. */
export function describeCause(failure: unknown, redact: Redact): Error {
  const name = redactedField(failure, 'name', redact)
  const code = redactedField(failure, 'code', redact)
  const syscall = redactedField(failure, 'syscall', redact)
  const words = [syscall, code].filter((word) => word !== undefined)
  const cause = new Error(words.length > 0 ? words.join(' ') : (name ?? 'unnamed failure'))
  if (name !== undefined) cause.name = name
  return Object.assign(cause, code === undefined ? {} : { code }, syscall ? { syscall } : {})
}

/** Clients wrap: the error of `fetch` holds the socket's. */
export function rootOf(failure: unknown): unknown {
  let root = failure
  for (let depth = 0; depth < 8 && root instanceof Error && root.cause !== undefined; depth++) {
    root = root.cause
  }
  return root
}

function isSurelyUnsent(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false
  // One error for each address of a host that has several.
  if (hasOwn(failure, 'errors') && Array.isArray(failure.errors) && failure.errors.length > 0) {
    return failure.errors.every((error) => isSurelyUnsent(error))
  }
  const code = textField(failure, 'code') ?? ''
  return (
    unsentCalls.has(textField(failure, 'syscall') ?? '') ||
    unsentCodes.has(code) ||
    handshakeCode.test(code) ||
    unsentMessages.has(failure.message) ||
    noConnectionInDeno.test(failure.message)
  )
}

/** Only short words pass: whatever else stands in such a field is not meant for people. */
function redactedField(
  failure: unknown,
  key: 'code' | 'name' | 'syscall',
  redact: Redact,
): string | undefined {
  const text = textField(failure, key)
  return text === undefined || !/^[\w./-]{1,80}$/.test(text) ? undefined : redact(text)
}

function textField(failure: unknown, key: 'code' | 'name' | 'syscall'): string | undefined {
  if (!(failure instanceof Error)) return undefined
  const value: unknown = Reflect.get(failure, key)
  return typeof value === 'string' ? value : undefined
}
