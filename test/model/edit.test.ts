import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, doTouch } from '../../src/model/edit.ts'

describe('applyEdits', () => {
  it('replaces, inserts and removes, in whatever order the edits are given', () => {
    const edits = [
      { start: 8, end: 9, text: '' },
      { start: 0, end: 1, text: 'AA' },
      { start: 4, end: 4, text: '-' },
    ]
    expect(applyEdits('abcdefghi', edits)).toBe('AAbcd-efgh')
  })

  it('puts an insertion before what is replaced at the same offset', () => {
    const edits = [
      { start: 1, end: 2, text: 'B' },
      { start: 1, end: 1, text: '>' },
    ]
    expect(applyEdits('abc', edits)).toBe('a>Bc')
  })

  it('refuses edits that overlap', () => {
    const edits = [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ]
    expect(() => applyEdits('abc', edits)).toThrow(RangeError)
  })

  it('leaves everything between the edits as it is', () => {
    const pieces = fc.array(fc.record({ kept: fc.string(), old: fc.string(), text: fc.string() }))
    const check = (
      parts: readonly { readonly kept: string; readonly old: string; readonly text: string }[],
    ): void => {
      let offset = 0
      const edits = parts.map(({ kept, old, text }) => {
        const start = offset + kept.length
        offset = start + old.length
        return { start, end: offset, text }
      })
      const before = parts.map(({ kept, old }) => kept + old).join('')
      const after = parts.map(({ kept, text }) => kept + text).join('')
      expect(applyEdits(before, edits)).toBe(after)
    }
    fc.assert(fc.property(pieces, check))
  })
})

describe('doTouch', () => {
  it.each<[left: [number, number], right: [number, number], expected: boolean]>([
    [[0, 2], [1, 3], true],
    [[0, 9], [3, 4], true],
    [[0, 2], [2, 3], true],
    [[2, 2], [2, 2], true],
    [[0, 2], [3, 3], false],
  ])('says of %j and %j %s', ([start, end], [otherStart, otherEnd], expected) => {
    const [left, right] = [
      { start, end },
      { start: otherStart, end: otherEnd },
    ]
    expect([doTouch(left, right), doTouch(right, left)]).toEqual([expected, expected])
  })
})
