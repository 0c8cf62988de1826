import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blankCharacters,
  charactersOf,
  complementOf,
  hasCharacter,
  intersectSets,
  lineCharacters,
  uniteSets,
} from '../../src/model/character-set.ts'
import { costOf, jsonBytesOfValue } from '../../src/model/json-bytes.ts'
import type { CharacterSet } from '../../src/model/shape.ts'

const sets: fc.Arbitrary<CharacterSet> = fc
  .array(fc.tuple(fc.nat(40), fc.nat(6)), { maxLength: 6 })
  .map((ranges) =>
    uniteSets([ranges.map(([first, size]): [number, number] => [first, first + size])]),
  )

describe('sets of characters', () => {
  it('follow the laws of sets', () => {
    fc.assert(
      fc.property(sets, sets, fc.nat(50), (left, right, codePoint) => {
        const [inLeft, inRight] = [hasCharacter(left, codePoint), hasCharacter(right, codePoint)]
        expect(left.some(([first, last]) => first <= codePoint && codePoint <= last)).toBe(inLeft)
        expect(hasCharacter(uniteSets([left, right]), codePoint)).toBe(inLeft || inRight)
        expect(hasCharacter(intersectSets(left, right), codePoint)).toBe(inLeft && inRight)
        expect(hasCharacter(complementOf(left), codePoint)).toBe(!inLeft)
      }),
    )
  })

  it('stay sorted and without overlaps', () => {
    fc.assert(
      fc.property(sets, sets, (left, right) => {
        for (const set of [
          uniteSets([left, right]),
          intersectSets(left, right),
          complementOf(left),
        ]) {
          const ends = set.flat()
          expect(ends).toEqual(ends.toSorted((one, other) => one - other))
        }
      }),
    )
  })

  it('know exactly what `trim()` removes', () => {
    const removed = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) => String.fromCharCode(code).trim() === '',
    )
    const listed = blankCharacters.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    )
    expect(listed).toEqual(removed)
  })

  it('hold the characters of a text', () => {
    expect(charactersOf('cab😀a')).toEqual([
      [0x61, 0x63],
      [0x1f600, 0x1f600],
    ])
  })
})

describe('costOf', () => {
  it('agrees with what JSON and UTF-8 make of each character', () => {
    const characters = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
    fc.assert(
      fc.property(
        fc.oneof(
          characters,
          fc.nat(0x2ff).map((code) => String.fromCodePoint(code)),
        ),
        (character) => {
          const cost = costOf(charactersOf(character))
          const bytes = jsonBytesOfValue(character) - 2
          expect(cost?.bytes).toEqual({ min: bytes, max: bytes })
          expect(cost?.units).toEqual({ min: character.length, max: character.length })
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('spans the cheapest and the dearest', () => {
    expect(costOf(lineCharacters)).toEqual({
      units: { min: 1, max: 2 },
      bytes: { min: 1, max: 4 },
      bytesPerUnit: { min: 1, max: 3 },
    })
    expect(costOf([])).toBeUndefined()
  })
})
