import type { Fault } from './check-string.ts'
import type { ArrayDeclaration } from './declaration.ts'
import { describeValue } from './describe-value.ts'
import type { Form } from './form.ts'
import { hasOwn, isObject, type JsonValue } from './json.ts'
import { caselessJson } from './same-value.ts'
import { formatPath, type Path } from './source.ts'

/** A fault of one item of a list, or of one of its properties. */
export interface RepeatFault extends Fault {
  readonly path: Path
}

/** Finds what stands twice in a list in which no two may be the same. */
export function* faultsOfRepeats(
  { uniqueItems, uniqueBy = [] }: ArrayDeclaration<Form>,
  items: readonly JsonValue[],
  path: Path,
): Generator<RepeatFault> {
  for (const property of uniqueBy) {
    const values = items.map((item) => propertyOf(item, property))
    yield* faultsOfValues(values, { keyword: 'uniqueBy', path, rest: [property] })
  }
  if (uniqueItems === true) {
    yield* faultsOfValues(items, { keyword: 'uniqueItems', path, rest: [] })
  }
}

function propertyOf(item: JsonValue, property: string): JsonValue {
  return isObject(item) && hasOwn(item, property) ? (item[property] as JsonValue) : null
}

function* faultsOfValues(
  values: readonly JsonValue[],
  { keyword, path, rest }: { keyword: string; path: Path; rest: Path },
): Generator<RepeatFault> {
  const seen = new Map<string, number>()
  for (const [index, value] of values.entries()) {
    const key = caselessJson(value)
    const first = seen.get(key)
    seen.set(key, first ?? index)
    if (first === undefined) continue
    const earlier = formatPath([...path, first, ...rest])
    const message = `is ${describeValue(value)} like \`${earlier}\`, and no two may be the same (case does not count): change one of them`
    yield { path: [...path, index, ...rest], keyword, message }
  }
}
