import { describe, expect, it } from 'vitest'
import { hasCharacter } from '../../src/model/character-set.ts'
import { alphabetOf, anyText, graphOf } from '../../src/model/pattern-graph.ts'
import { compilePattern } from '../../src/model/pattern-program.ts'
import type { CharacterSet } from '../../src/model/shape.ts'

function charactersOf(characterClass: string): CharacterSet {
  const result = compilePattern(`^${characterClass}$`)
  if ('problem' in result) throw new Error(result.problem.message)
  return alphabetOf(graphOf(result.compiled.root, anyText))
}

/** Every so many characters, and all at the ends of the planes. */
function* samples(): Generator<number> {
  for (let code = 0; code <= 0x10ffff; code += 23) yield code
  for (let plane = 0; plane <= 16; plane++) {
    for (let offset = -3; offset < 3; offset++) {
      const code = plane * 0x10000 + offset
      if (code >= 0) yield code
    }
  }
  for (const edge of [0x0, 0xd7fe, 0xdfff, 0xfffe, 0x1fffe, 0x10fffd, 0x10fffe]) {
    for (const code of [edge, edge + 1]) yield code
  }
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}

describe('the characters of a class', () => {
  it.each([
    ...['\\p{L}', '\\p{Lu}', '\\P{L}', '\\p{Co}', '\\p{Cn}', '\\P{Cn}', '\\p{Script=Han}'],
    ...['\\p{Noncharacter_Code_Point}', '\\p{Default_Ignorable_Code_Point}', '[^\\p{L}\\s]'],
    ...['\\p{ASCII}', '\\p{Variation_Selector}', '[\\p{Nd}_-]'],
  ])('are those that the engine finds in %s', (source) => {
    const set = charactersOf(source)
    const native = new RegExp(`^${source}$`, 'u')
    const wrong = [
      ...samples(),
      ...set.flatMap(([first, last]) => [first - 1, first, last, last + 1]),
    ]
      .filter((code) => code >= 0 && code <= 0x10ffff && !isSurrogate(code))
      .filter((code) => hasCharacter(set, code) !== native.test(String.fromCodePoint(code)))
    expect(wrong).toEqual([])
  })
})
