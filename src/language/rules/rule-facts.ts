import type { Severity } from '../../model/diagnostic.ts'

/** What the linter itself asks of a rule: its documentation is not loaded for that. */
export interface RuleFacts {
  readonly severity: Severity
  readonly isLocked: boolean
}
