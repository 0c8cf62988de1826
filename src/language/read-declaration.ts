import type { Declaration } from '../model/declaration.ts'
import { describeValue } from '../model/describe-value.ts'
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts'
import { checkChoices } from './declaration-choices.ts'
import { type DeclarationPlace, keywordOf, report } from './declaration-place.ts'
import { readArray, readObject } from './read-composite.ts'
import { readNumeric } from './read-numeric.ts'
import { readString } from './read-string.ts'
import { declarationTypes, expandShortForm, meantType } from './short-form.ts'

/** Deeper declarations are refused; a file cannot hold them anyway. */
const maxDepth = 64

/** Reads one declaration; undefined where something was wrong with it and reported. */
export function readDeclaration(
  value: JsonValue,
  place: DeclarationPlace,
): Declaration | undefined {
  const before = place.findings.length
  const raw = writeOut(value, place)
  if (raw === undefined) return undefined
  const type = readType(raw, place)
  if (type === undefined) return undefined
  reportMisplaced(raw, type, place)
  const base = readByType(raw, type, place)
  if (base === undefined || place.findings.length > before) return undefined
  const declaration = checkChoices(raw, base, place)
  return place.findings.length > before ? undefined : declaration
}

function writeOut(value: JsonValue, place: DeclarationPlace): JsonObject | undefined {
  if (place.path.length > maxDepth) {
    report(place, [], 'the declaration is nested too deep')
    return undefined
  }
  if (isObject(value)) return value as JsonObject
  if (typeof value === 'string') {
    const result = expandShortForm(value)
    if ('raw' in result) return result.raw
    report(place, [], result.problem)
    return undefined
  }
  const message = `${describeValue(value)} is no declaration: write a short form such as \`string(40)\`, or \`{ type: string, maxLength: 40 }\``
  report(place, [], message)
  return undefined
}

function readType(raw: JsonObject, place: DeclarationPlace): Declaration['type'] | undefined {
  const value = keywordOf(raw, 'type')
  const type = declarationTypes.find((candidate) => candidate === value)
  if (type !== undefined) return type
  const types = declarationTypes.map((candidate) => `\`${candidate}\``).join(', ')
  if (value === undefined) {
    report(place, [], `the declaration has no \`type\`: add one of ${types}`)
    return undefined
  }
  const meant = typeof value === 'string' ? meantType(value) : undefined
  const wayOut = meant === undefined ? `the types are ${types}` : `did you mean \`${meant}\``
  report(place, ['type'], `\`type\` is ${describeValue(value)}, which is no type: ${wayOut}`)
  return undefined
}

const keywords: { readonly [keyword: string]: readonly Declaration['type'][] } = {
  minLength: ['string'],
  maxLength: ['string'],
  pattern: ['string'],
  format: ['string'],
  multiline: ['string'],
  trim: ['string'],
  minimum: ['integer', 'number'],
  maximum: ['integer', 'number'],
  exclusiveMinimum: ['integer', 'number'],
  exclusiveMaximum: ['integer', 'number'],
  multipleOf: ['integer', 'number'],
  items: ['array'],
  minItems: ['array'],
  maxItems: ['array'],
  uniqueItems: ['array'],
  uniqueBy: ['array'],
  properties: ['object'],
}

function reportMisplaced(
  raw: JsonObject,
  type: Declaration['type'],
  place: DeclarationPlace,
): void {
  for (const keyword of Object.keys(raw)) {
    const types = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined
    if (types === undefined || types.includes(type)) continue
    const owners = types.map((owner) => `\`${owner}\``).join(' or ')
    const other = equivalentOf(keyword, type)
    const wayOut = other === undefined ? 'remove it' : `write \`${other}\``
    const message = `\`${keyword}\` says nothing about ${/^[aio]/.test(type) ? 'an' : 'a'} ${type}, it belongs to ${owners}: ${wayOut}`
    report(place, [keyword], message, { at: 'key' })
  }
  if (place.isInner && Object.hasOwn(raw, 'default')) {
    const message =
      'properties of objects and items of arrays take no `default`, callers pass them all: remove it'
    report(place, ['default'], message, { at: 'key' })
  }
}

/** The keyword that says the same of another type. */
function equivalentOf(keyword: string, type: Declaration['type']): string | undefined {
  const [, end] = /^(min|max)(?:Length|Items|imum)$/.exec(keyword) ?? []
  if (end === undefined) return undefined
  if (type === 'string') return `${end}Length`
  if (type === 'array') return `${end}Items`
  return type === 'integer' || type === 'number' ? `${end}imum` : undefined
}

function readByType(
  raw: JsonObject,
  type: Declaration['type'],
  place: DeclarationPlace,
): Declaration | undefined {
  switch (type) {
    case 'string':
      return readString(raw, place)
    case 'integer':
    case 'number':
      return readNumeric(raw, type, place)
    case 'boolean':
      return { type }
    case 'array':
      return readArray(raw, place, readDeclaration)
    case 'object':
      return readObject(raw, place, readDeclaration)
    default:
      return type satisfies never
  }
}
