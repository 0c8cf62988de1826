import type { JsonValue } from './json.ts'
import { remember } from './remember.ts'
import type { CharacterSet, Interval } from './shape.ts'

/** How many bytes a value takes on the wire: the UTF-8 length of its compact JSON. */
export function jsonBytesOfValue(value: JsonValue): number {
  return utf8Length(JSON.stringify(value))
}

/** The UTF-8 length of a well-formed text. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit > 0x7f) bytes++
    // The two halves of a surrogate pair make four bytes together.
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes++
  }
  return bytes
}

// Ranges in which every character costs the same inside a JSON string.
const costs: readonly (readonly [first: number, last: number, units: number, bytes: number])[] = [
  [0x00, 0x07, 1, 6],
  [0x08, 0x0a, 1, 2],
  [0x0b, 0x0b, 1, 6],
  [0x0c, 0x0d, 1, 2],
  [0x0e, 0x1f, 1, 6],
  [0x20, 0x21, 1, 1],
  [0x22, 0x22, 1, 2],
  [0x23, 0x5b, 1, 1],
  [0x5c, 0x5c, 1, 2],
  [0x5d, 0x7f, 1, 1],
  [0x80, 0x7ff, 1, 2],
  [0x800, 0xd7ff, 1, 3],
  [0xd800, 0xdfff, 1, 6],
  [0xe000, 0xffff, 1, 3],
  [0x10000, 0x10ffff, 2, 4],
]

/** What one character of a set costs; nothing for the empty set. */
export interface CharacterCost {
  /** UTF-16 code units. */
  readonly units: Interval
  /** UTF-8 bytes inside a JSON string, escapes included. */
  readonly bytes: Interval
  /** Those bytes for each UTF-16 code unit. */
  readonly bytesPerUnit: Interval
}

/** What the cheapest and the dearest character of a set cost. */
export const costOf: (set: CharacterSet) => CharacterCost | undefined = remember((set) => {
  const least = { units: Infinity, bytes: Infinity, bytesPerUnit: Infinity }
  const most = { units: 0, bytes: 0, bytesPerUnit: 0 }
  for (const [first, last, units, bytes] of costs) {
    if (!set.some((range) => range[0] <= last && range[1] >= first)) continue
    const bytesPerUnit = bytes / units
    least.units = Math.min(least.units, units)
    least.bytes = Math.min(least.bytes, bytes)
    least.bytesPerUnit = Math.min(least.bytesPerUnit, bytesPerUnit)
    most.units = Math.max(most.units, units)
    most.bytes = Math.max(most.bytes, bytes)
    most.bytesPerUnit = Math.max(most.bytesPerUnit, bytesPerUnit)
  }
  if (most.units === 0) return undefined
  return {
    units: { min: least.units, max: most.units },
    bytes: { min: least.bytes, max: most.bytes },
    bytesPerUnit: { min: least.bytesPerUnit, max: most.bytesPerUnit },
  }
})
