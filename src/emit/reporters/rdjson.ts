import type { Diagnostic, Severity, TextFix } from '../../model/diagnostic.ts'
import { utf8Length } from '../../model/json-bytes.ts'
import { LineIndex, type Range, type Source } from '../../model/source.ts'
import { printable } from '../printable.ts'
import type { Reporter } from './reporter.ts'
import { safeJson } from './safe-json.ts'

const severities: { readonly [severity in Severity]: 'ERROR' | 'WARNING' | 'INFO' } = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
}

/** Reviewdog's diagnostic format. Its columns count the bytes of UTF-8. */
export const rdjson: Reporter = ({ diagnostics, sources }) =>
  safeJson({
    source: { name: 'connectly' },
    severity: severities[worstOf(diagnostics)],
    diagnostics: diagnostics.map((diagnostic) =>
      describe(diagnostic, createRanges(sources.get(diagnostic.file))),
    ),
  })

function worstOf(diagnostics: readonly Diagnostic[]): Severity {
  const severities = new Set(diagnostics.map(({ severity }) => severity))
  if (severities.has('error')) return 'error'
  return severities.has('warning') ? 'warning' : 'info'
}

type RangeOf = (range: Range) => object

function describe(
  { file, rule, severity, message, range, fixes = [] }: Diagnostic,
  rangeOf: RangeOf,
): object {
  const suggestions = fixes.flatMap((fix) => suggest(fix, rangeOf))
  return {
    message: printable(message),
    location: { path: file, range: rangeOf(range) },
    severity: severities[severity],
    code: { value: rule },
    ...(suggestions.length === 0 ? {} : { suggestions }),
  }
}

/** A suggestion is one change of the file; what takes several is not one. */
function suggest({ edits }: TextFix, rangeOf: RangeOf): readonly object[] {
  const [edit, ...others] = edits
  if (edit === undefined || others.length > 0 || edit.file !== undefined) return []
  return [{ range: rangeOf(edit), text: edit.text }]
}

function createRanges(source: Source | undefined): RangeOf {
  const text = source?.text ?? ''
  const lines = new LineIndex(text)
  const position = (offset: number): object => {
    const { line, offset: inside } = lines.positionAt(offset)
    // Whoever counts bytes also counts those of a byte-order mark.
    const start = line === 1 ? 0 : lines.lineStart(line)
    return { line, column: utf8Length(text.slice(start, inside)) + 1 }
  }
  return ({ start, end }) => ({ start: position(start), end: position(end) })
}
