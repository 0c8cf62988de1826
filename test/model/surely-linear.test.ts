import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { linearPattern } from '../../src/model/linear-pattern.ts'
import { parsePatternTree } from '../../src/model/pattern-parser.ts'
import { compilePattern } from '../../src/model/pattern-program.ts'
import { isSurelyLinear, maxWays } from '../../src/model/surely-linear.ts'
import { patterns, texts } from './arbitrary-pattern.ts'
import { countBacktracking } from './backtracking.ts'

vi.setConfig({ testTimeout: 30_000 })

// Patterns as people write them: a front, then pieces that seldom begin alike.
const pieces = fc.constantFrom(
  ...['a', 'b', '[0-9]', '\\d{2}', '[A-Z]{1,3}', '-', '\\.', '\\p{L}', '\\p{Lu}?', '[^a]', '.'],
  ...['\\w*', '\\s', '\\S+', '(ab|cd)*', '(a|b){2,4}', '(?:x(?:y|z)?)+', '(-[0-9]+)?', '\\n'],
  ...['[^\\p{L}]', '[\\p{L} ]{0,9}', '(a?|b)', '(|a)', '(a*)?', '(?:ab?){3}', '\\D', '\\W', '$'],
)
const written = fc
  .tuple(fc.array(pieces, { maxLength: 5 }), fc.constantFrom('$', ''))
  .map(([parts, end]) => `^${parts.join('')}${end}`)
const anyPattern = fc.oneof(
  written,
  patterns.filter((text) => text.split('(?<n>').length < 3),
)
const hostile = fc
  .array(
    fc.constantFrom(
      ...['a', 'b', 'A', 'z', '0', '9', '-', '.', ' ', 'é', 'É', '_', 'x', 'y', 'İ', 'ſ', 'K'],
      ...['\n', '\r', '\u2028', '\u2029', '\ufeff', '\u00a0', '\0', '😀', '\ud83d', '\ude00', '𝐀'],
    ),
    { maxLength: 12 },
  )
  .map((characters) => characters.join(''))
const pumped = fc
  .tuple(texts, fc.oneof(texts, hostile), texts)
  .map(([front, middle, end]) => front + middle.repeat(20).slice(0, 60) + end)

const isSafe = (source: string): boolean =>
  'compiled' in compilePattern(source) && isSurelyLinear(source)

describe('isSurelyLinear', () => {
  it.each([
    '^WW[0-9]{6}$',
    '^[0-9]{1,5}\\.[0-9]{2}$',
    '^[A-Z][a-z]{2} [0-9]{1,2}$',
    '^[\\p{L} ]{1,40}$',
    '^(ab|cd)*e',
    '^(?:a|b)$',
    '^[0-9]+(-[0-9]+)*$',
    '^a$|^b$',
    '^[a-z]+@[a-z]+$',
    '^(cat|car)$',
    '^(S|M|L|XL|XXL)$',
    '^(Mr|Mrs)( [A-Z][a-z]+)+$',
    '^(a?)?b',
    '^(a|ab)c$',
    '^a{0,3}a',
  ])('says yes of %s', (source) => {
    expect(isSurelyLinear(source)).toBe(true)
  })

  it.each([
    'a',
    '',
    'a$',
    '^a|b',
    '^(a+)+$',
    '^(a*)*$',
    '^(a|a)*$',
    '^(cat|car)*$',
    '^(a|aa)+$',
    '^(|)*$',
    '^a*a$',
    '^a{0,40}a',
    '^(a|ab){9}c',
    '^(a?b?)*$',
    '^.*x',
    '^\\w*\\p{L}$',
    '^(a^|b)c',
    '^(?:a?){1000}$',
    '^[a-z]{1000}[a-z]{0,1000}$',
    '(^a)*',
    '^(',
  ])('says no of %s', (source) => {
    expect(isSurelyLinear(source)).toBe(false)
  })

  it('gives up where an answer would take long', () => {
    const words = Array.from(
      { length: 500 },
      (_, index) => `${String.fromCodePoint(0x4e00 + index)}x`,
    )
    expect(isSurelyLinear(`^(?:${words.slice(0, 100).join('|')})$`)).toBe(true)
    expect(isSurelyLinear(`^(?:${words.join('|')})+$`)).toBe(false)
    expect(isSurelyLinear(`^(?:[ab]{1000}){1}[cd]{1000}[ef]{1000}$`)).toBe(false)
  })

  it('names patterns of which an engine says what the matcher says', () => {
    let safe = 0
    fc.assert(
      fc.property(
        anyPattern,
        fc.array(fc.oneof(texts, hostile, pumped), { minLength: 8, maxLength: 12 }),
        (source, samples) => {
          if (!isSafe(source)) return
          safe++
          const native = new RegExp(source, 'u')
          const ours = linearPattern(source)
          for (const text of samples) {
            expect([source, text, native.test(text)]).toEqual([source, text, ours.test(text)])
          }
        },
      ),
      { numRuns: 1000 },
    )
    expect(safe).toBeGreaterThan(150)
  })

  it('names patterns for which backtracking takes steps linear in the text', () => {
    let safe = 0
    fc.assert(
      fc.property(
        anyPattern,
        fc.array(pumped, { minLength: 4, maxLength: 6 }),
        (source, samples) => {
          if (!isSafe(source)) return
          safe++
          for (const text of samples) {
            expect([source, text, stepsOf(source, text) <= roomFor(source, text)]).toEqual([
              source,
              text,
              true,
            ])
          }
        },
      ),
      { numRuns: 800 },
    )
    expect(safe).toBeGreaterThan(120)
  })

  it('names patterns whose steps grow as the text does', () => {
    const parts = fc.tuple(texts, fc.oneof(texts, hostile), texts)
    fc.assert(
      fc.property(
        anyPattern,
        fc.array(parts, { minLength: 3, maxLength: 5 }),
        (source, samples) => {
          if (!isSafe(source)) return
          for (const [front, middle, end] of samples) {
            const [short = 0, longer = 0, longest = 0] = [30, 60, 120].map((times) =>
              stepsOf(source, front + middle.repeat(times) + end),
            )
            const isLinear = longest - longer <= 2.2 * (longer - short) + roomFor(source, '')
            expect([source, front, middle, end, isLinear]).toEqual([
              source,
              front,
              middle,
              end,
              true,
            ])
          }
        },
      ),
      { numRuns: 600 },
    )
    const squared = [30, 60, 120].map((times) => stepsOf('^a*a*$', `${'a'.repeat(times)}!`))
    const [short = 0, longer = 0, longest = 0] = squared
    expect(longest - longer).toBeGreaterThan(2.2 * (longer - short) + roomFor('^a*a*$', ''))
  })

  it('is needed: other patterns take more', () => {
    for (const source of ['^(a+)+$', '^(a|a)*$', '^(a*)*b$', '^(a?){20}a{20}$']) {
      const text = `${'a'.repeat(17)}!`
      expect(stepsOf(source, text)).toBeGreaterThan(roomFor(source, text))
    }
  })
})

function stepsOf(source: string, text: string): number {
  const parsed = parsePatternTree(source)
  if ('problem' in parsed) throw new Error(`${source}: ${parsed.problem.message}`)
  return countBacktracking(parsed.root, text)
}

/** So many steps for each character and way: what stands in the pattern, its repeats written out. */
function roomFor(source: string, text: string): number {
  const result = compilePattern(source)
  if ('problem' in result) throw new Error(`${source}: ${result.problem.message}`)
  return maxWays * 4 * (result.compiled.program.instructions.length + 2) * (text.length + 1)
}
