import { ConnectlyError } from '../model/errors.ts'
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts'
import { nearMiss } from '../model/near-miss.ts'
import type { DeliveryStatus } from './sandbox-events.ts'
import type { InboundMessage, Tap } from './sandbox-inbound.ts'
import type { StatusReport } from './sandbox-status.ts'

/** Reads `{ from, text … }`. @throws {@link ConnectlyError} for what is not of that form. */
export function readInbound(body: JsonObject): InboundMessage {
  checkKeys(body, [
    'from',
    'to',
    'name',
    'userId',
    'text',
    'attachment',
    'location',
    'button',
    'referral',
    'quotes',
  ])
  const attachment = readObject(body, 'attachment')
  const location = readObject(body, 'location')
  const button = readObject(body, 'button')
  const referral = readObject(body, 'referral')
  return {
    from: requireText(body, 'from'),
    to: readText(body, 'to'),
    name: readText(body, 'name'),
    userId: readText(body, 'userId'),
    text: readText(body, 'text'),
    attachment: attachment && {
      type: requireText(attachment, 'type'),
      url: requireText(attachment, 'url'),
    },
    location: location && {
      latitude: requireNumber(location, 'latitude'),
      longitude: requireNumber(location, 'longitude'),
    },
    button: button && {
      text: requireText(button, 'text'),
      payload: requireText(button, 'payload'),
    },
    referral:
      referral &&
      Object.fromEntries(Object.keys(referral).map((key) => [key, requireText(referral, key)])),
    quotes: readText(body, 'quotes'),
  }
}

/** Reads `{ choice, message, name }`. @throws {@link ConnectlyError} as {@link readInbound} does. */
export function readTap(body: JsonObject): Tap {
  checkKeys(body, ['choice', 'message', 'name'])
  return {
    choice: requireText(body, 'choice'),
    message: readText(body, 'message'),
    name: readText(body, 'name'),
  }
}

/** Reads `{ status, message, code }`. @throws {@link ConnectlyError} as {@link readInbound} does. */
export function readStatus(body: JsonObject): StatusReport {
  checkKeys(body, ['status', 'message', 'code'])
  return {
    // Whether there is such a status is checked where statuses are known.
    status: requireText(body, 'status') as DeliveryStatus,
    message: readText(body, 'message'),
    code: readText(body, 'code'),
  }
}

/** Reads `{ advance }` or `{ set }`. @throws {@link ConnectlyError} as {@link readInbound} does. */
export function readClockMove(
  body: JsonObject,
): { readonly advance: string | number } | { readonly set: string | number } {
  checkKeys(body, ['advance', 'set'])
  const { advance, set } = body
  const isTime = (value: JsonValue | undefined): value is string | number =>
    typeof value === 'string' || typeof value === 'number'
  if (isTime(advance) && set === undefined) return { advance }
  if (isTime(set) && advance === undefined) return { set }
  throw new ConnectlyError(
    'give either `advance` (milliseconds, or such as "25h") or `set` (milliseconds since 1970, or a date-time)',
  )
}

/** Reads `{ scenarios }`. @throws {@link ConnectlyError} as {@link readInbound} does. */
export function readScenarios(body: JsonObject): readonly string[] {
  checkKeys(body, ['scenarios'])
  const { scenarios } = body
  const list: readonly JsonValue[] = Array.isArray(scenarios) ? scenarios : []
  const names = list.filter((name) => typeof name === 'string')
  if (Array.isArray(scenarios) && names.length === list.length) return names
  throw new ConnectlyError('`scenarios` must be a list of texts, such as ["slow:0.1"]; [] ends all')
}

/** Fails for a key that would be ignored in silence. */
export function checkKeys(body: JsonObject, known: readonly string[]): void {
  const unknown = Object.keys(body).find((key) => !known.includes(key))
  if (unknown === undefined) return
  const meant = nearMiss(unknown, known)
  const way = meant === undefined ? listKnown(known) : `did you mean \`${meant}\`?`
  throw new ConnectlyError(`there is no key ${JSON.stringify(unknown)} here: ${way}`)
}

function listKnown(known: readonly string[]): string {
  return known.length === 0 ? 'send {}' : `known are ${known.join(', ')}`
}

function readText(body: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(body, key) ? body[key] : undefined
  if (value === undefined || typeof value === 'string') return value
  throw new ConnectlyError(`\`${key}\` must be a text`)
}

function requireText(body: JsonObject, key: string): string {
  const value = readText(body, key)
  if (value !== undefined) return value
  throw new ConnectlyError(`\`${key}\` is missing`)
}

function requireNumber(body: JsonObject, key: string): number {
  const value = Object.hasOwn(body, key) ? body[key] : undefined
  if (typeof value === 'number') return value
  throw new ConnectlyError(`\`${key}\` must be a number`)
}

function readObject(body: JsonObject, key: string): JsonObject | undefined {
  const value = Object.hasOwn(body, key) ? body[key] : undefined
  if (value === undefined || isObject(value)) return value
  throw new ConnectlyError(`\`${key}\` must be an object`)
}
