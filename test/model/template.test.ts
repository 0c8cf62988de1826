import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTemplate, wholeVariable } from '../../src/model/template.ts'

/** A template written so that it can be compared: variables in angle brackets. */
function show(text: string): string {
  return parseTemplate(text)
    .parts.map((part) => (part.type === 'literal' ? part.text : `<${part.names.join('.')}>`))
    .join('')
}

describe('parseTemplate', () => {
  it.each([
    ['', ''],
    ['plain', 'plain'],
    ['{{ name }}', '<name>'],
    ['{{name}}', '<name>'],
    ['{{\tname\n}}', '<name>'],
    ['Hi {{ a }}{{ b.c }}!', 'Hi <a><b.c>!'],
    ['\\{{ name }}', '{{ name }}'],
    ['\\\\{{ name }}', '\\<name>'],
    ['\\\\\\{{ name }}', '\\{{ name }}'],
    ['C:\\temp\\', 'C:\\temp\\'],
    ['{ a } { {b} }', '{ a } { {b} }'],
    ['}} {{ a }} }}', '}} <a> }}'],
    ['\\{{ a }} {{ b }}', '{{ a }} <b>'],
    ['{{{ a }}', ''],
  ])('reads %j as %j', (text, expected) => {
    expect(show(text)).toBe(expected)
  })

  it.each([
    ['{{ }}', 'needs a name', 0, 5],
    ['a {{ x', 'never closed', 2, 4],
    ['{{ a {{ b }}', 'never closed', 0, 2],
    ['{{ a | upper }}', 'no filters', 0, 15],
    ['{{ a[0] }}', '`$each`', 0, 10],
    ['{{ 1a }}', 'no variable', 0, 8],
    ['{{ a. }}', 'no variable', 0, 8],
    ['{{ a b }}', 'no variable', 0, 9],
    ['{{ #if x }}', 'no variable', 0, 11],
    ['{{{ a }}}', 'no variable', 0, 8],
  ])('explains %j', (text, expected, start, end) => {
    const { problems } = parseTemplate(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain(expected)
    expect(problems[0]?.span).toEqual({ start, end })
  })

  it('says where every part stands', () => {
    const text = 'Hi \\{{ {{ a }}, {{b.c}}!'
    const spans = parseTemplate(text).parts.map(({ span }) => text.slice(span.start, span.end))
    expect(spans).toEqual(['Hi \\{{ ', '{{ a }}', ', ', '{{b.c}}', '!'])
  })

  it('reads back any text whose braces were written with a backslash', () => {
    const pieces = fc.array(fc.constantFrom('{', '{{', '}', '}}', '\\', ' ', 'a', '😀'))
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        expect(show(escapeText(text))).toBe(text)
        expect(parseTemplate(escapeText(text)).problems).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('covers a text with parts and problems, one after the other', () => {
    const pieces = fc.array(fc.constantFrom('{{', '}}', '\\', ' ', 'a', '.', '|', '{{ a }}', '{'))
    fc.assert(
      fc.property(pieces, (words) => {
        const text = words.join('')
        const { parts, problems } = parseTemplate(text)
        if (problems.length > 0) return
        let end = 0
        for (const { span } of parts) {
          expect(span.start).toBe(end)
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
        expect(end).toBe(text.length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('wholeVariable', () => {
  it.each([
    ['{{ a }}', ['a']],
    ['{{ a.b }}', ['a', 'b']],
    [' {{ a }}', undefined],
    ['{{ a }}{{ b }}', undefined],
    ['{{ a | b }}', undefined],
    ['\\{{ a }}', undefined],
    ['a', undefined],
  ])('finds the only variable of %j', (text, names) => {
    expect(wholeVariable(text)).toEqual(names)
  })
})

/** Writes a text so that a template gives it back: backslashes count before two braces only. */
function escapeText(text: string): string {
  return text.replace(/(\\*)\{\{/g, (_, slashes: string) => `${slashes}${slashes}\\{{`)
}
