import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKeyIndex } from '../../src/model/key-index.ts'

describe('a key index', () => {
  it('finds what a map would, however many keys were expected', () => {
    const keys = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 3 }))
    const pairs = fc.array(fc.tuple(keys, fc.nat()), { maxLength: 60 })
    fc.assert(
      fc.property(pairs, fc.nat({ max: 2000 }), (entries, expected) => {
        const index = createKeyIndex(expected)
        const map = new Map<string, number>()
        for (const [[key, check], value] of entries) {
          const name = `${key} ${check}`
          expect(index.add(key, check, value)).toBe(map.get(name))
          if (!map.has(name)) map.set(name, value)
        }
        expect(index.size).toBe(map.size)
        for (const [[key, check]] of entries) {
          expect(index.find(key, check)).toBe(map.get(`${key} ${check}`))
        }
        expect(index.find(41, 0)).toBeUndefined()
      }),
    )
  })

  it('keeps all that it holds when it grows', () => {
    const index = createKeyIndex()
    const count = 5000
    for (let key = 1; key <= count; key++) index.add(key * 2 ** 20, key, key)
    const found = Array.from({ length: count }, (_, at) => index.find((at + 1) * 2 ** 20, at + 1))
    expect(found).toEqual(Array.from({ length: count }, (_, at) => at + 1))
  })
})
