import { isObject, type JsonObject, type JsonValue } from '../../src/model/json.ts'
import { diceOf } from './dice.ts'
import type { Failure } from './proof-run.ts'
import {
  type Disagreement,
  openSubject,
  proveCompiler,
  proveCounterexamples,
  proveExactly,
  proveSound,
} from './prove.ts'
import { proveFixes } from './prove-fixes.ts'

/** Takes parts out of a file while it still shows the same failure. */
export function shrink(failure: Failure): JsonObject {
  let root = failure.root
  const judge = (candidate: JsonObject): boolean => shows(candidate, failure)
  if (!judge(root)) return root
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false
    for (const candidate of smallerObjects(root)) {
      if (!judge(candidate)) continue
      root = candidate
      isSmaller = true
      break
    }
  }
  return root
}

function shows(root: JsonObject, { kind, about, hasFewValues }: Failure): boolean {
  const subject = openSubject(root)
  if (typeof subject === 'string') return kind === 'invalid' && about === 'shape'
  const name = (text: string): string | undefined => text.split(' ')[0]
  const isSame = (other: Disagreement | string): boolean =>
    typeof other === 'object' && other.kind === kind && name(other.about) === name(about)
  return (
    (hasFewValues && [...proveExactly(subject, 2000)].some(isSame)) ||
    [...proveCompiler(subject)].some(isSame) ||
    [...proveCounterexamples(subject)].some(isSame) ||
    [...proveFixes(subject)].some(isSame) ||
    [...proveSound(subject, diceOf(1), 10)].some(isSame)
  )
}

/** The same mapping without one of its parts. */
function* smallerObjects(object: JsonObject): Generator<JsonObject> {
  for (const [key, child] of Object.entries(object)) {
    yield Object.fromEntries(Object.entries(object).filter(([other]) => other !== key))
    for (const less of smaller(child)) yield { ...object, [key]: less }
  }
}

function* smaller(value: JsonValue): Generator<JsonValue> {
  if (isObject(value)) yield* smallerObjects(value)
  if (!Array.isArray(value)) return
  const items: readonly JsonValue[] = value
  for (const [index, item] of items.entries()) {
    if (items.length > 1) yield items.filter((_, other) => other !== index)
    for (const less of smaller(item)) {
      yield items.map((own, other) => (other === index ? less : own))
    }
  }
}
