import { describe, expect, it } from 'vitest'
import { json } from '../../../src/emit/reporters/json.ts'
import type { Report } from '../../../src/emit/reporters/reporter.ts'
import type { Diagnostic } from '../../../src/model/diagnostic.ts'

const text = 'a: 1\r\n😀: "b"\r\n'
const diagnostic: Diagnostic = {
  file: 'messages/a.yaml',
  rule: 'some-rule',
  severity: 'error',
  message: 'it is wrong',
  range: { start: 8, end: 9 },
  path: ['a', 0],
}

function report(diagnostics: readonly Diagnostic[]): Report {
  const sources = new Map([['messages/a.yaml', { path: 'messages/a.yaml', text }]])
  return { diagnostics, files: 1, proven: 7, sources }
}

const show = (diagnostics: readonly Diagnostic[]) =>
  JSON.parse(json(report(diagnostics), { color: true, width: 40 }))

describe('the json reporter', () => {
  it('counts, and says where in lines, columns and offsets', () => {
    expect(
      show([
        diagnostic,
        { ...diagnostic, severity: 'warning' },
        { ...diagnostic, severity: 'info' },
      ]),
    ).toMatchObject({
      version: 1,
      summary: { files: 1, errors: 1, warnings: 1, proven: 7 },
    })
    expect(show([diagnostic]).diagnostics).toEqual([
      {
        file: 'messages/a.yaml',
        rule: 'some-rule',
        severity: 'error',
        message: 'it is wrong',
        start: { line: 2, column: 3, offset: 8 },
        end: { line: 2, column: 4, offset: 9 },
        path: ['a', 0],
      },
    ])
  })

  it('has a counterexample and fixes only where there are some', () => {
    const fix = { title: 'mend it', safe: true, edits: [{ start: 1, end: 2, text: 'x' }] }
    const far = { ...fix, edits: [{ start: 1, end: 2, text: 'x', file: 'b.yaml' }] }
    const [full, empty] = show([
      { ...diagnostic, counterexample: { a: '\u001B' }, fixes: [fix, far] },
      { ...diagnostic, fixes: [] },
    ]).diagnostics
    expect(full).toMatchObject({ counterexample: { a: '\u001B' }, fixes: [fix, far] })
    expect(Object.keys(empty)).not.toContain('fixes')
    expect(Object.keys(empty)).not.toContain('counterexample')
  })

  it('escapes what could drive a terminal', () => {
    const nasty = { ...diagnostic, message: '\u001B[31m\r\u0000' }
    expect(json(report([nasty]), { color: true })).not.toContain('\u001B')
    expect(show([nasty]).diagnostics[0].message).toBe(nasty.message)
  })

  it('places what is in no known file at its start', () => {
    const { start } = show([{ ...diagnostic, file: 'lost.yaml' }]).diagnostics[0]
    expect(start).toEqual({ line: 1, column: 1, offset: 0 })
  })
})
