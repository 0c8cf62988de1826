import type { Declaration } from '../model/declaration.ts'
import { describeValue } from '../model/describe-value.ts'
import { formats } from '../model/formats.ts'
import type { JsonObject } from '../model/json.ts'
import { nearMiss } from '../model/near-miss.ts'

/** The types that a declaration can have. */
export const declarationTypes: readonly Declaration['type'][] = [
  'string',
  'integer',
  'number',
  'boolean',
  'array',
  'object',
]

/** Words from other languages for the same types. */
const otherWords: ReadonlyMap<string, Declaration['type']> = new Map([
  ['str', 'string'],
  ['text', 'string'],
  ['int', 'integer'],
  ['long', 'integer'],
  ['float', 'number'],
  ['double', 'number'],
  ['decimal', 'number'],
  ['bool', 'boolean'],
  ['flag', 'boolean'],
  ['list', 'array'],
  ['map', 'object'],
  ['dict', 'object'],
])

/** Writes out a short form such as `string(40)`. */
export function expandShortForm(
  text: string,
): { readonly raw: JsonObject } | { readonly problem: string } {
  const [, word = text, size] = /^([^(]*)\((.*)\)$/s.exec(text) ?? []
  if (word === 'string' && size !== undefined) return expandString(text, size)
  if (shortForms.some((form) => form === text)) return { raw: { type: text } }
  return { problem: `${describeValue(text)} is no declaration: ${dueShortForm(text)}` }
}

function expandString(text: string, size: string): { raw: JsonObject } | { problem: string } {
  const maxLength = /^[1-9][0-9]*$/.test(size) ? Number(size) : Number.NaN
  if (Number.isSafeInteger(maxLength)) return { raw: { type: 'string', maxLength } }
  return { problem: `\`${text}\` gives no length: ${dueShortForm(text)}` }
}

const shortForms = ['string', 'integer', 'number', 'boolean'] as const

/** What to write in place of a text that is no short form. */
export function dueShortForm(text: string): string {
  const { word, size } = split(text)
  const meant = meantType(word)
  const written = meantDeclaration(text)
  if (written !== undefined) return `write \`${written.text}\``
  if (meant === 'array') return 'an array needs its `items`: write `{ type: array, items: … }`'
  if (meant === 'object') {
    return 'an object needs its `properties`: write `{ type: object, properties: … }`'
  }
  const meantForm = meantShortForm(text)
  if (meantForm !== undefined) return `did you mean \`${meantForm}\`?`
  if (meant === 'string') {
    return 'a string takes its largest length in brackets, such as `string(40)`'
  }
  if (meant !== undefined && size !== undefined) {
    return `only a string takes a length: write \`${meant}\`, or \`{ type: ${meant}, maximum: … }\``
  }
  return 'the short forms are `string`, `string(40)`, `integer`, `number` and `boolean`'
}

/** The short form that a text was probably meant to be: `int` is `integer`, `text(40)` is `string(40)`. */
export function meantShortForm(text: string): string | undefined {
  const { word, size } = split(text)
  const meant = shortForms.find((form) => form === meantType(word))
  if (size === undefined) return meant
  return meant === 'string' && /^[1-9][0-9]{0,14}$/.test(size) ? `string(${size})` : undefined
}

/** What to write for a declaration, in braces or as a short form. */
export interface MeantDeclaration {
  readonly text: string
  readonly value: string | { readonly [keyword: string]: string }
}

/** What a text in place of a declaration was probably meant to be. */
export function meantFor(text: string): MeantDeclaration | undefined {
  const short = meantShortForm(text)
  return meantDeclaration(text) ?? (short === undefined ? undefined : { text: short, value: short })
}

/** Keywords of a declaration with their values. */
export interface MeantKeywords {
  readonly [keyword: string]: string | number
}

/** What a `type` that is none was meant to say: `date`, `string[]` and `string(40)` say more. */
export function meantKeywords(type: string): MeantKeywords | undefined {
  const { value } = meantDeclaration(type) ?? {}
  if (typeof value === 'object') return value
  const short = type.includes('(') ? meantShortForm(type) : undefined
  const maxLength = Number(/\d+/.exec(short ?? ''))
  return short === undefined ? undefined : { type: 'string', maxLength }
}

/** The declaration that a word of another language stands for: `string[]`, `date`, `url`. */
function meantDeclaration(text: string): MeantDeclaration | undefined {
  const word = text.trim()
  const [, before, inside] =
    /^(?:([^[\]<>]+)\[\]|(?:array|list)(?:<(.+)>|\[(.+)\]))$/i.exec(word) ?? []
  const items = meantShortForm(before ?? inside ?? '')
  if (items !== undefined) return written({ type: 'array', items })
  const format = otherFormats.get(word.toLowerCase().replaceAll(/[ _-]/g, ''))
  return format === undefined ? undefined : written({ type: 'string', format })
}

function written(value: { readonly [keyword: string]: string }): MeantDeclaration {
  return { text: `{ ${listKeywords(value)} }`, value }
}

/** `type: string, format: date` */
export function listKeywords(value: MeantKeywords): string {
  return Object.entries(value)
    .map(([keyword, word]) => `${keyword}: ${word}`)
    .join(', ')
}

/** What other languages have as types and JSON Schema as formats of strings. */
const otherFormats: ReadonlyMap<string, string> = new Map([
  ...Object.keys(formats).map((format) => [format.replaceAll('-', ''), format] as const),
  ['timestamp', 'date-time'],
  ['guid', 'uuid'],
  ['mail', 'email'],
  ['url', 'uri'],
  ['link', 'uri'],
  ['phone', 'e164'],
  ['phonenumber', 'e164'],
  ['tel', 'e164'],
])

function split(text: string): { readonly word: string; readonly size: string | undefined } {
  const trimmed = text.trim()
  const [, word = trimmed, size] = /^([^(\s]*)\s*\((.*)\)$/s.exec(trimmed) ?? []
  return { word, size: size?.trim() }
}

/** The type that a word probably stands for. */
export function meantType(word: string): Declaration['type'] | undefined {
  const small = word.trim().toLowerCase()
  const known = declarationTypes.find((type) => type === small) ?? otherWords.get(small)
  if (known !== undefined) return known
  const near = nearMiss(small, declarationTypes)
  return declarationTypes.find((type) => type === near)
}
