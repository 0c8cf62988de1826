import type { ArrayDeclaration, Declaration } from './declaration.ts'
import { hasOwn } from './json.ts'
import { listValues } from './list-values.ts'
import { stepsOf } from './number-shape.ts'
import { remember } from './remember.ts'
import { caselessJson } from './same-value.ts'
import type { Interval } from './shape.ts'

/**
 * How few and how many items a list can have. One whose items must differ in something of few
 * values is no longer than these are many.
 */
export const itemsOf: (list: ArrayDeclaration) => Interval = remember((list) => ({
  min: list.minItems ?? 0,
  max: Math.min(list.maxItems, mostItems(list)),
}))

/** How many items a list can have at most before two must be the same; `Infinity` where unknown. */
export function mostItems({ items, uniqueItems, uniqueBy = [] }: ArrayDeclaration): number {
  const counts = uniqueItems === true ? [distinctCount(items)] : []
  if (items.type === 'object') {
    const { properties } = items
    for (const name of uniqueBy) {
      const property = hasOwn(properties, name) ? properties[name] : undefined
      if (property !== undefined) counts.push(distinctCount(property))
    }
  }
  return Math.min(Number.POSITIVE_INFINITY, ...counts)
}

/** An upper bound of how many different values there are; case does not count. */
function distinctCount(declaration: Declaration): number {
  const listed = listValues(declaration)
  if (listed !== undefined) return new Set(listed.map(caselessJson)).size
  if (declaration.type === 'integer') return stepsOf(declaration).count
  if (declaration.type !== 'object') return Number.POSITIVE_INFINITY
  const counts = Object.values(declaration.properties).map(distinctCount)
  return counts.reduce((product, count) => product * count, 1)
}
