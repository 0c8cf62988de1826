import type { Diagnostic } from '../../model/diagnostic.ts'
import { printable } from '../printable.ts'
import { createPlaces, type PlaceOf } from './places.ts'
import { countSeverity, type Reporter } from './reporter.ts'

/**
 * A JUnit report: a file is a suite, a finding a test. Errors are failures; what does not fail the
 * run does not fail its test either, and is told in its output.
 */
export const junit: Reporter = ({ diagnostics, sources }) => {
  const placeOf = createPlaces(sources)
  const files = [...new Set([...sources.keys(), ...diagnostics.map(({ file }) => file)])].toSorted()
  const failures = countSeverity(diagnostics, 'error')
  const suites = files.map((file) =>
    describeSuite(
      file,
      diagnostics.filter((diagnostic) => diagnostic.file === file),
      placeOf,
    ),
  )
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'connectly lint', tests, failures, errors: 0 })}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
  ].join('\n')
}

function describeSuite(
  file: string,
  diagnostics: readonly Diagnostic[],
  placeOf: PlaceOf,
): { readonly tests: number; readonly lines: readonly string[] } {
  const name = printable(file)
  const tests = Math.max(1, diagnostics.length)
  const failures = countSeverity(diagnostics, 'error')
  return {
    tests,
    lines: [
      `  <testsuite${attributes({ name, tests, failures, errors: 0 })}>`,
      ...(diagnostics.length === 0
        ? [`    <testcase${attributes({ name: 'no problems', classname: name })}/>`]
        : diagnostics.flatMap((diagnostic) => describeCase(diagnostic, name, placeOf))),
      '  </testsuite>',
    ],
  }
}

function describeCase(
  { file, rule, severity, message, range }: Diagnostic,
  classname: string,
  placeOf: PlaceOf,
): readonly string[] {
  const { line, column } = placeOf(file, range.start)
  const text = printable(message)
  const body = escapeXml(`${classname}:${line}:${column} ${severity}: ${text}`)
  return [
    `    <testcase${attributes({ name: `${rule} ${line}:${column}`, classname })}>`,
    severity === 'error'
      ? `      <failure${attributes({ type: rule, message: text })}>${body}</failure>`
      : `      <system-out>${body}</system-out>`,
    '    </testcase>',
  ]
}

function attributes(values: { readonly [name: string]: string | number }): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** What XML cannot hold at all was made printable before. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
