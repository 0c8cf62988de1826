import { countOf } from '../emit/amounts.ts'
import { describeSummary } from '../emit/bulk-summary.ts'
import { printable, wrapText } from '../emit/printable.ts'
import type { BulkEnd } from '../host/bulk-run.ts'
import type { Journal } from '../host/journal.ts'
import { ConnectlyError } from '../model/errors.ts'
import type { StateCounts } from '../model/row-state.ts'
import type { BulkSettings } from './bulk-options.ts'
import type { ReportFile } from './bulk-report.ts'
import { type CommandIo, type ExitCode, exitCodes } from './command.ts'
import { summarizeJournal } from './summarize-journal.ts'

/** What is told about the end of a run. */
export interface EndOfRun {
  readonly settings: BulkSettings
  readonly isTracked: boolean
  readonly journal: Journal
  readonly end: BulkEnd
  /** Rows that were tried and surely not sent. */
  readonly unsent: number
  readonly report: ReportFile | undefined
  readonly io: CommandIo
}

/**
 * Says what became of the rows, and how to go on.
 * @throws what ended the run, where that is a mistake of ours.
 */
export function endRun(run: EndOfRun): ExitCode {
  const { settings, journal, end, unsent, report, io } = run
  const summary = summarizeJournal(journal)
  const { counts } = summary
  io.out(describeSummary(summary))
  report?.write(journal.rows())
  for (const text of describeEnd(run, counts)) {
    const [first = '', ...others] = wrapText(printable(text), Math.min(io.width, 80) - 2)
    io.log([first, ...others.map((line) => `  ${line}`), ''].join('\n'))
  }
  const { failure } = end
  if (failure !== undefined && !(failure instanceof ConnectlyError)) throw failure
  if (end.trip !== undefined) return exitCodes.stopped
  if (counts.unknown + counts.sending > 0) return exitCodes.unknown
  if (failure !== undefined) return exitCodes.usage
  io.log(`journal: ${printable(settings.journal.label)}\n`)
  return counts.refused + unsent > 0 ? exitCodes.findings : exitCodes.done
}

const mostLines = 20

function describeEnd(
  { settings, isTracked, end, io }: EndOfRun,
  counts: StateCounts,
): readonly string[] {
  const { trip, failure, unstored } = end
  const unknown = counts.unknown + counts.sending
  const journal = settings.journal.label
  return [
    ...(trip === undefined ? [] : [`stopped: ${trip.message}`]),
    ...(failure instanceof ConnectlyError ? [`stopped: ${failure.message}`] : []),
    ...(io.signal.aborted ? ['stopped by a signal'] : []),
    ...(unstored.length === 0
      ? []
      : [
          `${countOf(unstored.length, 'outcome')} could not be stored, the journal calls them unknown:`,
          ...unstored
            .slice(0, mostLines)
            .map(({ row, outcome }) => `  line ${row.line}: ${outcome.state} ${outcome.id ?? ''}`),
        ]),
    ...(unknown === 0
      ? []
      : [
          `${countOf(unknown, 'row')} may or may not have been sent: ${isTracked ? `record the delivery webhooks, then connectly journal reconcile ${journal} --events FILE.jsonl` : `find out before you send again (connectly journal export ${journal} names the lines)`}`,
        ]),
    ...(counts.not_started === 0 ? [] : [`to go on, add --resume`]),
  ]
}
