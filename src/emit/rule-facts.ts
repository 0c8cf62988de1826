import type { BreakingRule } from '../language/breaking/breaking-rule.ts'
import type { Rule } from '../language/rules/rule.ts'

/** Writes the module of what the linter itself asks of a rule, and of the names that a config may set besides. */
export function generateRuleFacts(
  rules: readonly Rule[],
  breaking: readonly BreakingRule[],
): string {
  const names = breaking.map(({ name }) => `  '${name}',`)
  const rows = rules.map(
    ({ name, severity, isLocked }) =>
      `  ['${name}', { severity: '${severity}', isLocked: ${isLocked} }],`,
  )
  return `// Generated from the rules: run \`npm run fix\` to renew it, do not edit.
import type { RuleFacts } from './rule-facts.ts'

export const ruleFacts: ReadonlyMap<string, RuleFacts> = new Map<string, RuleFacts>([
${rows.join('\n')}
])

export const breakingRuleNames: ReadonlySet<string> = new Set([
${names.join('\n')}
])
`
}
