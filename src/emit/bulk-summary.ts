import { metClosedWindow } from '../model/closed-window.ts'
import type { JournalRow, StateCounts } from '../model/row-state.ts'
import { countOf, formatCount, mostFrequent } from './amounts.ts'
import { printable, wrapText } from './printable.ts'

/** What a run came to. */
export interface BulkSummary {
  readonly rows: number
  readonly counts: StateCounts
  /** Why rows were not accepted → rows. */
  readonly causes: ReadonlyMap<string, number>
  /** Rows for which the fallback template was accepted. */
  readonly templates: number
  /** Unknown rows that were sent again and not accepted: their causes are among the others. */
  readonly sentInVain: number
  /** Rows of the list that the run leaves out. */
  readonly leftOut: number
  /** Rows that were refused since the window is closed and could get the message's template. */
  readonly awaitTemplate: number
}

/** Counts unknown rows that were sent again and not accepted, which settles nothing. */
export function countSentInVain(rows: Iterable<JournalRow>): number {
  let count = 0
  for (const { state, reason } of rows) {
    if (state === 'unknown' && reason === 'resent') count++
  }
  return count
}

/** Counts rows whose message met a closed window and whose template was not tried. */
export function countClosed(rows: Iterable<JournalRow>): number {
  let count = 0
  for (const row of rows) {
    if (metClosedWindow(row)) count++
  }
  return count
}

/** The whole of a journal in a few lines. A row that is found `sending` is unknown. */
export function describeSummary(summary: BulkSummary): string {
  const { rows, counts, causes, templates, leftOut } = summary
  const unknown = counts.unknown + counts.sending
  const lines: readonly (readonly [string, number, string])[] = [
    ['accepted', counts.accepted, templates === 0 ? '' : `${countOf(templates, 'template')}`],
    ['refused', counts.refused, ''],
    ['unknown', unknown, unknown === 0 ? '' : 'may have been sent'],
    ['not started', counts.not_started, counts.not_started === 0 ? '' : 'surely not sent'],
    ...(leftOut === 0
      ? []
      : ([['left out', leftOut, 'reached by an earlier run (--except)']] as const)),
  ]
  const digits = formatCount(rows).length
  return [
    ...lines.map(([word, count, note]) =>
      `  ${word.padEnd(12)} ${formatCount(count).padStart(digits)}  ${note}`.trimEnd(),
    ),
    ...mostFrequent(causes)
      .slice(0, 8)
      .map(([cause, count]) => `    ${formatCount(count).padStart(digits)}  ${printable(cause)}`),
    ...describeSentInVain(summary),
    ...describeClosed(summary),
    '',
  ].join('\n')
}

const width = 80

/** Why there are more causes than refused rows. */
function describeSentInVain({ sentInVain }: BulkSummary): readonly string[] {
  if (sentInVain === 0) return []
  const isOne = sentInVain === 1
  const text = `the causes count ${countOf(sentInVain, 'unknown row')} too, sent again and not accepted: what was sent first may have arrived, so ${isOne ? 'it stays' : 'they stay'} unknown`
  return wrapText(text, width - 2).map((line) => `  ${line}`)
}

/** That a refusal of this kind need not be the last word. */
function describeClosed({ awaitTemplate }: BulkSummary): readonly string[] {
  if (awaitTemplate === 0) return []
  const isOne = awaitTemplate === 1
  const text = `${formatCount(awaitTemplate)} ${isOne ? 'was' : 'were'} refused since the 24-hour window is closed: --resume --fallback sends ${isOne ? 'it' : 'them'} the template`
  return wrapText(text, width - 2).map((line) => `  ${line}`)
}
