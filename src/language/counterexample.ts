import type { Condition, Guard, MessageBounds } from '../model/bounds.ts'
import { checkValue, checkVariables } from '../model/check-variables.ts'
import type {
  ArrayDeclaration,
  Declaration,
  Declarations,
  NumberDeclaration,
  StringDeclaration,
} from '../model/declaration.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import { fillMessage } from '../model/fill.ts'
import { isObject, type JsonArray, type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import type { MessageDefinition } from '../model/message.ts'
import { rangeOf } from '../model/number-range.ts'
import { jsonBytesOf } from '../model/shape-of.ts'
import { isInside, type Path } from '../model/source.ts'
import { type Aim, witnessOf } from '../model/witness.ts'
import { lintBounds } from './lint.ts'
import { measureTracked } from './measure-tracked.ts'

/**
 * Finds for findings of one message a complete, legal set of variables with which it really breaks
 * the rule: the message is filled with it and judged before it is shown. What was filled in for
 * one finding is kept for the others. Undefined where none was found.
 */
export function counterexamplesOf(
  definition: MessageDefinition,
  bounds: MessageBounds,
): (finding: NamedFinding) => JsonObject | undefined {
  const variables = affordable(definition)
  if (variables === undefined) return () => undefined
  const candidateFor = candidateMaker(variables)
  const byRecipe = new Map<string, Trial | undefined>()
  const byValue = new Map<string, Trial | undefined>()
  const tryRecipe = (recipe: Recipe, guard: Guard): Trial | undefined => {
    const candidate = candidateFor(recipe, guard)
    if (candidate === undefined) return undefined
    return remember(byValue, JSON.stringify(candidate), () => tryOut(definition, candidate))
  }
  return (finding) => {
    for (const [recipe, guard] of attemptsFor(guardAt(bounds, finding.path))) {
      const name = `${recipes.indexOf(recipe)} ${nameOf(guard)}`
      const trial = remember(byRecipe, name, () => tryRecipe(recipe, guard))
      if (trial?.broken.some((found) => isAlikeFinding(found, finding))) return trial.variables
    }
    return undefined
  }
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.has(key) ? (known.get(key) as T) : make()
  known.set(key, value)
  return value
}

function nameOf(guard: Guard): string {
  return guard.map(({ flag, value, loop }) => `${value} ${flag} ${loop?.source}`).join()
}

/** A set of variables, and what the message breaks with it. */
interface Trial {
  readonly variables: JsonObject
  /** With paths of the message file. */
  readonly broken: readonly NamedFinding[]
}

function tryOut(definition: MessageDefinition, variables: JsonObject): Trial | undefined {
  const { values, problems } = checkVariables(definition.variables, variables)
  const [body] = Object.values(definition.bodies)
  if (problems.length > 0 || body === undefined) return undefined
  const filled = fillMessage(definition, body, values)
  const { findings } = lintBounds(measureTracked(filled.message, definition))
  const broken = findings.map((found) => ({ ...found, path: filled.sourcePath(found.path) }))
  return { variables, broken }
}

function isAlikeFinding(found: NamedFinding, wanted: NamedFinding): boolean {
  return (
    found.rule === wanted.rule &&
    found.limit?.id === wanted.limit?.id &&
    isRelated(found.path, wanted.path)
  )
}

/** A count is reported at the item that passes it, and for a filled message that may be another. */
function isRelated(found: Path, wanted: Path): boolean {
  return isInside(found, wanted.slice(0, -1)) || isInside(wanted, found)
}

/** The conditions under which a place of the message is there. */
function guardAt(bounds: MessageBounds, path: Path): Guard {
  const places = [...bounds.texts, ...bounds.numbers, ...bounds.objects]
  const around = places.filter((place) => isInside(path, place.path))
  return around.toSorted((left, right) => right.path.length - left.path.length)[0]?.guard ?? []
}

/** Tries the place there, then not there for its innermost condition, then flags as they come. */
function* attemptsFor(guard: Guard): Generator<readonly [Recipe, Guard]> {
  const last = guard.at(-1)
  const opposite = last && [...guard.slice(0, -1), { ...last, value: !last.value }]
  for (const given of opposite === undefined ? [guard] : [guard, opposite, []]) {
    for (const recipe of recipes) yield [recipe, given]
  }
}

/** How a candidate is made: which texts, what flags, which end of the numbers, how like its items. */
interface Recipe {
  readonly aim: Aim
  readonly flag: boolean
  readonly end?: 'min' | 'max'
  /** Items are made alike property by property, beginning with the first or the last one. */
  readonly alike?: 'first' | 'last'
  /** Whether texts that keep their blanks begin or end with one. */
  readonly isBlank?: boolean
}

const recipes: readonly Recipe[] = [
  { aim: 'longest', flag: true },
  { aim: 'longest', flag: false },
  { aim: 'shortest', flag: true },
  { aim: 'shortest', flag: false },
  { aim: 'longest', flag: true, alike: 'first' },
  { aim: 'longest', flag: true, alike: 'last' },
  { aim: 'longest', flag: true, isBlank: true },
  { aim: 'longest', flag: true, end: 'max' },
  { aim: 'longest', flag: true, end: 'min' },
]

/** Makes candidates; what takes long is done once for all of them. */
function candidateMaker(
  declarations: Declarations,
): (recipe: Recipe, guard: Guard) => JsonObject | undefined {
  const names = Object.entries(declarations)
  const known = new Map<Aim, readonly (JsonValue | undefined)[]>()
  return (recipe, guard) => {
    const values =
      known.get(recipe.aim) ?? names.map(([, declaration]) => witnessOf(declaration, recipe.aim))
    known.set(recipe.aim, values)
    const candidate: JsonObject = {}
    for (const [index, [name, declaration]] of names.entries()) {
      const value = values[index]
      if (value === undefined) return undefined
      setOwn(candidate, name, adjust(value, declaration, recipe))
    }
    for (const condition of guard) setFlag(candidate, condition)
    return candidate
  }
}

/** A message that would be filled with more than this gets no counterexample. */
const maxFilled = 20_000_000

/** Longer texts and lists than these break nothing that shorter ones do not break. */
const sizes = [
  { text: 40_000, list: 1100 },
  { text: 1100, list: 1100 },
  { text: 1100, list: 40 },
]

/**
 * The declarations without what only makes values large: a text variable that stands in a message
 * often, and may be of any length, would otherwise fill the memory.
 */
function affordable(definition: MessageDefinition): Declarations | undefined {
  const { variables, ...rest } = definition
  const times = JSON.stringify(rest).split('{{').length
  for (const size of sizes) {
    const shortened = shortenAll(variables, size)
    const bytes = Object.values(shortened).map((declaration) => jsonBytesOf(declaration).max)
    if (times * bytes.reduce((sum, each) => sum + each, 0) <= maxFilled) return shortened
  }
  return undefined
}

function shortenAll(
  declarations: Declarations,
  size: { text: number; list: number },
): Declarations {
  const shortened = {}
  for (const [name, declaration] of Object.entries(declarations)) {
    setOwn(shortened, name, shorten(declaration, size))
  }
  return shortened
}

function shorten(declaration: Declaration, size: { text: number; list: number }): Declaration {
  switch (declaration.type) {
    case 'string': {
      const { minLength = 1, maxLength, format, pattern } = declaration
      if (maxLength === undefined || format !== undefined || pattern !== undefined)
        return declaration
      return { ...declaration, maxLength: Math.min(maxLength, Math.max(minLength, size.text)) }
    }
    case 'array': {
      const { minItems = 0, maxItems } = declaration
      // A list in a list is repeated as often as the outer one has items.
      const items = shorten(declaration.items, { ...size, list: Math.min(size.list, 40) })
      return { ...declaration, items, maxItems: Math.min(maxItems, Math.max(minItems, size.list)) }
    }
    case 'object':
      return { ...declaration, properties: shortenAll(declaration.properties, size) }
    default:
      return declaration
  }
}

/** The same value with its booleans set, its numbers at one end, its items alike where they may be. */
function adjust(value: JsonValue, declaration: Declaration, recipe: Recipe): JsonValue {
  switch (declaration.type) {
    case 'boolean':
      return recipe.flag
    case 'integer':
    case 'number':
      return recipe.end === undefined ? value : endOf(declaration, recipe.end)
    case 'string':
      return recipe.isBlank === true ? withBlank(value, declaration) : value
    case 'array': {
      if (!Array.isArray(value)) return value
      const adjusted = value.map((item: JsonValue) => adjust(item, declaration.items, recipe))
      const items = isLegal(declaration, adjusted) ? adjusted : value
      return recipe.alike === undefined ? items : makeAlike(items, declaration, recipe.alike)
    }
    case 'object': {
      if (!isObject(value)) return value
      const copy: JsonObject = {}
      for (const [name, property] of Object.entries(declaration.properties)) {
        setOwn(copy, name, adjust(value[name] ?? null, property, recipe))
      }
      return copy
    }
    default:
      return value
  }
}

/** An open end is tried a thousand beyond nothing: outside of every limit that we know. */
function endOf(declaration: NumberDeclaration, end: 'min' | 'max'): number {
  const value = rangeOf(declaration)[end]
  if (Number.isFinite(value)) return value
  return end === 'max' ? 1000 : -1000
}

function isLegal(declaration: Declaration, value: JsonValue): boolean {
  return checkValue(declaration, value, []).problems.length === 0
}

/** Gives all items of a list the properties of the first one, as far as that is legal. */
function makeAlike(
  items: JsonArray,
  declaration: ArrayDeclaration,
  from: 'first' | 'last',
): JsonArray {
  const [first] = items
  if (first === undefined) return items
  if (!isObject(first)) {
    const copies = items.map(() => first)
    return isLegal(declaration, copies) ? copies : items
  }
  const names = Object.keys(first)
  let list = items
  for (const name of from === 'first' ? names : names.toReversed()) {
    const next = list.map((item) => withProperty(item, name, first[name] ?? null))
    if (isLegal(declaration, next)) list = next
  }
  return list
}

function withProperty(item: JsonValue, name: string, value: JsonValue): JsonValue {
  const copy = {}
  for (const [key, own] of Object.entries(isObject(item) ? item : {})) setOwn(copy, key, own)
  setOwn(copy, name, value)
  return copy
}

/** A legal text that `trim()` would shorten, where there is one near at hand. */
function withBlank(value: JsonValue, declaration: StringDeclaration): JsonValue {
  if (declaration.trim !== false || typeof value !== 'string') return value
  const guesses = [`${value.slice(0, -1)} `, ` ${value.slice(1)}`, ' '.repeat(value.length)]
  const blank = [...(declaration.enum ?? []), ...guesses].find(
    (guess) => guess !== guess.trim() && isLegal(declaration, guess),
  )
  return blank ?? value
}

function setFlag(candidate: JsonObject, { flag, value, loop }: Condition): void {
  const names = flag.split('.')
  if (loop === undefined) {
    setAt(candidate, names, value)
    return
  }
  // An element's flag is set for every element of its list.
  const list = loop.parent === undefined ? at(candidate, loop.source.split('.')) : undefined
  if (!Array.isArray(list)) return
  list.forEach((item: JsonValue) => {
    if (isObject(item)) setAt(item, names.slice(1), value)
  })
}

function at(root: JsonObject, names: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = root
  for (const name of names) value = isObject(value) ? value[name] : undefined
  return value
}

function setAt(root: JsonObject, names: readonly string[], value: boolean): void {
  const parent = at(root, names.slice(0, -1))
  const last = names.at(-1)
  if (isObject(parent) && last !== undefined) setOwn(parent, last, value)
}
