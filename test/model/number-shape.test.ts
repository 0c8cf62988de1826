import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NumberDeclaration } from '../../src/model/declaration.ts'
import { lengthOfNumbers, rangeOfLength } from '../../src/model/number-shape.ts'

const integers = fc.record(
  {
    type: fc.constant('integer' as const),
    minimum: fc.integer({ min: -1e9, max: 1e9 }),
    maximum: fc.integer({ min: -1e9, max: 1e9 }),
    multipleOf: fc.integer({ min: 1, max: 50 }),
  },
  { requiredKeys: ['type'] },
)
const decimals = fc.record(
  {
    type: fc.constant('number' as const),
    minimum: fc.integer({ min: -1e9, max: 1e9 }),
    maximum: fc.integer({ min: -1e9, max: 1e9 }),
    multipleOf: fc.constantFrom(0.01, 0.5, 0.125, 2),
  },
  { requiredKeys: ['type', 'multipleOf'] },
)

describe('rangeOfLength', () => {
  it('keeps every number within the length, and no wider range would', () => {
    let narrowed = 0
    const check = (declaration: NumberDeclaration, max: number): void => {
      const { minimum = -Infinity, maximum = Infinity } = declaration
      fc.pre(minimum <= maximum)
      const lacking = rangeOfLength(declaration, max)
      if (lacking === undefined) return
      expect(lengthOfNumbers({ ...declaration, ...lacking }).max).toBeLessThanOrEqual(max)
      for (const end of ['minimum', 'maximum'] as const) {
        const bound = lacking[end]
        if (bound === undefined || declaration.multipleOf !== undefined) continue
        narrowed++
        const wider = { ...declaration, ...lacking, [end]: bound < 0 ? bound - 1 : bound + 1 }
        const isWider = end === 'maximum' || bound < 0
        if (isWider) expect(lengthOfNumbers(wider).max).toBeGreaterThan(max)
      }
    }
    const lengths = fc.integer({ min: 1, max: 12 })
    fc.assert(fc.property(fc.oneof(integers, decimals), lengths, check), { numRuns: 2000 })
    expect(narrowed).toBeGreaterThan(100)
  })

  it('knows where there is no such range', () => {
    expect(rangeOfLength({ type: 'number' }, 10)).toBeUndefined()
    expect(rangeOfLength({ type: 'number', multipleOf: 0.01 }, 3)).toBeUndefined()
    expect(rangeOfLength({ type: 'integer', minimum: 100 }, 2)).toBeUndefined()
    expect(rangeOfLength({ type: 'integer', minimum: 1, maximum: 9 }, 2)).toEqual({})
    expect(rangeOfLength({ type: 'integer' }, 1)).toEqual({ minimum: 0, maximum: 9 })
  })
})
