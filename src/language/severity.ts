import type { Finding, RuleSetting, Severity } from '../model/diagnostic.ts'
import { ruleFacts } from './rules/facts.generated.ts'

/** What a config says of the rules for one file. */
export interface RuleSettings {
  readonly preset: 'recommended' | 'strict'
  /** Rule → setting, overrides for this file already applied. */
  readonly rules: { readonly [rule: string]: RuleSetting }
}

/**
 * The severity of a finding: its limit's row first, then the rule's own. A setting of the config
 * changes it, except where a breach makes the API refuse the message.
 */
export function severityOf(rule: string, finding: Finding, settings: RuleSettings): RuleSetting {
  const own = ownSeverity(rule, finding, settings)
  const setting = Object.hasOwn(settings.rules, rule) ? settings.rules[rule] : undefined
  return setting === undefined || isLocked(rule, finding) ? own : setting
}

/** Whether nothing can turn a finding off or lower it. */
export function isLocked(rule: string, finding: Finding): boolean {
  if (finding.limit !== undefined) return finding.limit.refused
  return finding.severity !== 'warning' && ruleFacts.get(rule)?.isLocked === true
}

function ownSeverity(rule: string, finding: Finding, settings: RuleSettings): Severity {
  const { limit } = finding
  if (settings.preset === 'strict' && limit?.strict !== undefined) return limit.strict
  return finding.severity ?? limit?.severity ?? ruleFacts.get(rule)?.severity ?? 'error'
}
