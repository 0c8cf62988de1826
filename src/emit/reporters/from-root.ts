import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Report, ReportContext } from './reporter.ts'

/**
 * The same report with the paths that services look up: they know a file by its path from the root
 * of the repository, wherever in it the linter ran.
 */
export function reportFromRoot(report: Report, { fromRoot }: ReportContext): Report {
  if (fromRoot === undefined) return report
  const relabel = (diagnostic: Diagnostic): Diagnostic => ({
    ...diagnostic,
    file: fromRoot(diagnostic.file),
    ...(diagnostic.fixes === undefined ? {} : { fixes: diagnostic.fixes.map(relabelFix) }),
  })
  const relabelFix = (fix: Fix): Fix => ({
    ...fix,
    edits: fix.edits.map((edit) =>
      edit.file === undefined ? edit : { ...edit, file: fromRoot(edit.file) },
    ),
  })
  return {
    ...report,
    diagnostics: report.diagnostics.map(relabel),
    sources: new Map([...report.sources].map(([file, source]) => [fromRoot(file), source])),
  }
}

type Fix = NonNullable<Diagnostic['fixes']>[number]
