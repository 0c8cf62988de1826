import type { Declaration } from '../model/declaration.ts'
import { describeValue } from '../model/describe-value.ts'
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
  if (['string', 'integer', 'number', 'boolean'].includes(text)) return { raw: { type: text } }
  return { problem: explain(text, word, size) }
}

function expandString(text: string, size: string): { raw: JsonObject } | { problem: string } {
  const maxLength = /^[1-9][0-9]*$/.test(size) ? Number(size) : Number.NaN
  if (Number.isSafeInteger(maxLength)) return { raw: { type: 'string', maxLength } }
  const problem = `\`${text}\` gives no length: write the most characters from 1 on between the brackets, as in \`string(40)\``
  return { problem }
}

function explain(text: string, word: string, size: string | undefined): string {
  const forms = 'short forms are `string`, `string(40)`, `integer`, `number` and `boolean`'
  const meant = meantType(word)
  if (meant === 'array') return `an array needs its \`items\`: write \`{ type: array, items: … }\``
  if (meant === 'object') {
    return `an object needs its \`properties\`: write \`{ type: object, properties: … }\``
  }
  if (meant === undefined) return `${describeValue(text)} is no declaration: ${forms}`
  if (size === undefined)
    return `${describeValue(text)} is no declaration: did you mean \`${meant}\``
  if (meant === 'string') {
    return `${describeValue(text)} is no declaration: did you mean \`string(${size})\``
  }
  return `${describeValue(text)} is no declaration: only a string takes a length: write \`${meant}\`, or \`{ type: ${meant}, maximum: … }\``
}

/** The type that a word probably stands for. */
export function meantType(word: string): Declaration['type'] | undefined {
  const small = word.trim().toLowerCase()
  const known = declarationTypes.find((type) => type === small) ?? otherWords.get(small)
  if (known !== undefined) return known
  const near = nearMiss(small, declarationTypes)
  return declarationTypes.find((type) => type === near)
}
