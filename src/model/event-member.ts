import type { JsonObject, JsonValue } from './json.ts'

/** A member that is there and not null. */
export function memberOf(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? (object[key] ?? undefined) : undefined
}

/** A member that is a text and not empty. */
export function textOf(object: JsonObject, key: string): string | undefined {
  const value = memberOf(object, key)
  return typeof value === 'string' && value !== '' ? value : undefined
}
