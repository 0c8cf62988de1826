import type { Fault } from './check-string.ts'
import type { Declaration } from './declaration.ts'
import { describeValue } from './describe-value.ts'
import type { Form } from './form.ts'
import type { JsonValue } from './json.ts'
import { nearMiss } from './near-miss.ts'
import { remember } from './remember.ts'
import { canonicalJson } from './same-value.ts'

/** Finds out whether a value is one of those that `enum` or `const` list. */
export function faultOfChoice(declaration: Declaration<Form>, value: JsonValue): Fault | undefined {
  if (declaration.const === undefined && declaration.enum === undefined) return undefined
  const text = canonicalJson(value)
  if (declaration.const !== undefined && canonicalJson(declaration.const) !== text) {
    return {
      keyword: 'const',
      message: `is ${describeValue(value)}, and only ${canonicalJson(declaration.const)} is allowed`,
    }
  }
  const allowed = declaration.enum && textsOf(declaration.enum)
  if (allowed === undefined || allowed.has(text)) return undefined
  const meant =
    typeof value === 'string' ? nearMiss(value, (declaration.enum ?? []).filter(isText)) : undefined
  const shown = [...allowed].slice(0, maxShownChoices).join(', ')
  const wayOut =
    meant === undefined
      ? `allowed are ${shown}${allowed.size > maxShownChoices ? ', …' : ''}`
      : `did you mean ${JSON.stringify(meant)}`
  return {
    keyword: 'enum',
    message: `is ${describeValue(value)}, which is none of its values: ${wayOut}`,
  }
}

/** Once for a declaration: each of its own values is asked about too. */
const textsOf: (choices: readonly JsonValue[]) => ReadonlySet<string> = /* @__PURE__ */ remember(
  (choices) => new Set(choices.map((choice) => canonicalJson(choice))),
)

/** How many names or values a message lists. */
export const maxShownChoices: number = 8

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
