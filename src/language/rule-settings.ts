import type { RuleSetting } from '../model/diagnostic.ts'
import { nearMiss } from '../model/near-miss.ts'
import { limitsOf } from './rule-limits.ts'
import { breakingRuleNames, ruleFacts } from './rules/facts.generated.ts'

/** Why a rule cannot be set as somebody wants it. */
export interface SettingProblem {
  readonly rule: string
  readonly message: string
}

/** Finds rules that do not exist, and those that nothing may turn off or lower. */
export function checkRuleSettings(rules: {
  readonly [rule: string]: RuleSetting
}): readonly SettingProblem[] {
  return Object.entries(rules).flatMap(([name, setting]) => {
    const message = problemOf(name, setting)
    return message === undefined ? [] : [{ rule: name, message }]
  })
}

function problemOf(name: string, setting: RuleSetting): string | undefined {
  if (breakingRuleNames.has(name)) return undefined
  const rule = ruleFacts.get(name)
  if (rule === undefined) {
    const meant = nearMiss(name, [...ruleFacts.keys(), ...breakingRuleNames])
    return `there is no rule \`${name}\`${meant === undefined ? '' : `: did you mean \`${meant}\`?`}`
  }
  if (!rule.isLocked || setting === 'error') return undefined
  if (!isWhollyLocked(name, rule.isLocked)) {
    return `\`${name}\` cannot be turned off or lowered as a whole, since the API refuses some of what it finds: suppress a single warning with \`# connectly-disable-next-line ${name} -- reason\``
  }
  return `\`${name}\` cannot be turned off or lowered: a message that breaks it is not accepted by the API`
}

/** Whether every finding of a rule means a refused message: some read limits that only advise. */
function isWhollyLocked(name: string, isLocked: boolean): boolean {
  return isLocked && limitsOf(name).every((limit) => limit.refused)
}
