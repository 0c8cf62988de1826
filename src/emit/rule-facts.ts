import type { Rule } from '../language/rules/rule.ts'

/** Writes the module of what the linter itself asks of a rule. */
export function generateRuleFacts(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ name, severity, isLocked }) =>
      `  ['${name}', { severity: '${severity}', isLocked: ${isLocked} }],`,
  )
  return `// Generated from the rules: run \`npm run fix\` to renew it, do not edit.
import type { RuleFacts } from './rule-facts.ts'

export const ruleFacts: ReadonlyMap<string, RuleFacts> = new Map<string, RuleFacts>([
${rows.join('\n')}
])
`
}
