import { ConnectlyError } from '../model/errors.ts'
import { readEventJson } from '../model/event-json.ts'
import { isObject, type JsonObject } from '../model/json.ts'
import { readEvent } from '../model/read-event.ts'
import type { PlainEvent, RefusedEvent, UnreadableEvent } from '../model/webhook-event.ts'
import { verifySignature } from './verify-signature.ts'

/** The body of a request exactly as it came: what was parsed and written anew has other bytes. */
export type RawBody = string | Uint8Array | ArrayBuffer

/** What a webhook is verified with. */
export interface DecodeOptions {
  /** The secret of the webhook. Nothing that is returned or thrown shows it. */
  readonly secret: string
  /** The header `x-connectly-hmac-sha256`; a request without one is refused. */
  readonly signature: string | null | undefined
  /** Larger bodies are refused before anything is done with them. @defaultValue 1 MiB */
  readonly maxBytes?: number | undefined
}

const defaultMaxBytes = 1024 * 1024

/**
 * Verifies the body of a webhook and reads it. Whatever the body is, this returns. A tap is left as
 * it came: the generated `decodeEvent` says which choice of which message it was on.
 * @throws {@link ConnectlyError} for options that cannot work: no secret, a body that was parsed.
 */
export async function decodeEvent(
  rawBody: RawBody,
  { secret, signature, maxBytes = defaultMaxBytes }: DecodeOptions,
): Promise<PlainEvent | UnreadableEvent | RefusedEvent> {
  if (typeof secret !== 'string' || secret.trim() === '') {
    throw new ConnectlyError(
      'the secret of the webhook is empty: anybody could sign events, so none is read',
    )
  }
  if (sizeOf(rawBody) > maxBytes) return { type: 'refused', reason: 'size' }
  const body = bytesOf(rawBody)
  if (body.byteLength > maxBytes) return { type: 'refused', reason: 'size' }
  const isSigned = typeof signature === 'string' && (await verifySignature(body, secret, signature))
  return isSigned ? readBytes(body) : { type: 'refused', reason: 'signature' }
}

/** In bytes, or of a text the least that they can be. */
function sizeOf(rawBody: RawBody): number {
  if (typeof rawBody === 'string') return rawBody.length
  if (ArrayBuffer.isView(rawBody) || isBuffer(rawBody)) return rawBody.byteLength
  throw new ConnectlyError(
    'the body is neither text nor bytes: pass it as it came, before anything parses it',
  )
}

function bytesOf(rawBody: RawBody): Uint8Array<ArrayBuffer> {
  if (typeof rawBody === 'string') return new TextEncoder().encode(rawBody)
  // A copy: what is verified is what is read, whoever else holds the bytes.
  if (isBuffer(rawBody)) return new Uint8Array(rawBody.slice(0))
  return new Uint8Array(new Uint8Array(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength))
}

/** Also one of another realm, as test runners have them. */
function isBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]'
}

function readBytes(bytes: Uint8Array): PlainEvent | UnreadableEvent {
  const text = decodeText(bytes)
  if (text === undefined) return { type: 'unreadable', problem: 'not-utf-8', bytes }
  const read = readEventJson(text)
  if ('problem' in read) return { type: 'unreadable', problem: read.problem, bytes }
  if (!isJsonObject(read.value)) return { type: 'unreadable', problem: 'not-an-object', bytes }
  return readEvent(read.value)
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What `JSON.parse` made of an object holds JSON values only. */
function isJsonObject(value: unknown): value is JsonObject {
  return isObject(value)
}
