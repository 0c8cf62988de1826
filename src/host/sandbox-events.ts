import { isBsuid } from '../model/bsuid.ts'
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts'
import type { AcceptedMessage } from './sandbox-accepted.ts'
import { ulidToUuid } from './ulid.ts'

/** What becomes of an accepted message, in the words of the webhooks. */
export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'delivery_failed'

/** Every status, in the order in which a message can have them. */
export const deliveryStatuses: readonly DeliveryStatus[] = [
  'sent',
  'delivered',
  'read',
  'delivery_failed',
]

/** A customer, as an event names them. */
export interface Customer {
  /** A number in E.164 form or a BSUID. */
  readonly id: string
  readonly name?: string | undefined
  /** The BSUID of a customer with a number. */
  readonly userId?: string | undefined
}

/** What an inbound event says besides who wrote to whom and when. */
export interface InboundContent {
  readonly customer: Customer
  /** The business's number. */
  readonly sender: string
  /** The event's own keys: `message` or `buttonResponse`. */
  readonly content: JsonObject
  /** The message that the customer answers, if one was quoted or tapped. */
  readonly quoted?: AcceptedMessage | undefined
}

/** The event that tells what became of a message. @see {@link https://docs.connectly.ai/webhooks/payload-types} */
export function makeStatusEvent(
  message: AcceptedMessage,
  status: DeliveryStatus,
  error: JsonObject | null,
  at: number,
): JsonObject {
  const { id, body, sender, customer } = message
  const { campaignName } = body
  const name = nameOf(body['recipient'])
  return {
    topic: 'delivery_status',
    timestamp: timestampOf(at),
    sender: makeParty({ id: sender, name: nameOf(body['sender']) }),
    recipient: makeParty({ id: customer, name }),
    statusUpdate: { id, status, error },
    ...(campaignName === undefined ? {} : { metadata: { campaign_name: campaignName } }),
    ...echoOf(message),
  }
}

/** The event of something that a customer wrote or tapped. */
export function makeInboundEvent(inbound: InboundContent, at: number): JsonObject {
  const { customer, sender, content, quoted } = inbound
  return {
    topic: 'messages',
    timestamp: timestampOf(at),
    sender: makeParty(customer),
    recipient: makeParty({ id: sender }),
    ...content,
    ...(quoted === undefined ? {} : { context: { replyToId: ulidToUuid(quoted.id) } }),
    ...(quoted === undefined ? {} : echoOf(quoted)),
  }
}

/** Whole seconds, as text. */
function timestampOf(at: number): string {
  return String(Math.floor(at / 1000))
}

function makeParty({ id, name, userId }: Customer): JsonObject {
  const party = { id, channelType: 'whatsapp', name: name ?? null }
  if (isBsuid(id)) return { ...party, userId: id, phoneNumber: '' }
  return userId === undefined ? party : { ...party, userId, phoneNumber: id }
}

function nameOf(party: JsonValue | undefined): string | undefined {
  const name = isObject(party) && Object.hasOwn(party, 'name') ? party['name'] : undefined
  return typeof name === 'string' ? name : undefined
}

function echoOf({ body }: AcceptedMessage): JsonObject {
  const { callbackData } = body
  return callbackData === undefined ? {} : { callbackData }
}
