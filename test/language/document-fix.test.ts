import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/language/document.ts'
import type { PathEdit } from '../../src/model/diagnostic.ts'
import type { Path } from '../../src/model/source.ts'
import { applyFix } from './apply-fix.ts'

function change(text: string, ...edits: PathEdit[]): string | undefined {
  const fix = parseDocument({ path: 'a.yaml', text }).resolveFix({ title: 'it', safe: true, edits })
  return fix && applyFix(text, fix)
}

function set(path: Path, key: string, value: string | number | boolean): PathEdit {
  return { type: 'set', path, key, value }
}

function remove(...path: Path): PathEdit {
  return { type: 'remove', path }
}

function rename(path: Path, name: string): PathEdit {
  return { type: 'rename', path, name }
}

describe('set', () => {
  it.each<[before: string, after: string]>([
    ['v: { type: string }', 'v: { type: string, n: 5 }'],
    ['v: { type: string, } # note', 'v: { type: string, n: 5, } # note'],
    ['v: {}', 'v: { n: 5 }'],
    ['v: {\n  a: b # note\n}', 'v: {\n  a: b, n: 5 # note\n}'],
    ['v:\n  a: b # note\nw: 1', 'v:\n  a: b # note\n  n: 5\nw: 1'],
    ['v:\r\n    a: b\r\n\r\nw: 1', 'v:\r\n    a: b\r\n    n: 5\r\n\r\nw: 1'],
    ['v:\n  a:\n    - b', 'v:\n  a:\n    - b\n  n: 5'],
    ['v:\n  a: |+\n    b\n\n', 'v:\n  n: 5\n  a: |+\n    b\n\n'],
    ['v: { n: 7, a: b }', 'v: { n: 5, a: b }'],
    ['v:\n  n: 7 # note', 'v:\n  n: 5 # note'],
    ['v:\n  n:', 'v:\n  n: 5'],
    ['v: string', 'v: { type: string, n: 5 }'],
    ['v: string(40) # note', 'v: { type: string, maxLength: 40, n: 5 } # note'],
    ['x: &x { a: b }\nv:\n  a: *x', 'x: &x { a: b }\nv:\n  a: *x\n  n: 5'],
  ])('turns %j into %j', (before, after) => {
    expect(change(before, set(['v'], 'n', 5))).toBe(after)
  })

  it('writes a list on one line, and quotes what would be read as something else', () => {
    expect(
      change('v:\n  a: b\n', { type: 'set', path: ['v'], key: 'by', value: ['id', '7'] }),
    ).toBe('v:\n  a: b\n  by: [id, "7"]\n')
  })

  it('rewrites the bound of a short form', () => {
    expect(change('v: string(40)', set(['v'], 'maxLength', 9))).toBe(
      'v: { type: string, maxLength: 9 }',
    )
  })

  it('adds to the mapping behind a dash', () => {
    expect(change('v:\n  - a: b\n  - c', set(['v', 0], 'n', 5))).toBe(
      'v:\n  - a: b\n    n: 5\n  - c',
    )
  })

  it('adds to the root', () => {
    expect(change('a: b\n# end\n', set([], 'n', true))).toBe('a: b\nn: true\n# end\n')
    expect(change('\ufeffa: b', set([], 'n', true))).toBe('\ufeffa: b\nn: true')
  })

  it('keeps the quotes of the value that it replaces', () => {
    expect(change("a: 'b'", set([], 'a', "it's"))).toBe("a: 'it''s'")
    expect(change('a: "b"', set([], 'a', 'say "hi"'))).toBe('a: "say \\"hi\\""')
    expect(change('a: b', set([], 'a', '007'))).toBe('a: "007"')
  })

  it('sets several entries at once', () => {
    expect(change('v: { n: 1 }', set(['v'], 'n', 2), set(['v'], 'm', 3), set(['v'], 'o', 4))).toBe(
      'v: { n: 2, m: 3, o: 4 }',
    )
    expect(change('v: integer', set(['v'], 'minimum', 2), set(['v'], 'maximum', 3))).toBe(
      'v: { type: integer, minimum: 2, maximum: 3 }',
    )
  })

  it('gives up where there is no mapping', () => {
    expect(change('v: [a]', set(['v'], 'n', 5))).toBeUndefined()
    expect(change('v: 5', set(['v'], 'n', 5))).toBeUndefined()
    expect(change('v: { n: [1] }', set(['v'], 'n', 5))).toBeUndefined()
    expect(change('v: 5', set(['w'], 'n', 5))).toBeUndefined()
  })

  it('writes any text so that it is read back', () => {
    const check = (value: string, frame: string): void => {
      const after = change(frame, set(['v'], 'n', value))
      const read = parseDocument({ path: 'a.yaml', text: after ?? '' }).value
      expect(Object(read).v.n).toBe(value)
    }
    const frames = fc.constantFrom(
      'v: { a: b }',
      'v:\n  a: b\n',
      "v: { n: 'b' }",
      'v: { n: "b" }',
      'v: {}',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom('true', '~', '- a', 'a: b', '#', '{{ x }}', "it's \\", '\n', '\t', '', ' a '),
    )
    fc.assert(fc.property(texts, frames, check))
  })
})

describe('rename', () => {
  it('keeps everything but the name', () => {
    expect(change('a:\n  "b" : c # note', rename(['a', 'b'], 'd'))).toBe('a:\n  "d" : c # note')
    expect(change('{ a: 1 }', rename(['a'], 'b: c'))).toBe('{ "b: c": 1 }')
    expect(change('{ a: 1 }', rename(['a'], 'b c'))).toBe('{ b c: 1 }')
  })

  it('gives up where there is no such key', () => {
    expect(change('a: [b]', rename(['a', 0], 'd'))).toBeUndefined()
    expect(change('a: 1', rename(['b'], 'd'))).toBeUndefined()
  })
})

describe('remove', () => {
  it.each<[before: string, path: Path, after: string]>([
    ['a: 1\nb: 2 # two\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    [
      'a: 1\r\n# about b\r\nb:\r\n  - 2\r\n# about c\r\nc: 3\r\n',
      ['b'],
      'a: 1\r\n# about b\r\n# about c\r\nc: 3\r\n',
    ],
    ['a: 1\nb: 2', ['b'], 'a: 1\n'],
    ['r:\n  - a: 1\n    b: 2\n', ['r', 0, 'a'], 'r:\n  - b: 2\n'],
    ['r:\n  - a: 1\n    b: 2\n', ['r', 0, 'b'], 'r:\n  - a: 1\n'],
    ['r:\n  - a # one\n  - b\n', ['r', 0], 'r:\n  - b\n'],
    ['r:\n  - a\n  - b: 1\n    c: 2\n', ['r', 1], 'r:\n  - a\n'],
    ['r: { a: 1, b: 2, c: 3 }', ['r', 'a'], 'r: { b: 2, c: 3 }'],
    ['r: { a: 1, b: 2, c: 3 }', ['r', 'b'], 'r: { a: 1, c: 3 }'],
    ['r: { a: 1, b: 2, c: 3 }', ['r', 'c'], 'r: { a: 1, b: 2 }'],
    ['r: [a, b]', ['r', 1], 'r: [a]'],
    ['r: [a]', ['r', 0], 'r: []'],
    ['r:\n  a: 1\nb: 2\n', ['r', 'a'], 'r:\n  {}\nb: 2\n'],
  ])('takes out of %j what is at %j', (before, path, after) => {
    expect(change(before, remove(...path))).toBe(after)
  })

  it('gives up where there is nothing', () => {
    expect(change('a: 1', remove('b'))).toBeUndefined()
    expect(change('a: 1', remove())).toBeUndefined()
  })

  it('leaves the value without the part, wherever it is', () => {
    const yaml =
      'a: &x 1\nb:\n  - c: [1, 2, { d: 3, e: *x }]\n    f: |\n      g\n  - h\ni: { j: "k" }\n'
    const document = parseDocument({ path: 'a.yaml', text: yaml })
    const paths: Path[] = [
      ['b'],
      ['b', 0],
      ['b', 1],
      ['b', 0, 'c'],
      ['b', 0, 'f'],
      ['b', 0, 'c', 0],
      ['b', 0, 'c', 2],
      ['b', 0, 'c', 2, 'd'],
      ['b', 0, 'c', 2, 'e'],
      ['i'],
      ['i', 'j'],
    ]
    for (const path of paths) {
      const expected = structuredClone(document.value)
      const parent = path
        .slice(0, -1)
        .reduce<unknown>((inner, step) => Object(inner)[step], expected)
      const last = path.at(-1) ?? ''
      if (Array.isArray(parent)) parent.splice(Number(last), 1)
      else Reflect.deleteProperty(Object(parent), last)
      const after = change(yaml, remove(...path)) ?? ''
      expect(parseDocument({ path: 'a.yaml', text: after }).value, JSON.stringify(path)).toEqual(
        expected,
      )
    }
  })
})

describe('indent', () => {
  const indent = (text: string, ...keys: string[]): string | undefined =>
    change(text, { type: 'indent', path: [], keys })

  it('moves the lines of some entries to the right, and no others', () => {
    expect(indent('a:\nb: 1 # note\n\n# more\nc: |\n  x\nd: 2\n', 'b', 'c')).toBe(
      'a:\n  b: 1 # note\n\n  # more\n  c: |\n    x\nd: 2\n',
    )
    expect(indent('a:\r\nb:\r\n- 1\r\n', 'b')).toBe('a:\r\n  b:\r\n  - 1\r\n')
  })

  it('does not apply in braces, nor to what is not there', () => {
    expect(indent('{ a: , b: 1 }', 'b')).toBeUndefined()
    expect(indent('a:\nb: 1\n', 'c')).toBeUndefined()
  })
})

describe('wrap', () => {
  const wrap = (text: string, path: Path = ['v']): string | undefined =>
    change(text, { type: 'wrap', path, key: 'in', beside: ['type', 'x'], depth: 0 })

  it('puts a mapping under a key of a new one', () => {
    expect(wrap('v: { a: 1 } # note\n')).toBe('v: { type: x, in: { a: 1 } } # note\n')
    expect(wrap('v:\n  a: 1\n\n  b: |\n    x\nw: 2\n')).toBe(
      'v:\n  type: x\n  in:\n    a: 1\n\n    b: |\n      x\nw: 2\n',
    )
    expect(wrap('v:\r\n  a: 1\r\n  b: 2\r\n')).toBe(
      'v:\r\n  type: x\r\n  in:\r\n    a: 1\r\n    b: 2\r\n',
    )
  })

  it('does not apply where its first entry shares a line, nor to a text', () => {
    expect(wrap('v:\n  - a: 1\n    b: 2\n', ['v', 0])).toBeUndefined()
    expect(wrap('v: string')).toBeUndefined()
  })
})
