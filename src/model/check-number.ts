import type { Fault } from './check-string.ts'
import { isMultipleOf } from './decimal.ts'
import type { NumberDeclaration } from './declaration.ts'

/** Finds what is wrong with a number. */
export function faultOfNumber(value: number, declaration: NumberDeclaration): Fault | undefined {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = declaration
  if (!Number.isFinite(value) || (type === 'integer' && !Number.isSafeInteger(value))) {
    const need =
      type === 'integer' ? 'a whole number from -(2^53 - 1) to 2^53 - 1' : 'a finite number'
    return { keyword: 'type', message: `is ${value}, and ${need} is needed` }
  }
  const outside = (keyword: string, range: string): Fault => ({
    keyword,
    message: `is ${value}, and must be ${range}`,
  })
  if (minimum !== undefined && value < minimum) return outside('minimum', `at least ${minimum}`)
  if (maximum !== undefined && value > maximum) return outside('maximum', `at most ${maximum}`)
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
    return outside('exclusiveMinimum', `above ${exclusiveMinimum}`)
  }
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) {
    return outside('exclusiveMaximum', `below ${exclusiveMaximum}`)
  }
  if (multipleOf === undefined || isMultipleOf(value, multipleOf)) return undefined
  return outside('multipleOf', `a multiple of ${multipleOf}`)
}
