import { hashText } from './hash-text.ts'
import { createKeyIndex } from './key-index.ts'

/** Which recipients were seen, and in which line first. */
export interface RecipientIndex {
  readonly size: number
  /** Notes a recipient; returns the line where it stood before, if it did. */
  add(to: string, line: number): number | undefined
}

/**
 * Makes an index of recipients. A number of E.164 is its own key. A BSUID is reduced to 84 bits:
 * that two of a million meet by chance has a probability of 10^-14, and would be reported as a
 * repetition, never lead to one.
 */
export function createRecipientIndex(): RecipientIndex {
  const index = createKeyIndex()
  return {
    get size() {
      return index.size
    },
    add: (to, line) => {
      const { key, check } = keyOf(to)
      return index.add(key, check, line)
    },
  }
}

function keyOf(to: string): { readonly key: number; readonly check: number } {
  if (to.startsWith('+')) return { key: Number(to), check: 0 }
  // Negative, so that no BSUID has the key of a number.
  const key = -(1 + (hashText(to, 1) & 0xfffff) * 2 ** 32 + hashText(to, 2))
  return { key, check: hashText(to, 3) }
}
