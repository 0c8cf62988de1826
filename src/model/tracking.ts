import { InvalidMessageError } from './errors.ts'
import { isObject, type JsonObject, type JsonValue, ownMember, setOwn } from './json.ts'
import type { Payload } from './payload.ts'

/** The key of `callbackData` under which a send is traced back. */
export const trackingMember = '$c'

/** Which send a payload is: of which message and, in a bulk run, of which run and row. */
export interface TrackedSend {
  /** The message's name. */
  readonly message: string
  /** At most 26 letters, digits, `-` and `_`: a ULID fits. Stands together with {@link row} or not at all. */
  readonly run?: string | undefined
  /** The number of the row, from 0 to 999,999,999. */
  readonly row?: number | undefined
}

/** Puts the key of a send into a payload, as {@link withTracking} does. */
export type TrackSend = (payload: Payload, send: TrackedSend) => Payload

/** What was read back from a webhook. */
export interface TrackingKey {
  /** The message, as {@link trackingKeyOf} writes it: its name, where that is short enough. */
  readonly key: string
  readonly run?: string
  readonly row?: number
}

/** Bytes of the longest `"$c":"…"`. */
export const maxTrackingBytes = 64

const maxKeyLength = 20
const maxRow = 999_999_999
const digestLength = 13
const runPattern = /^[0-9A-Za-z_-]{1,26}$/
const written =
  /^([a-z][a-z0-9/_-]{0,19}|[a-z][a-z0-9/_-]{5}~[0-9a-z]{13})(?:\.([0-9A-Za-z_-]{1,26})\.(0|[1-9][0-9]{0,8}))?$/

/** How a key names a message: by its name, or where that is too long by its begin and a digest. */
export function trackingKeyOf(message: string): string {
  if (message.length <= maxKeyLength) return message
  const digest = digestOf(message).toString(36).padStart(digestLength, '0')
  return `${message.slice(0, maxKeyLength - digestLength - 1)}~${digest}`
}

/** FNV-1a over 64 bits: it has to tell names apart, and nothing depends on its secrecy. */
function digestOf(text: string): bigint {
  let hash = 0xcbf29ce484222325n
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n)
  }
  return hash
}

/**
 * Writes the value of `$c`: `orders/shipped`, in a bulk run `orders/shipped.01JD….17`.
 * @throws TypeError for a run or a row that does not fit, or one without the other.
 */
export function writeTracking({ message, run, row }: TrackedSend): string {
  const key = trackingKeyOf(message)
  if (run === undefined && row === undefined) return key
  if (run === undefined || row === undefined) throw new TypeError('a run needs a row, a row a run')
  if (!runPattern.test(run)) throw new TypeError(`not the id of a run: ${run}`)
  if (!Number.isInteger(row) || row < 0 || row > maxRow) {
    throw new TypeError(`not the number of a row: ${row}`)
  }
  return `${key}.${run}.${row}`
}

/** Reads `$c` from the `callbackData` of a webhook; nothing where there is none of our making. */
export function readTracking(callbackData: unknown): TrackingKey | undefined {
  if (!isObject(callbackData) || !Object.hasOwn(callbackData, trackingMember)) return undefined
  const value = callbackData[trackingMember]
  if (typeof value !== 'string') return undefined
  const [, key, run, row] = written.exec(value) ?? []
  if (key === undefined) return undefined
  return run === undefined ? { key } : { key, run, row: Number(row) }
}

/**
 * Puts the key of a send into its `callbackData`, which becomes `{ $c }` where there was none.
 * @throws {@link InvalidMessageError} where there is no place for it.
 */
export function withTracking(payload: Payload, send: TrackedSend): Payload {
  const { endpoint, body } = payload
  const data = ownMember(body, 'callbackData')
  const message = problemOfTracked(data)
  if (message !== undefined) {
    throw new InvalidMessageError([
      {
        rule: 'untraceable-callback-data',
        severity: 'error',
        message,
        path: ['callbackData'],
        value: data,
      },
    ])
  }
  const tracked: JsonObject = {}
  for (const [key, value] of Object.entries(isObject(data) ? data : {})) {
    setOwn(tracked, key, value)
  }
  setOwn(tracked, trackingMember, writeTracking(send))
  return { endpoint, body: { ...body, callbackData: tracked } }
}

/** Why a send with this `callbackData` cannot carry a key; nothing where it can. */
export function problemOfTracked(data: JsonValue | undefined): string | undefined {
  if (data === undefined) return undefined
  if (!isObject(data)) {
    return `\`tracking\` puts its key \`$c\` into callback data, and ${kindOf(data)} has no place for one: make it a mapping, such as \`{ value: … }\``
  }
  if (!Object.hasOwn(data, trackingMember)) return undefined
  return `callback data has a \`$c\` of its own, which \`tracking\` would overwrite: rename it`
}

function kindOf(data: JsonValue): string {
  if (data === null) return 'null'
  if (Array.isArray(data)) return 'a list'
  return typeof data === 'string' ? 'a text' : `a ${typeof data}`
}
