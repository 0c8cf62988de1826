import type { ApiError } from './errors.ts'
import type { JsonProblem } from './event-json.ts'
import type { JsonObject, JsonValue } from './json.ts'
import type { TrackingKey } from './tracking.ts'

/** One end of a conversation, as webhooks name it; what they leave out is absent. */
export interface WebhookParty {
  /** A phone number in E.164 form, or a business-scoped user id. */
  readonly id?: string
  readonly name?: string
  /** The business-scoped user id, on numbers that Connectly switched it on for. */
  readonly userId?: string
  /** Empty for a customer who hides it. */
  readonly phoneNumber?: string
}

/** What all events of a webhook have. */
export interface WebhookFacts {
  readonly customer: WebhookParty
  readonly business: WebhookParty
  /** Milliseconds since 1970, to the second. */
  readonly timestampMs: number | undefined
  /** What was sent along; absent on texts that quote nothing. */
  readonly callbackData: JsonValue | undefined
  /** What the key of `tracking` in `callbackData` says. */
  readonly tracking: TrackingKey | undefined
  /** The whole body, with what this library does not know. Its keys come from elsewhere. */
  readonly raw: JsonObject
}

/** What became of a message that was sent. Repeats itself: settle by `messageId` and `status`. */
export type DeliveryEvent = DeliveryFacts & (DeliveryProgress | DeliveryFailure)

/** What all delivery events have. */
export interface DeliveryFacts extends WebhookFacts {
  readonly type: 'delivery'
  /** The id that the send returned. */
  readonly messageId: string
  readonly campaignName: string | undefined
}

/** It is on its way. */
export interface DeliveryProgress {
  readonly status: 'sent' | 'delivered' | 'read'
}

/** It will never arrive. */
export interface DeliveryFailure {
  readonly status: 'failed'
  /** The error that a send refused for the same reason throws; its `status` is 0. */
  readonly error: ApiError
}

/** What all events that a customer caused have. */
export interface InboundFacts extends WebhookFacts {
  readonly messageId: string | undefined
  /** The message that it answers. Its form differs from that of the ids of sends: trust `callbackData`. */
  readonly replyToId: string | undefined
  /** The advertisement by which the customer came. */
  readonly referral: Referral | undefined
}

/** The customer wrote. */
export interface TextEvent extends InboundFacts {
  readonly type: 'text'
  readonly text: string
}

/** The customer sent a file. */
export interface MediaEvent extends InboundFacts {
  readonly type: 'media'
  readonly attachments: readonly WebhookAttachment[]
  readonly text: string | undefined
}

/** A file that a customer sent; its media type stands in the answer to its download. */
export interface WebhookAttachment {
  readonly url: string
  readonly type: string | undefined
  readonly caption: string | undefined
  readonly filename: string | undefined
}

/** The customer sent a place. */
export interface LocationEvent extends InboundFacts {
  readonly type: 'location'
  readonly latitude: number
  readonly longitude: number
  readonly name: string | undefined
  readonly address: string | undefined
}

/** The customer came by an advertisement, and nothing else is said. */
export interface ReferralEvent extends InboundFacts {
  readonly type: 'referral'
  readonly referral: Referral
}

/** An advertisement, as far as it is described. */
export interface Referral {
  readonly sourceUrl?: string
  readonly sourceId?: string
  readonly sourceType?: string
  readonly headline?: string
  readonly body?: string
  readonly mediaType?: string
  readonly imageUrl?: string
  readonly videoUrl?: string
  readonly thumbnailUrl?: string
  readonly ctwaClid?: string
}

/** A message of the business itself, which webhooks with `configuration.echo` repeat. */
export interface EchoEvent extends InboundFacts {
  readonly type: 'echo'
  readonly text: string | undefined
}

/** A button or a row was tapped: what the webhook says of it. */
export interface TapEvent extends InboundFacts {
  readonly type: 'tap'
  readonly reply: TappedReply
}

/** What was tapped. */
export interface TappedReply {
  /** The id that was sent with the button or row; the oldest form of the webhook has none. */
  readonly id: string | undefined
  /** What the button or row says. */
  readonly text: string | undefined
}

/** A body in a form that no documentation shows, such as a reaction. */
export interface UnrecognizedEvent extends WebhookFacts {
  readonly type: 'unrecognized'
}

/** A body that Connectly signed and that is no JSON object, or none that can be trusted. */
export interface UnreadableEvent {
  readonly type: 'unreadable'
  readonly problem: JsonProblem | 'not-utf-8' | 'not-an-object'
  readonly bytes: Uint8Array
}

/** Whoever sent this did not know the secret, or it is too large: answer with 401 or 413. */
export interface RefusedEvent {
  readonly type: 'refused'
  readonly reason: 'signature' | 'size'
}

/** An event before taps are resolved. */
export type PlainEvent =
  | DeliveryEvent
  | TextEvent
  | MediaEvent
  | LocationEvent
  | ReferralEvent
  | EchoEvent
  | TapEvent
  | UnrecognizedEvent
