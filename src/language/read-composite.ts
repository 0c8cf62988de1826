import type { ArrayDeclaration, Declaration, ObjectDeclaration } from '../model/declaration.ts'
import { describeValue } from '../model/describe-value.ts'
import { mostItems } from '../model/distinct-count.ts'
import { isObject, type JsonObject, type JsonValue, setOwn } from '../model/json.ts'
import { nearMiss } from '../model/near-miss.ts'
import {
  type DeclarationPlace,
  keywordOf,
  omitUndefined,
  readCount,
  readFlag,
  report,
} from './declaration-place.ts'

/** Reads a declaration inside another one. */
export type ReadInner = (value: JsonValue, place: DeclarationPlace) => Declaration | undefined

/** Reads what is peculiar to an array. */
export function readArray(
  raw: JsonObject,
  place: DeclarationPlace,
  readInner: ReadInner,
): ArrayDeclaration | undefined {
  const minItems = readCount(raw, 'minItems', place)
  const maxItems = readCount(raw, 'maxItems', place)
  const uniqueItems = readFlag(raw, 'uniqueItems', place)
  reportCounts(minItems, maxItems, place)
  const inner = keywordOf(raw, 'items')
  if (inner === undefined) {
    report(
      place,
      [],
      'the array does not say what its items are: add `items`, as in `items: string(40)`',
      { at: 'key' },
    )
    return undefined
  }
  const items = readInner(inner, { ...place, path: [...place.path, 'items'], isInner: true })
  if (items === undefined) return undefined
  const uniqueBy = readUniqueBy(raw, items, place)
  const declaration = omitUndefined<ArrayDeclaration>({
    type: 'array',
    items,
    minItems,
    maxItems: maxItems ?? place.defaults.maxItems,
    uniqueItems,
    uniqueBy,
  })
  reportTooFewValues(declaration, place)
  return declaration
}

function reportCounts(
  minItems: number | undefined,
  maxItems: number | undefined,
  place: DeclarationPlace,
): void {
  if (minItems === undefined || minItems <= (maxItems ?? place.defaults.maxItems)) return
  const message =
    maxItems === undefined
      ? `\`minItems\` ${minItems} is above the ${place.defaults.maxItems} items that an array without \`maxItems\` can have: add \`maxItems\``
      : `\`minItems\` ${minItems} is above \`maxItems\` ${maxItems}, so no list is allowed: swap them`
  report(place, ['minItems'], message)
}

function reportTooFewValues(declaration: ArrayDeclaration, place: DeclarationPlace): void {
  const { minItems = 0 } = declaration
  const most = mostItems(declaration)
  if (minItems <= most || minItems > declaration.maxItems) return
  const message = `\`minItems\` is ${minItems}, and only ${most} items can differ from each other: lower it, or allow repeats`
  report(place, ['minItems'], message)
}

function readUniqueBy(
  raw: JsonObject,
  items: Declaration,
  place: DeclarationPlace,
): readonly string[] | undefined {
  const value = keywordOf(raw, 'uniqueBy')
  if (value === undefined) return undefined
  if (items.type !== 'object') {
    const message = `\`uniqueBy\` names properties, and the items are of type \`${items.type}\`: write \`uniqueItems: true\``
    report(place, ['uniqueBy'], message)
    return undefined
  }
  const names: readonly JsonValue[] = Array.isArray(value) ? value : [value]
  if (names.length === 0)
    report(place, ['uniqueBy'], '`uniqueBy` names no property: add one, or remove it')
  const known = Object.keys(items.properties)
  const found = names.filter((name, index): name is string => {
    const rest = Array.isArray(value) ? ['uniqueBy', index] : ['uniqueBy']
    if (typeof name === 'string' && known.includes(name)) return true
    report(place, rest, explainProperty(name, known))
    return false
  })
  return [...new Set(found)]
}

function explainProperty(name: JsonValue, known: readonly string[]): string {
  const meant = typeof name === 'string' ? nearMiss(name, known) : undefined
  const wayOut =
    meant === undefined
      ? `the properties are ${known.map((property) => `\`${property}\``).join(', ') || 'none'}`
      : `did you mean \`${meant}\``
  return `\`uniqueBy\` names ${describeValue(name)}, which is no property of the items: ${wayOut}`
}

/** Reads what is peculiar to an object. */
export function readObject(
  raw: JsonObject,
  place: DeclarationPlace,
  readInner: ReadInner,
): ObjectDeclaration | undefined {
  const inner = keywordOf(raw, 'properties')
  if (inner === undefined) {
    report(
      place,
      [],
      'the object does not say what is in it: add `properties`, as in `properties: { name: string(40) }`',
      { at: 'key' },
    )
    return undefined
  }
  if (!isObject(inner)) {
    report(
      place,
      ['properties'],
      `\`properties\` is ${describeValue(inner)}, and a mapping from names to declarations is needed`,
    )
    return undefined
  }
  const properties = {}
  for (const [name, value] of Object.entries(inner as JsonObject)) {
    const path = [...place.path, 'properties', name]
    const property = readInner(value, { ...place, path, isInner: true })
    if (property !== undefined) setOwn(properties, name, property)
  }
  return { type: 'object', properties }
}
