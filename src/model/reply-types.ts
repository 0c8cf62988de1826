import type { Overlap } from './reply-table.ts'
import type {
  DeliveryEvent,
  EchoEvent,
  InboundFacts,
  LocationEvent,
  MediaEvent,
  ReferralEvent,
  RefusedEvent,
  TappedReply,
  TextEvent,
  UnreadableEvent,
  UnrecognizedEvent,
} from './webhook-event.ts'

/** What the generator says of the replies to one message. */
export interface MessageReplyTypes {
  /** `callbackData` as it comes back, without the key of `tracking`. */
  readonly callbackData: unknown
  /** Id as it is written → {@link ChoiceTypes}. */
  readonly choices: object
}

/** What the generator says of one button or row. */
export interface ChoiceTypes {
  readonly type: 'button' | 'row'
  /** The variables in the id, parsed back out of it. */
  readonly keys: object
  readonly overlap?: Overlap
}

/** Message name → what can be tapped in it. */
export type ReplyTypes<T> = { readonly [M in keyof T]: MessageReplyTypes }

/** The replies of a project that nothing was generated for. */
export type NoReplies = Record<never, never>

/** The ids in one message. */
export type ChoiceId<T extends ReplyTypes<T>, M extends keyof T> = keyof T[M]['choices']

/** A tap on one button or row, resolved. */
export interface Choice<T extends ReplyTypes<T>, M extends keyof T, I extends ChoiceId<T, M>> {
  readonly message: M
  /** As it is written: `parcel:{{ parcel.id }}`. */
  readonly id: I
  readonly type: FactOf<T[M]['choices'][I], 'type'>
  /** The variables in the id: `keys.parcel.id`. */
  readonly keys: FactOf<T[M]['choices'][I], 'keys'>
  /** Absent where what came back is not what the message sends now, or a caller sent other data. */
  readonly callbackData: T[M]['callbackData'] | undefined
}

type FactOf<Facts, K extends keyof ChoiceTypes> =
  Facts extends Record<K, infer Value> ? Value : never

/** Every choice of a project. */
export type AnyChoice<T extends ReplyTypes<T>> = {
  readonly [M in keyof T]: {
    readonly [I in ChoiceId<T, M>]: Choice<T, M, I>
  }[ChoiceId<T, M>]
}[keyof T]

/** The choices that a tap alone may not tell apart. */
export type AmbiguousChoice<T extends ReplyTypes<T>> = {
  readonly [M in keyof T]: {
    readonly [I in ChoiceId<T, M>]: T[M]['choices'][I] extends { readonly overlap: Overlap }
      ? Choice<T, M, I>
      : never
  }[ChoiceId<T, M>]
}[keyof T]

/** What all taps have. */
export interface TapFacts extends InboundFacts {
  readonly reply: TappedReply
}

/** A tap on exactly one choice. */
export interface ChoiceEvent<T extends ReplyTypes<T>> extends TapFacts {
  readonly type: 'choice'
  readonly choice: AnyChoice<T>
}

/** A tap that fits several choices, or one in several ways. */
export interface AmbiguousChoiceEvent<T extends ReplyTypes<T>> extends TapFacts {
  readonly type: 'ambiguous-choice'
  readonly candidates: readonly AmbiguousChoice<T>[]
}

/** A tap on something that no message offers: not any more, or never. */
export interface UnknownChoiceEvent<T extends ReplyTypes<T>> extends TapFacts {
  readonly type: 'unknown-choice'
  /** The message, where the key of `tracking` names it. */
  readonly message: keyof T | undefined
}

/**
 * A tap in a message that this project did not send: its key of `tracking` names an unknown one, or
 * it has none although every send of the project carries one.
 */
export interface ForeignChoiceEvent<T extends ReplyTypes<T>> extends TapFacts {
  readonly type: 'foreign-choice'
  /** The choices that it would be, had it been sent before `tracking` was turned on. */
  readonly candidates: readonly AnyChoice<T>[]
}

/**
 * A tap whose id has the form of one of ours with values that we never send, or one that is not in
 * the message that `tracking` names: do nothing that it asks for.
 */
export interface ForgedChoiceEvent<T extends ReplyTypes<T>> extends TapFacts {
  readonly type: 'forged-choice'
  /** The message, where the key of `tracking` names it. */
  readonly message: keyof T | undefined
}

/** An event that is no tap. */
export type OtherEvent =
  | DeliveryEvent
  | TextEvent
  | MediaEvent
  | LocationEvent
  | ReferralEvent
  | EchoEvent
  | UnrecognizedEvent
  | UnreadableEvent

/** An event that Connectly signed. */
export type WebhookEvent<T extends ReplyTypes<T> = NoReplies> =
  | OtherEvent
  | ChoiceEvent<T>
  | AmbiguousChoiceEvent<T>
  | UnknownChoiceEvent<T>
  | ForeignChoiceEvent<T>
  | ForgedChoiceEvent<T>

/** What the body of a request was decoded to. */
export type DecodedEvent<T extends ReplyTypes<T> = NoReplies> = WebhookEvent<T> | RefusedEvent

/** The ids in one message that a tap can be resolved to. */
export type HandledId<T extends ReplyTypes<T>, M extends keyof T> = {
  readonly [I in ChoiceId<T, M>]: T[M]['choices'][I] extends { readonly overlap: 'always' }
    ? never
    : I
}[ChoiceId<T, M>]

/** A handler for every choice: message → id → handler. */
export type ChoiceHandlers<T extends ReplyTypes<T>> = {
  readonly [M in keyof T as [HandledId<T, M>] extends [never] ? never : M]: MessageHandlers<T, M>
}

/** A handler for every choice of one message. */
export type MessageHandlers<T extends ReplyTypes<T>, M extends keyof T> = {
  readonly [I in HandledId<T, M>]: ChoiceHandler<T, M, I>
}

/** What is done about a tap on one choice. What it returns is waited for. */
export type ChoiceHandler<T extends ReplyTypes<T>, M extends keyof T, I extends ChoiceId<T, M>> = (
  choice: Choice<T, M, I>,
  event: ChoiceEvent<T>,
) => unknown

/** Handlers for everything that a customer can tap. */
export type ReplyHandlers<T extends ReplyTypes<T>> = {
  readonly choices: ChoiceHandlers<T>
  readonly unknown: (event: UnknownChoiceEvent<T>) => unknown
  readonly foreign: (event: ForeignChoiceEvent<T>) => unknown
  readonly forged: (event: ForgedChoiceEvent<T>) => unknown
  /** Whatever is no tap; without it nothing is done. */
  readonly other?: (event: OtherEvent) => unknown
} & AmbiguousHandler<T>

/** Asked for only where the messages have ids that a tap alone may not tell apart. */
export type AmbiguousHandler<T extends ReplyTypes<T>> = [AmbiguousChoice<T>] extends [never]
  ? { readonly ambiguous?: (event: AmbiguousChoiceEvent<T>) => unknown }
  : { readonly ambiguous: (event: AmbiguousChoiceEvent<T>) => unknown }

/** Hands one event to its handler; resolves when that has ended. */
export type EventHandler<T extends ReplyTypes<T>> = (event: WebhookEvent<T>) => Promise<void>
