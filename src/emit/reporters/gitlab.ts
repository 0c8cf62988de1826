import type { Severity } from '../../model/diagnostic.ts'
import { printable } from '../printable.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { reportFromRoot } from './from-root.ts'
import { createPlaces } from './places.ts'
import type { Reporter } from './reporter.ts'
import { safeJson } from './safe-json.ts'

const severities: { readonly [severity in Severity]: 'major' | 'minor' | 'info' } = {
  error: 'major',
  warning: 'minor',
  info: 'info',
}

/** A Code Quality report, which GitLab shows in a merge request. */
export const gitlab: Reporter = (report, context) => {
  const { diagnostics, sources } = reportFromRoot(report, context)
  const placeOf = createPlaces(sources)
  const fingerprints = fingerprintsOf(diagnostics, sources)
  return safeJson(
    diagnostics.map((diagnostic) => {
      const { file, rule, severity, message, range } = diagnostic
      return {
        description: printable(message),
        check_name: rule,
        fingerprint: fingerprints.get(diagnostic),
        severity: severities[severity],
        location: {
          path: file,
          lines: {
            begin: placeOf(file, range.start).line,
            end: placeOf(file, range.end).line,
          },
        },
      }
    }),
  )
}
