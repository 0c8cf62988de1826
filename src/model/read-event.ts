import { deliveryErrorOf } from './delivery-error.ts'
import { memberOf, textOf } from './event-member.ts'
import { isObject, type JsonObject, type JsonValue, setOwn } from './json.ts'
import { isEcho, readInbound } from './read-inbound.ts'
import { readTracking } from './tracking.ts'
import type { DeliveryEvent, PlainEvent, WebhookFacts, WebhookParty } from './webhook-event.ts'

/**
 * Reads the body of a webhook, of either topic and in every form that was ever documented. The
 * topic is told by what is there: not every form names it.
 */
export function readEvent(raw: JsonObject): PlainEvent {
  const update = memberOf(raw, 'statusUpdate')
  if (isObject(update)) return readDelivery(raw, update)
  // The business itself is the sender of what `configuration.echo` repeats.
  const customer = isEcho(raw) ? 'recipient' : 'sender'
  return readInbound(raw, readFacts(raw, customer)) ?? unrecognized(raw)
}

function readDelivery(raw: JsonObject, update: JsonObject): PlainEvent {
  const facts = readFacts(raw, 'recipient')
  const messageId = textOf(update, 'id')
  const status = statuses.get(textOf(update, 'status') ?? '')
  if (messageId === undefined || status === undefined) return unrecognized(raw)
  const common = {
    ...facts,
    type: 'delivery',
    messageId,
    campaignName: campaignOf(raw, update),
  } as const
  const event: DeliveryEvent =
    status === 'failed'
      ? { ...common, status, error: deliveryErrorOf(memberOf(update, 'error')) }
      : { ...common, status }
  return event
}

/** One page has `delivery_failure`; every example has `delivery_failed`. */
const statuses: ReadonlyMap<string, DeliveryEvent['status']> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['delivery_failed', 'failed'],
  ['delivery_failure', 'failed'],
])

function campaignOf(raw: JsonObject, update: JsonObject): string | undefined {
  for (const holder of [update, raw]) {
    const metadata = memberOf(holder, 'metadata')
    if (!isObject(metadata)) continue
    const name = textOf(metadata, 'campaignName') ?? textOf(metadata, 'campaign_name')
    if (name !== undefined) return name
  }
  return undefined
}

function unrecognized(raw: JsonObject): PlainEvent {
  return { type: 'unrecognized', ...readFacts(raw, 'sender') }
}

/** What all events have; `customer` is the key under which the customer stands. */
function readFacts(raw: JsonObject, customer: 'sender' | 'recipient'): WebhookFacts {
  const callbackData = memberOf(raw, 'callbackData')
  return {
    customer: readParty(memberOf(raw, customer)),
    business: readParty(memberOf(raw, customer === 'sender' ? 'recipient' : 'sender')),
    timestampMs: readTimestamp(memberOf(raw, 'timestamp')),
    callbackData,
    tracking: readTracking(callbackData),
    raw,
  }
}

const partyKeys = ['id', 'name', 'userId', 'phoneNumber'] as const

function readParty(value: JsonValue | undefined): WebhookParty {
  const party: WebhookParty = {}
  if (!isObject(value)) return party
  for (const key of partyKeys) {
    const text = memberOf(value, key)
    if (typeof text === 'string') setOwn(party, key, text)
  }
  return party
}

/** Unix seconds, as a text. */
function readTimestamp(value: JsonValue | undefined): number | undefined {
  const isWritten = typeof value === 'string' && /^[0-9]{1,12}$/.test(value)
  if (!isWritten && !(typeof value === 'number' && Number.isSafeInteger(value))) return undefined
  return Number(value) * 1000
}
