import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLiteral, inlineLiteral, stringLiteral } from '../../src/emit/literal.ts'
import type { JsonValue } from '../../src/model/json.ts'

const anyUnits = fc.string({ unit: 'binary', maxLength: 30 })
const hostile = fc.oneof(
  anyUnits,
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((units) => {
    return String.fromCharCode(...units)
  }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '</script>',
    '<!--',
    '$' + '{x}',
    '`',
    "'",
    '"',
    '\\',
    '\u2028',
    '//# sourceMappingURL=x',
  ),
)
const { tree: jsonTree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    hostile,
    fc.double({ noDefaultInfinity: true, noNaN: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(hostile, tie('tree'), { maxKeys: 5 }),
  ),
}))

describe('formatLiteral', () => {
  it('writes every value so that reading it gives the same value', () => {
    fc.assert(
      fc.property(jsonTree, fc.integer({ min: 0, max: 90 }), (value, column) => {
        const text = formatLiteral(value, { indent: 0, column })
        expect(JSON.stringify(evaluate(text))).toBe(JSON.stringify(value))
        expect(JSON.stringify(evaluate(inlineLiteral(value)))).toBe(JSON.stringify(value))
      }),
    )
  })

  it('writes no character that a reader cannot see', () => {
    fc.assert(
      fc.property(jsonTree, (value) => {
        const text = formatLiteral(value, { indent: 0, column: 0 })
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        expect(text).not.toMatch(/<\/|<!--|\/[/*][#@]\s*source/)
      }),
    )
  })

  it('escapes every character that Unicode calls invisible', () => {
    const shown: string[] = []
    for (let code = 0; code <= 0x10ffff; code++) {
      const text = String.fromCodePoint(code)
      if (!/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)) continue
      if (inlineLiteral(text).includes(text)) shown.push(code.toString(16))
    }
    expect(shown).toEqual([])
  })

  it('breaks what is too long for its line', () => {
    const value = { text: 'x'.repeat(50), other: ['y'.repeat(50), 'z'] }
    expect(formatLiteral(value, { indent: 2, column: 10 })).toBe(
      `{\n    text: '${'x'.repeat(50)}',\n    other: ['${'y'.repeat(50)}', 'z'],\n  }`,
    )
  })

  it('sets a key of its own where the key is called __proto__', () => {
    const value: unknown = evaluate(inlineLiteral(JSON.parse('{"__proto__": {"polluted": true}}')))
    expect(Object.keys(Object(value))).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  it('refuses numbers that JSON does not have', () => {
    expect(() => inlineLiteral(Number.NaN)).toThrow(TypeError)
  })
})

describe('stringLiteral', () => {
  it.each([
    ['plain', "'plain'"],
    ["it's", '"it\'s"'],
    ['say "hi"', '\'say "hi"\''],
    [`it's "hi"`, `'it\\'s "hi"'`],
    ['a\nb\tc\\', "'a\\nb\\tc\\\\'"],
    ['\u2028\u202e\u200b\ufeff', "'\\u2028\\u202e\\u200b\\ufeff'"],
    ['\ud800', "'\\ud800'"],
    ['\u{e0041}', "'\\udb40\\udc41'"],
    ['👍 é', "'👍 é'"],
    ['</script><!--', "'\\u003c/script>\\u003c!--'"],
  ])('writes %j as %s', (text, literal) => {
    expect(stringLiteral(text)).toBe(literal)
  })
})

function evaluate(text: string): unknown {
  return new Function(`'use strict'; return (${text})`)()
}
