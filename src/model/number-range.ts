import type { NumberDeclaration } from './declaration.ts'
import type { Interval } from './shape.ts'

/** The least and the greatest number that a declaration allows; an open end is infinite. */
export function rangeOf(declaration: NumberDeclaration): Interval {
  const listed = declaration.const === undefined ? declaration.enum : [declaration.const]
  const { min, max } = statedRange(declaration)
  if (listed === undefined) return { min, max }
  const allowed = listed.filter((value) => value >= min && value <= max)
  return { min: Math.min(...allowed), max: Math.max(...allowed) }
}

function statedRange(declaration: NumberDeclaration): Interval {
  // Bounds of integers are whole.
  const step = declaration.type === 'integer' ? 1 : 0
  const least = [declaration.minimum ?? -Infinity]
  const greatest = [declaration.maximum ?? Infinity]
  if (declaration.exclusiveMinimum !== undefined) {
    least.push(declaration.exclusiveMinimum + step)
  }
  if (declaration.exclusiveMaximum !== undefined) {
    greatest.push(declaration.exclusiveMaximum - step)
  }
  return { min: Math.max(...least), max: Math.min(...greatest) }
}
