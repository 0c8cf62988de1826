import { describe, expect, it } from 'vitest'
import { parseDocument, type RangedFinding } from '../../src/language/document.ts'
import { applySuppressions, readSuppressions } from '../../src/language/suppressions.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Path } from '../../src/model/source.ts'
import { applyFix } from './apply-fix.ts'

const ruleNames = new Set(['emoji-in-button', 'unused-variable', 'text-too-long'])

interface Outcome {
  readonly left: readonly string[]
  readonly findings: readonly RangedFinding[]
}

/** Applies the suppressions of a text to diagnostics at paths; `text-too-long` is locked. */
function run(text: string, found: readonly (readonly [rule: string, path: Path])[]): Outcome {
  const document = parseDocument({ path: 'a.yaml', text })
  const { suppressions, findings } = readSuppressions(document, ruleNames)
  const diagnostics = found.map(([rule, path]): Diagnostic => {
    const range = document.rangeAt(path)
    return { file: 'a.yaml', rule, severity: 'error', message: 'it', range, path }
  })
  const applied = applySuppressions(diagnostics, suppressions, {
    document,
    isLocked: ({ rule }) => rule === 'text-too-long',
  })
  return {
    left: applied.diagnostics.map(({ rule, path }) => [rule, ...path].join(' ')),
    findings: [...findings, ...applied.findings],
  }
}

describe('a suppression', () => {
  it('silences the next line', () => {
    const text = '# connectly-disable-next-line emoji-in-button -- seen to work\na: 1\nb: 2\n'
    expect(
      run(text, [
        ['emoji-in-button', ['a']],
        ['emoji-in-button', ['b']],
      ]),
    ).toEqual({
      left: ['emoji-in-button b'],
      findings: [],
    })
  })

  it('silences its own line', () => {
    const text = 'a: 1 # connectly-disable-line emoji-in-button -- seen to work\nb: 2\n'
    const { left, findings } = run(text, [
      ['emoji-in-button', ['a']],
      ['unused-variable', ['a']],
    ])
    expect(left).toEqual(['unused-variable a'])
    expect(findings).toEqual([])
  })

  it('silences the whole file from its top', () => {
    const text =
      '\ufeff# note\r\n\r\n# connectly-disable unused-variable -- on purpose\r\n---\r\na: 1\r\nb: 2\r\n'
    const { left, findings } = run(text, [
      ['unused-variable', ['a']],
      ['unused-variable', ['b']],
    ])
    expect([left, findings]).toEqual([[], []])
  })

  it('names several rules, with commas or blanks between', () => {
    const text = '# connectly-disable-next-line emoji-in-button,unused-variable -- a -- b\na: 1\n'
    const spaced = text.replace(',', ' , ')
    const found: [string, Path][] = [
      ['emoji-in-button', ['a']],
      ['unused-variable', ['a']],
    ]
    expect(run(text, found)).toEqual({ left: [], findings: [] })
    expect(run(spaced, found)).toEqual({ left: [], findings: [] })
  })

  it('can stand above another one', () => {
    const text =
      '# connectly-disable-next-line emoji-in-button -- one\n\n# connectly-disable-next-line unused-variable -- two\na: 1\n'
    const found: [string, Path][] = [
      ['emoji-in-button', ['a']],
      ['unused-variable', ['a']],
    ]
    expect(run(text, found)).toEqual({ left: [], findings: [] })
  })

  it('reaches into a text of several lines, where no comment can stand', () => {
    const text = '# connectly-disable-next-line emoji-in-button -- why\na: |\n  one\n  two\n'
    const document = parseDocument({ path: 'a.yaml', text })
    const range = document.rangeAt(['a'], { start: 4, end: 7 })
    const { suppressions } = readSuppressions(document, ruleNames)
    const diagnostic: Diagnostic = {
      file: 'a.yaml',
      rule: 'emoji-in-button',
      severity: 'error',
      message: 'it',
      range,
      path: ['a'],
    }
    const context = { document, isLocked: () => false }
    expect(text.slice(range.start, range.end)).toBe('two')
    expect(applySuppressions([diagnostic], suppressions, context)).toEqual({
      diagnostics: [],
      findings: [],
    })
  })

  it('is no suppression inside a text', () => {
    const text = 'a: "# connectly-disable-line emoji-in-button -- why"\n'
    expect(run(text, [['emoji-in-button', ['a']]]).left).toEqual(['emoji-in-button a'])
  })
})

describe('invalid-suppression', () => {
  it.each([
    ['no reason', '# connectly-disable-next-line emoji-in-button', 'needs a reason'],
    ['an empty reason', '# connectly-disable-next-line emoji-in-button -- ', 'needs a reason'],
    [
      'a reason without blanks',
      '# connectly-disable-next-line emoji-in-button --why',
      'no rule `--why`',
    ],
    [
      'an unknown rule',
      '# connectly-disable-next-line emoji-in-buton -- why',
      'did you mean `emoji-in-button`?',
    ],
    ['an odd rule', '# connectly-disable-next-line xyz -- why', 'connectly explain'],
    ['no rule', '# connectly-disable-next-line -- why', 'names no rule'],
    [
      'a slip',
      '# connectly-disable-nextline emoji-in-button -- why',
      'did you mean `connectly-disable-next-line`?',
    ],
    [
      'another slip',
      '# connectly-disabled emoji-in-button -- why',
      'did you mean `connectly-disable`?',
    ],
  ])('is reported for %s, and nothing is silenced', (_, comment, words) => {
    const { left, findings } = run(`${comment}\na: 1\n`, [['emoji-in-button', ['a']]])
    expect(left).toEqual(['emoji-in-button a'])
    expect(findings[0]).toMatchObject({ rule: 'invalid-suppression', severity: 'error' })
    expect(findings[0]?.message).toContain(words)
  })

  it('is reported where one of several rules is unknown', () => {
    const text = '# connectly-disable-next-line emoji-in-button, nope -- why\na: 1\n'
    const { left, findings } = run(text, [['emoji-in-button', ['a']]])
    expect(left).toEqual(['emoji-in-button a'])
    expect(findings).toHaveLength(1)
    expect(text.slice(findings[0]?.range.start, findings[0]?.range.end)).toBe('nope')
  })

  it('is reported for a whole file below the first key', () => {
    const text = 'a: 1\n# connectly-disable emoji-in-button -- why\nb: 2\n'
    const { left, findings } = run(text, [['emoji-in-button', ['b']]])
    expect(left).toEqual(['emoji-in-button b'])
    expect(findings).toMatchObject([{ rule: 'invalid-suppression' }])
  })

  it('is reported for what cannot be suppressed, which stays', () => {
    const text = '# connectly-disable-next-line text-too-long, emoji-in-button -- why\na: 1\n'
    const { left, findings } = run(text, [
      ['text-too-long', ['a']],
      ['emoji-in-button', ['a']],
    ])
    expect(left).toEqual(['text-too-long a'])
    expect(findings).toMatchObject([{ rule: 'invalid-suppression', severity: 'error' }])
    expect(findings[0]?.message).toContain('`text-too-long` cannot be suppressed')
  })
})

describe('unused-suppression', () => {
  it('is a warning at the rule, with a fix that removes the comment', () => {
    const text =
      'a: 1 # connectly-disable-line emoji-in-button -- why\n# connectly-disable-next-line unused-variable -- why\nb: 2\n'
    const { findings } = run(text, [])
    expect(findings).toMatchObject([
      { rule: 'unused-suppression', severity: 'warning' },
      { rule: 'unused-suppression', severity: 'warning' },
    ])
    expect(text.slice(findings[0]?.range.start, findings[0]?.range.end)).toBe('emoji-in-button')
    expect(applyFix(text, findings[0]?.fixes?.[0]).startsWith('a: 1\n# connectly')).toBe(true)
    expect(applyFix(text, findings[1]?.fixes?.[0]).endsWith('why\nb: 2\n')).toBe(true)
  })

  it('tells which of several rules is not needed, without removing the rest', () => {
    const text = '# connectly-disable emoji-in-button, unused-variable -- why\na: 1\n'
    const { findings } = run(text, [['unused-variable', ['a']]])
    expect(findings).toHaveLength(1)
    expect(text.slice(findings[0]?.range.start, findings[0]?.range.end)).toBe('emoji-in-button')
    expect(findings[0]?.fixes).toBeUndefined()
  })

  it('is reported for a whole file when a line says it already', () => {
    const text =
      '# connectly-disable emoji-in-button -- why\n# connectly-disable-next-line emoji-in-button -- why\na: 1\n'
    const { findings } = run(text, [['emoji-in-button', ['a']]])
    expect(findings).toMatchObject([{ rule: 'unused-suppression', range: { start: 20 } }])
  })

  it('is not reported in a file that cannot be read', () => {
    const text = '# connectly-disable emoji-in-button -- why\na: "b\n'
    expect(run(text, []).findings).toEqual([])
  })
})
