import type { MessageBounds } from '../../model/bounds.ts'
import type { Finding, Severity } from '../../model/diagnostic.ts'

/** What advice for authors may depend on besides the message. */
export interface AuthorContext {
  /** The numbers that the config lists; empty where it lists none. */
  readonly senders: readonly string[]
  /** The names that are declared, rightly or not. */
  readonly variables: readonly string[]
  /** Whether the file is a locale's: declarations and sender then stand in another one. */
  readonly isVariant: boolean
}

/**
 * The part of a rule that gives advice about what is written. No finding of it makes the API refuse
 * a message, so applications do not run it.
 */
export interface AuthorCheck {
  readonly name: string
  /** Where a finding does not carry one (it carries its limit's, if it is about a limit). */
  readonly severity: Severity
  check(message: MessageBounds, context: AuthorContext): Iterable<Finding>
}
