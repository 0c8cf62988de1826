import type { JsonObject, JsonValue } from '../model/json.ts'
import { contentTypeOf } from '../model/message.ts'

/** The names under which the client exports the rules for the keys of a `message`. */
const partNames: { readonly [key: string]: string } = {
  text: 'textRules',
  attachments: 'mediaRules',
  attachment: 'mediaRules',
  location: 'locationRules',
  listMessage: 'listRules',
  replyButtonMessage: 'replyButtonRules',
  singleProductMessage: 'productRules',
  multiProductMessage: 'productRules',
}

/** Which rules of the client some `message` objects need. */
export function rulePartNames(messages: readonly JsonObject[]): readonly string[] {
  const keys = new Set(
    messages.flatMap((message) => [contentTypeOf(message) ?? 'text', ...partsIn(message)]),
  )
  const names = Object.entries(partNames).flatMap(([key, name]) => (keys.has(key) ? [name] : []))
  return [...new Set(names)]
}

/** The keys of all mappings in a value; a text beside other content is part of that. */
function* partsIn(value: JsonValue): Iterable<string> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield* Object.keys(value).filter((key) => key !== 'text')
  for (const child of Object.values<JsonValue>(value)) yield* partsIn(child)
}
