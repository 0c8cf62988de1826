import { foldCase } from './fold-case.ts'
import type { JsonArray, JsonObject, JsonValue } from './json.ts'

/**
 * Writes a value so that equal values give equal texts, whatever the order of their keys; with
 * `foldCase` as second argument strings that differ in case only become equal too.
 */
export function canonicalJson(
  value: JsonValue,
  mapText: (text: string) => string = (text) => text,
): string {
  if (typeof value === 'string') return JSON.stringify(mapText(value))
  if (isList(value)) return `[${value.map((item) => canonicalJson(item, mapText)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const object: JsonObject = value
  const entries = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key] ?? null, mapText)}`)
  return `{${entries.join(',')}}`
}

/** The form in which `uniqueItems` and `uniqueBy` compare: the case of strings does not count. */
export function caselessJson(value: JsonValue): string {
  return canonicalJson(value, foldCase)
}

function isList(value: JsonValue): value is JsonArray {
  return Array.isArray(value)
}
