import type { ObjectBounds } from '../model/bounds.ts'
import { compareText, type NamedFinding } from '../model/diagnostic.ts'
import { isObject, type JsonObject } from '../model/json.ts'
import { indexLimits, type LimitIndex } from '../model/limit-index.ts'
import { measureFilled } from '../model/measure-filled.ts'
import { contentTypes } from '../model/message.ts'
import { remember } from '../model/remember.ts'
import type { Check, RulePart } from '../model/rule.ts'
import { staleCode } from '../model/stale-code.ts'
import { runChecks } from './lint.ts'
import { commonRules } from './rule-parts.ts'

/**
 * Runs the rules of some parts on a finished message, in the shape of a message file: what
 * `judgePayload` says of a message that has no other part.
 * @throws {@link ConnectlyError} for a message with a part whose rules are not there.
 */
export function judgeParts(root: JsonObject, parts: readonly RulePart[]): readonly NamedFinding[] {
  const { checks, limits, keys } = joinParts(parts)
  const bounds = measureFilled(root, limits)
  const found = [bounds.type, ...bounds.objects.flatMap(partsIn)]
  if (isObject(root['message']) && !found.every((key) => keys.has(key))) throw staleCode()
  return runChecks(bounds, checks).findings
}

/** The keys in a mapping that have rules of their own: those of a content, and a file in a header. */
function partsIn({ field, value }: ObjectBounds): readonly string[] {
  if (!field.startsWith('message')) return []
  return ['attachment', ...contentTypes].filter(
    (key) => key !== 'text' && Object.hasOwn(value, key),
  )
}

interface JoinedParts {
  readonly checks: readonly Check[]
  readonly limits: LimitIndex
  readonly keys: ReadonlySet<string>
}

/** Each message has one list of parts, and is judged many times. */
const joinParts = /* @__PURE__ */ remember((parts: readonly RulePart[]): JoinedParts => {
  const all = [commonRules, ...parts]
  const checks = new Set(all.flatMap((part) => part.checks))
  const tables = new Set(all.flatMap((part) => part.limits))
  return {
    checks: [...checks].sort((left, right) => compareText(left.name, right.name)),
    limits: indexLimits([...tables].flatMap((table) => Object.values(table))),
    keys: new Set(all.flatMap((part) => part.keys)),
  }
})
