import { audiencesOf, countBreaks } from '../change.ts'
import { failingBreaks } from '../failing.ts'
import { safeJson } from '../reporters/safe-json.ts'
import type { ChangeReporter } from './change-report.ts'

/** For programs: one object, stable and versioned. */
export const json: ChangeReporter = ({ changes, since, commit, remarks, failOn }) =>
  safeJson({
    version: 1,
    since,
    commit,
    summary: {
      messages: changes.length,
      errors: countBreaks(changes, 'error'),
      warnings: countBreaks(changes, 'warning'),
      failing: failingBreaks(changes, failOn).length,
      breaks: audiencesOf(changes),
    },
    ...(remarks.length === 0 ? {} : { remarks }),
    changes,
  })
