import type { AnyPattern, Variables } from './declaration.ts'
import { isObject, type JsonArray, type JsonObject, type JsonValue, setOwn } from './json.ts'
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

interface Scope {
  readonly names: ReadonlyMap<string, JsonValue>
}

/**
 * Fills the variables in. They were checked against their declarations first
 * (`checkVariables`), so that a name that is missing here is our own mistake.
 */
export function fillMessage(
  definition: MessageDefinition<AnyPattern>,
  body: MessageBody,
  variables: Variables,
): Filled {
  const filler = new Filler()
  const scope: Scope = { names: new Map(Object.entries(variables)) }
  const filled: { -readonly [K in keyof FilledMessage]: FilledMessage[K] } = {
    message: filler.object(body.message, scope),
  }
  if (body.fallback !== undefined) {
    filled.fallback = fillFallback(body.fallback, filler, scope)
  }
  if (definition.callbackData !== undefined) {
    filled.callbackData = filler.value(definition.callbackData, scope)
  }
  if (definition.campaignName !== undefined) {
    filled.campaignName = filler.text(definition.campaignName, scope)
  }
  if (definition.sender !== undefined) filled.sender = senderOf(definition.sender, filler, scope)
  if (definition.order !== undefined) filled.order = filler.object(definition.order, scope)
  return { message: filled, sourcePath: (path) => filler.sourcePath(filled, path) }
}

function fillFallback(fallback: Fallback, filler: Filler, scope: Scope): Fallback {
  const texts: Record<string, string> = {}
  for (const [name, text] of Object.entries(fallback.parameters ?? {})) {
    setOwn(texts, name, filler.text(text, scope))
  }
  return {
    templateName: filler.text(fallback.templateName, scope),
    language: filler.text(fallback.language, scope),
    ...(fallback.parameters === undefined ? {} : { parameters: texts }),
  }
}

/** A sender as the API wants it: a plain number becomes an object. */
function senderOf(sender: string | JsonObject, filler: Filler, scope: Scope): JsonObject {
  const channelType = 'whatsapp'
  if (typeof sender === 'string') return { id: filler.text(sender, scope), channelType }
  const filled = filler.object(sender, scope)
  return Object.hasOwn(filled, 'channelType') ? filled : { ...filled, channelType }
}

const numberKeys: ReadonlySet<string> = new Set(['latitude', 'longitude'])

class Filler {
  /** Filled sequence → for each of its items the index that it was written at. */
  readonly #origins: WeakMap<object, readonly number[]> = new WeakMap()

  /** A JSON value: a string that is one variable only becomes that variable's value. */
  value(value: JsonValue, scope: Scope): JsonValue {
    if (typeof value === 'string') {
      const names = wholeVariable(value)
      return names === undefined ? this.text(value, scope) : lookUp(names, scope)
    }
    if (Array.isArray(value)) return value.map((item: JsonValue) => this.value(item, scope))
    if (!isObject(value)) return value
    const filled: JsonObject = {}
    for (const [key, child] of Object.entries(value)) {
      setOwn(filled, key, this.value(child, scope))
    }
    return filled
  }

  text(source: string, scope: Scope): string {
    const { parts } = parseTemplate(source)
    return parts
      .map((part) => (part.type === 'literal' ? part.text : String(lookUp(part.names, scope))))
      .join('')
  }

  object(object: JsonObject, scope: Scope): JsonObject {
    const filled: JsonObject = {}
    for (const [key, child] of Object.entries(object)) {
      if (key === '$each' || key === '$if') continue
      if (isObject(child) && !this.#isKept(child, scope)) continue
      setOwn(filled, key, this.#field(key, child, scope))
    }
    return filled
  }

  sourcePath(root: unknown, path: Path): Path {
    let value: unknown = root
    return path.map((step) => {
      const origin =
        typeof step === 'number' && Array.isArray(value)
          ? this.#origins.get(value)?.[step]
          : undefined
      value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
      return origin ?? step
    })
  }

  #field(key: string, value: JsonValue, scope: Scope): JsonValue {
    if (typeof value === 'string') {
      return numberKeys.has(key) ? this.value(value, scope) : this.text(value, scope)
    }
    if (Array.isArray(value)) return this.#sequence(value, scope)
    return isObject(value) ? this.object(value, scope) : value
  }

  #sequence(items: JsonArray, scope: Scope): JsonArray {
    const filled: JsonValue[] = []
    const origins: number[] = []
    items.forEach((item, index) => {
      for (const value of this.#item(item, scope)) {
        filled.push(value)
        origins.push(index)
      }
    })
    if (mayVary) this.#origins.set(filled, origins)
    return filled
  }

  #item(item: JsonValue, scope: Scope): readonly JsonValue[] {
    if (!isObject(item)) return [item]
    const object = item
    const scopes = Object.hasOwn(object, '$each')
      ? eachScope(String(object['$each']), scope)
      : [scope]
    return scopes
      .filter((inner) => this.#isKept(object, inner))
      .map((inner) => this.object(object, inner))
  }

  #isKept(object: JsonObject, scope: Scope): boolean {
    if (!Object.hasOwn(object, '$if')) return true
    const text = String(object['$if']).trim()
    const flag = text.replace(/^not\s+/, '')
    return lookUp(flag.split('.'), scope) === (flag === text)
  }
}

function eachScope(text: string, scope: Scope): readonly Scope[] {
  const [item = '', , list = ''] = text.trim().split(/\s+/)
  const values = lookUp(list.split('.'), scope)
  if (!Array.isArray(values)) throw new TypeError(`${list} is not a list`)
  return values.map((value: JsonValue) => ({ names: new Map(scope.names).set(item, value) }))
}

function lookUp(names: readonly string[], scope: Scope): JsonValue {
  const [first = '', ...rest] = names
  let value = scope.names.get(first)
  for (const name of rest) {
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
  }
  if (value === undefined) throw new TypeError(`no value for ${names.join('.')}`)
  return value
}
