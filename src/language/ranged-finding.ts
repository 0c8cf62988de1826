import type { Severity, TextFix } from '../model/diagnostic.ts'
import type { Path, Range } from '../model/source.ts'

/** A finding that knows its place: a diagnostic without its file. */
export interface RangedFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly range: Range
  readonly path: Path
  readonly fixes?: readonly TextFix[]
}
