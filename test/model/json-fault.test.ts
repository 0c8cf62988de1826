import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonFault } from '../../src/model/json-fault.ts'

describe('findJsonFault', () => {
  it.each([
    ['{ "a": 1, }', 10, 'a key in double quotes was expected'],
    ['[1, ]', 4, 'a value was expected'],
    ['{ "a" 1 }', 6, '`:` was expected'],
    ['{ a: 1 }', 2, 'a key in double quotes or `}`'],
    ["{ 'a': 1 }", 2, 'a key in double quotes or `}`'],
    ['{ "a": 1 // why\n}', 9, '`,` or the end'],
    ['{ "a": 1', 8, 'ends too early'],
    ['', 0, 'ends too early'],
    ['{} {}', 3, 'the end of the file'],
    ['[1}', 2, '`,` or the end'],
    ['[01]', 1, 'a value or `]`'],
    ['["a\nb"]', 1, 'a value or `]`'],
  ])('finds the fault of %j', (text, offset, message) => {
    expect(findJsonFault(text)).toEqual({ offset, message: expect.stringContaining(message) })
  })

  it('agrees with JSON.parse', () => {
    const piece = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', ' ', '"a"', '"\\u00e9"', '1', '-0.5e3', '-', 'true', 'nul'],
    )
    const text = fc.oneof(
      fc.json(),
      fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join('')),
      fc.tuple(fc.json(), fc.nat(), piece).map(([json, place, inserted]) => {
        const index = place % (json.length + 1)
        return json.slice(0, index) + inserted + json.slice(index)
      }),
    )
    fc.assert(
      fc.property(text, (json) => {
        expect(findJsonFault(json) === undefined, json).toBe(isJson(json))
      }),
      { numRuns: 2000 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
