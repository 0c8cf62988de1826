import type { Declaration, Declarations } from '../model/declaration.ts'
import { compareText } from '../model/diagnostic.ts'
import { type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import type { CompiledMessage } from '../model/message.ts'

/** What the client needs of a message: nothing that only people read. */
export function definitionData(message: CompiledMessage): JsonObject {
  const data: { [key: string]: JsonValue } = {
    name: message.name,
    variables: declarationsData(message.variables),
    bodies: sortedBodies(message),
  }
  // Without variants a caller names no locale.
  if (hasVariants(message) && message.standIns !== undefined) {
    data['standIns'] = Object.fromEntries(sortedStandIns(message))
  }
  for (const key of ['callbackData', 'campaignName', 'sender', 'order'] as const) {
    const value = message[key]
    if (value !== undefined) data[key] = value
  }
  if (message.tracking === true) data['tracking'] = true
  return data
}

/** Whether there is more than the file of the default locale. */
export function hasVariants(message: CompiledMessage): boolean {
  return Object.keys(message.bodies).length > 1
}

/** Whether any of its locales has a template for a closed window. */
export function hasFallback({ bodies }: CompiledMessage): boolean {
  return Object.values(bodies).some(({ fallback }) => fallback !== undefined)
}

/** Every locale that a caller may name: the default locale first, the others in their order. */
export function localesOf(message: CompiledMessage): readonly string[] {
  const [first = '', ...others] = Object.keys(message.bodies)
  const standIns = sortedStandIns(message).map(([locale]) => locale)
  return [first, ...[...others, ...standIns].sort(compareText)]
}

/** The locales that a message lacks, each with the one that stands in for it, in their order. */
export function sortedStandIns({
  standIns = {},
}: CompiledMessage): readonly (readonly [string, string])[] {
  return Object.entries(standIns).sort(([left], [right]) => compareText(left, right))
}

function declarationsData(declarations: Declarations): JsonObject {
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

/** Locale → body: the default locale first, the others in one and the same order. */
function sortedBodies(message: CompiledMessage): JsonObject {
  const [first, ...others] = Object.keys(message.bodies)
  const bodies = {}
  for (const locale of first === undefined ? [] : [first, ...others.sort(compareText)]) {
    const body = message.bodies[locale]
    if (body === undefined) continue
    const { fallback } = body
    setOwn(bodies, locale, { message: body.message, ...(fallback ? { fallback } : {}) })
  }
  return bodies
}
