import type { StateCounts } from '../model/row-state.ts'
import { countOf, formatCount, mostFrequent } from './amounts.ts'
import { printable } from './printable.ts'

/** What a run came to. */
export interface BulkSummary {
  readonly rows: number
  readonly counts: StateCounts
  /** Why rows were not accepted → rows. */
  readonly causes: ReadonlyMap<string, number>
  /** Rows for which the fallback template was accepted. */
  readonly templates: number
}

/** The whole of a journal in a few lines. A row that is found `sending` is unknown. */
export function describeSummary({ rows, counts, causes, templates }: BulkSummary): string {
  const unknown = counts.unknown + counts.sending
  const lines: readonly (readonly [string, number, string])[] = [
    ['accepted', counts.accepted, templates === 0 ? '' : `${countOf(templates, 'template')}`],
    ['refused', counts.refused, ''],
    ['unknown', unknown, unknown === 0 ? '' : 'may have been sent'],
    ['not started', counts.not_started, counts.not_started === 0 ? '' : 'surely not sent'],
  ]
  const digits = formatCount(rows).length
  return [
    ...lines.map(([word, count, note]) =>
      `  ${word.padEnd(12)} ${formatCount(count).padStart(digits)}  ${note}`.trimEnd(),
    ),
    ...mostFrequent(causes)
      .slice(0, 8)
      .map(([cause, count]) => `    ${formatCount(count).padStart(digits)}  ${printable(cause)}`),
    '',
  ].join('\n')
}
