import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../../src/emit/printable.ts'
import { pretty } from '../../../src/emit/reporters/pretty.ts'
import type { Diagnostic } from '../../../src/model/diagnostic.ts'

const file = 'messages/a.yaml'

function diagnosticAt(text: string, marked: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = text.indexOf(marked)
  const range = { start, end: start + marked.length }
  const base = { file, rule: 'some-rule', severity: 'error', message: 'it is wrong' } as const
  return { ...base, range, path: [], ...more }
}

function show(
  text: string,
  diagnostics: readonly Diagnostic[],
  context: { readonly color: boolean; readonly width?: number } = { color: false },
): string {
  const sources = new Map([[file, { path: file, text }]])
  return pretty({ diagnostics, files: 1, proven: 3, sources }, context)
}

describe('the pretty reporter', () => {
  it('draws the line with the line before it, and carets under the place', () => {
    const text = 'message:\n  text: "Hello {{ nmae }}"\n'
    expect(
      show(text, [diagnosticAt(text, '{{ nmae }}')]),
    ).toBe(`messages/a.yaml:2:16 error some-rule
  it is wrong
    1 │ message:
  > 2 │   text: "Hello {{ nmae }}"
      │                ^^^^^^^^^^

1 error in 1 file, 3 checks proven for every value`)
  })

  it('says that nothing was found', () => {
    expect(show('', [])).toBe('no problems in 1 file, 3 checks proven for every value')
  })

  it('counts many findings by rule, the most frequent first', () => {
    const text = 'a: b\n'
    const list = (rule: string, length: number, severity: Diagnostic['severity']) =>
      Array.from({ length }, () => diagnosticAt(text, 'a', { rule, severity }))
    const few = [...list('b', 8, 'error'), ...list('a', 12, 'warning')]
    expect(show(text, few)).not.toContain('by rule')
    const many = [...few, ...list('b', 3, 'warning'), ...list('c', 2, 'info')]
    expect(show(text, many)).toContain(`

by rule:
           12 warnings  a
  8 errors, 3 warnings  b
                2 info  c

8 errors`)
  })

  it('puts rules together where there are more than ten', () => {
    const text = 'a: b\n'
    const all = Array.from({ length: 24 }, (_, index) =>
      diagnosticAt(text, 'a', { rule: `rule-${String(index % 12).padStart(2, '0')}` }),
    )
    const overview = show(text, all).split('by rule:\n')[1]?.split('\n\n')[0]?.split('\n') ?? []
    expect(overview).toHaveLength(10)
    expect(overview[0]).toBe('  2 errors  rule-00')
    expect(overview.at(-1)).toBe('  6 errors of 3 other rules')
    const ten = all.filter(({ rule }) => rule < 'rule-10')
    expect(show(text, [...ten, ...ten])).toContain('  4 errors  rule-09\n\n')
  })

  it('counts errors and warnings', () => {
    const text = 'a: b\n'
    const error = diagnosticAt(text, 'a')
    const warning: Diagnostic = { ...error, severity: 'warning' }
    expect(show(text, [error, warning, warning])).toContain('1 error and 2 warnings in 1 file')
    expect(show(text, [warning])).toContain('\n1 warning in 1 file')
  })

  it('sets carets by columns of the terminal, not by units', () => {
    const text = 'a: "漢字😀 e\u0301 x"\n'
    const lines = show(text, [diagnosticAt(text, 'x')]).split('\n')
    const [line = '', carets = ''] = lines.slice(2, 4)
    expect(displayWidth(line.slice(0, line.indexOf('x')))).toBe(carets.indexOf('^'))
    expect(carets.trim()).toBe('│ '.concat(carets.trim().slice(2)))
    expect(carets.match(/\^/g)).toHaveLength(1)
  })

  it('shows variables that break it, cut where they are long', () => {
    const counterexample = { name: 'W'.repeat(200), list: [1, 2, 3, 4] }
    const text = show('a: b\n', [diagnosticAt('a: b\n', 'b', { counterexample })])
    expect(text).toContain('for example with')
    expect(text).toContain('list: [1,2,"…"]')
    expect(text).not.toContain('W'.repeat(60))
  })

  it('cuts no character in half', () => {
    const counterexample = { name: `${'a'.repeat(46)}😀 and more`, other: '😀'.repeat(30) }
    for (let width = 40; width < 60; width++) {
      const shown = show('a: 1\n', [diagnosticAt('a: 1\n', 'a', { counterexample })], {
        color: false,
        width,
      })
      expect(shown.isWellFormed()).toBe(true)
    }
  })

  it('offers fixes, and says which of them a person must decide about', () => {
    const fix = { title: 'quote it', safe: true, edits: [] }
    const fixes = [fix, { ...fix, title: 'narrow it', safe: false }]
    const text = show('a: b\n', [diagnosticAt('a: b\n', 'b', { fixes })])
    expect(text).toContain('  fix: quote it\n  possible fix, to be decided by you: narrow it')
  })

  it('says at its end how the fixes are applied, and which of them cannot be', () => {
    const safe = { title: 'quote it', safe: true, edits: [] }
    const text = 'a: b\n'
    const mended = diagnosticAt(text, 'b', { fixes: [safe] })
    const decided = diagnosticAt(text, 'b', { fixes: [{ ...safe, safe: false }] })
    const endOf = (diagnostics: readonly Diagnostic[], applied?: 'safe' | 'all'): string => {
      const report = { diagnostics, files: 1, proven: 0, sources: new Map() }
      const shown = pretty(applied === undefined ? report : { ...report, applied }, {
        color: false,
      })
      return shown.slice(shown.lastIndexOf('in 1 file') + 9).trim()
    }
    expect(endOf([])).toBe('')
    expect(endOf([mended, mended])).toBe('2 fixable with `connectly lint --fix`')
    expect(endOf([decided])).toBe('1 fixable with `connectly lint --fix-unsafe`')
    expect(endOf([mended, decided])).toBe(
      '1 fixable with `connectly lint --fix`, 1 more with `--fix-unsafe`',
    )
    expect(endOf([decided], 'safe')).toBe('1 fixable with `connectly lint --fix-unsafe`')
    const left = '1 fix left out: mending nothing, or breaking something else'
    expect(endOf([mended], 'safe')).toBe(left)
    expect(endOf([decided], 'all')).toBe(left)
  })

  it('keeps to the width of the terminal, and the place in sight', () => {
    const text = `a: "${'lorem ipsum '.repeat(40)}{{ here }} ${'dolor '.repeat(40)}"\n`
    const message = 'many words of explanation '.repeat(12)
    const shown = show(text, [diagnosticAt(text, '{{ here }}', { message })], {
      color: false,
      width: 60,
    })
    expect(shown).toContain('{{ here }}')
    for (const line of shown.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60)
    const lines = shown.split('\n')
    const index = lines.findIndex((line) => line.startsWith('  >'))
    expect(lines[index + 1]?.indexOf('^')).toBe(lines[index]?.indexOf('{{ here }}'))
  })

  it('escapes everything that comes from a file', () => {
    const nasty = '\u001B]0;x\u0007\u202E##[error]'
    const text = `${nasty}: "${nasty.repeat(30)} mark"\n`
    const shown = show(text, [
      diagnosticAt(text, 'mark', {
        file,
        message: nasty,
        counterexample: { [nasty]: nasty },
        fixes: [{ title: nasty, safe: true, edits: [] }],
      }),
      diagnosticAt(text, 'mark', { file: nasty }),
    ])
    expect(shown).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}|##\[/u)
  })

  it('shows the same in colour', () => {
    const text = 'message:\n  text: "{{ a }}"\n'
    const fixes = [{ title: 'mend it', safe: true, edits: [] }]
    const found = [diagnosticAt(text, '{{ a }}', { counterexample: { a: 1 }, fixes })]
    const colored = show(text, found, { color: true })
    expect(colored).toContain('\u001B[31m')
    expect(stripVTControlCharacters(colored)).toBe(show(text, found))
  })

  it('needs no source', () => {
    const shown = show('a: b\n', [diagnosticAt('a: b\n', 'b', { file: 'lost.yaml' })])
    expect(shown).toMatch(/^lost\.yaml error some-rule\n {2}it is wrong\n\n1 error/)
  })
})
