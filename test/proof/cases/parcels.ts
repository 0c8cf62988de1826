import type { JsonObject, JsonValue } from '../../../src/model/json.ts'
import { object, string } from './declare.ts'

/** The properties of a parcel. */
export const parcel: { readonly [name: string]: JsonValue } = {
  id: string({ pattern: '^[0-9]{1,3}$' }),
  label: string({ maxLength: 9 }),
  late: { type: 'boolean' },
}
/** Declares two flags, and a list of parcels with different ids. */
export const parcels = (rest: JsonObject = {}): JsonObject => ({
  f: 'boolean',
  g: 'boolean',
  p: { type: 'array', minItems: 1, maxItems: 3, uniqueBy: ['id'], items: object(parcel), ...rest },
})
/** A button for each parcel. */
export const each = (rest: JsonObject = {}): JsonObject => ({
  $each: 'i in p',
  id: '{{ i.id }}',
  text: '{{ i.id }}',
  ...rest,
})
