import type { JsonObject, JsonValue } from '../model/json.ts'

/** The names under which the client exports the rules for the keys of a `message`. */
const partNames: { readonly [key: string]: string } = {
  attachments: 'mediaRules',
  attachment: 'mediaRules',
  location: 'locationRules',
  listMessage: 'listRules',
  replyButtonMessage: 'replyButtonRules',
  singleProductMessage: 'productRules',
  multiProductMessage: 'productRules',
}

/** Which rules of the client some `message` objects need: a text needs none of its own. */
export function rulePartNames(messages: readonly JsonObject[]): readonly string[] {
  const keys = new Set(messages.flatMap((message) => [...keysIn(message)]))
  const names = Object.entries(partNames).flatMap(([key, name]) => (keys.has(key) ? [name] : []))
  return [...new Set(names)]
}

/** The keys of all mappings in a value. */
function* keysIn(value: JsonValue): Iterable<string> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield* Object.keys(value)
  for (const child of Object.values<JsonValue>(value)) yield* keysIn(child)
}
