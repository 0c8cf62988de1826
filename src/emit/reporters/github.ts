import type { Diagnostic, Severity } from '../../model/diagnostic.ts'
import { hashText } from '../../model/hash-text.ts'
import { printable } from '../printable.ts'
import { reportFromRoot } from './from-root.ts'
import { createPlaces, type PlaceOf } from './places.ts'
import { pretty } from './pretty.ts'
import type { Reporter } from './reporter.ts'

/** How many annotations of one kind GitHub takes from one step (actions/toolkit, issue 734). */
const mostOfAKind = 10

const kinds: { readonly [severity in Severity]: 'error' | 'warning' | 'notice' } = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

/**
 * For a job on GitHub: annotations at the lines of the pull request, the worst first, then the
 * whole report. Commands are off while the report is printed, so that no text of a user is one.
 */
export const github: Reporter = (report, context) => {
  const { diagnostics, sources } = reportFromRoot(report, context)
  const placeOf = createPlaces(sources)
  const lines: string[] = []
  for (const severity of ['error', 'warning', 'info'] as const) {
    const all = diagnostics.filter((diagnostic) => diagnostic.severity === severity)
    const shown = all.slice(0, mostOfAKind)
    lines.push(...shown.map((diagnostic) => annotate(diagnostic, placeOf)))
    if (all.length > shown.length) {
      lines.push(
        `GitHub shows ${shown.length} of ${all.length} findings of severity ${severity} beside the lines; all of them stand below`,
      )
    }
  }
  const text = pretty(report, { color: false, width: context.width ?? 100 })
  const token = tokenBeside(text)
  return [...lines, `::stop-commands::${token}`, text, `::${token}::`].join('\n')
}

function annotate({ file, rule, severity, message, range }: Diagnostic, placeOf: PlaceOf): string {
  const start = placeOf(file, range.start)
  const end = placeOf(file, range.end)
  const columns =
    start.line === end.line
      ? { col: start.column, endColumn: Math.max(end.column, start.column) }
      : {}
  const properties = { file, line: start.line, endLine: end.line, ...columns, title: rule }
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(printable(String(value)))}`,
  )
  return `::${kinds[severity]} ${written.join(',')}::${escapeData(printable(message))}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** A word that turns commands on again and that the text cannot hold. */
function tokenBeside(text: string): string {
  for (let seed = 1; ; seed += 1) {
    const token = `connectly-${hashText(text, seed).toString(16)}`
    if (!text.includes(token)) return token
  }
}
