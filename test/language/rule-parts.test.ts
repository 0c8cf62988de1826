import { describe, expect, it } from 'vitest'
import { rulePartNames } from '../../src/emit/rule-part-names.ts'
import { limitsOf } from '../../src/language/rule-limits.ts'
import * as parts from '../../src/language/rule-parts.ts'
import { checks } from '../../src/language/rules/checks.ts'
import type { Limit } from '../../src/model/limits.ts'
import type { RulePart } from '../../src/model/rule.ts'

const { commonRules, templateRules } = parts
const byName = new Map<string, RulePart>(Object.entries(parts))

/** The parts of a message with some field, as its generated code names them. */
function partsFor(field: string): readonly RulePart[] {
  if (field.startsWith('fallback.')) return [commonRules, templateRules]
  const [path = '', kind = 'text'] = field.split('@')
  const keys = [...path.split('.').map((key) => key.replace(/\[.*/, '')), kind]
  const named = rulePartNames(keys.map((key) => ({ [key]: {} })))
  return [commonRules, ...named.flatMap((name) => byName.get(name) ?? [])]
}

function isHeld(field: string, limit: Limit, rule: string): boolean {
  const own = partsFor(field)
  const rows = own.flatMap((part) => part.limits.flatMap((table) => Object.values(table)))
  return rows.includes(limit) && own.some((part) => part.checks.some(({ name }) => name === rule))
}

describe('the parts of the rules', () => {
  it.each(checks.map(({ name }) => name))('hold what they can to %s', (rule) => {
    const held = limitsOf(rule).flatMap((limit) => limit.fields.map((field) => ({ limit, field })))
    const lost = held
      .filter(({ field, limit }) => !isHeld(field, limit, rule))
      .map(({ field, limit }) => `${limit.id} ${field}`)
    // Parameters are texts: that rule finds no number among them.
    const none = rule === 'number-out-of-range' ? [expect.stringContaining('parameters.body_')] : []
    expect(lost).toEqual(none)
  })

  it('are all of them named by generated code', () => {
    const keys = Object.values<RulePart>(parts).flatMap((part) => part.keys)
    const named = rulePartNames(keys.map((key) => ({ [key]: {} })))
    expect([...named, 'commonRules', 'templateRules'].toSorted()).toEqual(
      [...byName.keys()].toSorted(),
    )
  })
})
