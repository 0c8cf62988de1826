import { fractionDigits, multiplesBetween } from './decimal.ts'
import type { NumberDeclaration } from './declaration.ts'
import { rangeOf } from './number-range.ts'
import type { Interval } from './shape.ts'

/** The length of `-0.0000012345678901234567`: no number has a longer decimal form. */
export const longestNumber = 25

/** Up to so many, the integers of a range are listed one by one. */
const maxListed = 32

/** The integers that a declaration allows: `first`, `first + step` … `last`; none if `count` < 1. */
export interface Steps {
  readonly first: number
  readonly last: number
  readonly step: number
  readonly count: number
}

/** The integers that a declaration allows. */
export function stepsOf(declaration: NumberDeclaration): Steps {
  const range = rangeOf(declaration)
  const step = declaration.multipleOf ?? 1
  const lowest = Math.max(range.min, Number.MIN_SAFE_INTEGER)
  const highest = Math.min(range.max, Number.MAX_SAFE_INTEGER)
  const first = lowest - (lowest % step) + (lowest % step > 0 ? step : 0)
  const last = highest - (highest % step) - (highest % step < 0 ? step : 0)
  // Adding zero turns minus zero into zero.
  return { first: first + 0, last: last + 0, step, count: (last - first) / step + 1 }
}

/** All numbers that a declaration allows, where they are few. */
export function listNumbers(declaration: NumberDeclaration): readonly number[] | undefined {
  if (declaration.type === 'number') return listReals(declaration)
  const { first, step, count } = stepsOf(declaration)
  if (count > maxListed) return undefined
  return Array.from({ length: count }, (_, index) => first + index * step)
}

/** Only with `multipleOf` are they few. */
function listReals(declaration: NumberDeclaration): readonly number[] | undefined {
  const { multipleOf } = declaration
  const { min, max } = rangeOf(declaration)
  const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = declaration
  if (multipleOf === undefined || !((max - min) / multipleOf < maxListed)) return undefined
  return multiplesBetween(min, max, multipleOf).filter(
    (value) => value > exclusiveMinimum && value < exclusiveMaximum,
  )
}

/** How long the decimal forms of the allowed numbers are. */
export function lengthOfNumbers(declaration: NumberDeclaration): Interval {
  return declaration.type === 'integer' ? lengthOfIntegers(declaration) : lengthOfReals(declaration)
}

function lengthOfIntegers(declaration: NumberDeclaration): Interval {
  const { first, last } = stepsOf(declaration)
  // Zero is a multiple of everything, so a range around it holds it.
  const nearest = first > 0 ? first : Math.min(0, last)
  const ends = [String(first).length, String(last).length]
  return { min: String(nearest).length, max: Math.max(...ends) }
}

function lengthOfReals(declaration: NumberDeclaration): Interval {
  const range = rangeOf(declaration)
  const sign = range.min < 0 ? 1 : 0
  const longest = Math.min(longestNumber - 1 + sign, lengthOfMultiples(declaration, range))
  return { min: Math.min(shortestReal(range), longest), max: longest }
}

/** With `multipleOf` a number has no more decimals than that has. */
function lengthOfMultiples({ multipleOf }: NumberDeclaration, range: Interval): number {
  const isWrittenOut = Math.abs(range.min) < 1e21 && Math.abs(range.max) < 1e21
  if (multipleOf === undefined || !isWrittenOut) return Number.POSITIVE_INFINITY
  const decimals = fractionDigits(multipleOf)
  const tail = decimals === 0 ? 0 : 1 + decimals
  const ends = [range.min, range.max].map(
    (end) => (end < 0 ? 1 : 0) + BigInt(Math.trunc(Math.abs(end))).toString().length,
  )
  return Math.max(...ends) + tail
}

/**
 * The bounds that a declaration lacks for no number to be longer than `max` units: as wide as they
 * can be with as many digits at both ends as there is room for. Undefined where none would do, or
 * nothing would be left.
 */
export function rangeOfLength(
  declaration: NumberDeclaration,
  max: number,
): { readonly minimum?: number; readonly maximum?: number } | undefined {
  const { type, multipleOf } = declaration
  if (type === 'number' && multipleOf === undefined) return undefined
  const decimals = multipleOf === undefined ? 0 : fractionDigits(multipleOf)
  const digits = Math.min(15, max - (decimals === 0 ? 0 : 1 + decimals))
  if (digits < 1) return undefined
  const range = rangeOf(declaration)
  const [lowest, highest] = [digits > 1 ? 1 - 10 ** (digits - 1) : 0, 10 ** digits - 1]
  const lacking = {
    ...(range.min < lowest ? { minimum: lowest } : {}),
    ...(range.max > highest ? { maximum: highest } : {}),
  }
  const narrowed = { ...declaration, ...lacking }
  const { min, max: most } = rangeOf(narrowed)
  const isPossible = type === 'integer' ? stepsOf(narrowed).count > 0 : min <= 0 && most >= 0
  return isPossible && lengthOfNumbers(narrowed).max <= max ? lacking : undefined
}

/** A number that is not whole has a sign, a digit, a point and a digit at least, or an exponent. */
function shortestReal({ min, max }: Interval): number {
  const broken = max <= 0 ? 4 : 3
  const lowest = Math.ceil(min)
  const highest = Math.floor(max)
  if (lowest > highest) return broken
  if (lowest <= 9 && highest >= 0) return 1
  const nearest = String(lowest > 0 ? lowest : highest).length
  return Math.min(nearest, 5)
}
