import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/language/document.ts'
import { applyFix } from './apply-fix.ts'

describe('explainColumns', () => {
  it.each([
    ['a:\n  - b: c\n   d: e', 'd', 'a:\n  - b: c\n    d: e', true],
    ['a:\n  - b: c\n  d: e', 'd', 'a:\n  - b: c\n    d: e', true],
    [
      'a:\n  - b: c\n   d:\n     e: f\n\n     g: h',
      'd',
      'a:\n  - b: c\n    d:\n      e: f\n\n      g: h',
      true,
    ],
    ['a:\n  - b: c\n   # note\n   "d": e', '"d', 'a:\n  - b: c\n   # note\n    "d": e', true],
    ['r:\n  a:\n  - b: c\n  d: e\n  - b: f', 'd', 'r:\n  a:\n  - b: c\n    d: e\n  - b: f', true],
    ['a:\n  - b: c\n - b: d\n   e: f', '-', 'a:\n  - b: c\n  - b: d\n    e: f', true],
    [
      'a:\n  - b: c\n    d: e\n   - b: f\n     d: g',
      '-',
      'a:\n  - b: c\n    d: e\n  - b: f\n    d: g',
      true,
    ],
    ['a:\n  - b:\n      - c: d\n    - c: e', '-', 'a:\n  - b:\n      - c: d\n      - c: e', false],
  ])('moves what stands in the wrong column of %j', (yaml, at, mended, isSafe) => {
    const { findings } = parseDocument({ path: 'a.yaml', text: yaml })
    expect(findings).toMatchObject([{ rule: 'yaml-syntax', fixes: [{ safe: isSafe }] }])
    const [finding] = findings
    expect(finding?.message).toContain('in column')
    expect(yaml.slice(finding?.range.start, finding?.range.end)).toContain(at.slice(0, 1))
    expect(applyFix(yaml, finding?.fixes?.[0])).toBe(mended)
    expect(parseDocument({ path: 'a.yaml', text: mended }).findings).toEqual([])
  })

  it.each([
    'a:\n  b: |\n    - c: d\n   - e\n',
    'a:\n    b: c\n  d: e',
    'a:\n- b:\n  - c: d\n- b: [e] f',
    'a:\n- b: c\n  d: e\nf: [g] h',
    'a:\n  - b:\n    - c: d\n  - b: "e',
    'a:\n  b: c\n d: e',
    'a: [\n  - b: c\n d',
  ])('moves nothing in %j, where it is not clear what belongs to what', (yaml) => {
    const { findings } = parseDocument({ path: 'a.yaml', text: yaml })
    expect(findings).toHaveLength(1)
    expect(findings[0]).not.toHaveProperty('fixes')
  })
})
