import { memberOf, textOf } from './event-member.ts'
import { isObject, type JsonObject, type JsonValue, setOwn } from './json.ts'
import type {
  InboundFacts,
  PlainEvent,
  Referral,
  TappedReply,
  WebhookAttachment,
  WebhookFacts,
} from './webhook-event.ts'

/** Whether the body repeats a message of the business itself. */
export function isEcho(raw: JsonObject): boolean {
  return placesOf(raw).some((place) => memberOf(place, 'isEcho') === true)
}

/** Reads what a customer wrote or tapped; nothing where the body says neither. */
export function readInbound(raw: JsonObject, facts: WebhookFacts): PlainEvent | undefined {
  const places = placesOf(raw)
  const text = firstOf(places, (place) => textOf(place, 'text'))
  const tap = readTap(places)
  const referral = firstOf(places, (place) => readReferral(memberOf(place, 'referral')))
  const inbound: InboundFacts = {
    ...facts,
    messageId: firstOf(places, (place) => textOf(place, 'id')) ?? tap?.eventId,
    replyToId: firstOf(places, replyToIdOf),
    referral,
  }
  if (isEcho(raw)) return { ...inbound, type: 'echo', text }
  if (tap !== undefined) return { ...inbound, type: 'tap', reply: tap.reply }
  const attachments = firstOf(places, (place) => readAttachments(memberOf(place, 'attachments')))
  if (attachments !== undefined) return { ...inbound, type: 'media', attachments, text }
  const location = firstOf(places, (place) => readLocation(memberOf(place, 'location')))
  if (location !== undefined) return { ...inbound, type: 'location', ...location }
  if (text !== undefined) return { ...inbound, type: 'text', text }
  return referral === undefined ? undefined : { ...inbound, type: 'referral', referral }
}

/** What belongs to a message stands in `message` or, in some forms, beside it. */
function placesOf(raw: JsonObject): readonly JsonObject[] {
  const message = memberOf(raw, 'message')
  return isObject(message) ? [message, raw] : [raw]
}

function firstOf<T>(
  places: readonly JsonObject[],
  read: (place: JsonObject) => T | undefined,
): T | undefined {
  for (const place of places) {
    const value = read(place)
    if (value !== undefined) return value
  }
  return undefined
}

interface Tap {
  readonly reply: TappedReply
  /** The id of the event, which some forms name here. */
  readonly eventId?: string | undefined
}

function readTap(places: readonly JsonObject[]): Tap | undefined {
  const response = firstOf(places, readResponse)
  if (response !== undefined) return response
  // The oldest form says what was tapped, and not its id.
  const old = places.find((place) => memberOf(place, 'isButtonResponse') === true)
  return old === undefined ? undefined : { reply: { id: undefined, text: textOf(old, 'text') } }
}

/**
 * Buttons come as `buttonResponse`, whose own `id` is the event's. Nobody shows how rows come: in
 * the same way, or as what such services call a list response.
 */
function readResponse(place: JsonObject): Tap | undefined {
  const button = memberOf(place, 'buttonResponse') ?? memberOf(place, 'button_response')
  if (isObject(button)) {
    const reply = { id: idOf(button, ['payload']), text: labelOf(button) }
    return { reply, eventId: textOf(button, 'id') }
  }
  const list = memberOf(place, 'listResponse') ?? memberOf(place, 'list_response')
  if (!isObject(list)) return undefined
  return { reply: { id: idOf(list, ['payload', 'rowId', 'row_id', 'id']), text: labelOf(list) } }
}

function idOf(response: JsonObject, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = memberOf(response, key)
    if (typeof value === 'number') return String(value)
    if (typeof value === 'string' && value !== '') return value
  }
  return undefined
}

function labelOf(response: JsonObject): string | undefined {
  return textOf(response, 'text') ?? textOf(response, 'title')
}

function replyToIdOf(place: JsonObject): string | undefined {
  const context = memberOf(place, 'context')
  return isObject(context) ? textOf(context, 'replyToId') : undefined
}

function readAttachments(value: JsonValue | undefined): readonly WebhookAttachment[] | undefined {
  if (!Array.isArray(value)) return undefined
  const attachments = value.flatMap((item: JsonValue) => {
    const url = isObject(item) ? textOf(item, 'url') : undefined
    if (!isObject(item) || url === undefined) return []
    const [type, caption, filename] = ['type', 'caption', 'filename'].map((key) =>
      textOf(item, key),
    )
    return [{ url, type, caption, filename }]
  })
  return attachments.length === 0 ? undefined : attachments
}

function readLocation(value: JsonValue | undefined): Location | undefined {
  if (!isObject(value)) return undefined
  const latitude = memberOf(value, 'latitude')
  const longitude = memberOf(value, 'longitude')
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined
  return { latitude, longitude, name: textOf(value, 'name'), address: textOf(value, 'address') }
}

interface Location {
  readonly latitude: number
  readonly longitude: number
  readonly name: string | undefined
  readonly address: string | undefined
}

const referralKeys: readonly (keyof Referral)[] = [
  'sourceUrl',
  'sourceId',
  'sourceType',
  'headline',
  'body',
  'mediaType',
  'imageUrl',
  'videoUrl',
  'thumbnailUrl',
  'ctwaClid',
]

function readReferral(value: JsonValue | undefined): Referral | undefined {
  if (!isObject(value)) return undefined
  const referral: Referral = {}
  for (const key of referralKeys) {
    const text = textOf(value, key)
    if (text !== undefined) setOwn(referral, key, text)
  }
  return Object.keys(referral).length === 0 ? undefined : referral
}
