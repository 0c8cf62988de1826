import type { Severity } from '../../model/diagnostic.ts'
import type { ProjectLocales } from '../message-group.ts'

/** What people can read about a rule; its examples are its tests. Not part of the client. */
export interface Rule {
  readonly name: string
  /** One sentence that names the fault. */
  readonly summary: string
  /** What happens when it is left as it is. */
  readonly why: string
  /** The severity where no limit's row decides. */
  readonly severity: Severity
  /** Whether a breach makes the API refuse the message: then nothing can turn the rule off. */
  readonly isLocked: boolean
  /** Where the fact comes from, for facts that no limit's row holds. */
  readonly source?: string
  readonly examples: readonly RuleExample[]
}

/** A message file, or a config (`connectly.config.yaml`), and what the rule says of it. */
export interface RuleExample {
  readonly title: string
  readonly yaml: string
  /** How the text is saved. @defaultValue `'utf8'` */
  readonly encoding?: 'utf8' | 'latin1'
  /**
   * Where the file stands, with `/` and below the folder where names begin, for rules about names
   * and locales. @defaultValue `'example.yaml'`
   */
  readonly path?: string
  /** The files beside it: path → text. */
  readonly files?: { readonly [path: string]: string }
  /** The locales of the config; no config says anything of them where they are absent. */
  readonly locales?: ProjectLocales
  /** The senders that the config lists; none where they are absent. */
  readonly senders?: readonly string[]
  /** Whether the config turns `tracking` on. @defaultValue false */
  readonly tracking?: boolean
  /** `line:column message`, in order; empty for a good example. Only this rule's diagnostics. */
  readonly reports: readonly string[]
}
