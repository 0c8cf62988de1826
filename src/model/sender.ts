import type { JsonValue } from './json.ts'
import type { GeneratedDefinition } from './message.ts'
import type { Payload } from './payload.ts'
import type { MessageOrder, RenderedMessage } from './rendered-message.ts'

/** Whoever hands payloads to the API; `createClient` makes one. */
export interface Client {
  /** Sends one payload, at most once. */
  send(payload: Payload, options?: ClientSendOptions): Promise<SendResult>
}

/** What a client may be told about one payload. */
export interface ClientSendOptions {
  /** The approved template that is sent if the 24-hour window is closed, and only then. */
  readonly fallback?: Payload | undefined
  readonly signal?: AbortSignal | undefined
}

/** What the API answered. */
export interface SendResult {
  /** The API's id of the message; webhooks name it again. */
  readonly id: string
  /** Whether the message was accepted, or its fallback instead. */
  readonly sent: 'message' | 'fallback'
}

/** The variables of a message: compulsory, unless each of them may be left out. */
export type VariablesOption<Variables extends object> =
  Record<never, never> extends Variables
    ? { readonly variables?: Variables }
    : { readonly variables: Variables }

/** What a message does not have: nothing is of this type, and the compiler says why. */
type Missing<Why extends string> = Why & { readonly missing: never }

/** The locale of a message: compulsory where there are several, absent where there are none. */
export type LocaleOption<Locale extends string> = [Locale] extends [never]
  ? { readonly locale?: Missing<'this message has one locale, so none is named'> }
  : { readonly locale: Locale }

/** What only some messages have: `fallback`, an approved template for a closed window. */
export type MessageFeature = 'fallback'

/** The fallback of a message: absent where it has none. */
export type FallbackOption<Feature extends MessageFeature> = [Feature] extends [never]
  ? { readonly fallback?: Missing<'this message has no `fallback`: add one to its file'> }
  : {
      /**
       * Sends the fallback template if the answer is that the 24-hour window is closed; a template
       * may cost more. @defaultValue false
       */
      readonly fallback?: boolean | undefined
    }

/** What the caller says about one send of a message. */
export type SendOptions<
  Variables extends object,
  Locale extends string = never,
  Feature extends MessageFeature = never,
> = CommonSendOptions & VariablesOption<Variables> & LocaleOption<Locale> & FallbackOption<Feature>

/** The options of a send that are the same for every message. */
export interface CommonSendOptions {
  /** The customer: a phone number in E.164 form, or a business-scoped user id. */
  readonly to: string
  /** Which of your numbers sends: E.164. Wins over the message's and the client's. */
  readonly sender?: string | undefined
  /** The customer's name, as the API shows it. */
  readonly recipientName?: string | undefined
  /** Your own id of this message. */
  readonly messageId?: string | undefined
  /** The tag for analytics. Wins over the message's. */
  readonly campaignName?: string | undefined
  /** Comes back in webhooks; at most 1024 bytes of JSON. Wins over the message's. */
  readonly callbackData?: JsonValue | undefined
  /** Where it stands in an order of messages. Wins over the message's. */
  readonly order?: MessageOrder | undefined
  /** Gives up waiting. A request that was already written may still be delivered. */
  readonly signal?: AbortSignal | undefined
}

/** What a rendering may be told. */
export type RenderOptions<Locale extends string = never> = LocaleOption<Locale>

/** One message, ready to be sent with variables of its own type. */
export interface MessageSender<
  Variables extends object,
  Locale extends string = never,
  Feature extends MessageFeature = never,
> {
  readonly definition: GeneratedDefinition
  /** Checks variables and message, then sends. */
  send(client: Client, options: SendOptions<Variables, Locale, Feature>): Promise<SendResult>
  /** The request body without its recipient; `options` is compulsory where there are locales. */
  render(variables: Variables, options?: RenderOptions<Locale>): RenderedMessage
}
