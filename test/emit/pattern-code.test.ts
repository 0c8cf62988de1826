import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as client from '../../src/client.ts'
import { declarationCode } from '../../src/emit/declaration-code.ts'
import { generateFiles } from '../../src/emit/generate.ts'
import { importsOf, inlineLiteral } from '../../src/emit/literal.ts'
import { patternCode } from '../../src/emit/pattern-code.ts'
import type { StringFormat } from '../../src/model/declaration.ts'
import type { PatternTest } from '../../src/model/form.ts'
import { formats } from '../../src/model/formats.ts'
import { linearPattern } from '../../src/model/linear-pattern.ts'
import { nativePattern } from '../../src/model/native-pattern.ts'
import { parsePattern } from '../../src/model/pattern.ts'
import { compileFiles } from '../helpers/compile-yaml.ts'
import { patterns, texts } from '../model/arbitrary-pattern.ts'

vi.setConfig({ testTimeout: 30_000 })

function asFormat(name: string): StringFormat {
  const found = formatNames.find((format) => format === name)
  if (found === undefined) throw new RangeError(name)
  return found
}

const formatNames = ['date', 'date-time', 'time', 'uuid', 'email', 'uri', 'e164'] as const

function codeOf(source: string): string {
  return inlineLiteral(patternCode(source))
}

/** What generated code makes of a pattern. */
function evaluate(source: string): PatternTest {
  return new Function('linearPattern', 'nativePattern', `'use strict'; return (${codeOf(source)})`)(
    linearPattern,
    nativePattern,
  )
}

describe('patternCode', () => {
  it.each([
    ['^WW[0-9]{6}$', '/^WW[0-9]{6}$/u'],
    ['^\\p{Lu}[\\p{L} ñ]{1,40}$', '/^\\p{Lu}[\\p{L} ñ]{1,40}$/u'],
    ['^a\\/b$', '/^a\\/b$/u'],
    ['^a/b[/]$', "/* @__PURE__ */ nativePattern('^a/b[/]$', /^a\\/b[\\/]$/u)"],
    ['^\u2028$', "/* @__PURE__ */ nativePattern('^\\u2028$', /^\\u2028$/u)"],
    [
      '^/*# source$',
      "/* @__PURE__ */ nativePattern('^/*\\u0023 source$', /^\\/*\\u0023 source$/u)",
    ],
    ['^</script>$', "/* @__PURE__ */ nativePattern('^\\u003c/script>$', /^<\\/script>$/u)"],
    ['^(a+)+$', "/* @__PURE__ */ linearPattern('^(a+)+$')"],
    ['WW[0-9]{6}', "/* @__PURE__ */ linearPattern('WW[0-9]{6}')"],
    ['^\\p{Emoji}$', "/* @__PURE__ */ linearPattern('^\\\\p{Emoji}$')"],
    ['^(?<name>a)$', "/* @__PURE__ */ linearPattern('^(?<name>a)$')"],
    ['^😀$', "/* @__PURE__ */ linearPattern('^😀$')"],
    ['^\\ud83d\\ude00$', "/* @__PURE__ */ linearPattern('^\\\\ud83d\\\\ude00$')"],
  ])('writes %j as %s', (source, code) => {
    expect(codeOf(source)).toBe(code)
    expect(evaluate(source).source).toBe(source)
  })

  it('writes code that always compiles and means what the pattern means', () => {
    const marks = fc.constantFrom(
      ...['/', '\\/', '[/]', '/*', '*/', '//', '</script>', '<!--', '//# source', '/*@ source'],
      ...['\n', '\r', '\u2028', '\u2029', '\u202e', '\u00ad', '\0', '`', "'", '"', '\\\\', '\\$'],
    )
    const hostile = fc
      .array(fc.oneof(marks, patterns), { maxLength: 4 })
      .chain((parts) =>
        fc.constantFrom(parts.join(''), `^${parts.join('')}$`, `^${parts.join('')}`),
      )
    const samples = fc.oneof(
      texts,
      fc.array(fc.oneof(marks, texts), { maxLength: 4 }).map((parts) => parts.join('')),
    )
    const forms = { literal: 0, renamed: 0, linear: 0 }
    fc.assert(
      fc.property(hostile, fc.array(samples, { minLength: 4, maxLength: 8 }), (source, given) => {
        if ('problem' in parsePattern(source)) return
        const code = codeOf(source)
        expect(code).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        expect(code).not.toMatch(/<\/|<!--|\/[/*][#@]\s*source/)
        const made = evaluate(source)
        expect(made.source).toBe(source)
        const ours = linearPattern(source)
        for (const text of [...given, source]) {
          expect([code, text, made.test(text)]).toEqual([code, text, ours.test(text)])
        }
        if (code.startsWith('/^')) forms.literal++
        else if (code.includes('nativePattern')) forms.renamed++
        else forms.linear++
      }),
      { numRuns: 1500 },
    )
    for (const count of Object.values(forms)) expect(count).toBeGreaterThan(15)
  })
})

describe('declarationCode', () => {
  it('writes the formats of the client under names that it exports', () => {
    for (const [format, { description }] of Object.entries(formats)) {
      const code = declarationCode({ type: 'string', format: asFormat(format) })
      const [name = ''] = importsOf(code)
      expect(inlineLiteral(code)).toBe(`{ type: 'string', format: ${name} }`)
      expect(Reflect.get(client, name)).toMatchObject({ description })
    }
  })

  it('writes what tests a pattern at every level', () => {
    const code = declarationCode({
      type: 'array',
      maxItems: 3,
      items: {
        type: 'object',
        properties: {
          id: { type: 'string', pattern: '^[0-9]$', title: 'Id' },
          more: {
            type: 'array',
            maxItems: 1,
            items: { type: 'string', pattern: 'x', maxLength: 9 },
          },
        },
      },
    })
    expect(inlineLiteral(code)).toBe(
      "{ type: 'array', maxItems: 3, items: { type: 'object', properties: { id: { type: 'string', pattern: /^[0-9]$/u }, more: { type: 'array', maxItems: 1, items: { type: 'string', pattern: /* @__PURE__ */ linearPattern('x'), maxLength: 9 } } } } }",
    )
    expect(importsOf(code)).toEqual(['linearPattern'])
  })
})

describe('generated modules', () => {
  const file = (pattern: string): string =>
    `variables: { code: { type: string, maxLength: 9, pattern: '${pattern}' } }
message: { text: Hi, replyButtonMessage: { buttons: [{ id: "a{{ code }}", text: Go }] } }
callbackData: { note: linearPattern(1) }\n`

  it.each(['ts', 'js'] as const)('import the matcher where they need it, in %s', async (emit) => {
    for (const [pattern, needed] of [
      ['^[a-z]+$', undefined],
      ['[a-z]+', 'linearPattern'],
      ['^[a-z]/$', 'nativePattern'],
    ] as const) {
      const { messages } = compileFiles({ 'messages/a.yaml': file(pattern) })
      const files = await generateFiles(messages, { importExtension: 'ts', emit })
      for (const name of [`a.${emit}`, `_replies.${emit}`]) {
        const [imports = ''] = /^import [\s\S]*?client'$/m.exec(files[name] ?? '') ?? []
        const [found] = /\b\w+Pattern\b/.exec(imports) ?? []
        expect([name, pattern, found]).toEqual([name, pattern, needed])
      }
    }
  })
})
