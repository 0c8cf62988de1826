import { measureMessage } from '../language/measure.ts'
import { isReference, resolveNames, rootScope } from '../language/scope.ts'
import type { Reference, TextBounds, TextPart } from '../model/bounds.ts'
import { declarationData } from '../model/declaration-data.ts'
import { isObject, type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import type { CompiledMessage, MessageBody, RetiredChoice } from '../model/message.ts'
import { readId } from '../model/read-id.ts'
import { canonicalJson } from '../model/same-value.ts'
import { formatPath, type Path } from '../model/source.ts'
import { parseTemplate } from '../model/template.ts'

/** A button or a row of a message; rows that share an id are one choice. */
export interface MessageChoice {
  readonly type: 'button' | 'row'
  /** As it is written. */
  readonly id: string
  /** What stands in the id. A name has several where two lists call their items alike. */
  readonly references: readonly Reference[]
  /** The id taken apart; several times where variables of it are declared in several ways. */
  readonly readings: readonly (readonly TextPart[])[]
  /** What it says in all locales, where neither that nor the id holds a variable. */
  readonly labels: readonly string[]
  /** Why it is not offered any more, and since when; absent where it is. */
  readonly retired?: { readonly reason: string; readonly date: string }
}

const idFields = new Map([
  ['message.replyButtonMessage.buttons[].id', 'button'],
  ['message.listMessage.sections[].rows[].id', 'row'],
] as const)

/** What customers can tap in a message, in the order of its file; then what they could. */
export function choicesOf(message: CompiledMessage): readonly MessageChoice[] {
  const [main, ...others] = Object.values(message.bodies).map((body) => textsOf(body, message))
  const choices = new Map<string, MessageChoice>()
  for (const text of main ?? []) {
    const type = idFields.get(text.field as Parameters<typeof idFields.get>[0])
    if (type === undefined) continue
    const references = text.parts.flatMap(({ reference }) => reference ?? [])
    const all = [main ?? [], ...others]
    const labels = references.length > 0 ? [] : all.flatMap((texts) => labelAt(texts, text.path))
    const known = choices.get(text.source)
    choices.set(text.source, {
      type,
      id: text.source,
      references: distinct([...(known?.references ?? []), ...references]),
      readings: distinctBy([...(known?.readings ?? []), text.parts], keyOfParts),
      labels: [...new Set([...(known?.labels ?? []), ...labels])],
    })
  }
  return [...choices.values(), ...(message.retired ?? []).map(retiredChoice)]
}

function retiredChoice({ id, type, variables, reason, date }: RetiredChoice): MessageChoice {
  const readings = readId(id, variables)
  const references = readings.flat().flatMap(({ reference }) => reference ?? [])
  return {
    type,
    id,
    references: distinct(references),
    readings,
    labels: [],
    retired: { reason, date },
  }
}

/** The variables in the `callbackData` of a message. */
export function callbackReferencesOf({
  callbackData,
  variables,
}: CompiledMessage): readonly Reference[] {
  const scope = rootScope(variables, new Set())
  const references = stringsIn(callbackData).flatMap((text) =>
    parseTemplate(text).parts.flatMap((part) => {
      const found = part.type === 'variable' ? resolveNames(part.names, scope) : undefined
      return found !== undefined && isReference(found) ? [found] : []
    }),
  )
  return distinct(references)
}

function textsOf({ message }: MessageBody, { variables }: CompiledMessage): readonly TextBounds[] {
  return measureMessage({ message: withoutConditions(message) }, variables, new Set()).bounds.texts
}

/**
 * What is kept under a condition on a variable can hold that variable in one way only. A tap is read
 * without knowing what was kept, so all ways count.
 */
function withoutConditions(object: JsonObject): JsonObject {
  const bare = {}
  for (const [key, value] of Object.entries(object)) {
    if (key !== '$if') setOwn(bare, key, withoutConditionsIn(value))
  }
  return bare
}

function withoutConditionsIn(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutConditionsIn)
  return isObject(value) ? withoutConditions(value) : value
}

/** The text beside an id, if nothing in it varies. */
function labelAt(texts: readonly TextBounds[], idPath: Path): readonly string[] {
  const place = formatPath([...idPath.slice(0, -1), 'text'])
  const label = texts.find(({ path }) => formatPath(path) === place)
  if (label === undefined || label.parts.some(({ reference }) => reference !== undefined)) return []
  const { parts } = parseTemplate(label.source)
  return [parts.map((part) => (part.type === 'literal' ? part.text : '')).join('')]
}

/** The references that differ in name or declaration, in their order. */
function distinct(references: readonly Reference[]): readonly Reference[] {
  return distinctBy(references, keyOfReference)
}

function distinctBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const known = new Map<string, T>()
  for (const item of items) if (!known.has(keyOf(item))) known.set(keyOf(item), item)
  return [...known.values()]
}

/** The same for texts whose variables have the same names and declarations. */
export function keyOfParts(parts: readonly TextPart[]): string {
  return parts.map(({ reference }) => reference && keyOfReference(reference)).join('\n')
}

function keyOfReference(reference: Reference): string {
  return `${nameOf(reference)} ${canonicalJson(declarationData(reference.declaration))}`
}

/** The name of a variable as it is written. */
export function nameOf({ names }: Reference): string {
  return names.join('.')
}

function stringsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  return isObject(value) ? Object.values(value).flatMap(stringsIn) : []
}
