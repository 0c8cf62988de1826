import type { JsonObject } from './json.ts'
import type { Limit } from './limits.ts'
import type { Path, Range, Span } from './source.ts'

/** How bad a finding is. */
export type Severity = 'error' | 'warning' | 'info'

/** What a config can say about a rule. */
export type RuleSetting = Severity | 'off'

/** One change of a source: the text between two offsets becomes another text. */
export interface TextEdit extends Range {
  readonly text: string
  /** The file, where it is not the diagnostic's own. */
  readonly file?: string
}

/** A way to mend a diagnostic. */
export interface TextFix {
  readonly title: string
  /** Whether it changes neither what a customer reads, nor an id, nor what callers may pass. */
  readonly safe: boolean
  readonly edits: readonly TextEdit[]
}

/** One mistake in one file: plain data that every reporter reads. */
export interface Diagnostic {
  readonly file: string
  readonly rule: string
  readonly severity: Severity
  /** What is wrong with the actual value, what is allowed, the way out. No full stop. */
  readonly message: string
  readonly range: Range
  /** Keys from the root of the file to the value that the diagnostic is about. */
  readonly path: Path
  /** One complete set of variables that breaks the rule. */
  readonly counterexample?: JsonObject
  readonly fixes?: readonly TextFix[]
  /** Whether nothing may silence it, since the API refuses what breaks the rule. */
  readonly isLocked?: boolean
}

/** A value that a fix writes; a mapping is written in braces. */
export type WrittenValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly [key: string]: string | number | readonly string[] }

/**
 * A change by path, made by a rule that knows no offsets. `set` writes a scalar as the value of
 * `key` in the mapping at `path` (adding or replacing it; a short form such as `string(40)` is
 * rewritten), `rename` gives the last key of `path` another name, `remove` takes it out. `wrap` puts
 * the entries of the mapping at `path` under `key`, below an entry `beside` it; `indent` moves some
 * entries of it, each on lines of its own, under the entry above them.
 */
export type PathEdit =
  | {
      readonly type: 'set'
      readonly path: Path
      readonly key: string
      readonly value: WrittenValue
    }
  | { readonly type: 'rename'; readonly path: Path; readonly name: string }
  | { readonly type: 'remove'; readonly path: Path }
  | {
      readonly type: 'wrap'
      readonly path: Path
      readonly key: string
      readonly beside: readonly [key: string, value: string]
      /** How many of the mappings around it are wrapped as well. */
      readonly depth: number
    }
  | { readonly type: 'indent'; readonly path: Path; readonly keys: readonly string[] }

/** A fix before it knows its place in the text. */
export interface Fix {
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly PathEdit[]
}

/** What a rule yields: the linter adds file, range, rule and, where it is not given, severity. */
export interface Finding {
  readonly path: Path
  /** Points at the key instead of the value. */
  readonly at?: 'key' | 'value'
  /** Points at a part of the string at `path`. */
  readonly span?: Span
  readonly message: string
  /** Where the severity comes neither from the limit nor from the rule. */
  readonly severity?: Severity
  /** The limit that is broken: its row gives the severity. */
  readonly limit?: Limit
  /** Whether only some values of the variables break it. */
  readonly isBreakable?: boolean
  /** One complete set of variables that breaks it. */
  readonly counterexample?: JsonObject
  readonly fix?: Fix
}

/** A finding of a step that is no rule of its own: it names the rule that it belongs to. */
export interface NamedFinding extends Finding {
  readonly rule: string
}

/** Orders diagnostics by file, then offset, then rule, then message: same input, same bytes. */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return (
    compareText(left.file, right.file) ||
    left.range.start - right.range.start ||
    compareText(left.rule, right.rule) ||
    left.range.end - right.range.end ||
    compareText(left.message, right.message)
  )
}

/** Compares by UTF-16 unit: the order is the same in every locale. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
