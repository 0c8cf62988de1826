import type { Variables } from './declaration.ts'
import type { Form } from './form.ts'
import {
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
  ownMember,
  setOwn,
} from './json.ts'
import { mayVary } from './may-vary.ts'
import type { Fallback, FilledMessage, MessageBody, MessageDefinition } from './message.ts'
import type { Path } from './source.ts'
import { parseTemplate, wholeVariable } from './template.ts'

/** A filled message that still knows where each part of it was written. */
export interface Filled {
  readonly message: FilledMessage
  /** The path in the message file of what stands at a path of the filled message. */
  sourcePath(path: Path): Path
}

/** The names in sight, and what is remembered of the sequences that were filled. */
interface Scope {
  readonly names: ReadonlyMap<string, JsonValue>
  /** Filled sequence → for each of its items the index that it was written at. */
  readonly origins: WeakMap<object, readonly number[]>
}

/**
 * Fills the variables in. They were checked against their declarations first
 * (`checkVariables`), so that a name that is missing here is our own mistake.
 */
export function fillMessage(
  definition: MessageDefinition<Form>,
  body: MessageBody,
  variables: Variables,
): FilledMessage {
  return fillAll(definition, body, scopeOf(variables))
}

/** Fills the variables in, and remembers where everything was written. */
export function traceMessage(
  definition: MessageDefinition<Form>,
  body: MessageBody,
  variables: Variables,
): Filled {
  const scope = scopeOf(variables)
  const message = fillAll(definition, body, scope)
  return { message, sourcePath: (path) => sourcePath(message, path, scope) }
}

function scopeOf(variables: Variables): Scope {
  return { names: new Map(Object.entries(variables)), origins: new WeakMap() }
}

function fillAll(
  { callbackData, campaignName, sender, order }: MessageDefinition<Form>,
  body: MessageBody,
  scope: Scope,
): FilledMessage {
  return {
    message: fillObject(body.message, scope),
    ...(body.fallback && { fallback: fillFallback(body.fallback, scope) }),
    ...(callbackData !== undefined && { callbackData: fillValue(callbackData, scope) }),
    ...(campaignName !== undefined && { campaignName: fillText(campaignName, scope) }),
    ...(sender !== undefined && { sender: fillSender(sender, scope) }),
    ...(order && { order: fillObject(order, scope) }),
  }
}

function fillFallback({ templateName, language, parameters }: Fallback, scope: Scope): Fallback {
  const texts: Record<string, string> = {}
  for (const [name, text] of Object.entries(parameters ?? {})) {
    setOwn(texts, name, fillText(text, scope))
  }
  return {
    templateName: fillText(templateName, scope),
    language: fillText(language, scope),
    ...(parameters && { parameters: texts }),
  }
}

/** A sender as the API wants it: a plain number becomes an object. */
function fillSender(sender: string | JsonObject, scope: Scope): JsonObject {
  const channelType = 'whatsapp'
  if (typeof sender === 'string') return { id: fillText(sender, scope), channelType }
  const filled = fillObject(sender, scope)
  return Object.hasOwn(filled, 'channelType') ? filled : { ...filled, channelType }
}

const numberKeys: ReadonlySet<string> = new Set(['latitude', 'longitude'])

/** A JSON value: a string that is one variable only becomes that variable's value. */
function fillValue(value: JsonValue, scope: Scope): JsonValue {
  if (typeof value === 'string') {
    const names = wholeVariable(value)
    return names === undefined ? fillText(value, scope) : lookUp(names, scope)
  }
  if (Array.isArray(value)) return value.map((item: JsonValue) => fillValue(item, scope))
  if (!isObject(value)) return value
  const filled: JsonObject = {}
  for (const [key, child] of Object.entries(value)) setOwn(filled, key, fillValue(child, scope))
  return filled
}

function fillText(source: string, scope: Scope): string {
  const { parts } = parseTemplate(source)
  return parts
    .map((part) => (part.type === 'literal' ? part.text : String(lookUp(part.names, scope))))
    .join('')
}

function fillObject(object: JsonObject, scope: Scope): JsonObject {
  const filled: JsonObject = {}
  for (const [key, child] of Object.entries(object)) {
    if (key === '$each' || key === '$if') continue
    if (isObject(child) && !isKept(child, scope)) continue
    setOwn(filled, key, fillField(key, child, scope))
  }
  return filled
}

function fillField(key: string, value: JsonValue, scope: Scope): JsonValue {
  if (typeof value === 'string') {
    return numberKeys.has(key) ? fillValue(value, scope) : fillText(value, scope)
  }
  if (Array.isArray(value)) return fillSequence(value, scope)
  return isObject(value) ? fillObject(value, scope) : value
}

function fillSequence(items: JsonArray, scope: Scope): JsonArray {
  if (!mayVary) return items.flatMap((item) => fillItem(item, scope))
  const filled = items.map((item) => fillItem(item, scope))
  const sequence = filled.flat()
  const origins = filled.flatMap((values, index) => values.map(() => index))
  scope.origins.set(sequence, origins)
  return sequence
}

function fillItem(item: JsonValue, scope: Scope): readonly JsonValue[] {
  if (!isObject(item)) return [item]
  const each = ownMember(item, '$each')
  const scopes = each === undefined ? [scope] : eachScope(String(each), scope)
  return scopes.filter((inner) => isKept(item, inner)).map((inner) => fillObject(item, inner))
}

function isKept(object: JsonObject, scope: Scope): boolean {
  const condition = ownMember(object, '$if')
  if (condition === undefined) return true
  const text = String(condition).trim()
  const flag = text.replace(/^not\s+/, '')
  return lookUp(flag.split('.'), scope) === (flag === text)
}

function eachScope(text: string, scope: Scope): readonly Scope[] {
  const [item = '', , list = ''] = text.trim().split(/\s+/)
  const values = lookUp(list.split('.'), scope)
  if (!Array.isArray(values)) throw new TypeError(`${list} is not a list`)
  return values.map((value: JsonValue) => ({
    ...scope,
    names: new Map(scope.names).set(item, value),
  }))
}

function lookUp(names: readonly string[], scope: Scope): JsonValue {
  const [first = '', ...rest] = names
  let value = scope.names.get(first)
  for (const name of rest) value = isObject(value) ? ownMember(value, name) : undefined
  if (value === undefined) throw new TypeError(`no value for ${names.join('.')}`)
  return value
}

function sourcePath(root: unknown, path: Path, { origins }: Scope): Path {
  let value: unknown = root
  return path.map((step) => {
    const origin =
      typeof step === 'number' && Array.isArray(value) ? origins.get(value)?.[step] : undefined
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
    return origin ?? step
  })
}
