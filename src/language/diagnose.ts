import type { Diagnostic, NamedFinding, TextFix } from '../model/diagnostic.ts'
import type { Document } from './document.ts'
import { isLocked, type RuleSettings, severityOf } from './severity.ts'

/** What a finding needs to become a diagnostic. */
export interface DiagnoseContext {
  readonly document: Document
  /** The file that declares the variables, where it is another one. */
  readonly declaredIn?: Document
  readonly settings: RuleSettings
}

/** A diagnostic that knows whether anything may silence it. */
export interface LintedDiagnostic extends Diagnostic {
  readonly isLocked: boolean
}

/** Completes a finding with its file, place, severity and edits; nothing where it is turned off. */
export function diagnose(
  finding: NamedFinding,
  context: DiagnoseContext,
): readonly LintedDiagnostic[] {
  const { document, settings } = context
  const severity = severityOf(finding.rule, finding, settings)
  if (severity === 'off') return []
  const fix = finding.fix === undefined ? undefined : resolveFix(finding, context)
  return [
    {
      file: document.source.path,
      rule: finding.rule,
      severity,
      message: finding.message,
      range:
        finding.at === 'key'
          ? document.keyRangeAt(finding.path)
          : document.rangeAt(finding.path, finding.span),
      path: finding.path,
      ...(finding.counterexample === undefined ? {} : { counterexample: finding.counterexample }),
      ...(fix === undefined ? {} : { fixes: [fix] }),
      isLocked: isLocked(finding.rule, finding),
    },
  ]
}

/** A fix belongs to the file that declares the variables when it edits a declaration. */
function resolveFix({ fix }: NamedFinding, context: DiagnoseContext): TextFix | undefined {
  if (fix === undefined) return undefined
  const { document, declaredIn } = context
  const isElsewhere =
    declaredIn !== undefined && fix.edits.some(({ path }) => path[0] === 'variables')
  if (!isElsewhere) return document.resolveFix(fix)
  const resolved = declaredIn.resolveFix(fix)
  if (resolved === undefined) return undefined
  const file = declaredIn.source.path
  return { ...resolved, edits: resolved.edits.map((edit) => ({ ...edit, file })) }
}
