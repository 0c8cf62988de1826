import type { TextBounds } from './bounds.ts'
import { foldCase } from './fold-case.ts'
import type { TextShape } from './shape.ts'

/** How two texts are compared. */
export type Comparison = 'trimmed' | 'ignoring-case'

/** So many pairs of places are looked at before two texts are said to be perhaps the same. */
export const searchBudget = 4000

/**
 * Whether two texts of which every value is known have one in common. Undefined where the values of
 * one of them are too many to be listed.
 */
export function haveEqualValues(
  left: TextBounds,
  right: TextBounds,
  how: Comparison,
): boolean | undefined {
  const [ours, theirs] = [valuesOf(left, how), valuesOf(right, how)]
  if (ours === undefined || theirs === undefined) return undefined
  for (const value of ours) if (theirs.has(value)) return true
  return false
}

const knownValues = {
  trimmed: new WeakMap<TextShape, ReadonlySet<string>>(),
  'ignoring-case': new WeakMap<TextShape, ReadonlySet<string>>(),
}

/** The values of a text, where they are few: each text is compared with every sibling. */
function valuesOf({ shape }: TextBounds, how: Comparison): ReadonlySet<string> | undefined {
  if (shape.values === undefined) return undefined
  const known = knownValues[how].get(shape)
  if (known !== undefined) return known
  const values = new Set(shape.values.map((value) => normalizeText(value, how)))
  knownValues[how].set(shape, values)
  return values
}

/** A text as it is compared. */
export function normalizeText(text: string, how: Comparison): string {
  return how === 'trimmed' ? text.trim() : foldCase(text.trim())
}
