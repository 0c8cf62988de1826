import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMark } from '../../../src/language/rules/markup-not-interpreted.ts'

/** The same in one expression, which takes quadratic time. */
const marked = /(?<![\p{L}\p{N}])([*_~`])(?=\S)[^\n]*?\S?\1(?![\p{L}\p{N}])/u

describe('findMark', () => {
  it.each([
    ['*Order*', '*'],
    ['a _b_ c', '_'],
    ['2*3*4', undefined],
    ['*one', undefined],
    ['*a _b_', '_'],
    ['*a\nb*', undefined],
  ])('finds in %j the mark %s', (text, mark) => {
    expect(findMark(text)).toBe(mark)
  })

  it('finds what one expression would', () => {
    const unit = fc.constantFrom('*', '_', '~', '`', 'a', '1', ' ', '\n', '.', '😀', '𝒜', '\ud835')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(findMark(text)).toBe(marked.exec(text)?.[1])
      }),
      { numRuns: 2000 },
    )
  })
})
