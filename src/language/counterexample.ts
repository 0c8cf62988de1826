import type { Condition, Guard, MessageBounds } from '../model/bounds.ts'
import { checkVariables } from '../model/check-variables.ts'
import type {
  ArrayDeclaration,
  Declaration,
  Declarations,
  NumberDeclaration,
} from '../model/declaration.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import { fillMessage } from '../model/fill.ts'
import { isObject, type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import { measureFilled } from '../model/measure-filled.ts'
import type { MessageDefinition } from '../model/message.ts'
import { rangeOf } from '../model/number-range.ts'
import { isInside, type Path } from '../model/source.ts'
import { witnessOf } from '../model/witness.ts'
import { lintBounds } from './lint.ts'

/**
 * One complete, legal set of variables with which a message really breaks the rule of a finding:
 * the message is filled with it and judged before it is shown. Undefined where none was found.
 */
export function findCounterexample(
  finding: NamedFinding,
  definition: MessageDefinition,
  bounds: MessageBounds,
): JsonObject | undefined {
  const guard = guardAt(bounds, finding.path)
  for (const candidate of candidatesFor(definition.variables, guard)) {
    if (breaks(definition, candidate, finding)) return candidate
  }
  return undefined
}

function breaks(
  definition: MessageDefinition,
  candidate: JsonObject,
  finding: NamedFinding,
): boolean {
  const { values, problems } = checkVariables(definition.variables, candidate)
  const [body] = Object.values(definition.bodies)
  if (problems.length > 0 || body === undefined) return false
  const filled = fillMessage(definition, body, values)
  return lintBounds(measureFilled(filled.message)).findings.some(
    (found) =>
      found.rule === finding.rule &&
      found.limit?.id === finding.limit?.id &&
      isRelated(filled.sourcePath(found.path), finding.path),
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

/** How a candidate is made: which texts, what flags, which end of the numbers, how like its items. */
interface Recipe {
  readonly aim: 'longest' | 'shortest'
  readonly flag: boolean
  readonly end?: 'min' | 'max'
  readonly isAlike?: boolean
}

const recipes: readonly Recipe[] = [
  { aim: 'longest', flag: true },
  { aim: 'longest', flag: false },
  { aim: 'shortest', flag: true },
  { aim: 'shortest', flag: false },
  { aim: 'longest', flag: true, isAlike: true },
  { aim: 'longest', flag: true, end: 'max' },
  { aim: 'longest', flag: true, end: 'min' },
]

function* candidatesFor(declarations: Declarations, guard: Guard): Iterable<JsonObject> {
  for (const recipe of recipes) {
    const candidate: JsonObject = {}
    for (const [name, declaration] of Object.entries(declarations)) {
      const value = witnessOf(declaration, recipe.aim)
      if (value === undefined) return
      setOwn(candidate, name, adjust(value, declaration, recipe))
    }
    for (const condition of guard) setFlag(candidate, condition)
    yield candidate
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
      const items = value.map((item: JsonValue) => adjust(item, declaration.items, recipe))
      return recipe.isAlike ? items.map((item) => alike(item, items[0], declaration)) : items
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

/** An item with everything of the first one that two items may share. */
function alike(
  item: JsonValue,
  first: JsonValue | undefined,
  { uniqueBy = [] }: ArrayDeclaration,
): JsonValue {
  if (!isObject(item) || !isObject(first)) return first ?? item
  const copy: JsonObject = {}
  for (const [name, value] of Object.entries(first)) {
    setOwn(copy, name, uniqueBy.includes(name) ? (item[name] ?? null) : value)
  }
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
