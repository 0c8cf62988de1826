import type { StringFormat } from './declaration.ts'
import type { Format } from './formats.ts'
import type { RulePart } from './rule.ts'
import type { TemplateFallback } from './template-fallback.ts'
import type { TrackSend } from './tracking.ts'
import type { ValueChecks } from './value-checks.ts'

/** Says whether a text matches a pattern: a `RegExp` does, and so does `linearPattern`. */
export interface PatternTest {
  /** The pattern as it is written in the message file. */
  readonly source: string
  test(text: string): boolean
}

/**
 * What stands for behaviour in a message: as it is written, words that tools understand; in generated
 * code, what does it. So an application carries nothing that its messages do not use.
 */
export interface Forms {
  readonly written: {
    readonly pattern: string
    readonly format: StringFormat
    readonly tracking: boolean
    readonly rules: undefined
    readonly values: undefined
    readonly fallback: undefined
  }
  readonly generated: {
    readonly pattern: PatternTest
    readonly format: Format
    readonly tracking: TrackSend
    readonly rules: readonly RulePart[]
    readonly values: readonly ValueChecks[]
    readonly fallback: TemplateFallback
  }
}

/** One of the two. */
export type Form = keyof Forms
