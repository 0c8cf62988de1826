import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines } from '../../src/emit/line-diff.ts'

function diff(before: string, after: string, context?: number): readonly string[] {
  const options = { color: false, ...(context === undefined ? {} : { context }) }
  return diffLines('a.yaml', before, after, options).split('\n').slice(2)
}

/** Takes one side out of a difference that shows everything. */
function sideOf(lines: readonly string[], mark: '-' | '+'): string {
  return lines
    .filter((line) => !line.startsWith('@@') && (line[0] === ' ' || line[0] === mark))
    .map((line) => `${line.slice(1)}\n`)
    .join('')
}

describe('diffLines', () => {
  it('says nothing of a text that stays', () => {
    expect(diffLines('a.yaml', 'a\n', 'a\n', { color: true })).toBe('')
  })

  it('shows a change with the lines around it, under the name of the file', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\n'
    expect(diffLines('a.yaml', before, before.replace('e', 'E'), { color: false })).toBe(
      '--- a.yaml\n+++ a.yaml\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h',
    )
  })

  it('shows changes that are far apart one by one', () => {
    expect(diff('a\nb\nc\nd\ne\n', 'A\nb\nc\nd\n', 1)).toEqual([
      '@@ -1,2 +1,2 @@',
      '-a',
      '+A',
      ' b',
      '@@ -4,2 +4,1 @@',
      ' d',
      '-e',
    ])
  })

  it('counts a side without lines from the line above', () => {
    expect(diff('', 'a\n')).toEqual(['@@ -0,0 +1,1 @@', '+a'])
    expect(diff('a\n', '')).toEqual(['@@ -1,1 +0,0 @@', '-a'])
  })

  it('shows neither a carriage return nor what could drive a terminal', () => {
    expect(diff('a\r\n', '\u001b[2Jb\tc\r\n')).toEqual(['@@ -1,1 +1,1 @@', '-a', '+\\u001b[2Jb  c'])
  })

  it('colours what goes and what comes', () => {
    const text = diffLines('a.yaml', 'a\n', 'b\n', { color: true })
    expect(text).toContain('\u001b[31m-a\u001b[39m')
    expect(text).toContain('\u001b[32m+b\u001b[39m')
  })

  it('holds both texts when it shows all lines, and counts them', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
      .map((lines) => lines.map((line) => `${line}\n`).join(''))
    const check = (before: string, after: string): void => {
      fc.pre(before !== after)
      const lines = diff(before, after, 99)
      expect([sideOf(lines, '-'), sideOf(lines, '+')]).toEqual([before, after])
      const counts = [before, after].map((side) => side.split('\n').length - 1)
      expect(lines[0]).toMatch(new RegExp(`^@@ -\\d,${counts[0]} \\+\\d,${counts[1]} @@$`))
    }
    fc.assert(fc.property(text, text, check))
  })
})
