import type { Declaration } from '../model/declaration.ts'
import { compareText } from '../model/diagnostic.ts'
import { type JsonObject, setOwn } from '../model/json.ts'
import type { CompiledMessage } from '../model/message.ts'
import { hasVariants, sortedStandIns } from '../model/message-locales.ts'
import { declarationsCode } from './declaration-code.ts'
import { type Code, codeOf, type Literal, type LiteralObject } from './literal.ts'
import { rulePartNames } from './rule-part-names.ts'

/** What the client needs of a message: nothing that only people read. */
export function definitionData(message: CompiledMessage): LiteralObject {
  const data: { [key: string]: Literal } = {
    name: message.name,
    variables: declarationsCode(message.variables),
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
  if (message.tracking === true) data['tracking'] = nameOf('withTracking')
  const values = valueCheckNames(Object.values(message.variables))
  if (values.length > 0) data['values'] = values.map(nameOf)
  const bodies = Object.values(message.bodies)
  data['rules'] = rulePartNames(bodies.map((body) => body.message)).map(nameOf)
  if (bodies.some(({ fallback }) => fallback !== undefined)) {
    data['fallback'] = nameOf('templateFallback')
  }
  return data
}

/** Which checks of the client some declarations need, at every level. */
function valueCheckNames(declarations: readonly Declaration[]): readonly string[] {
  const all = [...nested(declarations)]
  const names = [
    all.some(({ type }) => type === 'array') ? ['listValues'] : [],
    all.some(({ type }) => type === 'number' || type === 'integer') ? ['numberValues'] : [],
    all.some((one) => one.enum !== undefined || one.const !== undefined) ? ['choiceValues'] : [],
  ]
  return names.flat()
}

function* nested(declarations: readonly Declaration[]): Iterable<Declaration> {
  for (const declaration of declarations) {
    yield declaration
    if (declaration.type === 'array') yield* nested([declaration.items])
    if (declaration.type === 'object') yield* nested(Object.values(declaration.properties))
  }
}

/** Something that the client exports. */
function nameOf(name: string): Code {
  return codeOf(name, [name])
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
