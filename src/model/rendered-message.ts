import type { JsonValue } from './json.ts'
import type { ContentType } from './message.ts'

/** One end of a conversation. */
export interface Party {
  /** A phone number in E.164 form, or a business-scoped user id. */
  readonly id: string
  readonly channelType: 'whatsapp'
  readonly name?: string
}

/** Where a message stands in an order of messages. */
export interface MessageOrder {
  /** The message that this one follows. */
  readonly parentId: string
  readonly strategy?: 'independent' | 'short_circuit'
}

/** The API's request body without its recipient. */
export interface RenderedMessage {
  readonly sender?: Party
  readonly message: MessageContent
  /** Comes back in every webhook about the message. At most 1024 bytes of JSON. */
  readonly callbackData?: JsonValue
  readonly campaignName?: string
  readonly order?: MessageOrder
}

/** The API's `message` object: exactly one of the seven content types. */
export type MessageContent =
  | TextContent
  | AttachmentContent
  | LocationContent
  | ListContent
  | ReplyButtonContent
  | SingleProductContent
  | MultiProductContent

/**
 * What is in one content type, and nothing of another: two at once do not compile, and
 * `message.listMessage !== undefined` tells a list.
 */
type Exactly<Content> = Content & {
  readonly id?: string
  readonly isEcho?: boolean
} & { readonly [Key in Exclude<ContentType, keyof Content>]?: Key extends 'text' ? NoText : never }

/**
 * A text where there is none: nothing is of this type. As \`never\` it would tell the types apart for
 * the compiler, which would then complain about the \`type\` of a file beside a text.
 */
type NoText = string & { readonly 'a message has one content type': never }

/** Text alone. */
export type TextContent = Exactly<{
  readonly text: string
}>

/** One file, with or without a caption. */
export type AttachmentContent = Exactly<{
  readonly attachments: readonly Attachment[]
}>

/** A place on the map. */
export type LocationContent = Exactly<{
  readonly location: {
    readonly latitude: number
    readonly longitude: number
    readonly name?: string
    readonly address?: string
  }
}>

/** A text with a button that opens a list. */
export type ListContent = Exactly<{
  readonly text: string
  readonly listMessage: {
    readonly header?: Header
    readonly button: { readonly id?: string; readonly text: string }
    readonly sections: readonly {
      readonly title?: string
      readonly rows: readonly {
        readonly id: string
        readonly text: string
        readonly description?: string
      }[]
    }[]
    readonly footer?: Footer
  }
}>

/** A text with buttons below it. */
export type ReplyButtonContent = Exactly<{
  readonly text: string
  readonly replyButtonMessage: {
    readonly header?: Header
    readonly buttons: readonly { readonly id: string; readonly text: string }[]
    readonly footer?: Footer
  }
}>

/** One product of a catalogue. */
export type SingleProductContent = Exactly<{
  readonly text?: string
  readonly singleProductMessage: {
    readonly catalogId: string
    readonly productItem: ProductItem
    readonly footer?: Footer
  }
}>

/** Several products of a catalogue. */
export type MultiProductContent = Exactly<{
  readonly text: string
  readonly multiProductMessage: {
    readonly header: Header
    readonly catalogId: string
    readonly sections: readonly {
      readonly title?: string
      readonly productItems: readonly ProductItem[]
    }[]
    readonly footer?: Footer
  }
}>

/** A file that the API fetches from its URL. */
export interface Attachment {
  readonly type: 'image' | 'video' | 'audio' | 'document'
  readonly url: string
  readonly caption?: string
  readonly filename?: string
}

/** What stands above the body: a text or a file. */
export type Header = { readonly text: string } | { readonly attachment: Attachment }

/** The small print below the body. */
export interface Footer {
  readonly text: string
}

/** A product, by the id that its seller gave it. */
export interface ProductItem {
  readonly productRetailerId: string
}
