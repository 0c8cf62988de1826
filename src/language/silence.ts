import type { Diagnostic } from '../model/diagnostic.ts'
import type { LintedDiagnostic } from './diagnose.ts'
import type { Document } from './document.ts'
import type { RuleSettings } from './severity.ts'

export function silence(
  _document: Document,
  diagnostics: readonly LintedDiagnostic[],
  _settings: RuleSettings,
): readonly Diagnostic[] {
  return diagnostics.map(({ isLocked: _, ...diagnostic }) => diagnostic)
}
