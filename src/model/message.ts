import type { Declarations, Variables } from './declaration.ts'
import type { Form, Forms } from './form.ts'
import type { JsonObject, JsonValue } from './json.ts'
import type { StandIns } from './stand-in.ts'

/** The seven kinds of content; `text` beside an interactive object is that object's body. */
export const contentTypes = [
  'text',
  'attachments',
  'location',
  'listMessage',
  'replyButtonMessage',
  'singleProductMessage',
  'multiProductMessage',
] as const

/** One of the seven kinds of content. */
export type ContentType = (typeof contentTypes)[number]

/** What one locale of a message says: strings may hold template variables. */
export interface MessageBody {
  /** The API's `message` object. */
  readonly message: JsonObject
  /** The approved template for a closed window. */
  readonly fallback?: Fallback
}

/** The approved template that is sent when the 24-hour window is closed. (A `type`, so that it is JSON too.) */
export type Fallback = {
  readonly templateName: string
  readonly language: string
  readonly parameters?: { readonly [name: string]: string }
}

/** A checked message as data: what the generated modules embed and the client reads. */
export interface MessageDefinition<F extends Form = 'written'> {
  /** The path below the messages folder, without ending: `orders/shipped`. */
  readonly name: string
  readonly variables: Declarations<F>
  /** Locale → body. The default locale comes first. */
  readonly bodies: { readonly [locale: string]: MessageBody }
  /** The locales that it lacks and that the config has a chain for. @defaultValue none */
  readonly standIns?: StandIns
  readonly callbackData?: JsonValue
  readonly campaignName?: string
  readonly sender?: string | JsonObject
  readonly order?: JsonObject
  /** Whether every send carries the key of `tracking` in its `callbackData`. */
  readonly tracking?: Forms[F]['tracking']
  /** What judges values of its variables. @defaultValue only texts and flags are judged */
  readonly values?: Forms[F]['values']
  /** The rules for its content; generated code names them. */
  readonly rules?: Forms[F]['rules']
  /** What sends its template, where a body has one. */
  readonly fallback?: Forms[F]['fallback']
}

/** A message as data, with all that generated code brings along. */
export type GeneratedDefinition = MessageDefinition<'generated'> &
  Required<Pick<MessageDefinition<'generated'>, 'rules'>>

/** One set of variables that shows what a message looks like. */
export interface Example {
  readonly name: string
  readonly variables: Variables
}

/** A button or row that is not offered any more, and that customers can still tap. */
export interface RetiredChoice {
  /** As it was written. */
  readonly id: string
  readonly type: 'button' | 'row'
  readonly reason: string
  /** The day from which it is not offered any more: `2026-03-01`. */
  readonly date: string
  /** The variables in the id: name as it is written, `parcel.id` → what it was. */
  readonly variables: Declarations
}

/** A definition together with what people read of it. */
export interface CompiledMessage extends MessageDefinition {
  readonly description?: string
  /** @defaultValue none */
  readonly retired?: readonly RetiredChoice[]
  readonly examples: readonly Example[]
  /** Locale → file, relative to the working directory, with `/`. */
  readonly files: { readonly [locale: string]: string }
}

/** A message with its variables filled in: no templates, no `$each`, no `$if`. (A `type`, so that it is JSON too.) */
export type FilledMessage = {
  readonly message: JsonObject
  readonly fallback?: Fallback
  readonly callbackData?: JsonValue
  readonly campaignName?: string
  readonly sender?: JsonObject
  readonly order?: JsonObject
}

/** The locale of a message whose project names none. */
export const unnamedLocale = 'default'

/** Which content type a `message` object has, if it has exactly one. */
export function contentTypeOf(message: JsonObject): ContentType | undefined {
  const present = contentTypes.filter((type) => type !== 'text' && Object.hasOwn(message, type))
  if (present.length === 1) return present[0]
  return present.length === 0 && Object.hasOwn(message, 'text') ? 'text' : undefined
}
