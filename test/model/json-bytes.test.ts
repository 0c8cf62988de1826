import { describe, expect, it } from 'vitest'
import { costOf, jsonBytesOfValue, utf8Length } from '../../src/model/json-bytes.ts'
import type { CharacterSet, Interval } from '../../src/model/shape.ts'

/** Where characters begin, or cease, to cost the same, and everything near it. */
const places: readonly (readonly [first: number, last: number])[] = [
  [0, 0x8ff],
  [0xd700, 0xe100],
  [0xff00, 0x10100],
  [0x10ff00, 0x10ffff],
]

function* codePoints(): Generator<number> {
  for (const [first, last] of places) for (let code = first; code <= last; code++) yield code
}

function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2
}

describe('costOf', () => {
  it('says of every character what it takes', () => {
    const wrong = [...codePoints()].filter((code) => {
      const text = String.fromCodePoint(code)
      const cost = costOf([[code, code]])
      const bytes = bytesOf(text)
      return (
        cost?.units.min !== text.length ||
        cost.units.max !== text.length ||
        cost.bytes.min !== bytes ||
        cost.bytes.max !== bytes ||
        cost.bytesPerUnit.max !== bytes / text.length
      )
    })
    expect(wrong).toEqual([])
  })

  it('says of a set what its cheapest and its dearest character take', () => {
    const set: CharacterSet = [
      [0x0a, 0x0a],
      [0xe9, 0xe9],
      [0x1f600, 0x1f610],
    ]
    expect(costOf(set)).toEqual({
      units: { min: 1, max: 2 },
      bytes: { min: 2, max: 4 },
      bytesPerUnit: { min: 2, max: 2 },
    })
  })

  it.each([
    [
      [
        [0x01, 0x01],
        [0x61, 0x61],
      ],
      { min: 1, max: 6 },
      { min: 1, max: 6 },
    ],
    [
      [
        [0x61, 0x61],
        [0x4e00, 0x4e00],
      ],
      { min: 1, max: 3 },
      { min: 1, max: 3 },
    ],
    [
      [
        [0x4e00, 0x4e00],
        [0x1f600, 0x1f600],
      ],
      { min: 3, max: 4 },
      { min: 2, max: 3 },
    ],
    [[[0, 0x10ffff]], { min: 1, max: 6 }, { min: 1, max: 6 }],
  ] satisfies readonly [CharacterSet, Interval, Interval][])(
    'finds the dearest of %j wherever it stands',
    (set, bytes, bytesPerUnit) => {
      expect(costOf(set)).toMatchObject({ bytes, bytesPerUnit })
    },
  )
})

describe('utf8Length', () => {
  it('counts the bytes of every well-formed text', () => {
    const wrong = [...codePoints()].filter((code) => {
      if (code >= 0xd800 && code <= 0xdfff) return false
      const text = `a${String.fromCodePoint(code)}`
      return utf8Length(text) !== Buffer.byteLength(text)
    })
    expect(wrong).toEqual([])
  })

  it('counts what is escaped as it is written', () => {
    expect(jsonBytesOfValue('a"\\\n\u0001\ud800')).toBe(2 + 1 + 2 + 2 + 2 + 6 + 6)
  })
})
