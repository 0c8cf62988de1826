import { checkValue } from '../../../src/model/check-variables.ts'
import type {
  ArrayDeclaration,
  Declaration,
  Declarations,
  Variables,
} from '../../../src/model/declaration.ts'
import { isObject, type JsonObject, type JsonValue, setOwn } from '../../../src/model/json.ts'
import { canonicalJson } from '../../../src/model/same-value.ts'
import { type Dice, legalValue } from '../../helpers/legal-values.ts'
import { tryValues } from './declaration-pool.ts'

const variations = 12
const manyParts = 40

/** Sets of variables that a declaration accepts: each value that may be tried, and some by chance. */
export function callsOf(declarations: Declarations, roll: Dice): readonly Variables[] {
  const values = new Map(
    Object.entries(declarations).map(([name, one]) => [name, valuesOf(one, roll)]),
  )
  const base = choose(values, () => 0)
  if (base === undefined) return []
  const calls: Variables[] = [base]
  for (const [name, list] of values) {
    for (const value of list) calls.push({ ...base, [name]: value })
  }
  for (let round = 0; round < variations; round++) calls.push(choose(values, roll) ?? base)
  const isOptional = (name: string): boolean => declarations[name]?.default !== undefined
  const least = Object.entries(base).filter(([name]) => !isOptional(name))
  calls.push(Object.fromEntries(least))
  return calls
}

function choose(
  values: ReadonlyMap<string, readonly JsonValue[]>,
  roll: Dice,
): Variables | undefined {
  const chosen: JsonObject = {}
  for (const [name, list] of values) {
    const value = list[roll(list.length)]
    if (value === undefined) return undefined
    setOwn(chosen, name, value)
  }
  return chosen
}

const known = new Map<string, readonly JsonValue[]>()

/** The values that may be passed: what types forbid is left out, since no caller compiles with it. */
function valuesOf(declaration: Declaration, roll: Dice): readonly JsonValue[] {
  if (declaration.type === 'array' || declaration.type === 'object') {
    const made = Array.from({ length: manyParts }, () => withTriedParts(declaration, roll))
    return made.flatMap((value) =>
      value !== undefined && isLegal(declaration, value) ? [value] : [],
    )
  }
  const random = Array.from({ length: 6 }, () => legalValue(declaration, roll))
  const listed = declaration.const === undefined ? declaration.enum : [declaration.const]
  if (listed !== undefined) return listed.filter((value) => isLegal(declaration, value))
  return [
    ...triedOn(declaration),
    ...random.flatMap((value) => (value === undefined ? [] : [value])),
  ]
}

function triedOn(declaration: Declaration): readonly JsonValue[] {
  const key = canonicalJson(JSON.parse(JSON.stringify(declaration)))
  const found = known.get(key) ?? tryValues.filter((value) => isLegal(declaration, value))
  known.set(key, found)
  return found
}

function isLegal(declaration: Declaration, value: JsonValue): boolean {
  return checkValue(declaration, value, []).problems.length === 0
}

function withTriedParts(declaration: Declaration, roll: Dice): JsonValue | undefined {
  if (declaration.type === 'array') {
    return withTriedItems(declaration, roll)
  }
  if (declaration.type === 'object') {
    const made: JsonObject = {}
    for (const [name, property] of Object.entries(declaration.properties)) {
      const value = withTriedParts(property, roll)
      if (value === undefined) return undefined
      setOwn(made, name, value)
    }
    return made
  }
  const values = valuesOf(declaration, roll)
  return values[roll(values.length)]
}

/** Items that may stand beside each other, as many as the dice say. */
function withTriedItems(declaration: ArrayDeclaration, roll: Dice): JsonValue {
  const { minItems = 0, maxItems, items } = declaration
  const count = minItems + roll(maxItems - minItems + 1)
  const open = { ...declaration, minItems: 0 }
  const list: JsonValue[] = []
  for (let attempt = 0; attempt < count * 6 && list.length < count; attempt++) {
    const made = withTriedParts(items, roll)
    const item = roll(2) === 0 ? likeTheLast(list, made, roll) : made
    if (item !== undefined && isLegal(open, [...list, item])) list.push(item)
  }
  return list
}

/** The item before it with one part changed: what may be alike in two items must be tried. */
function likeTheLast(
  list: readonly JsonValue[],
  made: JsonValue | undefined,
  roll: Dice,
): JsonValue | undefined {
  const last = list.at(-1)
  if (!isObject(last) || !isObject(made)) return made
  const names = Object.keys(made)
  const name = names[roll(names.length)]
  const value = name === undefined ? undefined : made[name]
  return name === undefined || value === undefined ? made : { ...last, [name]: value }
}
