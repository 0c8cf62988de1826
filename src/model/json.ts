/** Any value that JSON can hold. */
export type JsonValue = null | boolean | number | string | JsonArray | JsonObject

/** A JSON array. */
export type JsonArray = readonly JsonValue[]

/** A JSON object. Read its keys with {@link hasOwn} or `Object.keys`: they come from users. */
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** Whether a value is a plain JSON object (not an array, not null). */
export function isObject(value: JsonValue | undefined): value is JsonObject
export function isObject(value: unknown): value is { readonly [key: string]: unknown }
export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether an object has a property of its own by that name; inherited names do not count. */
export function hasOwn<K extends string>(
  value: object,
  key: K,
): value is object & Record<K, unknown> {
  return Object.hasOwn(value, key)
}

/** A property of the object's own, where it has one by that name. */
export function ownMember<T>(
  object: { readonly [key: string]: T },
  key: string | number,
): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/**
 * Sets a property that is the object's own whatever its name is: an assignment to `__proto__`
 * would change the prototype instead.
 */
export function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  })
}

/** Only objects made by `{}` or `JSON.parse`, of any realm: instances of classes are no data. */
export function isPlainObject(value: unknown): value is { readonly [key: string]: unknown } {
  if (!isObject(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
