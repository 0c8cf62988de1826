import type { MessageBounds } from '../model/bounds.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import type { AuthorContext } from './rules/author-check.ts'
import { authorChecks } from './rules/author-checks.ts'

/** What the rules that only authors need say of a message. */
export function lintForAuthor(
  bounds: MessageBounds,
  context: AuthorContext,
): readonly NamedFinding[] {
  return authorChecks.flatMap(({ name, severity, check }) =>
    [...check(bounds, context)].map((finding) => ({
      ...finding,
      severity: finding.severity ?? finding.limit?.severity ?? severity,
      rule: name,
    })),
  )
}
