import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth, printable, wrapText } from '../../src/emit/printable.ts'

describe('printable', () => {
  it.each([
    ['plain é 漢 😀', 'plain é 漢 😀'],
    ['a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['\u001B[31m', '\\u001b[31m'],
    ['\u009B31m', '\\u009b31m'],
    ['\u0000\u007F', '\\u0000\\u007f'],
    ['a\u202Eb\u2066c\u200Bd', 'a\\u202eb\\u2066c\\u200bd'],
    ['\uFEFFa\u2028b', '\\ufeffa\\u2028b'],
    ['\u{E0041}', '\\u{e0041}'],
    ['\uD83D', '\\ud83d'],
    ['##[error]x', '#\\#[error]x'],
    ['x ##vso[task]', 'x #\\#vso[task]'],
    ['##TeamCity[a]', '#\\#TeamCity[a]'],
    ['## heading', '## heading'],
  ])('writes %j as %j', (text, expected) => {
    expect(printable(text)).toBe(expected)
  })

  it('lets nothing through that a terminal or a CI system acts on', () => {
    const parts = fc.array(
      fc.oneof(
        fc.constantFrom('#', '##', '[', 'vso[', '\u001B', '\u202E', ':'),
        fc.string({ unit: 'binary' }),
      ),
    )
    fc.assert(
      fc.property(parts, (words) => {
        const shown = printable(words.join(''))
        expect(shown).not.toMatch(/\p{Cc}|\p{Bidi_Control}|\p{Cs}/u)
        expect(shown).not.toMatch(/##(?:\[|vso\[|teamcity\[)/i)
      }),
      { numRuns: 1000 },
    )
  })

  it('changes nothing when it is applied again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(printable(text))).toBe(printable(text))
      }),
    )
  })
})

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['漢字', 4],
    ['😀', 2],
    ['👨‍👩‍👧', 2],
    ['e\u0301', 1],
    ['❤\uFE0F', 2],
    ['ｱ', 1],
    ['Ａ', 2],
  ])('takes %j for %i columns', (text, expected) => {
    expect(displayWidth(text)).toBe(expected)
  })
})

describe('wrapText', () => {
  it('breaks between words', () => {
    expect(wrapText('a bb ccc dddd', 6)).toEqual(['a bb', 'ccc', 'dddd'])
    expect(wrapText('toolongforit a', 4)).toEqual(['toolongforit', 'a'])
    expect(wrapText('', 4)).toEqual([''])
  })

  it('loses no word, and breaks a line only where it must', () => {
    const words = fc.array(fc.stringMatching(/^[a-z漢]{1,6}$/), { minLength: 1 })
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 30 }), (parts, width) => {
        const lines = wrapText(parts.join(' '), width)
        expect(lines.join(' ')).toBe(parts.join(' '))
        for (const line of lines) {
          if (line.includes(' ')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        }
      }),
    )
  })
})
