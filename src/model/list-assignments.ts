import { checkVariables } from './check-variables.ts'
import type { ArrayDeclaration, Declaration, Declarations } from './declaration.ts'
import { itemsOf } from './distinct-count.ts'
import { type JsonObject, type JsonValue, setOwn } from './json.ts'
import { listValues } from './list-values.ts'

/** Every set of variables that callers may pass; undefined where there are more than `most`. */
export function listAssignments(
  declarations: Declarations,
  most: number,
): readonly JsonObject[] | undefined {
  const all = membersOf(declarations, most)
  // What no two items may share is judged here, once for a whole set.
  return all?.filter((variables) => checkVariables(declarations, variables).problems.length === 0)
}

function membersOf(declarations: Declarations, most: number): readonly JsonObject[] | undefined {
  let objects: readonly JsonObject[] = [{}]
  for (const [name, declaration] of Object.entries(declarations)) {
    const values = valuesOf(declaration, most)
    if (values === undefined || values.length * objects.length > most) return undefined
    objects = objects.flatMap((object) => values.map((value) => withMember(object, name, value)))
  }
  return objects
}

function withMember(object: JsonObject, name: string, value: JsonValue): JsonObject {
  const copy = { ...object }
  setOwn(copy, name, value)
  return copy
}

function valuesOf(declaration: Declaration, most: number): readonly JsonValue[] | undefined {
  const listed = listValues(declaration)
  if (listed !== undefined) return listed.length > most ? undefined : listed
  if (declaration.type === 'object') return membersOf(declaration.properties, most)
  return declaration.type === 'array' ? listsOf(declaration, most) : undefined
}

function listsOf(declaration: ArrayDeclaration, most: number): readonly JsonValue[] | undefined {
  const values = valuesOf(declaration.items, most)
  if (values === undefined) return undefined
  const { min, max } = itemsOf(declaration)
  if (max > most) return undefined
  let lists: readonly (readonly JsonValue[])[] = [[]]
  const all: (readonly JsonValue[])[] = min === 0 ? [[]] : []
  for (let size = 1; size <= max; size++) {
    if (all.length + lists.length * values.length > most) return undefined
    lists = lists.flatMap((list) => values.map((value) => [...list, value]))
    if (size >= min) all.push(...lists)
  }
  return all.map((list) => [...list])
}
