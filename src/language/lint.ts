import type { MessageBounds } from '../model/bounds.ts'
import type { Finding, NamedFinding, Severity } from '../model/diagnostic.ts'
import type { Check } from '../model/rule.ts'
import { checks } from './rules/checks.ts'

/** What all rules say of one message. */
export interface Linted {
  readonly findings: readonly NamedFinding[]
  /** How many checks hold for every allowed value. */
  readonly proven: number
}

/** Runs every rule over the bounds of a message: of a file's, or of a filled one. */
export function lintBounds(bounds: MessageBounds): Linted {
  return runChecks(bounds, checks)
}

/** Runs some rules over the bounds of a message. */
export function runChecks(bounds: MessageBounds, chosen: readonly Check[]): Linted {
  const findings: NamedFinding[] = []
  let proven = 0
  for (const check of chosen) {
    for (const outcome of check.check(bounds)) {
      if ('proven' in outcome) proven++
      else findings.push({ ...outcome, severity: severityOf(check, outcome), rule: check.name })
    }
  }
  return { findings, proven }
}

/** A finding about a limit takes its severity from the limit's row. */
function severityOf(check: Check, { severity, limit }: Finding): Severity {
  return severity ?? limit?.severity ?? check.severity
}
