import type { JsonObject } from '../../../src/model/json.ts'

/** Declares a string. */
export const string = (rest: JsonObject): JsonObject => ({ type: 'string', ...rest })

/** Declares a string of one digit. */
export const digits: JsonObject = string({ pattern: '^[0-9]$' })

/** Declares an integer. */
export const integer = (rest: JsonObject): JsonObject => ({ type: 'integer', ...rest })

/** Declares a number. */
export const number = (rest: JsonObject): JsonObject => ({ type: 'number', ...rest })

/** Declares a list of one to three items. */
export const list = (items: JsonObject, rest: JsonObject = {}): JsonObject => ({
  type: 'array',
  minItems: 1,
  maxItems: 3,
  items,
  ...rest,
})
/** Declares an object. */
export const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties })
