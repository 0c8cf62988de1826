import { type BulkSummary, countClosed, countSentInVain } from '../emit/bulk-summary.ts'
import type { Journal } from '../host/journal.ts'

/** Reads what a run came to from its journal. */
export function summarizeJournal(journal: Journal): BulkSummary {
  const { run } = journal
  const counts = journal.countStates()
  const mayFallBack = run?.hasFallback === true && counts.refused > 0
  return {
    rows: run?.rows ?? 0,
    counts,
    causes: journal.countCauses(),
    templates: journal.countTemplates(),
    sentInVain: counts.unknown === 0 ? 0 : countSentInVain(journal.rows()),
    leftOut: journal.countLeftOut(),
    awaitTemplate: mayFallBack ? countClosed(journal.rows()) : 0,
  }
}
