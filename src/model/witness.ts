import { checkValue } from './check-variables.ts'
import type { ArrayDeclaration, Declaration, ObjectDeclaration } from './declaration.ts'
import { itemsOf } from './distinct-count.ts'
import { isObject, type JsonValue, setOwn } from './json.ts'
import { jsonBytesOfValue } from './json-bytes.ts'
import { listValues } from './list-values.ts'
import { integerCandidates, realCandidates } from './number-candidates.ts'
import { caselessJson } from './same-value.ts'
import { stringCandidates } from './string-candidates.ts'

/** Which end of what a declaration allows is wanted; the heaviest takes the most bytes as JSON. */
export type Aim = 'longest' | 'shortest' | 'heaviest'

/** What a value must have in it: itself, or by name and index; `each` is for every item of a list. */
export interface Pins {
  readonly value?: JsonValue
  readonly at?: ReadonlyMap<string | number, Pins>
  readonly each?: Pins
}

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

/** Finds a legal value that has in it what is pinned, the rest as near to the aim as can be. */
export function witnessWith(
  declaration: Declaration,
  aim: Aim,
  pins: Pins | undefined,
): JsonValue | undefined {
  return legalValues(declaration, { aim, left: maxCandidates }, [], pins).next().value
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
  pins: Pins = {},
): Generator<JsonValue, undefined> {
  const listed = pins.value === undefined ? listValues(declaration) : undefined
  if (listed !== undefined) {
    yield* sortBySize(listed, search.aim)
    return
  }
  for (const candidate of candidatesOf(declaration, search, mustVary, pins)) {
    if (search.left-- <= 0) return
    if (checkValue(declaration, candidate, []).problems.length === 0) yield candidate
  }
}

function sortBySize(values: readonly JsonValue[], aim: Aim): readonly JsonValue[] {
  const direction = aim === 'shortest' ? 1 : -1
  const distinct = new Map(values.map((value) => [caselessJson(value), value]))
  const size = aim === 'heaviest' ? jsonBytesOfValue : sizeOf
  return [...distinct.values()].sort((left, right) => direction * (size(left) - size(right)))
}

/** A string counts by its units, as the limits do; anything else by its JSON. */
function sizeOf(value: JsonValue): number {
  return typeof value === 'string' ? value.length : jsonBytesOfValue(value)
}

function candidatesOf(
  declaration: Declaration,
  search: Search,
  mustVary: readonly string[],
  pins: Pins,
): Iterable<JsonValue> {
  if (pins.value !== undefined) return [pins.value]
  const { aim } = search
  switch (declaration.type) {
    case 'string':
      return stringCandidates(declaration, aim)
    case 'integer':
      return integerCandidates(declaration, aim === 'shortest' ? aim : 'longest')
    case 'number':
      return realCandidates(declaration, aim === 'shortest' ? aim : 'longest')
    case 'boolean':
      return [true, false]
    case 'array':
      return lists(declaration, search, pins)
    case 'object':
      return objects(declaration, search, mustVary, pins)
    default:
      return declaration satisfies never
  }
}

/** No limit of a platform is higher, and longer lists would only fill the memory. */
const enough = 2000

/** Each next list leaves out the first item of the one before; pinned items stay in front. */
function* lists(declaration: ArrayDeclaration, search: Search, pins: Pins): Generator<JsonValue> {
  const { minItems = 0 } = declaration
  const most = Math.min(Math.max(minItems, enough), itemsOf(declaration).max)
  const pinned = Math.max(0, ...[...(pins.at?.keys() ?? [])].map((index) => Number(index) + 1))
  const size = search.aim === 'shortest' ? Math.max(minItems, pinned) : most
  if (pinned > most) return
  if (size === 0) yield []
  for (let offset = 0; ; offset++) {
    const writing: Writing = { declaration, search, pins, pinned, list: [], taken: new Set() }
    const list = writeList(writing, Math.min(most, Math.max(size, 1)), offset)
    if (list.length === 0 || list.length < minItems) return
    yield list
  }
}

/** A list that is being written, and what its items may not share with those to come. */
interface Writing {
  readonly declaration: ArrayDeclaration
  readonly search: Search
  readonly pins: Pins
  /** So many items in front have something pinned. */
  readonly pinned: number
  readonly list: JsonValue[]
  readonly taken: Set<string>
}

function writeList(writing: Writing, size: number, offset: number): readonly JsonValue[] {
  const { declaration, search, pins, list, taken } = writing
  const { items, uniqueItems, uniqueBy = [] } = declaration
  const mustDiffer = uniqueItems === true || uniqueBy.length > 0
  if (!writePinned(writing, size === writing.pinned ? offset : 0)) return []
  let skipped = 0
  for (const value of legalValues(items, search, uniqueBy, pins.each)) {
    if (list.length === size) break
    const keys = keysOf(value, declaration)
    if (keys.some((key) => taken.has(key)) || skipped++ < offset) continue
    list.push(value)
    // Where items may repeat, only the first one makes the difference between lists.
    if (!mustDiffer) return fill(list, legalValues(items, search, [], pins.each), size)
    for (const key of keys) taken.add(key)
  }
  return list
}

/**
 * Writes the items that have something pinned, the last of them after `offset` others that it could
 * be; tells whether there is one for each place.
 */
function writePinned(
  { declaration, search, pins, pinned, list, taken }: Writing,
  offset: number,
): boolean {
  const { items, uniqueBy = [] } = declaration
  for (let index = 0; index < pinned; index++) {
    const own = joinPins(pins.each, pins.at?.get(index))
    const mustVary = uniqueBy.filter((name) => own.at?.has(name) !== true)
    let skips = index === pinned - 1 ? offset : 0
    let left = maxPinnedTries
    for (const value of legalValues(items, search, mustVary, own)) {
      const keys = keysOf(value, declaration)
      // What collides in a pinned property will collide with every other value too.
      const isHopeless = uniqueBy.some(
        (name, key) => own.at?.has(name) === true && taken.has(keys[key] ?? ''),
      )
      if (left-- === 0 || isHopeless) break
      if (keys.some((key) => taken.has(key)) || skips-- > 0) continue
      list.push(value)
      for (const key of keys) taken.add(key)
      break
    }
    if (list.length <= index) return false
  }
  return true
}

/** Where the other items take so many values away, no other value will be free. */
const maxPinnedTries = 2000

/** What is said of one item goes before what is said of each. */
function joinPins(each: Pins | undefined, own: Pins | undefined): Pins {
  if (each === undefined || own === undefined) return own ?? each ?? {}
  if (own.value !== undefined) return own
  const at = new Map(each.at ?? [])
  for (const [name, pins] of own.at ?? []) at.set(name, joinPins(at.get(name), pins))
  const inner = each.each ?? own.each
  return { ...each, at, ...(inner === undefined ? {} : { each: inner }) }
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

/** First all properties go on at once, then one after the other. */
function* objects(
  declaration: ObjectDeclaration,
  search: Search,
  mustVary: readonly string[],
  pins: Pins,
): Generator<JsonValue> {
  const seen: JsonValue[][] = []
  yield* objectsAtOnce(declaration, search, mustVary, pins, seen)
  if (mustVary.length > 0) return
  const names = Object.keys(declaration.properties)
  const total = seen.reduce((product, values) => product * values.length, 1)
  for (let number = 1; number < total; number++) {
    const object = {}
    let rest = number
    for (const [index, name] of names.entries()) {
      const values = seen[index] ?? []
      setOwn(object, name, values[rest % values.length] ?? null)
      rest = Math.floor(rest / values.length)
    }
    yield object
  }
}

/**
 * Goes on in all properties at once. One that has no more values stays at its best one, unless no
 * two objects may share it. What it was is noted in `seen`.
 */
function* objectsAtOnce(
  { properties }: ObjectDeclaration,
  search: Search,
  mustVary: readonly string[],
  pins: Pins,
  seen: JsonValue[][],
): Generator<JsonValue> {
  const names = Object.keys(properties)
  const sources = names.flatMap((name) => {
    const property = properties[name]
    return property === undefined ? [] : [legalValues(property, search, [], pins.at?.get(name))]
  })
  const best: JsonValue[] = []
  for (let isFirst = true; ; isFirst = false) {
    const values = sources.map((source) => source.next().value)
    const ended = names.filter((_, index) => values[index] === undefined)
    const isOver = ended.length === names.length || ended.some((name) => mustVary.includes(name))
    if (isFirst ? ended.length > 0 : isOver) return
    const object = {}
    for (const [index, name] of names.entries()) {
      const value = values[index]
      best[index] ??= value ?? null
      seen[index] ??= []
      if (value !== undefined) seen[index].push(value)
      setOwn(object, name, values[index] ?? best[index])
    }
    yield object
    if (names.length === 0) return
  }
}
