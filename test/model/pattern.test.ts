import fc from 'fast-check'
import { RE2JS } from 're2js'
import { describe, expect, it } from 'vitest'
import { hasCharacter } from '../../src/model/character-set.ts'
import { jsonBytesOfValue } from '../../src/model/json-bytes.ts'
import { matchesPattern, type Pattern, parsePattern } from '../../src/model/pattern.ts'
import { runProgram } from '../../src/model/pattern-matcher.ts'
import { patterns, texts } from './arbitrary-pattern.ts'

function parsed(source: string): Pattern {
  const result = parsePattern(source)
  if ('problem' in result) throw new Error(`${source}: ${result.problem.message}`)
  return result.pattern
}

function problemOf(source: string): { message: string; text: string } | undefined {
  const result = parsePattern(source)
  if (!('problem' in result)) return undefined
  const { message, span } = result.problem
  return { message, text: source.slice(span.start, span.end) }
}

/** The engine's own verdict; names of groups may not repeat there, so they are left out. */
function native(source: string): RegExp {
  return new RegExp(source.replaceAll('(?<n>', '('), 'u')
}

describe('matchesPattern', () => {
  it('agrees with the native engine on every pattern of the subset', () => {
    fc.assert(
      fc.property(patterns, fc.array(texts, { minLength: 5, maxLength: 10 }), (source, samples) => {
        if (source.split('(?<n>').length > 2) return
        const pattern = parsed(source)
        const expression = native(source)
        for (const text of samples) {
          expect([source, text, matchesPattern(pattern, text)]).toEqual([
            source,
            text,
            expression.test(text),
          ])
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('agrees with RE2 where RE2 reads the pattern', () => {
    let compared = 0
    fc.assert(
      fc.property(patterns, texts, (source, text) => {
        if (/\(\?<n>|\\u|\[\^\]|\\s|\\S/.test(source)) return
        const verdict = matchesPattern(parsed(source), text)
        // RE2 lets `.` take every line end but the line feed; no other occurs in these texts.
        const flags = 0
        const expression = RE2JS.compile(source.replaceAll('$', '\\z'), flags)
        compared++
        expect([source, text, verdict]).toEqual([source, text, expression.matcher(text).find()])
      }),
      { numRuns: 1500 },
    )
    expect(compared).toBeGreaterThan(200)
  })

  it.each([
    ['^(a+)+$', `${'a'.repeat(5000)}!`],
    ['^(a|a)*$', `${'a'.repeat(5000)}!`],
    ['^(a|aa)+$', `${'a'.repeat(5000)}!`],
    ['(.*)*x', 'y'.repeat(5000)],
    ['^(a?){30}a{30}$', 'a'.repeat(29)],
    ['(a*)*(a*)*(a*)*b', 'a'.repeat(5000)],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(5000)],
  ])('takes linear time for %s', (source, text) => {
    const { program } = parsed(source)
    const { matches, steps } = runProgram(program, text)
    expect(matches).toBe(false)
    expect(steps).toBeLessThanOrEqual(2 * program.instructions.length * (text.length + 1))
  })

  it('forgets where its threads went, and gets there again', () => {
    const source = 'x(a|b)*a(a|b){15}$'
    const expression = native(source)
    const pattern = parsed(source)
    let state = 1
    const letters = Array.from({ length: 120_000 }, () => {
      state = Math.imul(state, 1_103_515_245) + 12_345
      return (state >>> 16) % 2 === 0 ? 'a' : 'b'
    }).join('')
    for (const text of [`x${letters}`, letters, `x${letters}b`, `xx${letters}`]) {
      expect(matchesPattern(pattern, text)).toBe(expression.test(text))
    }
  })

  it('lets anchors stand inside alternatives', () => {
    const pattern = parsed('^a|b$')
    expect(['ax', 'xb', 'xa', 'bx'].map((text) => matchesPattern(pattern, text))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('parsePattern', () => {
  it.each([
    ['a(?=b)', '(?='],
    ['a(?!b)', '(?!'],
    ['(?<=a)b', '(?<='],
    ['(?<!a)b', '(?<!'],
    ['(a)\\1', '\\1'],
    ['(?<x>a)\\k<x>', '\\k'],
    ['\\bword', '\\b'],
    ['wor\\Bd', '\\B'],
    ['(?i:a)', '(?i:'],
    ['(a', '('],
    ['a)', ')'],
    ['[a', '['],
    ['a]', ']'],
    ['a{', '{'],
    ['a{x}', '{'],
    ['*a', '*'],
    ['a**', '*'],
    ['a|+', '+'],
    ['^*', '^'],
    ['a{3,2}', '{3,2}'],
    ['[z-a]', 'z-a'],
    ['[\\d-z]', '\\d-z'],
    ['\\q', '\\q'],
    ['\\', '\\'],
    ['\\p{Nope}', '\\p{Nope}'],
    ['\\pL', '\\pL'],
    ['\\u{110000}', '\\u{110000}'],
    ['\\u00', '\\u00'],
    ['\\xz', '\\xz'],
    ['a{1001}', '{1001}'],
    ['(a{40}){40}', '{40}'],
    ['((a{10}){10,}){11}', '{11}'],
    ['(?<n>a)(?<n>b)', '(?<n>'],
    ['(?', '(?'],
  ])('refuses %s and points at the fault', (source, text) => {
    expect(problemOf(source)?.text).toBe(text)
  })

  it.each(['a{1000}', '(a{40}){25}', '(a*){1000}', '(a+|b{500}){2}', '(?:a{10}b{100}){10}'])(
    'accepts %s',
    (source) => {
      expect(problemOf(source)).toBeUndefined()
    },
  )

  it('refuses what becomes too large when its repeats are written out', () => {
    expect(problemOf('(abcdefghijkl){1000}')?.message).toMatch(/at most 10000/)
  })

  it('refuses groups without end instead of overflowing', () => {
    expect(problemOf('('.repeat(100_000))?.message).toMatch(/nested deeper/)
  })

  it('never throws, and points inside the source', () => {
    const piece = fc.constantFrom(
      ...'ab01^$\\.*+?()[]{}|/-,:<>=!pPuxnkdbB😀 '.split(''),
      '\\u',
      '(?',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.join('')
        const result = parsePattern(source)
        if ('pattern' in result) {
          expect(() => native(source)).not.toThrow()
          return
        }
        const { start, end } = result.problem.span
        expect(start >= 0 && start <= end && end <= source.length).toBe(true)
        expect(source === '' || start < end).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('what is known of a pattern', () => {
  it.each([
    ['^[A-Z]{2}[0-9]{6}$', 8, 8],
    ['^[0-9]{1,12}$', 1, 12],
    ['[0-9]{3}', 3, Number.POSITIVE_INFINITY],
    ['^a', 1, Number.POSITIVE_INFINITY],
    ['^a*$', 0, Number.POSITIVE_INFINITY],
    ['^(?:cat|horse)$', 3, 5],
    ['^cat$|^horse$', 3, 5],
    ['^cat$|horse$', 3, Number.POSITIVE_INFINITY],
    ['^(cat|(dog|horse)s?)$', 3, 6],
    ['^😀{1,3}$', 2, 6],
    ['^.{0,1000}$', 0, 2000],
    ['^(?:a{0}){5}$', 0, 0],
    ['^(^a|b$)+$', 1, 2],
    ['^(?:a|[])*b$', 1, Number.POSITIVE_INFINITY],
    ['^(?:[]|b)$', 1, 1],
  ])('%s matches texts of %i to %d units', (source, min, max) => {
    expect(parsed(source).length).toEqual({ min, max })
  })

  it.each(['[]', 'a^', '$a', '^a$b', '(?:^a){2}'])('sees that nothing matches %s', (source) => {
    expect(parsed(source).isPossible).toBe(false)
  })

  it('knows the characters of anchored patterns only', () => {
    expect(parsed('^[A-C]{2}[0-9]?$').alphabet).toEqual([
      [0x30, 0x39],
      [0x41, 0x43],
    ])
    expect(parsed('^[A-C]').alphabet).toBeUndefined()
    expect(hasCharacter(parsed('^\\p{L}+$').alphabet ?? [], 0x20)).toBe(false)
    expect(hasCharacter(parsed('^\\p{L}+$').alphabet ?? [], 0x1f600)).toBe(false)
    expect(hasCharacter(parsed('^\\p{L}+$').alphabet ?? [], 0xe9)).toBe(true)
  })

  it('holds every matching text between its bounds', () => {
    fc.assert(
      fc.property(patterns, fc.array(texts, { minLength: 5, maxLength: 10 }), (source, samples) => {
        if (source.split('(?<n>').length > 2) return
        const pattern = parsed(source)
        for (const text of samples.filter((sample) => native(source).test(sample))) {
          const bytes = jsonBytesOfValue(text) - 2
          const { length, jsonBytes, alphabet } = pattern
          expect(pattern.isPossible).toBe(true)
          expect([source, text, length.min <= text.length && text.length <= length.max]).toContain(
            true,
          )
          expect([source, text, jsonBytes.min <= bytes && bytes <= jsonBytes.max]).toContain(true)
          for (const character of text) {
            const isKnown =
              alphabet === undefined || hasCharacter(alphabet, character.codePointAt(0) ?? 0)
            expect([source, text, isKnown]).toContain(true)
          }
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('reaches its bounds with texts that match', () => {
    fc.assert(
      fc.property(patterns, (source) => {
        if (source.split('(?<n>').length > 2) return
        const { isPossible, length, shortest, longest } = parsed(source)
        if (!isPossible) return
        expect([source, shortest?.length]).toEqual([source, length.min])
        expect([source, native(source).test(shortest ?? '')]).toEqual([source, true])
        if (length.max === Number.POSITIVE_INFINITY) {
          expect(longest).toBeUndefined()
          return
        }
        expect([source, longest?.length]).toEqual([source, length.max])
        expect([source, native(source).test(longest ?? '')]).toEqual([source, true])
      }),
      { numRuns: 1500 },
    )
  })
})
