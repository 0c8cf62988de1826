import type { NamedFinding } from '../model/diagnostic.ts'
import type { FallbackChains } from '../model/stand-in.ts'
import type { Compilation } from './compile.ts'

/** One message with all its files, compiled. */
export interface MessageGroup {
  readonly name: string
  /** The file without a locale tag. */
  readonly base?: Compilation
  readonly variants: readonly LocaleVariant[]
}

/** A file that says a message in another locale. */
export interface LocaleVariant {
  readonly locale: string
  readonly compilation: Compilation
  /** Whether its tag is wrong, which is said of it already. */
  readonly isMisnamed?: true
}

/** A finding that needed more than one file to be seen, in the file that it is about. */
export interface GroupFinding {
  readonly compilation: Compilation
  readonly finding: NamedFinding
}

/** The locales of a project, as far as the compiler needs them. */
export interface ProjectLocales {
  readonly default: string
  readonly all: readonly string[]
  readonly fallback?: FallbackChains
}
