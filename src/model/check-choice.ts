import type { Fault } from './check-string.ts'
import type { Declaration } from './declaration.ts'
import { describeValue } from './describe-value.ts'
import type { JsonValue } from './json.ts'
import { nearMiss } from './near-miss.ts'
import { canonicalJson } from './same-value.ts'

/** Finds out whether a value is one of those that `enum` or `const` list. */
export function faultOfChoice(declaration: Declaration, value: JsonValue): Fault | undefined {
  if (declaration.const === undefined && declaration.enum === undefined) return undefined
  const text = canonicalJson(value)
  if (declaration.const !== undefined && canonicalJson(declaration.const) !== text) {
    return {
      keyword: 'const',
      message: `is ${describeValue(value)}, and only ${canonicalJson(declaration.const)} is allowed`,
    }
  }
  const allowed = declaration.enum?.map((choice) => canonicalJson(choice))
  if (allowed === undefined || allowed.includes(text)) return undefined
  const meant =
    typeof value === 'string' ? nearMiss(value, (declaration.enum ?? []).filter(isText)) : undefined
  const shown = allowed.slice(0, maxShownChoices).join(', ')
  const wayOut =
    meant === undefined
      ? `allowed are ${shown}${allowed.length > maxShownChoices ? ', …' : ''}`
      : `did you mean ${JSON.stringify(meant)}`
  return {
    keyword: 'enum',
    message: `is ${describeValue(value)}, which is none of its values: ${wayOut}`,
  }
}

/** How many names or values a message lists. */
export const maxShownChoices: number = 8

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
