import type { Declaration } from './declaration.ts'
import type { Form } from './form.ts'
import type { JsonValue } from './json.ts'

/** What customers can tap in the messages of a project, as data: what the generated module embeds. */
export interface ReplyTable<F extends Form = 'written'> {
  /** Whether every send carries the key of `tracking`. */
  readonly tracking?: boolean
  /** Message name → what can be tapped in it; messages without choices stand here too. */
  readonly messages: { readonly [name: string]: MessageReplies<F> }
}

/** What comes back when a customer taps something in one message. */
export interface MessageReplies<F extends Form = 'written'> {
  readonly choices?: readonly ChoiceDefinition<F>[]
  /** `callbackData` as it is written, without the key of `tracking`. */
  readonly callbackData?: JsonValue
  /** The variables in `callbackData`. */
  readonly variables?: VariableDeclarations<F>
}

/** A button or a list row. */
export interface ChoiceDefinition<F extends Form = 'written'> {
  readonly type: 'button' | 'row'
  /** As it is written, the same in all locales: `all`, `parcel:{{ parcel.id }}`. */
  readonly id: string
  /** The variables in the id. */
  readonly variables?: VariableDeclarations<F>
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
export interface VariableDeclarations<F extends Form = 'written'> {
  readonly [name: string]: Declaration<F> | readonly Declaration<F>[]
}
