// Generated from schema/message.schema.json: run `npm run fix` to renew it, do not edit.

/**
 * One or two sentences on when the message is sent; they become the documentation of the generated function.
 */
export type Description = string
/**
 * A JSON Schema for one variable, or a short form: `string`, `string(40)`, `integer`, `number`, `boolean`.
 */
export type Declaration =
  | string
  | {
      /**
       * The kind of value that callers pass.
       */
      type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'
      /**
       * A short name for people.
       */
      title?: string
      /**
       * What the value is; it becomes the documentation of the generated property.
       */
      description?: string
      /**
       * The value that is used when the caller passes none; it makes the variable optional.
       */
      default?: unknown
      /**
       * Values that show what is meant.
       */
      examples?: unknown[]
      /**
       * The only values that are allowed.
       */
      enum?: unknown[]
      /**
       * The only value that is allowed.
       */
      const?: unknown
      /**
       * The fewest UTF-16 units of a string, counted after blanks at its ends are removed; 1 where nothing is said.
       */
      minLength?: number
      /**
       * The most UTF-16 units of a string; 256 where nothing else bounds it.
       */
      maxLength?: number
      /**
       * A regular expression that the string must match; with both `^` and `$` it also bounds the length.
       */
      pattern?: string
      /**
       * A well-known form of string; `uri` is an absolute http or https URL, `e164` a phone number such as +16044441111.
       */
      format?: 'date' | 'date-time' | 'time' | 'uuid' | 'email' | 'uri' | 'e164'
      /**
       * Whether line feeds may stand in the string; they may not where nothing is said.
       */
      multiline?: boolean
      /**
       * Whether blanks at the ends of the string are removed; they are where nothing is said.
       */
      trim?: boolean
      /**
       * The smallest number.
       */
      minimum?: number
      /**
       * The largest number.
       */
      maximum?: number
      /**
       * Every number must be larger than this one.
       */
      exclusiveMinimum?: number
      /**
       * Every number must be smaller than this one.
       */
      exclusiveMaximum?: number
      /**
       * The number is a whole multiple of this one.
       */
      multipleOf?: number
      items?: Declaration
      /**
       * The fewest items of an array; 0 where nothing is said.
       */
      minItems?: number
      /**
       * The most items of an array; 30 where nothing is said.
       */
      maxItems?: number
      /**
       * Whether no two items are equal; strings are compared without regard to case.
       */
      uniqueItems?: boolean
      /**
       * A property of the items, or a list of properties, each of which no two items share.
       */
      uniqueBy?: string | string[]
      /**
       * The properties of an object, each with its declaration; all are required and no others are allowed.
       */
      properties?: {
        [k: string]: Declaration
      }
    }
/**
 * The public http or https URL of the file.
 */
export type Url = string
/**
 * The name under which the customer sees a document; other files have none.
 */
export type Filename = string
/**
 * Keeps this mapping only when a boolean variable is true; `not` in front of it turns that round.
 */
export type If = string
/**
 * Repeats this mapping for every element of an array variable: `parcel in parcels`.
 */
export type Each = string
/**
 * What stands above the group; needed as soon as there are two.
 */
export type SectionTitle = string
/**
 * The catalogue that is connected to the business account.
 */
export type CatalogId = string
/**
 * The product's content id (SKU) in the catalogue.
 */
export type ProductRetailerId = string
/**
 * Any JSON value that replies and delivery events bring back, with template variables in its strings; keys that begin with a dollar sign are reserved.
 */
export type CallbackData =
  | {
      [k: string]: CallbackData
    }
  | CallbackData[]
  | string
  | number
  | boolean
  | null
/**
 * Which of your numbers sends the message: an E.164 number, or an object with it as `id`.
 */
export type Sender =
  | string
  | {
      /**
       * The E.164 number that sends.
       */
      id: string
      /**
       * Always `whatsapp`, which is filled in where it is left out.
       */
      channelType?: 'whatsapp'
      /**
       * The name to show for the number.
       */
      name?: string
    }

/**
 * One WhatsApp message: what it says, and which variables it needs.
 */
export interface MessageFile {
  description?: Description
  /**
   * What the caller passes: each name with a JSON Schema, or with a short form such as `string(40)`.
   */
  variables?: {
    [k: string]: Declaration
  }
  /**
   * Sets of variables that show the message in previews, tests and documentation.
   */
  examples?: Example[]
  message: Message
  callbackData?: CallbackData
  /**
   * A tag under which the message is counted in Connectly's analytics.
   */
  campaignName?: string
  sender?: Sender
  order?: Order
  fallback?: Fallback
  /**
   * Ids of buttons and rows that are not offered any more: taps on them in messages that customers have are still read and handled, and nothing new may take them.
   */
  retired?: RetiredId[]
}
/**
 * One complete set of variables with a name.
 */
export interface Example {
  /**
   * What the example shows, in a few words.
   */
  name: string
  /**
   * A value for every variable that has no default.
   */
  variables: {
    [k: string]: unknown
  }
}
/**
 * What the customer receives: exactly one of `text`, `attachments`, `location`, `listMessage`, `replyButtonMessage`, `singleProductMessage` and `multiProductMessage`; `text` beside one of the last four is its body.
 */
export interface Message {
  /**
   * The text message itself, or the body of a list, of reply buttons or of products.
   */
  text?: string
  /**
   * A list with the one image, video, audio or document that is sent.
   */
  attachments?: Attachment[]
  location?: Location
  listMessage?: ListMessage
  replyButtonMessage?: ReplyButtons
  singleProductMessage?: SingleProduct
  multiProductMessage?: SeveralProducts
  /**
   * A mark of messages that the business itself has sent; authors have no use for it.
   */
  isEcho?: boolean
}
/**
 * A file that WhatsApp fetches from a public URL.
 */
export interface Attachment {
  /**
   * What kind of file it is.
   */
  type: 'image' | 'video' | 'audio' | 'document'
  url: Url
  /**
   * A text below the file; audio has none.
   */
  caption?: string
  filename?: Filename
}
/**
 * A place on the map.
 */
export interface Location {
  /**
   * Decimal degrees north, or one template variable that is a number.
   */
  latitude: number | string
  /**
   * Decimal degrees east, or one template variable that is a number.
   */
  longitude: number | string
  /**
   * What stands above the address.
   */
  name?: string
  /**
   * What stands below the name.
   */
  address?: string
}
/**
 * A button that opens a list of rows to choose from; `text` beside it is the body.
 */
export interface ListMessage {
  header?: Header
  button: ListButton
  /**
   * The groups of rows.
   */
  sections: ListSection[]
  footer?: Footer
}
/**
 * What stands above the body: either a text or an attachment.
 */
export interface Header {
  $if?: If
  /**
   * One line above the body.
   */
  text?: string
  attachment?: HeaderAttachment
}
/**
 * An image, video or document above the body.
 */
export interface HeaderAttachment {
  /**
   * What kind of file it is; audio cannot stand in a header.
   */
  type: 'image' | 'video' | 'document'
  url: Url
  /**
   * A key of the API that WhatsApp does not show in a header: leave it out.
   */
  caption?: string
  filename?: Filename
}
/**
 * The button that opens the list.
 */
export interface ListButton {
  /**
   * A key of the API without a known purpose: leave it out.
   */
  id?: string
  /**
   * What stands on the button.
   */
  text: string
}
/**
 * A group of rows with a title.
 */
export interface ListSection {
  $each?: Each
  $if?: If
  title?: SectionTitle
  /**
   * What the customer can choose.
   */
  rows: ListRow[]
}
/**
 * One choice of a list.
 */
export interface ListRow {
  $each?: Each
  $if?: If
  /**
   * What the reply brings back; customers never see it.
   */
  id: string
  /**
   * What the customer reads and taps.
   */
  text: string
  /**
   * A smaller line below the text.
   */
  description?: string
}
/**
 * A small line below the body.
 */
export interface Footer {
  $if?: If
  /**
   * What stands in the footer.
   */
  text: string
}
/**
 * Buttons below a text that the customer answers with; `text` beside it is the body.
 */
export interface ReplyButtons {
  header?: Header
  /**
   * The answers that the customer can tap.
   */
  buttons: ReplyButton[]
  footer?: Footer
}
/**
 * One answer that the customer can tap.
 */
export interface ReplyButton {
  $each?: Each
  $if?: If
  /**
   * What the reply brings back; customers never see it.
   */
  id: string
  /**
   * What stands on the button.
   */
  text: string
}
/**
 * One product of a catalogue; `text` beside it is the body.
 */
export interface SingleProduct {
  catalogId: CatalogId
  productItem: Product
  footer?: Footer
}
/**
 * The product that is shown.
 */
export interface Product {
  productRetailerId: ProductRetailerId
}
/**
 * Products of a catalogue in sections; `text` beside it is the body.
 */
export interface SeveralProducts {
  header?: Header
  catalogId: CatalogId
  /**
   * The groups of products.
   */
  sections: ProductSection[]
  footer?: Footer
}
/**
 * A group of products with a title.
 */
export interface ProductSection {
  $each?: Each
  $if?: If
  title?: SectionTitle
  /**
   * The products of the section.
   */
  productItems: ProductItem[]
}
/**
 * One product of a section.
 */
export interface ProductItem {
  $each?: Each
  $if?: If
  productRetailerId: ProductRetailerId
}
/**
 * Which earlier message this one depends on.
 */
export interface Order {
  /**
   * The id of the message that this one depends on.
   */
  parentId?: string
  /**
   * How this message relates to its parent.
   */
  strategy?: 'independent' | 'short_circuit'
}
/**
 * The approved template that is sent instead when the 24-hour window is closed.
 */
export interface Fallback {
  /**
   * The exact name of the approved template.
   */
  templateName: string
  /**
   * The language of the approved template.
   */
  language: string
  /**
   * The name of each parameter of the template, with its value.
   */
  parameters?: {
    [k: string]: string
  }
}
/**
 * An id that was offered once, as it was written.
 */
export interface RetiredId {
  /**
   * The id as it was written, with the variables in it.
   */
  id: string
  /**
   * Why it is not offered any more; handlers of replies show it.
   */
  reason: string
  /**
   * The day from which it is not offered any more, as year, month and day.
   */
  date: string
  /**
   * What it was, where the message is no longer of that kind.
   */
  type?: 'button' | 'row'
  /**
   * What the variables in the id were, where the message does not declare them any more: each name with a declaration.
   */
  variables?: {
    [k: string]: Declaration
  }
}
/**
 * The same message in another locale; everything that does not stand here comes from the default file.
 */
export interface VariantFile {
  description?: Description
  message: Message
  fallback?: Fallback
}
