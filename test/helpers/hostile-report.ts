import assert from 'node:assert/strict'
import { printable } from '../../src/emit/printable.ts'
import { reporters } from '../../src/emit/reporters/index.ts'
import { formats } from '../../src/emit/reporters/reporter.ts'
import type { Diagnostic, Severity } from '../../src/model/diagnostic.ts'
import { readers, readRunnerCommands } from './report-readers.ts'

const severities: readonly Severity[] = ['error', 'warning', 'info']
const hidden = /(?!\n)\p{Cc}|[\u2028-\u202E\u2066-\u2069\u200B-\u200F\uFEFF]|\p{Cs}/u

/** Shows diagnostics made of messages and source texts in every format, and reads them back. */
export function checkHostileReport(texts: readonly (readonly [string, string])[]): void {
  const sources = new Map<string, { path: string; text: string }>()
  const diagnostics = texts.map(([message, text], index): Diagnostic => {
    const file = `messages/${index}/${message.replaceAll('/', '')}.yaml`
    sources.set(file, { path: file, text })
    const range = { start: Math.floor(text.length / 2), end: text.length }
    const severity = severities[index % 3] ?? 'error'
    const fixes = [{ title: message, safe: false, edits: [{ ...range, text }] }]
    const path = ['message', 'text', text]
    return {
      file,
      rule: 'text-too-long',
      severity,
      message,
      range,
      path,
      counterexample: { text },
      fixes,
    }
  })
  const report = { diagnostics, files: sources.size, proven: 1, sources }
  for (const format of formats) {
    const shown = reporters[format](report, { color: false, width: 80 })
    assert.equal(hidden.exec(shown)?.index, undefined)
    assert.equal(/##(?:\[|vso\[|teamcity\[)/i.exec(shown)?.index, undefined)
    if (format === 'pretty') {
      assert.deepEqual(readRunnerCommands(shown), [])
      continue
    }
    const read = readers[format](shown)
    if (format !== 'github') assert.deepEqual(readRunnerCommands(shown), [])
    assert.ok(
      read.length === diagnostics.length && read.every(({ rule }) => rule === 'text-too-long'),
    )
    if (format === 'markdown') continue // it wraps
    const sorted = (list: readonly { readonly message: string }[]): readonly string[] =>
      list.map(({ message }) => printable(message)).toSorted()
    assert.deepEqual(sorted(read), sorted(diagnostics))
  }
}
