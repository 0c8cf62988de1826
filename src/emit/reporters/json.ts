import type { Diagnostic, TextEdit } from '../../model/diagnostic.ts'
import { createPlaces, type PlaceOf } from './places.ts'
import { countSeverity, type Reporter } from './reporter.ts'
import { safeJson } from './safe-json.ts'

/** For programs: one object, stable and versioned. */
export const json: Reporter = (report) => {
  const placeOf = createPlaces(report.sources)
  const value = {
    version: 1,
    summary: {
      files: report.files,
      errors: countSeverity(report.diagnostics, 'error'),
      warnings: countSeverity(report.diagnostics, 'warning'),
      proven: report.proven,
    },
    diagnostics: report.diagnostics.map((diagnostic) => describe(diagnostic, placeOf)),
  }
  return safeJson(value)
}

function describe(
  { file, rule, severity, message, range, path, counterexample, fixes }: Diagnostic,
  placeOf: PlaceOf,
): object {
  return {
    file,
    rule,
    severity,
    message,
    start: placeOf(file, range.start),
    end: placeOf(file, range.end),
    path,
    ...(counterexample === undefined ? {} : { counterexample }),
    ...(fixes === undefined || fixes.length === 0 ? {} : { fixes: fixes.map(describeFix) }),
  }
}

function describeFix(fix: NonNullable<Diagnostic['fixes']>[number]): object {
  return { title: fix.title, safe: fix.safe, edits: fix.edits.map(describeEdit) }
}

function describeEdit({ start, end, text, file }: TextEdit): object {
  return { start, end, text, ...(file === undefined ? {} : { file }) }
}
