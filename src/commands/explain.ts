import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  UsageError,
} from './command.ts'

/** `connectly explain`. */
export const explain: Command = {
  name: 'explain',
  summary: 'say why a rule exists, with a good and a bad example',
  arguments: [{ name: '[rule]', description: 'a rule; without one, all of them are listed' }],
  examples: ['connectly explain', 'connectly explain text-too-long'],
  run: runExplain,
}

async function runExplain(
  [name]: readonly string[],
  _options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  const { findRule, ruleNames, rules } = await import('../language/rules/index.ts')
  const { explainRule, listRules } = await import('../emit/explain-rule.ts')
  const shown = { color: io.color, width: Math.min(io.width, 80) }
  if (name === undefined) {
    io.out(`${listRules(rules, shown)}\n`)
    return exitCodes.done
  }
  const rule = findRule(name)
  if (rule === undefined) throw await unknownRule(name, [...ruleNames])
  const { limitsOf } = await import('../language/rule-limits.ts')
  const { evidenceOf } = await import('../model/limit-evidence.ts')
  const limits = limitsOf(name).map((limit) => ({ limit, evidence: evidenceOf(limit) }))
  io.out(`${explainRule(rule, limits, shown)}\n`)
  return exitCodes.done
}

async function unknownRule(name: string, known: readonly string[]): Promise<UsageError> {
  const { nearMiss } = await import('../model/near-miss.ts')
  const meant = nearMiss(name, known)
  const hint = meant === undefined ? '' : `: did you mean \`${meant}\`?`
  return new UsageError(
    `there is no rule \`${name}\`${hint}\n\`connectly explain\` lists all rules`,
  )
}
