import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type Document, parseDocument } from '../../src/language/document.ts'
import type { Path, Span } from '../../src/model/source.ts'
import { applyFix } from './apply-fix.ts'

// Texts at the limits take their time beside other tests.
vi.setConfig({ testTimeout: 30_000 })

function parse(text: string): Document {
  return parseDocument({ path: 'a.yaml', text })
}

function rulesOf(text: string): readonly string[] {
  return parse(text).findings.map(({ rule }) => rule)
}

/** `line:column text` of the first finding. */
function firstPlace(text: string): string {
  const { findings, lines } = parse(text)
  const { start, end } = findings[0]?.range ?? { start: -1, end: -1 }
  const { line, column } = lines.positionAt(start)
  return `${line}:${column} ${text.slice(start, end)}`
}

describe('parseDocument', () => {
  it('reads the scalars of the YAML 1.2 core schema', () => {
    const text =
      'a: yes\nb: true\nc: 0x1F\nd: 1e3\ne: ~\nf:\ng: 2024-01-01\nh: 0o17\ni: "5"\nj: !!str 5\n'
    const read = {
      a: 'yes',
      b: true,
      c: 31,
      d: 1000,
      e: null,
      f: null,
      g: '2024-01-01',
      h: 15,
      i: '5',
      j: '5',
    }
    expect(parse(text).value).toEqual(read)
    expect(parse(text).findings).toEqual([])
  })

  it('reads JSON', () => {
    expect(parse('{\n\t"a": [1, { "b": null }],\n\t"c": "\\u00e9"\n}\n').value).toEqual({
      a: [1, { b: null }],
      c: 'é',
    })
  })

  it('takes numbers and booleans as keys by their spelling', () => {
    const text = '1: a\ntrue: b\n007: c\n0x1F: d\n~: e\n'
    expect(parse(text).value).toEqual({ '1': 'a', true: 'b', '007': 'c', '0x1F': 'd', '~': 'e' })
    expect(rulesOf(text)).toEqual([])
  })

  it('accepts a byte-order mark and all line ends, and counts them in offsets', () => {
    const text = '\ufeff# note\r\na: |\r\n  b\r\n  c\r\nd: e\r\n'
    const document = parse(text)
    expect(document.value).toEqual({ a: 'b\nc\n', d: 'e' })
    const at = document.rangeAt(['d'])
    expect(text.slice(at.start, at.end)).toBe('e')
    expect(document.comments).toMatchObject([{ text: '# note', line: 1, range: { start: 1 } }])
  })

  it('shares aliased values and places them where they stand', () => {
    const text = 'a: &x { b: [text] }\nc: *x\nd: { e: *x }\n'
    const { value, rangeAt, findings } = parse(text)
    expect(value).toEqual({ a: { b: ['text'] }, c: { b: ['text'] }, d: { e: { b: ['text'] } } })
    expect(rangeAt(['c', 'b', 0])).toEqual(rangeAt(['a', 'b', 0]))
    expect(rangeAt(['d', 'e', 'b', 0])).toEqual(rangeAt(['a', 'b', 0]))
    expect(findings).toEqual([])
  })

  it('lists comments with their lines', () => {
    const { comments } = parse('# top\na: b # side\n  # deep\nc: "# none"\nd: | # head\n  # none\n')
    expect(comments.map(({ text, line, ownLine }) => [text, line, ownLine])).toEqual([
      ['# top', 1, true],
      ['# side', 2, false],
      ['# deep', 3, true],
      ['# head', 5, false],
    ])
  })

  it('keeps keys that objects have by nature as own properties', () => {
    const { value } = parse('constructor: 1\ntoString: 2\nhasOwnProperty: 3\n')
    expect(Object.entries(Object(value))).toEqual([
      ['constructor', 1],
      ['toString', 2],
      ['hasOwnProperty', 3],
    ])
  })
})

describe('rangeAt', () => {
  const text = 'a:\n  - b: one\n    c: |\n      two\n\n  - [x, "y"]\nd:\n'
  const document = parse(text)
  const at = (path: Path, span?: Span): string => {
    const { start, end } = document.rangeAt(path, span)
    return text.slice(start, end)
  }
  const keyAt = (path: Path): string => {
    const { start, end } = document.keyRangeAt(path)
    return text.slice(start, end)
  }

  it('finds values', () => {
    expect(at(['a', 0, 'b'])).toBe('one')
    expect(at(['a', 0, 'c'])).toBe('|\n      two')
    expect(at(['a', 1])).toBe('[x, "y"]')
    expect(at(['a', 1, 1])).toBe('"y"')
    expect(at(['a', 0])).toBe('b: one\n    c: |\n      two')
    expect(document.rangeAt(['d'])).toMatchObject({ start: text.lastIndexOf(':') + 1 })
  })

  it('finds the nearest ancestor of a value that is not there', () => {
    expect(at(['a', 1, 7, 'z'])).toBe('[x, "y"]')
    expect(at(['a', 0, 'b', 'z'])).toBe('one')
  })

  it('finds keys, and values where there is no key', () => {
    expect(keyAt(['a', 0, 'b'])).toBe('b')
    expect(keyAt(['d'])).toBe('d')
    expect(keyAt(['a', 1])).toBe('[x, "y"]')
    expect(keyAt(['a', 0, 'z'])).toBe(at(['a', 0]))
  })

  it('finds places also in a file with errors', () => {
    const broken = 'a: b\nc: "d\n'
    expect(parse(broken).value).toBeUndefined()
    expect(parse(broken).rangeAt(['a'])).toEqual({ start: 3, end: 4 })
  })
})

describe('duplicate-key', () => {
  it('names both lines and keeps the first value', () => {
    const { findings, value } = parse('m:\n  text: a\n  b: c\n  "text": d\n')
    expect(findings).toMatchObject([{ rule: 'duplicate-key', path: ['m', 'text'] }])
    expect(findings[0]?.message).toMatch(/line 2 and on line 4/)
    expect(firstPlace('m:\n  text: a\n  b: c\n  "text": d\n')).toBe('4:3 "text"')
    expect(value).toEqual({ m: { text: 'a', b: 'c' } })
  })

  it('finds the same name in two spellings, and in braces', () => {
    expect(rulesOf('1: a\n"1": b\n')).toEqual(['duplicate-key'])
    expect(rulesOf('a: { b: 1, c: 2, b: 3 }\n')).toEqual(['duplicate-key'])
  })
})

describe('yaml-feature', () => {
  it.each([
    ['a merge key', 'a: &x { b: 1 }\nc: { <<: *x }\n', '2:6 <<'],
    ['a custom tag', 'a: !wow { b: 1 }\n', '1:4 !wow'],
    ['a tag of YAML 1.1', 'a: !!binary aGk=\n', '1:4 !!binary'],
    ['a tag that does not fit', 'a: !!int b\n', '1:4 !!int'],
    ['a collection as a key', '? [a]\n: b\n', '1:3 [a]'],
    ['a second document', 'a: 1\n---\nb: 2\n', '2:1 ---'],
    ['a second document after an end', 'a: 1\n...\n---\nb: 2\n', '3:1 ---'],
    [
      'a directive',
      '%TAG ! tag:example.com,2000:\n---\na: 1\n',
      '1:1 %TAG ! tag:example.com,2000:',
    ],
    ['a sequence at the root', '- a\n', '1:1 - a'],
    ['a text at the root', 'a\n', '1:1 a'],
    ['an empty file', '', '1:1 '],
    ['a file of comments', '# a\n', '1:1 '],
    ['an infinite number', 'a: -.inf\n', '1:4 -.inf'],
    ['no number', 'a: .nan\n', '1:4 .nan'],
    ['a number that is too large', 'a: 1e999\n', '1:4 1e999'],
    ['an integer that loses digits', 'a: 12345678901234567890\n', '1:4 12345678901234567890'],
    ['a prototype', '__proto__: 1\n', '1:1 __proto__'],
    ['an empty key', ': a\n', '1:1 :'],
    ['a value that holds itself', 'a: &x [*x]\n', '1:8 *x'],
  ])('refuses %s', (_, text, place) => {
    expect(rulesOf(text)).toEqual(['yaml-feature'])
    if (!place.endsWith(' :')) expect(firstPlace(text)).toBe(place)
    expect(parse(text).value).toBeUndefined()
  })

  it('accepts the version of YAML that is read, and a mark of the document', () => {
    expect(parse('%YAML 1.2\n---\na: 1\n...\n').value).toEqual({ a: 1 })
  })
})

describe('yaml-syntax', () => {
  it.each([
    ['text: "abc\nfoo: bar\n', '1:7 "', 'never closed'],
    ["text: 'It's here'\n", "1:11 s here'", 'the quoted text ends before'],
    ['text: [a, b\nc: d\n', '1:11 b', '`[` is not closed'],
    ['text: {a\n', '1:8 a', '`{` is not closed'],
    ['text: @home\n', '1:7 @home', 'cannot begin with `@`'],
    ['text: "a \\d"\n', '1:10 \\d', 'write `\\\\d`'],
    ['text: "a \\xZZ"\n', '1:10 \\x', 'hexadecimal'],
    ['text: > 50% off\n', '1:9 50% off', 'begins on the next line'],
    ['text: - a\n', '1:7 -', 'a list begins on the line of its key'],
    ['text: a\n footer: b\n', '2:2 footer: b', 'indented deeper'],
    ['variables:\n  a: type: string\n', '2:6 type: string', '`{ type: string }`'],
    ['a:\n\t- b\n', '2:1 \t', 'a tab'],
    ['a: b\nc\nd: e\n', '2:1 c', 'colon'],
    ['a:\n  - b\n c: d\n', '3:2 c', 'indented differently'],
  ])('says what is wrong with %j', (text, place, words) => {
    expect(rulesOf(text)).toEqual(['yaml-syntax'])
    expect(firstPlace(text)).toBe(place)
    expect(parse(text).findings[0]?.message).toContain(words)
    expect(parse(text).value).toBeUndefined()
  })

  it('does not count the empty lines before a key as a part of it', () => {
    const { findings, value } = parse(`a:\n  b: c\n${'  \n'.repeat(1100)}d: e\n`)
    expect(findings).toEqual([])
    expect(value).toEqual({ a: { b: 'c' }, d: 'e' })
  })

  it('refuses a key that is too long itself', () => {
    const [finding] = parse(`? a\n: b\n${'c'.repeat(1025)}: d\n`).findings
    expect(finding?.message).toMatch(/a key has more than 1024 characters/)
  })

  it('reports the first error only, and nothing that follows from it', () => {
    expect(rulesOf('a: "b\nc: [d\ne: }\nf: 1\nf: 2\n')).toEqual(['yaml-syntax'])
  })
})

describe('control-character', () => {
  it.each([
    ['a: "x\\0y"\n', '1:6 \\0'],
    ['a: "x\\ud83dy"\n', '1:6 \\ud83d'],
    ['a: "x\\x85"\n', '1:6 \\x85'],
    ['a: x\u0007y\n', '1:5 \u0007'],
    ['"x\\0": 1\n', '1:3 \\0'],
  ])('finds one in %j', (text, place) => {
    expect(rulesOf(text)).toEqual(['control-character'])
    expect(firstPlace(text)).toBe(place)
  })

  it('accepts line feeds, whole characters and, in data, tabs', () => {
    expect(rulesOf('a: "x\\n\\t\\ud83d\\ude00"\nb: |\n  c\n  d\n')).toEqual([])
  })

  it.each([
    ['message: "x\\ty"\n', '1:12 \\t'],
    ['message: x\ty\n', '1:11 \t'],
    ['message: "x\\x09y"\n', '1:12 \\x09'],
    ['message:\n  text: |\n    a\n    x\ty\n', '4:6 \t'],
    ['message: { a: ["x\\u2028y"] }\n', '1:18 \\u2028'],
    ['message: "x\u2029y"\n', '1:12 \u2029'],
    ['campaignName: "x\\ty"\n', '1:17 \\t'],
  ])('finds in what is sent also what no variable could bring: %j', (text, place) => {
    expect(rulesOf(text)).toEqual(['control-character'])
    expect(firstPlace(text)).toBe(place)
  })

  it('takes a tab behind a drive for a backslash, and every other one for a gap', () => {
    const fixed = (text: string): string => {
      const [finding] = parseDocument({ path: 'a.yaml', text }).findings
      return applyFix(text, finding?.fixes?.[0])
    }
    expect(fixed('message: "C:\\temp\\test"')).toBe('message: "C:\\\\temp\\\\test"')
    expect(fixed('message: "Name:\\tAna"')).toBe('message: "Name: Ana"')
    expect(fixed('message: a\tb\tc')).toBe('message: a b c')
  })
})

describe('yaml-too-large', () => {
  const nested = (depth: number): string => `a: ${'['.repeat(depth)}${']'.repeat(depth)}\n`
  const entries = (count: number): string =>
    Array.from({ length: count }, (_, index) => `k${index}: 12\n`).join('')
  const items = (count: number): string => `a: [${Array(count).fill('b').join(',')}]\n`
  const bomb = [...'bcdefghi']
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]\n`)
    .join('')

  it('accepts what is just within the limits', () => {
    expect(rulesOf(nested(31))).toEqual([])
    expect(rulesOf(items(19_997))).toEqual([])
    expect(rulesOf(entries(1000))).toEqual([])
    expect(rulesOf(`a: ${'b'.repeat(256 * 1024 - 3)}`)).toEqual([])
    expect(rulesOf(`a: &x b\nc: [${Array(100).fill('*x')}]\n`)).toEqual([])
  })

  it.each([
    ['bytes', `a: ${'b'.repeat(256 * 1024 - 2)}`, 256 * 1024],
    ['bytes of other letters', `a: ${'é'.repeat(128 * 1024)}`, 128 * 1024 + 1],
    ['levels', nested(32), 34],
    ['keys', entries(1001), 7 * 10 + 8 * 90 + 9 * 900],
    ['values', items(19_998), 4 + 2 * 19_997],
    ['aliases', `a: &x b\nc: [${Array(101).fill('*x')}]\n`, 12 + 3 * 100],
  ])('refuses more %s than the limit, where it is passed', (_, text, offset) => {
    const { findings, value } = parse(text)
    expect(findings).toMatchObject([{ rule: 'yaml-too-large', range: { start: offset } }])
    expect(value).toBeUndefined()
  })

  it.each([
    ['an alias bomb', `a: &a [${Array(9).fill('x')}]\n${bomb}`],
    ['keys that are keys', '? '.repeat(400)],
    ['brackets', '['.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['keys', Array.from({ length: 16_000 }, (_, index) => `k${index}: 1\n`).join('')],
    ['anchors', Array.from({ length: 1001 }, (_, index) => `- &a${index} 1\n`).join('')],
    ['aliases that nest', `a: &a ${nested(20).slice(3)}b: ${'['.repeat(20)}*a${']'.repeat(20)}\n`],
    ['comments', `a: 1\n${'\n'.repeat(60_000)}${' #\n'.repeat(60_000)}`],
  ])('refuses %s with one finding', (_, text) => {
    expect(rulesOf(text)).toEqual(['yaml-too-large'])
  })

  it.each([
    ['braces', '{'.repeat(400), 'unquoted-text'],
    ['stray brackets', ']'.repeat(100_000), 'yaml-syntax'],
    ['documents', '---\n'.repeat(40_000), 'yaml-feature'],
    ['directives', '%a\n'.repeat(40_000), 'yaml-feature'],
  ])('refuses %s with one finding of another kind', (_, text, rule) => {
    expect(rulesOf(text)).toEqual([rule])
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    'a',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '\r\n',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '#',
    ' #',
    '&x',
    '*x',
    '!t',
    '!!str ',
    '|',
    '>',
    '?',
    '%',
    '---',
    '...',
    '\t',
    '\\',
    '{{ b }}',
    '😀',
    '\ufeff',
    '\0',
    '<<',
  )
  const texts = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''))

  it('is read or refused, with every place inside the file', () => {
    const check = (text: string): void => {
      const { findings, value, rangeAt } = parse(text)
      expect(findings.length > 0 || value !== undefined).toBe(true)
      expect(findings.filter(({ rule }) => rule === 'yaml-syntax').length).toBeLessThan(2)
      const edits = findings.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits))
      const ranges = [...findings.flatMap(({ range, path }) => [range, rangeAt(path)]), ...edits]
      for (const { start, end } of ranges) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }
    fc.assert(fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), check), { numRuns: 3000 })
  })
})
