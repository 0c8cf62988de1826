import type { Declaration, Declarations } from './declaration.ts'
import { type JsonObject, setOwn } from './json.ts'

/** Declarations without what only people read. */
export function declarationsData(declarations: Declarations): JsonObject {
  const data = {}
  for (const [name, declaration] of Object.entries(declarations)) {
    setOwn(data, name, declarationData(declaration))
  }
  return data
}

/** A declaration without title, description and examples, at every level. */
export function declarationData(declaration: Declaration): JsonObject {
  const data = {}
  for (const [key, value] of Object.entries(declaration)) {
    if (key === 'title' || key === 'description' || key === 'examples') continue
    setOwn(data, key, value)
  }
  if (declaration.type === 'array') setOwn(data, 'items', declarationData(declaration.items))
  if (declaration.type === 'object') {
    setOwn(data, 'properties', declarationsData(declaration.properties))
  }
  return data
}
