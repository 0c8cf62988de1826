import { describe, expect, it } from 'vitest'
import { readEverydayYaml } from '../../src/language/yaml-everyday.ts'
import { readCorpus } from '../fuzz/corpus.ts'
import { mutateText } from '../fuzz/mutate-text.ts'
import { compareReaders } from '../helpers/compare-readers.ts'
import { type Dice, diceOf, pick } from '../proof/dice.ts'

const everyday: readonly (readonly [string, string, unknown])[] = [
  ['entries', 'a: b\nc: d e\n', { a: 'b', c: 'd e' }],
  ['no line feed at the end', 'a: b', { a: 'b' }],
  ['nothing after a colon', 'a:\nb: \n', { a: null, b: null }],
  [
    'nested mappings',
    'a:\n  b:\n    c: d\n  e: f\ng: h\n',
    { a: { b: { c: 'd' }, e: 'f' }, g: 'h' },
  ],
  [
    'sequences',
    'a:\n  - b\n  - c: d\n    e: f\n  - [g]\n',
    { a: ['b', { c: 'd', e: 'f' }, ['g']] },
  ],
  ['a sequence right below its key', 'a:\n- b\n- c\nd: e\n', { a: ['b', 'c'], d: 'e' }],
  [
    'braces and brackets',
    'a: { b: c, "d": [1, x y], e: {} }\n',
    { a: { b: 'c', d: [1, 'x y'], e: {} } },
  ],
  [
    'quotes',
    `a: "b: c # d"\ne: 'it''s {{ f }}'\n"g h": ''\n`,
    { a: 'b: c # d', e: "it's {{ f }}", 'g h': '' },
  ],
  ['escapes', 'a: "b\\nc \\"d\\" \\\\{{ e }}\\\\"\n', { a: 'b\nc "d" \\{{ e }}\\' }],
  [
    'variables',
    'a: Hi {{ b }}, {{ c }}!\nd: x{{ e }}\n',
    { a: 'Hi {{ b }}, {{ c }}!', d: 'x{{ e }}' },
  ],
  [
    'addresses',
    'a: https://b.example/c?d=e#f\ng: [https://h.example]\n',
    { a: 'https://b.example/c?d=e#f', g: ['https://h.example'] },
  ],
  ['numbers', 'a: [0, -1, 007, 2.50, -0.5]\nb: 12\n', { a: [0, -1, 7, 2.5, -0.5], b: 12 }],
  [
    'words',
    'a: [true, false, null, no, True story]\n',
    { a: [true, false, null, 'no', 'True story'] },
  ],
  ['dates', 'a: 2026-11-05\nb: 10:30\n', { a: '2026-11-05', b: '10:30' }],
  [
    'literal texts',
    'a: |-\n  b\n\n    # c\n  d: e\n\nf: |\n  g\n',
    { a: 'b\n\n  # c\nd: e', f: 'g\n' },
  ],
  ['folded texts', 'a: >-\n  b\n  c\n\n  d\ne: >\n  f\n', { a: 'b c\nd', e: 'f\n' }],
  ['comments', '# a\nb: c # d\n\n  # e\nf: # g\n  - h # i\n# j', { b: 'c', f: ['h'] }],
  ['other alphabets', 'a: ¡Gracias, José! 😀\n', { a: '¡Gracias, José! 😀' }],
  [
    'names of inherited properties',
    'constructor: a\ntoString: b\n',
    { constructor: 'a', toString: 'b' },
  ],
]

const leftToOthers: readonly (readonly [string, string])[] = [
  ['an empty text', ''],
  ['a text that is no mapping', '- a\n'],
  ['tabs', 'a:\tb\n'],
  ['CR LF', 'a: b\r\n'],
  ['a byte-order mark', '\uFEFFa: b\n'],
  ['a lone surrogate', 'a: \uD800\n'],
  ['an anchor', 'a: &b c\n'],
  ['an alias', 'a: *b\n'],
  ['a tag', 'a: !!str b\n'],
  ['a merge key', '<<: { a: b }\n'],
  ['two equal keys', 'a: b\na: c\n'],
  ['two equal keys in braces', 'a: { b: c, b: d }\n'],
  ['the key `__proto__`', '__proto__: a\n'],
  ['an item whose key lacks a blank', 'a:\n  - title:b\n'],
  ['a mapping in a text', 'a: Hi: there\n'],
  ['a text that ends in a colon', 'a: Hi:\n'],
  ['braces that begin a text', 'a: {{ b }} c\n'],
  ['braces of a variable in braces', 'a: { b: Hi {{ c }} }\n'],
  ['a number sign without a blank after it', 'a: b #c\n'],
  ['a variable behind a number sign', 'a: b # {{ c }}\n'],
  ['a number behind a number sign', 'a: b # 1\n'],
  ['a text on several lines', 'a: b\n  c\n'],
  ['quotes on several lines', 'a: "b\n  c"\n'],
  ['brackets on several lines', 'a: [b,\n  c]\n'],
  ['an unusual escape', 'a: "\\x41"\n'],
  ['an escape of a brace', 'a: "\\{{ b }}"\n'],
  ['text after quotes', 'a: "b" c\n'],
  ['text after brackets', 'a: [b] c\n'],
  ['a comma at the end', 'a: [b, ]\n'],
  ['a line that is indented less than its siblings', 'a:\n    b: c\n  d: e\n'],
  ['a line that is indented more than its siblings', 'a: b\n  c: d\n'],
  ['a second document', 'a: b\n---\nc: d\n'],
  ['a directive', '%YAML 1.2\n---\na: b\n'],
  ['an indicator in the header of a block text', 'a: |2-\n  b\n'],
  ['blanks on an empty line of a block text', 'a: |-\n  b\n  \n  c\n'],
  ['lines that are indented more in a folded text', 'a: >-\n  b\n    c\n'],
  ['unusual numbers', 'a: 1e3\n'],
  ['a number that loses digits', 'a: 12345678901234567890\n'],
  ['a sequence in a sequence', 'a:\n  - - b\n'],
  ['an explicit key', '? a\n: b\n'],
  ['an unclosed quote', 'a: "b\n'],
  ['an unclosed bracket', 'a: [b\n'],
  ['more levels than anybody needs', `a: ${'['.repeat(20_000)}\n`],
  ['more values than are read', `a: [${'1,'.repeat(20_000)}1]\n`],
  [
    'more keys than are read',
    `a: { ${Array.from({ length: 1001 }, (_, key) => `k${key}: 1`).join(', ')} }\n`,
  ],
]

describe('readEverydayYaml', () => {
  it.each(everyday)('reads %s', (_name, text, value) => {
    const read = readEverydayYaml(text)
    expect(read?.value).toEqual(value)
    expect(compareReaders(text)).toBeUndefined()
  })

  it.each(leftToOthers)('leaves %s to the full reader', (_name, text) => {
    expect(readEverydayYaml(text)).toBeUndefined()
  })

  it.each([
    ['values', (size: number) => `a: [${'1,'.repeat(size)}1]\n`],
    ['texts', (size: number) => `a:\n${'- ""\n'.repeat(size)}`],
    ['lists', (size: number) => `a: [${'[],'.repeat(size)}[]]\n`],
    ['block texts', (size: number) => `a:\n${'- |\n  b\n'.repeat(size)}`],
    ['keys', (size: number) => Array.from({ length: size }, (_, key) => `k${key}: 1\n`).join('')],
    ['empty lines', (size: number) => `a: b\n${'\n'.repeat(size * 3)}c: d\n`],
    ['comments', (size: number) => `a: b\n${'#\n'.repeat(size * 2)}c: d\n`],
  ])('reads no more %s than the full reader does', (_name, write) => {
    for (const size of [900, 9000, 20_000]) {
      expect(compareReaders(write(size))).toBeUndefined()
    }
  })

  it('finds every comment with its place', () => {
    const text = '# a\nb: c # d\n'
    const comments = readEverydayYaml(text)?.comments ?? []
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual(['# a', '# d'])
  })

  it('reads all messages of this repository', () => {
    const texts = readCorpus().filter((text) => text.includes('# yaml-language-server'))
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.filter((text) => readEverydayYaml(text) === undefined)).toEqual([])
  })

  it('reads what it reads as the full reader does, and only where that finds nothing', () => {
    const corpus = readCorpus()
    const failures: string[] = []
    let read = 0
    for (let seed = 0; seed < 2_500; seed++) {
      const text = changeLines(pick(diceOf(seed), corpus).slice(0, 1_500), diceOf(seed + 1))
      const problem = compareReaders(text) ?? compareReaders(mutateText(text, diceOf(seed)))
      if (problem !== undefined) failures.push(`${problem}: ${JSON.stringify(text)}`)
      if (readEverydayYaml(text) !== undefined) read++
    }
    expect(failures).toEqual([])
    expect(read).toBeGreaterThan(300)
  }, 60_000)
})

const bits = [
  '',
  ' ',
  '  ',
  ': ',
  '- ',
  '# x',
  ' #x',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ', ',
  '|-',
  '>',
]
const lines = [
  '',
  '  ',
  'a: b',
  '  a: b',
  '- a',
  '# a',
  '    # a',
  'a: |-',
  '---',
  'a: {b: c}',
  'x',
]

/** Changes a line or two as an author might: most of the result is still a text of every day. */
function changeLines(text: string, roll: Dice): string {
  const all = text.split('\n')
  const at = roll(all.length)
  const line = all[at] ?? ''
  const cut = roll(line.length + 1)
  switch (roll(4)) {
    case 0:
      all[at] = line.slice(0, cut) + pick(roll, bits) + line.slice(cut)
      break
    case 1:
      all[at] = ' '.repeat(roll(6)) + line.trimStart()
      break
    case 2:
      all.splice(at, roll(2), pick(roll, lines))
      break
    default:
      all.splice(roll(all.length), 0, line)
  }
  return all.join('\n')
}
