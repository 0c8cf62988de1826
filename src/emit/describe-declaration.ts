import type {
  ArrayDeclaration,
  Declaration,
  NumberDeclaration,
  StringDeclaration,
} from '../model/declaration.ts'

import { formats } from '../model/formats.ts'

/** What a declaration holds a value to and its type cannot say, in short sentences; often nothing. */
export function describeBounds(declaration: Declaration): string {
  if (declaration.enum !== undefined || declaration.const !== undefined) return ''
  switch (declaration.type) {
    case 'string':
      return describeString(declaration)
    case 'integer':
    case 'number':
      return describeNumber(declaration)
    case 'array':
      return describeArray(declaration)
    default:
      return ''
  }
}

function describeString(declaration: StringDeclaration): string {
  const { minLength, maxLength, pattern, format, multiline } = declaration
  return sentences([
    describeRange(minLength, maxLength, 'characters'),
    format === undefined ? undefined : formats[format].description,
    pattern === undefined ? undefined : `matches \`${pattern}\``,
    multiline === true ? 'may have several lines' : undefined,
  ])
}

function describeNumber(declaration: NumberDeclaration): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = declaration
  return sentences([
    declaration.type === 'integer' ? 'an integer' : undefined,
    describeRange(minimum, maximum, ''),
    exclusiveMinimum === undefined ? undefined : `more than ${exclusiveMinimum}`,
    exclusiveMaximum === undefined ? undefined : `less than ${exclusiveMaximum}`,
    multipleOf === undefined ? undefined : `a multiple of ${multipleOf}`,
  ])
}

function describeArray(declaration: ArrayDeclaration): string {
  const { items, minItems, maxItems, uniqueItems, uniqueBy } = declaration
  const each = describeBounds(items).replace(/\.$/, '')
  const keys = uniqueBy?.map((name) => `\`${name}\``).join(' or ')
  return sentences([
    describeRange(minItems, maxItems, 'items'),
    uniqueItems === true ? 'no two are the same' : undefined,
    keys === undefined ? undefined : `no two share ${keys}`,
    each === '' ? undefined : `each ${each.charAt(0).toLowerCase()}${each.slice(1)}`,
  ])
}

function describeRange(
  min: number | undefined,
  max: number | undefined,
  noun: string,
): string | undefined {
  const unit = noun === '' ? '' : ` ${noun}`
  if (min !== undefined && min === max) return `exactly ${min}${unit}`
  if (min !== undefined && max !== undefined) return `${min} to ${max}${unit}`
  if (max !== undefined) return `at most ${max}${unit}`
  return min === undefined ? undefined : `at least ${min}${unit}`
}

/** `At most 40 characters, in the format …` */
function sentences(parts: readonly (string | undefined)[]): string {
  const text = parts.filter((part) => part !== undefined).join(', ')
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
