import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/language/document.ts'
import { applyFix } from './apply-fix.ts'

interface Trap {
  readonly yaml: string
  /** What the finding points at. */
  readonly at: string
  /** The value at `path` with and without the fix. */
  readonly text: string
  readonly path?: readonly (string | number)[]
  /** Where what YAML dropped may also have been a comment. */
  readonly isDoubtful?: boolean
}

const traps: readonly Trap[] = [
  {
    yaml: 'text: Your order #{{ id }} ships',
    at: '#{{ id }} ships',
    text: 'Your order #{{ id }} ships',
  },
  { yaml: 'text: Order #5: on its way # note', at: '#5: on its way', text: 'Order #5: on its way' },
  {
    yaml: 'text: Dear you,\n  your #1 shop\n  is open',
    at: '#1 shop',
    text: 'Dear you, your #1 shop is open',
  },
  { yaml: 'text: &hello', at: '&hello', text: '&hello' },
  { yaml: 'text: &hello world', at: '&hello world', text: '&hello world' },
  { yaml: 'text: &hello: world', at: '&hello: world', text: '&hello: world' },
  { yaml: 'text: *bold* offer', at: '*bold* offer', text: '*bold* offer' },
  { yaml: 'text: *bold*', at: '*bold*', text: '*bold*' },
  { yaml: 'text: * a star', at: '* a star', text: '* a star' },
  { yaml: 'a: &x 1\nb: *x\ntext: *x and more', at: '*x and more', text: '*x and more' },
  { yaml: 'text: !wow', at: '!wow', text: '!wow' },
  { yaml: 'text: !wow nice', at: '!wow nice', text: '!wow nice' },
  { yaml: 'text: !wow, nice', at: '!wow, nice', text: '!wow, nice' },
  { yaml: 'text: ! nice', at: '! nice', text: '! nice' },
  { yaml: 'text: {{ name }}', at: '{{ name }}', text: '{{ name }}' },
  {
    yaml: 'text: {{ name }} is here: now\nb: 1',
    at: '{{ name }} is here: now',
    text: '{{ name }} is here: now',
  },
  { yaml: 'text: {{ name\nb: 1', at: '{{ name', text: '{{ name' },
  { yaml: 'text: {{ lat }} km', at: '{{ lat }} km', text: '{{ lat }} km' },
  { yaml: 'text:\n  {{ lat }} km\nb: 1', at: '{{ lat }} km', text: '{{ lat }} km' },
  { yaml: 'text: Hi: there', at: 'Hi: there', text: 'Hi: there' },
  { yaml: 'text: a: b: c\nd: e', at: 'a: b: c', text: 'a: b: c' },
  { yaml: 'text: "Hi": there', at: '"Hi": there', text: '"Hi": there' },
  { yaml: 'text: it\'s: "so"', at: 'it\'s: "so"', text: 'it\'s: "so"' },
  { yaml: '\ufefftext: {{ name }}\r\nb: 1\r\n', at: '{{ name }}', text: '{{ name }}' },
  { yaml: 'r: [{{ name }}]', at: '{{ name }}', text: '{{ name }}', path: ['r', 0] },
  { yaml: 'r:\n  - {{ name }} it', at: '{{ name }} it', text: '{{ name }} it', path: ['r', 0] },
  { yaml: 'r: { text: {{ name }} }', at: '{{ name }}', text: '{{ name }}', path: ['r', 'text'] },
  {
    yaml: 'r: { text: Hi {{ name }}!, b: c }',
    at: '{{ name }}!',
    text: 'Hi {{ name }}!',
    path: ['r', 'text'],
  },
  { yaml: 'r: { text: Order #5 }\nb: 1', at: '#5', text: 'Order #5', path: ['r', 'text'] },
  { yaml: 'r: { text: *new* bag, b: c }', at: '*new* bag', text: '*new* bag', path: ['r', 'text'] },
  {
    yaml: 'text: Ready, see # {{ order }}\nb: 1',
    at: '# {{ order }}',
    text: 'Ready, see # {{ order }}',
    isDoubtful: true,
  },
  {
    yaml: 'text: Your order # {{ order }} is ready # said twice',
    at: '# {{ order }} is ready',
    text: 'Your order # {{ order }} is ready',
    isDoubtful: true,
  },
  { yaml: 'text: Shop # 1', at: '# 1', text: 'Shop # 1', isDoubtful: true },
  {
    yaml: 'address: Main Road 5, Suite # 200, left',
    at: '# 200, left',
    text: 'Main Road 5, Suite # 200, left',
    path: ['address'],
    isDoubtful: true,
  },
  {
    yaml: 'text: Come to\n  gate ## 12 at noon\n  and wait',
    at: '## 12 at noon',
    text: 'Come to gate ## 12 at noon and wait',
    isDoubtful: true,
  },
  {
    yaml: 'text: Come to us # today\n  and wait',
    at: '# today',
    text: 'Come to us # today and wait',
    isDoubtful: true,
  },
  {
    yaml: 'r:\n  - { id: a, text: Shop # 1 }\n  - { id: b, text: c }',
    at: '# 1',
    text: 'Shop # 1',
    path: ['r', 0, 'text'],
    isDoubtful: true,
  },
  {
    yaml: 'r: { text: Order # {{ id }}, b: c }',
    at: '# {{ id }}',
    text: 'Order # {{ id }}',
    path: ['r', 'text'],
    isDoubtful: true,
  },
  { yaml: 'r: { text: Hello, Ana }', at: 'Hello, Ana', text: 'Hello, Ana', path: ['r', 'text'] },
  {
    yaml: 'r: { text: Yes, {{ name }}, we do, b: c }',
    at: 'Yes, {{ name }}, we do',
    text: 'Yes, {{ name }}, we do',
    path: ['r', 'text'],
  },
  {
    yaml: 'r: { text: Yes, sure }',
    at: 'Yes, sure',
    text: 'Yes, sure',
    path: ['r', 'text'],
    isDoubtful: true,
  },
  {
    yaml: 'r: { text: Order: today, or not }',
    at: 'Order: today, or not',
    text: 'Order: today, or not',
    path: ['r', 'text'],
  },
  { yaml: 'r: { text: !wow, b: c }', at: '!wow', text: '!wow', path: ['r', 'text'] },
]

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => Object(inner)[step], value)
}

describe('unquoted-text', () => {
  it.each(traps)('explains $yaml and quotes it', (trap) => {
    const { yaml, at, text, path = ['text'], isDoubtful = false } = trap
    const document = parseDocument({ path: 'a.yaml', text: yaml })
    expect(document.findings).toHaveLength(1)
    const [finding] = document.findings
    expect(finding).toMatchObject({ rule: 'unquoted-text', severity: 'error', path })
    expect(yaml.slice(finding?.range.start, finding?.range.end)).toBe(at)
    expect(valueAt(document.value, path)).toBe(text)
    const fix = finding?.fixes?.[0]
    expect(fix?.safe).toBe(!isDoubtful)
    const fixed = parseDocument({ path: 'a.yaml', text: applyFix(yaml, fix) })
    expect(fixed.findings).toEqual([])
    expect(fixed.value).toEqual(document.value)
  })

  it.each([
    ['r: { id: a text: "b" }', 'text: "b"', 'r: { id: a, text: "b" }', true],
    ['r: { id: a; text: b }', 'text: b', 'r: { id: a, text: b }', true],
    ['r: { text: a b id: c }', 'id: c', 'r: { text: a b, id: c }', false],
    ['message:\n  text:Hello\n', 'text:', 'message:\n  text: Hello\n', true],
    [
      'message:\n  text:Hello\n  isEcho: true',
      'text:',
      'message:\n  text: Hello\n  isEcho: true',
      true,
    ],
    ['r: { id: a, text:b }', 'text:', 'r: { id: a, text: b }', true],
    ['r:\n  -id: a\n    text: b', '-id: a', 'r:\n  - id: a\n    text: b', true],
    ['r:\n  - a: b\n  -{ a: c }', '-{ a: c }', 'r:\n  - a: b\n  - { a: c }', true],
    ['r:\n  -{ a: c }\n  - { a: b }', '-{ a: c }', 'r:\n  - { a: c }\n  - { a: b }', true],
  ])('says which mark %j lacks, and writes it', (yaml, at, mended, isSafe) => {
    const { findings } = parseDocument({ path: 'a.yaml', text: yaml })
    expect(findings).toMatchObject([{ rule: 'yaml-syntax' }])
    const [finding] = findings
    expect(yaml.slice(finding?.range.start, finding?.range.end)).toBe(at)
    expect(finding?.fixes).toMatchObject([{ safe: isSafe }])
    expect(applyFix(yaml, finding?.fixes?.[0])).toBe(mended)
    expect(parseDocument({ path: 'a.yaml', text: mended }).findings).toEqual([])
  })

  it('doubles every backslash before braces in double quotes', () => {
    const yaml = 'text: "a \\{{ x }} and \\{{"\n'
    const { findings, value } = parseDocument({ path: 'a.yaml', text: yaml })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ rule: 'unquoted-text', range: { start: 9, end: 12 } })
    expect(value).toEqual({ text: 'a \\{{ x }} and \\{{' })
    expect(applyFix(yaml, findings[0]?.fixes?.[0])).toBe('text: "a \\\\{{ x }} and \\\\{{"\n')
  })

  it.each([
    'text: it is here # a note',
    'text: it is here # 2 lines, 20 characters\nb: c # 15/20 units\nd: e # 2026-11-22',
    'text: "it is here" # {{ name }}',
    'text: |- # {{ name }}\n  it is here',
    'r:\n  - id: a # 1\n    text: it is here',
    'r:\n  - { id: a, text: b } # {{ c }}\n  - { id: d, text: e } # 2 }',
    'r: [\n  a, # {{ b }}\n  c # d }\n]',
    'variables:\n  a: string # {{ a }}\n  title: string # 2',
    'examples:\n  - name: second order # 2',
    'description: Says order # {{ order }}',
    'r: { id: a, text: b, multiline }',
    'r: { id: a, text }',
    'r: { a: 5, b }',
    'retired:\n  - reason: see order # 12',
    'r: text:Hello',
    'r:\n  text://hello',
    'variables:\n  a:\n    enum:\n      - id:5',
    'r: { id, text }',
    'variables: { a: string, b }',
    'r: [Hello, Ana]',
    'callbackData: { a: b }\nr: { a: https://b.example/c, d: 10:30 }',
    'text: it is here #',
    'text: it is here ##',
    'text: it is here #----',
    '# a note\ntext: "quoted" #note\n',
    'count: 20 #note',
    'text: a#b',
    'a: &x text\nb: *x',
    'a: &x\n  b: 1',
    'a: &x\n- b',
    'a: &x # note\n\n  # more\n  b: 1',
    'a: &x { b: c }',
    'a: &x "text"',
    'a: &x |\n  text',
    'a: &x 20',
    'r:\n  - &x key: value',
    'r: [&x key: value]',
    'r:\n  - &x b\n  - { c: *x, d: [*x] }',
    '? a\n: b',
    '? a: b',
    'a: !!str 5',
    'a: !!str\nb: 1',
    'r: { id: a, text: b }',
    'r: [{ id: a }, { b: { c: d } }]',
    'text: |\n  Order #{{ id }} &x *y !z\n  Hi: there',
    'text: >-\n  {{ name }} is here',
    'text: "Order #{{ id }}"',
    "text: 'Hi: there'",
    'text: 10:30',
    'text: https://example.com/#top',
    'text: Hi {{ name }}',
  ])('is silent about %j', (yaml) => {
    const rules = parseDocument({ path: 'a.yaml', text: yaml }).findings.map(({ rule }) => rule)
    expect(rules.filter((rule) => rule === 'unquoted-text' || rule === 'yaml-syntax')).toEqual([])
  })

  it('reports each text once, and every text', () => {
    const row = '  - { id: a, text: Order #{{ id }}, b: {{ c }} }\n'
    const yaml = `text: &a *b* #c\nrows:\n${row.repeat(3)}`
    const { findings, value } = parseDocument({ path: 'a.yaml', text: yaml })
    expect(findings.map(({ rule }) => rule)).toEqual(Array(7).fill('unquoted-text'))
    const read = { id: 'a', text: 'Order #{{ id }}', b: '{{ c }}' }
    expect(value).toEqual({ text: '&a *b* #c', rows: [read, read, read] })
  })

  it('leaves a comment among declarations as it is read, and offers the quotes', () => {
    const yaml = 'variables:\n  a: string #note\n'
    const { findings, value } = parseDocument({ path: 'a.yaml', text: yaml })
    expect(value).toEqual({ variables: { a: 'string' } })
    expect(findings).toMatchObject([{ rule: 'unquoted-text', path: ['variables', 'a'] }])
    expect(findings[0]?.fixes?.[0]?.safe).toBe(false)
    expect(applyFix(yaml, findings[0]?.fixes?.[0])).toBe('variables:\n  a: "string #note"\n')
  })

  it('takes a slip in the name of an alias for what it is', () => {
    const { findings } = parseDocument({
      path: 'a.yaml',
      text: 'a: &address x\nb: *adress\nc: *address\n',
    })
    expect(findings).toMatchObject([{ rule: 'yaml-syntax', path: ['b'] }])
    expect(findings[0]?.message).toContain('did you mean `*address`?')
  })

  it('still finds a second mistake elsewhere', () => {
    const { findings, value } = parseDocument({ path: 'a.yaml', text: 'text: {{ a }} b\nc: "d\n' })
    expect(findings.map(({ rule }) => rule)).toEqual(['unquoted-text', 'yaml-syntax'])
    expect(value).toBeUndefined()
  })

  it('brings any text back that its fix quotes', () => {
    const part = fc.constantFrom(
      'a',
      ' ',
      '#b',
      '# ',
      ': ',
      '{{ c }}',
      '&d',
      '*e',
      '!f',
      '"',
      "'",
      '\\',
      '😀',
      ',',
    )
    const texts = fc
      .array(part, { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join('').trim())
    const check = (text: string): void => {
      const yaml = `text: ${text}\nnext: 1\n`
      const { findings, value } = parseDocument({ path: 'a.yaml', text: yaml })
      if (findings.length !== 1 || findings[0]?.rule !== 'unquoted-text') return
      if (value === undefined) return
      const fixed = parseDocument({ path: 'a.yaml', text: applyFix(yaml, findings[0].fixes?.[0]) })
      expect(fixed.findings).toEqual([])
      expect(fixed.value).toEqual(value)
    }
    fc.assert(fc.property(texts, check), { numRuns: 500 })
  })
})
