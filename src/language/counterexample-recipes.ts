import type { Condition, Guard } from '../model/bounds.ts'
import { checkValue } from '../model/check-variables.ts'
import type {
  ArrayDeclaration,
  Declaration,
  Declarations,
  NumberDeclaration,
} from '../model/declaration.ts'
import { isObject, type JsonArray, type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import { rangeOf } from '../model/number-range.ts'
import { type Aim, witnessOf } from '../model/witness.ts'

/** How a candidate is made: which texts, what flags, which end of the numbers, how like its items. */
export interface Recipe {
  readonly aim: Aim
  readonly flag: boolean
  readonly end?: 'min' | 'max'
  /** Items are made alike property by property, beginning with the first or the last one. */
  readonly alike?: 'first' | 'last'
}

/** The ways to make candidates, the likeliest first. */
export const recipes: readonly Recipe[] = [
  { aim: 'longest', flag: true },
  { aim: 'longest', flag: false },
  { aim: 'shortest', flag: true },
  { aim: 'shortest', flag: false },
  { aim: 'longest', flag: true, alike: 'first' },
  { aim: 'longest', flag: true, alike: 'last' },
  { aim: 'heaviest', flag: false },
  { aim: 'longest', flag: true, end: 'max' },
  { aim: 'longest', flag: true, end: 'min' },
]

/** Makes candidates; what takes long is done once for all of them. */
export function candidateMaker(
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

/** The same value with its booleans set, its numbers at one end, its items alike where they may be. */
function adjust(value: JsonValue, declaration: Declaration, recipe: Recipe): JsonValue {
  switch (declaration.type) {
    case 'boolean':
      return recipe.flag
    case 'integer':
    case 'number':
      return recipe.end === undefined ? value : endOf(declaration, recipe.end)
    case 'array': {
      if (!Array.isArray(value)) return value
      const adjusted = value.map((item: JsonValue) => adjust(item, declaration.items, recipe))
      // Flags are set in the items later, and the value itself is kept for other recipes.
      const items = isLegal(declaration, adjusted) ? adjusted : structuredClone(value)
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
