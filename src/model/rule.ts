import type { MessageBounds } from './bounds.ts'
import type { Finding, Severity } from './diagnostic.ts'
import type { Limit } from './limits.ts'
import type { Path } from './source.ts'

/** What a check says of one limit at one place. */
export type Outcome = Finding | Proof

/** No allowed value can break the limit. */
export interface Proof {
  readonly proven: true
  readonly path: Path
}

/**
 * The part of a rule that runs in applications too: it reads bounds, never strings, so that one
 * piece of code proves a limit for all variable values and judges a concrete message.
 */
export interface Check {
  readonly name: string
  /** Where a finding does not carry one (it carries its limit's, if it is about a limit). */
  readonly severity: Severity
  check(message: MessageBounds): Iterable<Outcome>
}

/** The rules for one part of a message: those that look at it, and the limits that they hold it to. */
export interface RulePart {
  /** The keys of a `message` that are the part. */
  readonly keys: readonly string[]
  readonly limits: readonly LimitTable[]
  readonly checks: readonly Check[]
}

/** Limits of one kind of content, by name. */
export interface LimitTable {
  readonly [name: string]: Limit
}
