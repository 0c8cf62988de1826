import { checkValue } from './check-variables.ts'
import type { ArrayDeclaration, Declaration, ObjectDeclaration } from './declaration.ts'
import { mostItems } from './distinct-count.ts'
import { isObject, type JsonValue, setOwn } from './json.ts'
import { jsonBytesOfValue } from './json-bytes.ts'
import { listValues } from './list-values.ts'
import { integerCandidates, realCandidates } from './number-candidates.ts'
import { caselessJson } from './same-value.ts'
import { stringCandidates } from './string-candidates.ts'

/** Which end of what a declaration allows is wanted. */
export type Aim = 'longest' | 'shortest'

/**
 * Finds a legal value whose string form is as long (short) as can be; a list with as many (few)
 * items as can be. Different seeds (0, 1, 2 …) give different values while there are any, each as
 * near to the aim as is left. Undefined where no value was found.
 */
export function witnessOf(
  declaration: Declaration,
  aim: Aim,
  seed: number = 0,
): JsonValue | undefined {
  let first: JsonValue | undefined
  let left = seed
  const search: Search = { aim, left: maxCandidates }
  for (const value of legalValues(declaration, search)) {
    if (left === 0) return value
    first ??= value
    left--
  }
  return first
}

/** What one search is after, and how many more values it may look at. */
interface Search {
  readonly aim: Aim
  left: number
}

/** Lists in lists multiply: the search as a whole is bounded, not each of its loops. */
const maxCandidates = 50_000

/** Yields different legal values, the nearest to the aim first. */
function* legalValues(
  declaration: Declaration,
  search: Search,
  mustVary: readonly string[] = [],
): Generator<JsonValue> {
  const listed = listValues(declaration)
  if (listed !== undefined) {
    yield* sortBySize(listed, search.aim)
    return
  }
  for (const candidate of candidatesOf(declaration, search, mustVary)) {
    if (search.left-- <= 0) return
    if (checkValue(declaration, candidate, []).problems.length === 0) yield candidate
  }
}

function sortBySize(values: readonly JsonValue[], aim: Aim): readonly JsonValue[] {
  const direction = aim === 'longest' ? -1 : 1
  const distinct = new Map(values.map((value) => [caselessJson(value), value]))
  return [...distinct.values()].sort((left, right) => direction * (sizeOf(left) - sizeOf(right)))
}

/** A string counts by its units, as the limits do; anything else by its JSON. */
function sizeOf(value: JsonValue): number {
  return typeof value === 'string' ? value.length : jsonBytesOfValue(value)
}

function candidatesOf(
  declaration: Declaration,
  search: Search,
  mustVary: readonly string[],
): Iterable<JsonValue> {
  const { aim } = search
  switch (declaration.type) {
    case 'string':
      return stringCandidates(declaration, aim)
    case 'integer':
      return integerCandidates(declaration, aim)
    case 'number':
      return realCandidates(declaration, aim)
    case 'boolean':
      return [true, false]
    case 'array':
      return lists(declaration, search)
    case 'object':
      return objects(declaration, search, mustVary)
    default:
      return declaration satisfies never
  }
}

/** No limit of a platform is higher, and longer lists would only fill the memory. */
const enough = 2000

/** Each next list leaves out the first item of the one before. */
function* lists(declaration: ArrayDeclaration, search: Search): Generator<JsonValue> {
  const { minItems = 0, maxItems } = declaration
  const most = Math.min(Math.max(minItems, Math.min(maxItems, enough)), mostItems(declaration))
  const size = search.aim === 'longest' ? most : minItems
  if (size === 0) yield []
  for (let offset = 0; ; offset++) {
    const list = writeList(declaration, search, Math.min(most, Math.max(size, 1)), offset)
    if (list.length === 0 || list.length < minItems) return
    yield list
  }
}

function writeList(
  declaration: ArrayDeclaration,
  search: Search,
  size: number,
  offset: number,
): readonly JsonValue[] {
  const { items, uniqueItems, uniqueBy = [] } = declaration
  const mustDiffer = uniqueItems === true || uniqueBy.length > 0
  const list: JsonValue[] = []
  const taken = new Set<string>()
  let skipped = 0
  for (const value of legalValues(items, search, uniqueBy)) {
    if (list.length === size) break
    const keys = keysOf(value, declaration)
    if (keys.some((key) => taken.has(key)) || skipped++ < offset) continue
    list.push(value)
    // Where items may repeat, only the first one makes the difference between lists.
    if (!mustDiffer) return fill(list, legalValues(items, search), size)
    for (const key of keys) taken.add(key)
  }
  return list
}

function fill(
  list: readonly JsonValue[],
  values: Iterable<JsonValue>,
  size: number,
): readonly JsonValue[] {
  const [best] = values
  if (best === undefined) return list
  return [...list, ...Array.from({ length: size - list.length }, () => best)]
}

/** What no two items of a list may share, written so that it can be compared. */
function keysOf(value: JsonValue, { uniqueItems, uniqueBy = [] }: ArrayDeclaration): string[] {
  const keys = uniqueBy.map((name) => {
    const property = isObject(value) && Object.hasOwn(value, name) ? value[name] : null
    return `${name}:${caselessJson(property as JsonValue)}`
  })
  return uniqueItems === true ? [...keys, caselessJson(value)] : keys
}

/**
 * Goes on in all properties at once. One that has no more values stays at its best one, unless no
 * two objects may share it.
 */
function* objects(
  { properties }: ObjectDeclaration,
  search: Search,
  mustVary: readonly string[],
): Generator<JsonValue> {
  const names = Object.keys(properties)
  const sources = names.flatMap((name) => {
    const property = properties[name]
    return property === undefined ? [] : [legalValues(property, search)]
  })
  const best: JsonValue[] = []
  for (let isFirst = true; ; isFirst = false) {
    const values = sources.map((source) => source.next().value)
    const ended = names.filter((_, index) => values[index] === undefined)
    const isOver = ended.length === names.length || ended.some((name) => mustVary.includes(name))
    if (isFirst ? ended.length > 0 : isOver) return
    const object = {}
    for (const [index, name] of names.entries()) {
      best[index] ??= values[index] ?? null
      setOwn(object, name, values[index] ?? best[index])
    }
    yield object
    if (names.length === 0) return
  }
}
