import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPath, isInside, isSamePath, LineIndex, type Path } from '../../src/model/source.ts'

const texts = fc
  .array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r', '\t', '\u2028'), { maxLength: 30 })
  .map((parts) => parts.join(''))

describe('LineIndex', () => {
  it.each([
    ['', 0, 1, 1],
    ['ab', 1, 1, 2],
    ['a\nb', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\n', 2, 2, 1],
    ['😀b', 2, 1, 3],
    ['\uFEFFab', 0, 1, 1],
    ['\uFEFFab', 2, 1, 2],
    ['\uFEFFa\nb', 3, 2, 1],
    ['a\u2028b', 2, 1, 3],
    ['ab', 9, 1, 3],
    ['ab', -1, 1, 1],
  ])('finds in %j the offset %i at %i:%i', (text, offset, line, column) => {
    expect(new LineIndex(text).positionAt(offset)).toMatchObject({ line, column })
  })

  it('counts every line, the empty last one too', () => {
    expect(new LineIndex('').lineCount).toBe(1)
    expect(new LineIndex('a\r\nb\rc\n').lineCount).toBe(4)
  })

  it('gives for every offset the place from which it can be computed again', () => {
    fc.assert(
      fc.property(texts, fc.nat(40), (text, offset) => {
        const lines = new LineIndex(text)
        const place = lines.positionAt(offset)
        expect(place.offset).toBe(Math.min(offset, text.length))
        expect(lines.lineStart(place.line) + place.column - 1).toBe(place.offset)
        expect(place.offset).toBeLessThanOrEqual(lines.lineStart(place.line + 1))
      }),
    )
  })

  it('breaks a text where editors do, and loses nothing of it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new LineIndex(text)
        const found = Array.from({ length: lines.lineCount }, (_, index) =>
          text.slice(lines.lineStart(index + 1), lines.lineStart(index + 2)),
        )
        expect(found.map((line) => line.replace(/\r\n$|[\r\n]$/, ''))).toEqual(
          text.split(/\r\n|\r|\n/),
        )
        expect(found.join('')).toBe(text)
      }),
    )
  })
})

describe('formatPath', () => {
  it.each<[Path, string]>([
    [[], ''],
    [['message', 'buttons', 0, 'text'], 'message.buttons[0].text'],
    [[0, 'a'], '[0].a'],
    [['a b', 'c-d'], '["a b"]["c-d"]'],
    [['$each', '_x', 'a1'], '$each._x.a1'],
    [['"'], '["\\""]'],
    [['0'], '["0"]'],
  ])('writes %j as %s', (path, text) => {
    expect(formatPath(path)).toBe(text)
  })

  it('writes different paths differently', () => {
    const steps = fc.oneof(fc.nat(3), fc.constantFrom('a', 'a.b', '0', 'a[0]', '"', '\\', ''))
    const paths = fc.array(steps, { maxLength: 4 })
    fc.assert(
      fc.property(paths, paths, (left, right) => {
        expect(formatPath(left) === formatPath(right)).toBe(isSamePath(left, right))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('isInside', () => {
  it('holds for a path itself and for what lies below it', () => {
    expect(isInside(['a', 0], ['a', 0])).toBe(true)
    expect(isInside(['a', 0, 'b'], ['a'])).toBe(true)
    expect(isInside(['a'], [])).toBe(true)
    expect(isInside(['a'], ['a', 0])).toBe(false)
    expect(isInside(['ab'], ['a'])).toBe(false)
    expect(isInside(['a', 0], ['a', '0'])).toBe(false)
  })
})
