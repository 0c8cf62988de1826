import { isObject, type JsonArray, type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import type { MessageBody } from '../model/message.ts'
import { canonicalJson } from '../model/same-value.ts'
import { parseTemplate } from '../model/template.ts'

/**
 * The same for bodies that say the same, however they are written: blanks between braces, the order
 * of keys and the names of loops make no difference.
 */
export function keyOfBody({ message, fallback }: MessageBody): string {
  return keyOfWritten(fallback === undefined ? { message } : { message, fallback })
}

/** The same for values with templates that say the same. */
export function keyOfWritten(value: JsonValue | undefined): string {
  return value === undefined ? '' : canonicalJson(normalize(value, new Map()))
}

/** The name of a loop as it is written → as every loop of its depth is called. */
type LoopNames = ReadonlyMap<string, string>

function normalize(value: JsonValue, loops: LoopNames): JsonValue {
  if (typeof value === 'string') return normalizeText(value, loops)
  if (isList(value)) return value.map((item) => normalize(item, loops))
  return isObject(value) ? normalizeObject(value, loops) : value
}

function normalizeObject(object: JsonObject, outer: LoopNames): JsonObject {
  const each = typeof object['$each'] === 'string' ? readEach(object['$each']) : undefined
  const loops = each === undefined ? outer : new Map(outer).set(each.item, `#${outer.size}`)
  const normal: JsonObject = {}
  for (const [key, item] of Object.entries(object)) {
    if (key === '$each' && each !== undefined) {
      setOwn(normal, key, `#${outer.size} in ${rename(each.list.split('.'), outer)}`)
    } else if (key === '$if' && typeof item === 'string') {
      setOwn(normal, key, normalizeCondition(item, loops))
    } else setOwn(normal, key, normalize(item, loops))
  }
  return normal
}

function readEach(text: string): { readonly item: string; readonly list: string } | undefined {
  const [, item, list] = /^\s*(\S+)\s+in\s+(\S+)\s*$/.exec(text) ?? []
  return item === undefined || list === undefined ? undefined : { item, list }
}

function normalizeCondition(text: string, loops: LoopNames): string {
  const words = text.trim().split(/\s+/)
  const flag = words.pop() ?? ''
  return [...words, rename(flag.split('.'), loops)].join(' ')
}

function normalizeText(text: string, loops: LoopNames): string {
  const { parts } = parseTemplate(text)
  // Fixed text cannot look like a variable here: U+0000 stands in no file.
  return parts
    .map((part) => (part.type === 'literal' ? part.text : `\0${rename(part.names, loops)}\0`))
    .join('')
}

function rename([first = '', ...rest]: readonly string[], loops: LoopNames): string {
  return [loops.get(first) ?? first, ...rest].join('.')
}

function isList(value: JsonValue): value is JsonArray {
  return Array.isArray(value)
}
