import type { Diagnostic } from '../model/diagnostic.ts'
import type { LintedDiagnostic } from './diagnose.ts'
import type { Document } from './document.ts'
import type { RangedFinding } from './ranged-finding.ts'
import { ruleFacts } from './rules/facts.generated.ts'
import { type RuleSettings, severityOf } from './severity.ts'
import { applySuppressions, readSuppressions } from './suppressions.ts'

const ruleNames: ReadonlySet<string> = new Set(ruleFacts.keys())

/** How the diagnostics of a file are told. */
export interface SilenceOptions {
  readonly settings: RuleSettings
  /** More than these of one file help nobody: the rest is counted. @defaultValue 100 */
  readonly maxDiagnostics?: number
}

/** Leaves out what comments of the file suppress, and says which comments are wrong or idle. */
export function silence(
  document: Document,
  diagnostics: readonly LintedDiagnostic[],
  { settings, maxDiagnostics = 100 }: SilenceOptions,
): readonly Diagnostic[] {
  const read = readSuppressions(document, ruleNames)
  const applied = applySuppressions(distinct(diagnostics), read.suppressions, {
    document,
    isLocked: (diagnostic) => diagnostic.isLocked,
  })
  const left = applied.diagnostics.map(({ isLocked, ...diagnostic }): Diagnostic => {
    return isLocked ? { ...diagnostic, isLocked } : diagnostic
  })
  const own = [...read.findings, ...applied.findings].flatMap((finding) =>
    complete(finding, document, settings),
  )
  return limit([...left, ...own], maxDiagnostics)
}

/** What stands in the text once is one mistake, however many aliases lead to it. */
function distinct(diagnostics: readonly LintedDiagnostic[]): readonly LintedDiagnostic[] {
  const byPlace = new Map<string, LintedDiagnostic>()
  for (const diagnostic of diagnostics) {
    const { rule, range, message } = diagnostic
    const place = `${range.start} ${range.end} ${rule} ${message}`
    if (!byPlace.has(place)) byPlace.set(place, diagnostic)
  }
  return byPlace.size === diagnostics.length ? diagnostics : [...byPlace.values()]
}

function complete(
  { rule, severity, message, range, path, fixes }: RangedFinding,
  document: Document,
  settings: RuleSettings,
): readonly Diagnostic[] {
  const decided = severityOf(rule, { path, message, severity }, settings)
  if (decided === 'off') return []
  const file = document.source.path
  return [{ file, rule, severity: decided, message, range, path, ...(fixes ? { fixes } : {}) }]
}

/** Errors come before warnings where not everything is shown. */
function limit(diagnostics: readonly Diagnostic[], maxDiagnostics: number): readonly Diagnostic[] {
  if (diagnostics.length <= maxDiagnostics) return diagnostics
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const others = diagnostics.filter(({ severity }) => severity !== 'error')
  const shown = [...errors, ...others].slice(0, maxDiagnostics)
  const last = shown.at(-1)
  if (last === undefined) return shown
  const more = diagnostics.length - maxDiagnostics
  return [
    ...shown.slice(0, -1),
    { ...last, message: `${last.message} (and ${more} more in this file)` },
  ]
}
