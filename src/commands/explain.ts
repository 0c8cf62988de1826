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
  summary: 'say why a rule exists, or what a code of the API means',
  arguments: [
    { name: '[rule]', description: 'a rule or an ERROR_CODE_…; without one, all rules are listed' },
  ],
  examples: [
    'connectly explain',
    'connectly explain text-too-long',
    'connectly explain ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT',
  ],
  run: runExplain,
}

async function runExplain(
  [name]: readonly string[],
  _options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  if (name?.startsWith('ERROR_CODE_') === true) return explainApiCode(name, io)
  const { findRule, ruleNames, rules } = await import('../language/rules/index.ts')
  const { breakingRules } = await import('../language/breaking/index.ts')
  const { explainRule, listRules } = await import('../emit/explain-rule.ts')
  const shown = { color: io.color, width: Math.min(io.width, 80) }
  if (name === undefined) {
    const changes = 'What `connectly diff` finds in changes:'
    io.out(`${listRules(rules, shown)}\n\n${changes}\n\n${listRules(breakingRules, shown)}\n`)
    return exitCodes.done
  }
  const breaking = breakingRules.find((candidate) => candidate.name === name)
  if (breaking !== undefined) {
    const { explainBreaking } = await import('../emit/explain-breaking.ts')
    io.out(`${explainBreaking(breaking, shown)}\n`)
    return exitCodes.done
  }
  const { explainRowFault, rowFaults } = await import('../emit/explain-row-fault.ts')
  const fault = explainRowFault(name, shown)
  if (fault !== undefined) {
    io.out(`${fault}\n`)
    return exitCodes.done
  }
  const rule = findRule(name)
  if (rule === undefined) {
    const known = [...ruleNames, ...breakingRules.map((one) => one.name), ...rowFaults]
    throw await unknownRule(name, known)
  }
  const { limitsOf } = await import('../language/rule-limits.ts')
  const { evidenceOf } = await import('../model/limit-evidence.ts')
  const limits = limitsOf(name).map((limit) => ({ limit, evidence: evidenceOf(limit) }))
  io.out(`${explainRule(rule, limits, shown)}\n`)
  return exitCodes.done
}

async function explainApiCode(code: string, io: CommandIo): Promise<ExitCode> {
  const { isApiCode, listApiCodes } = await import('../model/api-code.ts')
  const { codeSource, explainCode } = await import('../emit/explain-code.ts')
  if (!isApiCode(code)) {
    const hint = await hintFor(code, listApiCodes())
    throw new UsageError(
      `\`${code}\` is no code that the API documents${hint}\nthe documented ones: ${codeSource}`,
    )
  }
  io.out(`${explainCode(code, { color: io.color, width: Math.min(io.width, 80) })}\n`)
  return exitCodes.done
}

async function unknownRule(name: string, known: readonly string[]): Promise<UsageError> {
  const hint = await hintFor(name, known)
  return new UsageError(
    `there is no rule \`${name}\`${hint}\n\`connectly explain\` lists all rules`,
  )
}

async function hintFor(name: string, known: readonly string[]): Promise<string> {
  const { nearMiss } = await import('../model/near-miss.ts')
  const meant = nearMiss(name, known)
  return meant === undefined ? '' : `: did you mean \`${meant}\`?`
}
