import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Composer, isMap, isScalar, Parser } from 'yaml'
import { parseDocument } from '../../src/language/document.ts'
import { locateScalar } from '../../src/language/yaml-locate.ts'

const words = fc.constantFrom('a', 'Zoë', '😀', 'order 5', '{{ name }}', "it's", 'say "hi"', 'a\\b')
const marker = 'MARK'

/** Texts of several words in which one place is marked. */
const marked = fc
  .tuple(fc.array(words, { maxLength: 4 }), fc.array(words, { maxLength: 4 }))
  .map(([before, after]) => [...before, marker, ...after])

const lineBreaks = fc.constantFrom('\n', '\r\n')

function join(parts: readonly string[], separators: readonly string[]): string {
  return parts.map((part, index) => part + (separators[index] ?? '')).join('')
}

/** Writes the value of `text` in one of YAML's styles. */
const styles: { readonly [style: string]: (parts: readonly string[]) => string } = {
  plain: (parts) =>
    join(
      ['x', ...parts],
      parts.map(() => '\n   \n  '),
    ),
  'plain on one line': (parts) => ['x', ...parts].join(' '),
  'single-quoted': (parts) => `'${parts.join('\n\n  ').replaceAll("'", "''")}'`,
  'double-quoted': (parts) =>
    `"${parts.map((part) => JSON.stringify(part).slice(1, -1)).join(' \\\n   \\x20\\U0001F600 \t\n  ')}"`,
  literal: (parts) => `|\n  ${parts.join('\n\n    ')}\n`,
  'literal with an indicator': (parts) => `|2-\n     ${parts.join('\n  ')}\n`,
  'literal that is kept': (parts) => `|+\n  ${parts.join('\n\n  ')}\n\n   \n`,
  folded: (parts) => `>\n  ${parts.join('\n  ')}\n`,
  'folded with deeper lines': (parts) => `>-\n  ${parts.join('\n\n   \t')}\n  end\n`,
}

describe('rangeAt with a span', () => {
  it.each(Object.entries(styles))('finds a part of a %s text exactly', (_, write) => {
    const check = (parts: readonly string[], lineBreak: string, mark: string): void => {
      const yaml = `${mark}text: ${write(parts)}\nnext: 1\n`.replaceAll('\n', lineBreak)
      const document = parseDocument({ path: 'a.yaml', text: yaml })
      expect(document.findings).toEqual([])
      const value = Object(document.value).text as unknown
      const start = typeof value === 'string' ? value.indexOf(marker) : -1
      expect(start).toBeGreaterThanOrEqual(0)
      const range = document.rangeAt(['text'], { start, end: start + marker.length })
      expect(range).toEqual({
        start: yaml.indexOf(marker),
        end: yaml.indexOf(marker) + marker.length,
      })
    }
    fc.assert(fc.property(marked, lineBreaks, fc.constantFrom('', '\ufeff'), check))
  })

  it('finds a character that is written as an escape', () => {
    const text = 'text: "a\\u0041\\n😀b"\n'
    const document = parseDocument({ path: 'a.yaml', text })
    const at = (start: number, end: number): string => {
      const range = document.rangeAt(['text'], { start, end })
      return text.slice(range.start, range.end)
    }
    expect([at(1, 2), at(2, 3), at(3, 5), at(5, 6)]).toEqual(['\\u0041', '\\n', '😀', 'b'])
  })

  it('gives an empty range for an empty span, also at the end', () => {
    const document = parseDocument({ path: 'a.yaml', text: 'text: "ab"\n' })
    expect(document.rangeAt(['text'], { start: 1, end: 1 })).toEqual({ start: 8, end: 8 })
    expect(document.rangeAt(['text'], { start: 2, end: 2 })).toEqual({ start: 9, end: 9 })
  })

  it('stays inside the text for a span that does not', () => {
    const document = parseDocument({ path: 'a.yaml', text: 'text: "ab"\n' })
    expect(document.rangeAt(['text'], { start: 1, end: 9 })).toEqual({ start: 8, end: 9 })
  })
})

describe('locateScalar', () => {
  const pieces = [
    'a',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\n  ',
    "''",
    '\\n',
    '\\x41',
    '\\\n',
    '😀',
    '\n\n',
    '#',
  ]
  const bodies = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(''))
  const frames = [
    'k: @',
    'k: "@"',
    "k: '@'",
    'k: |\n  @',
    'k: >\n  @',
    'k: |+\n @\nz: 1',
    'k: >2-\n   @',
  ]

  it('decodes every scalar as the parser does', () => {
    let compared = 0
    const check = (body: string, frame: string): void => {
      const tokens = new Parser().parse(frame.replace('@', () => body))
      for (const { contents, errors } of new Composer({ keepSourceTokens: true }).compose(tokens)) {
        const node = isMap(contents) ? contents.items[0]?.value : undefined
        if (errors.length > 0 || !isScalar(node)) continue
        const token = node.srcToken
        if (token === undefined || !('source' in token)) continue
        if (token.type !== 'block-scalar' && !token.type.endsWith('scalar')) continue
        if (token.type === 'block-scalar' || token.type === 'scalar' || isQuoted(token.type)) {
          const located = locateScalar(token as Parameters<typeof locateScalar>[0])
          expect(located.text).toBe(node.source)
          expect(located.starts).toHaveLength(located.text.length)
          expect(located.ends).toHaveLength(located.text.length)
          compared++
        }
      }
    }
    fc.assert(fc.property(bodies, fc.constantFrom(...frames), check), { numRuns: 1000 })
    expect(compared).toBeGreaterThan(300)
  })
})

function isQuoted(type: string): boolean {
  return type === 'single-quoted-scalar' || type === 'double-quoted-scalar'
}
