import { describe, expect, it } from 'vitest'
import { hasCharacter } from '../../src/model/character-set.ts'
import { foldCase } from '../../src/model/fold-case.ts'
import { foldSet, unfold } from '../../src/model/fold-edges.ts'
import type { CharacterSet } from '../../src/model/shape.ts'

const lastCased = 0x1ffff

function codesOf(text: string): readonly number[] {
  return [...text].map((character) => character.codePointAt(0) ?? 0)
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}

/** What every character of a set is folded to, one after the other. */
function foldedOf(set: CharacterSet): readonly (readonly [code: number, to: readonly number[]])[] {
  return set.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index)
      .filter((code) => !isSurrogate(code))
      .map((code) => [code, codesOf(foldCase(String.fromCodePoint(code)))] as const),
  )
}

const sets: { readonly [name: string]: CharacterSet } = {
  'capital letters': [[0x41, 0x5a]],
  'a letter from afar behind ASCII': [
    [0x30, 0x39],
    [0x17f, 0x17f],
  ],
  'small letters and a sharp s': [
    [0x61, 0x7a],
    [0xdf, 0xdf],
  ],
  ligatures: [[0xfb00, 0xfb06]],
  'capital sharp s and its like': [[0x1e90, 0x1eff]],
  Greek: [[0x370, 0x3ff]],
  Deseret: [[0x10400, 0x1044f]],
  'every character that has a case': [
    [0, 0xd7ff],
    [0xe000, lastCased],
  ],
}

describe('foldSet', () => {
  it.each(Object.entries(sets))('holds what is made of %s, and nothing else', (_name, set) => {
    const { single, several } = foldSet(set)
    const all = foldedOf(set).map(([, to]) => to)
    const ones = new Set(all.filter((to) => to.length === 1).map(([code = 0]) => code))
    const listed = single.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_value, index) => first + index),
    )
    expect(new Set(listed.filter((code) => !isSurrogate(code)))).toEqual(ones)
    const lengths = new Set(all.map((to) => to.length).filter((length) => length > 1))
    expect(new Set(several.map((places) => places.length))).toEqual(lengths)
    const missing = all.filter(
      (to) =>
        to.length > 1 &&
        !several.some(
          (places) =>
            places.length === to.length &&
            to.every((code, index) => hasCharacter(places[index] ?? [], code)),
        ),
    )
    expect(missing).toEqual([])
  })

  it('knows how far up characters have a case', () => {
    const cased: number[] = []
    for (let code = lastCased + 1; code <= 0x10ffff; code += 7) {
      const text = String.fromCodePoint(code)
      if (foldCase(text) !== text) cased.push(code)
    }
    expect(cased).toEqual([])
  })
})

describe('unfold', () => {
  it('finds the character again that was folded', () => {
    const lost = foldedOf([
      [0, 0x24f],
      [0x1e90, 0x1fff],
      [0xfb00, 0xfb06],
    ]).filter(([code, [first = 0]]) => unfold([[code, code]], first) !== code)
    expect(lost).toEqual([])
  })

  it('finds nothing where nothing becomes the character', () => {
    expect(unfold([[0x61, 0x7a]], 0x30)).toBeUndefined()
  })
})
