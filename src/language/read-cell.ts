import type { Declaration } from '../model/declaration.ts'
import { describeValue } from '../model/describe-value.ts'
import type { JsonValue } from '../model/json.ts'
import { findJsonFault } from '../model/json-fault.ts'
import { findRepeatedKey } from '../model/json-text.ts'

/** A cell's value, nothing where the cell leaves it out, or what is wrong. */
export type ReadCell = { readonly value?: JsonValue } | { readonly message: string }

/** Decimal digits that every number of JavaScript keeps. */
const maxDigits = 15

/**
 * Reads a cell as the type that its variable declares. An empty cell leaves the variable out, so
 * that a default applies; of a text without default it is the empty text.
 */
export function readCell(text: string, declaration: Declaration): ReadCell {
  if (declaration.type === 'string') return readText(text, declaration.default !== undefined)
  const trimmed = text.trim()
  if (trimmed === '') return {}
  switch (declaration.type) {
    case 'integer':
    case 'number':
      return readNumber(trimmed, declaration.type)
    case 'boolean':
      return readBoolean(trimmed)
    case 'array':
    case 'object':
      return readJson(trimmed, declaration.type)
    default:
      return declaration satisfies never
  }
}

function readText(text: string, hasDefault: boolean): ReadCell {
  return hasDefault && text === '' ? {} : { value: text }
}

function readNumber(text: string, type: 'integer' | 'number'): ReadCell {
  const isPlain = type === 'integer' ? /^[+-]?\d+$/ : /^[+-]?\d+(?:\.\d+)?$/
  if (!isPlain.test(text)) {
    const need = type === 'integer' ? 'a whole number' : 'a number'
    return {
      message: `is ${describeValue(text)}, and ${need} is needed: ${numberHint(text, type)}`,
    }
  }
  const digits = text.replace(/[+.-]/g, '').replace(/^0+/, '')
  if (digits.length > maxDigits) {
    return {
      message: `has ${digits.length} digits, and a number keeps ${maxDigits}: declare it as a string`,
    }
  }
  return { value: Number(text) }
}

function numberHint(text: string, type: 'integer' | 'number'): string {
  if (/^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text)) {
    return 'a spreadsheet shortened it, write all of its digits'
  }
  if (/^[+-]?\d{1,3}(?:[,.' ]\d{3})+$/.test(text)) return 'write it without separators'
  if (/^[+-]?\d+,\d+$/.test(text)) return 'write a point before its decimals'
  return type === 'integer' ? 'write digits only' : 'write digits, with a point before decimals'
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
])

function readBoolean(text: string): ReadCell {
  const value = booleans.get(text.toLowerCase())
  if (value !== undefined) return { value }
  return {
    message: `is ${describeValue(text)}, and a condition is needed: write true or false (yes, no, 1 and 0 are read too)`,
  }
}

function readJson(text: string, type: 'array' | 'object'): ReadCell {
  const fault = findJsonFault(text)
  const example = type === 'array' ? '[…]' : '{"name": …}'
  if (fault !== undefined) {
    return {
      message: `is an ${type}, so its cell holds JSON such as ${example}: ${fault.message} (character ${fault.offset + 1} of the cell)`,
    }
  }
  const repeated = findRepeatedKey(text)
  if (repeated !== undefined) {
    return { message: `has the key ${text.slice(repeated.start, repeated.end)} twice: remove one` }
  }
  return { value: JSON.parse(text) }
}
