import type { AnyPattern, Declaration } from './declaration.ts'
import type { JsonValue } from './json.ts'

/** What customers can tap in the messages of a project, as data: what the generated module embeds. */
export interface ReplyTable<Pattern extends AnyPattern = string> {
  /** Whether every send carries the key of `tracking`. */
  readonly tracking?: boolean
  /** Message name → what can be tapped in it; messages without choices stand here too. */
  readonly messages: { readonly [name: string]: MessageReplies<Pattern> }
}

/** What comes back when a customer taps something in one message. */
export interface MessageReplies<Pattern extends AnyPattern = string> {
  readonly choices?: readonly ChoiceDefinition<Pattern>[]
  /** `callbackData` as it is written, without the key of `tracking`. */
  readonly callbackData?: JsonValue
  /** The variables in `callbackData`. */
  readonly variables?: VariableDeclarations<Pattern>
}

/** A button or a list row. */
export interface ChoiceDefinition<Pattern extends AnyPattern = string> {
  readonly type: 'button' | 'row'
  /** As it is written, the same in all locales: `all`, `parcel:{{ parcel.id }}`. */
  readonly id: string
  /** The variables in the id. */
  readonly variables?: VariableDeclarations<Pattern>
  /** What it says in the locales of the message, where that and the id hold no variable. */
  readonly labels?: readonly string[]
  /** Whether a tap can look like one on another choice; absent where it cannot. */
  readonly overlap?: Overlap
}

/**
 * `always`: another message has the very same id, and nothing tells the two apart; `sometimes`:
 * some ids fit another choice too, or this one in two ways.
 */
export type Overlap = 'always' | 'sometimes'

/** Name as it is written, `parcel.id` → what it may be: one declaration, or one of several. */
export interface VariableDeclarations<Pattern extends AnyPattern = string> {
  readonly [name: string]: Declaration<Pattern> | readonly Declaration<Pattern>[]
}
