import type { Severity } from '../../model/diagnostic.ts'
import type { Path } from '../../model/source.ts'
import type { ProjectLocales } from '../message-group.ts'
import type { ProjectPair } from './project-pair.ts'

/** Whom a change breaks: code that sends or reads replies, messages on phones, what was proven. */
export type Audience = 'callers' | 'conversations' | 'limits'

/** What a change breaks, before it is completed with rule, severity and place. */
export interface Break {
  /** The message, by its name. */
  readonly message: string
  /** Only where it is about one locale. */
  readonly locale?: string
  /** Keys in the message file as it is now; in the file as it was, for what is gone. */
  readonly path?: Path
  /** What is different, and what to do. No full stop. */
  readonly text: string
  /** Where it is milder than the rule. */
  readonly severity?: Severity
}

/** A rule about two states of a project; its examples are its tests. */
export interface BreakingRule {
  readonly name: string
  /** One sentence that names the change. */
  readonly summary: string
  /** Whom it hurts, and how it is done without hurting. */
  readonly why: string
  readonly severity: Severity
  readonly breaks: readonly Audience[]
  readonly examples: readonly BreakingExample[]
  compare(pair: ProjectPair): Iterable<Break>
}

/** Two states of some files, and what the rule says of them. */
export interface BreakingExample {
  readonly title: string
  /** Path below the folder where names begin → text. */
  readonly before: { readonly [path: string]: string }
  readonly after: { readonly [path: string]: string }
  /** What the config lists. @defaultValue nothing in both */
  readonly locales?: { readonly before?: ProjectLocales; readonly after?: ProjectLocales }
  /** Whether the config turns `tracking` on. @defaultValue off in both */
  readonly tracking?: { readonly before: boolean; readonly after: boolean }
  /** `message: text`, in order; empty for a good example. Only this rule's. */
  readonly reports: readonly string[]
}
