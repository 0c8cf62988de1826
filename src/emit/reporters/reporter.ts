import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Source } from '../../model/source.ts'

/** The name of an output format. */
export type Format =
  | 'pretty'
  | 'json'
  | 'github'
  | 'sarif'
  | 'junit'
  | 'gitlab'
  | 'rdjson'
  | 'markdown'

/** Every {@link Format}, in the order of the help. */
export const formats: readonly Format[] = [
  'pretty',
  'json',
  'github',
  'sarif',
  'junit',
  'gitlab',
  'rdjson',
  'markdown',
]

/** What a run of the linter found. */
export interface Report {
  /** Ordered by file, offset and rule. */
  readonly diagnostics: readonly Diagnostic[]
  /** How many files were read. */
  readonly files: number
  /** How many checks hold for every allowed value. */
  readonly proven: number
  /** How many warnings are left out because only errors were asked for. */
  readonly hidden?: number
  /** How many findings are left out because a baseline holds them. */
  readonly baselined?: number
  /** Which fixes were applied before: what is left of them mends nothing, or breaks something. */
  readonly applied?: 'safe' | 'all'
  /** The text of every file, by its path. */
  readonly sources: ReadonlyMap<string, Source>
}

/** How a report is shown. */
export interface ReportContext {
  readonly color: boolean
  /** Columns of the terminal. @defaultValue 80 */
  readonly width?: number
  /** What services call a file that the working directory calls so. @defaultValue the same */
  readonly fromRoot?: (file: string) => string
}

/** Turns a report into text; the command prints it. */
export type Reporter = (report: Report, context: ReportContext) => string

/** How many findings of a severity there are. */
export function countSeverity(
  diagnostics: readonly Diagnostic[],
  severity: Diagnostic['severity'],
): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
}
