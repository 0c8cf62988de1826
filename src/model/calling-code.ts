import { isBsuid } from './bsuid.ts'

/**
 * The calling codes of two digits; 1 and 7 stand alone, and all others have three.
 * @see https://www.itu.int/pub/T-SP-E.164D (assigned codes, read 2026-11)
 */
const twoDigits: ReadonlySet<string> = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
)

/** Where a recipient is: the calling code of an E.164 number (`+44`), the country of a BSUID (`US`). */
export function callingCodeOf(to: string): string {
  if (isBsuid(to)) return to.slice(0, 2)
  if (/^\+[17]/.test(to)) return to.slice(0, 2)
  return twoDigits.has(to.slice(1, 3)) ? to.slice(0, 3) : to.slice(0, 4)
}
