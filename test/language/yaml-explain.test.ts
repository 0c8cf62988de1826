import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/language/document.ts'
import type { Path } from '../../src/model/source.ts'
import { applyFix } from './apply-fix.ts'

describe('explainUnquoted', () => {
  it.each<[yaml: string, words: string, fixed: string, path?: Path]>([
    ['a: 007', '`007` as the number 7', 'a: "007"'],
    ['a: 1e3', '`1e3` as the number 1000', 'a: "1e3"'],
    ['a: 0x1F', '`0x1F` as the number 31', 'a: "0x1F"'],
    ['a: 42', '`42` as a number, ', 'a: "42"'],
    ['a: True', '`True` as the boolean true', 'a: "True"'],
    ['a: ~', '`~` as “no value” (null)', 'a: "~"'],
    ['a: #sale now # note', '`#sale now` for a comment', 'a: "#sale now" # note'],
    ['a: [Sale]', 'a list', 'a: "[Sale]"'],
    ['a: {name}', 'a mapping', 'a: "{name}"'],
    ['a:\n  Hi: there', 'a mapping', 'a:\n  "Hi: there"'],
    ['a:\n  - Dear friend: hello', 'a mapping', 'a:\n  - "Dear friend: hello"', ['a', 0]],
    ['a: { b: 12, c: d }', '`12` as a number', 'a: { b: "12", c: d }', ['a', 'b']],
  ])('explains %j', (yaml, words, fixed, path = ['a']) => {
    const document = parseDocument({ path: 'a.yaml', text: yaml })
    const explained = document.explainUnquoted(path)
    expect(explained?.message).toContain(words)
    const mended = applyFix(yaml, explained?.fix)
    expect(mended).toBe(fixed)
    expect(parseDocument({ path: 'a.yaml', text: mended }).explainUnquoted(path)).toBeUndefined()
  })

  it.each<[yaml: string, path?: Path]>([
    ['a: text'],
    ['a: yes'],
    ['a: 2024-01-01'],
    ['a: "007"'],
    ['a: !!int 7'],
    ['a: { b: c }'],
    ['a: [{ b: c }]'],
    ['a: ["b"]'],
    ['a:\n  body: hello'],
    ['a:\n  Hi: there\n  You: too'],
    ['a:\n  - b\n  - c'],
    ['a:\n  Hi:\n    - there'],
    ['a: 1', ['b']],
    ['a: {{ b }}'],
  ])('has nothing to say of %j', (yaml, path = ['a']) => {
    const document = parseDocument({ path: 'a.yaml', text: yaml })
    expect(document.explainUnquoted(path)).toBeUndefined()
  })

  it('does not call a fix safe that would make up a text', () => {
    const isSafe = (yaml: string): boolean | undefined =>
      parseDocument({ path: 'a.yaml', text: yaml }).explainUnquoted(['a'])?.fix?.safe
    expect([isSafe('a: null'), isSafe('a: 007')]).toEqual([false, true])
  })

  it.each(['a:', 'a: # note'])('leaves it to the author what to write in %j', (text) => {
    const explained = parseDocument({ path: 'a.yaml', text }).explainUnquoted(['a'])
    expect(explained?.message).toContain('no text stands here')
    expect(explained?.fix).toBeUndefined()
  })
})
