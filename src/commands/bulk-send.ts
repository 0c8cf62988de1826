import { basename } from 'node:path'
import { type RowSettings, renderRow } from '../emit/judge-row.ts'
import type { BlockFile } from '../host/block-file.ts'
import { runBulk } from '../host/bulk-run.ts'
import type { CheckedList } from '../host/check-recipients.ts'
import type { Delivery } from '../host/delivery.ts'
import { type Journal, openJournal } from '../host/journal.ts'
import type { CompiledMessage } from '../model/message.ts'
import { endRun } from './bulk-end.ts'
import type { PendingRows, RunIdentity } from './bulk-journal.ts'
import type { BulkSettings } from './bulk-options.ts'
import type { Overlap } from './bulk-overlap.ts'
import type { ProgressLine } from './bulk-progress.ts'
import { openReport } from './bulk-report.ts'
import { pendingRows } from './bulk-rows.ts'
import { type CommandIo, type ExitCode, UsageError } from './command.ts'

/** What has to be closed, whatever happens. */
export interface Held {
  journal: Journal | undefined
  /** Those whose recipients are left out. */
  readonly excepted: { readonly journal: Journal; readonly label: string }[]
}

/** A bulk run before its list is read. */
export interface Bulk {
  readonly settings: BulkSettings
  readonly message: CompiledMessage
  readonly identity: RunIdentity
  /** There is none in a dry run. */
  readonly delivery: Delivery | undefined
  readonly file: BlockFile
  readonly held: Held
  readonly io: CommandIo
}

/** A bulk run whose list was checked. */
export interface Checked extends Bulk {
  readonly rowSettings: RowSettings
  readonly checked: CheckedList
}

/** A bulk run that knows whom it sends to. */
export interface Sending extends Checked {
  readonly pending: PendingRows
  readonly overlap: Overlap
  /** Why nobody can say whom other runs of the list have reached. */
  readonly unread: readonly string[]
}

/** Sends the rows that are to be sent, and says what became of them. */
export async function sendRows(sending: Sending, progress: ProgressLine): Promise<ExitCode> {
  const { settings, delivery, io } = sending
  if (delivery === undefined) throw new TypeError('a dry run sends nothing')
  const report = settings.report === undefined ? undefined : openReport(settings.report)
  try {
    const journal = openRun(sending)
    io.signal.addEventListener('abort', () => progress.say(stopping), { once: true })
    progress.begin(sending.pending.count)
    const end = await runBulk({
      rows: pendingRows(sending),
      render: (row) => renderRow(row, sending.rowSettings),
      delivery,
      journal,
      concurrency: settings.concurrency,
      keepsRecipients: settings.keepsRecipients,
      isResent: (row) => sending.pending.mask[row - 1] === 2,
      stop: io.signal,
      signal: io.abort,
      onSettled: (_row, outcome) => progress.settled(outcome),
      onEvent: progress.event,
    })
    progress.end()
    return endRun({
      settings,
      isTracked: sending.identity.isTracked,
      journal,
      end,
      unsent: progress.unsent,
      report,
      io,
    })
  } finally {
    report?.close()
  }
}

const stopping = 'stopping: waiting for the answers that are due (once more to give them up)\n'

/** The journal, with every row of the run in it, before the first request. */
function openRun(sending: Sending): Journal {
  const { settings, message, identity, file, checked, held, rowSettings, overlap } = sending
  const { journal: named, list } = settings
  held.journal ??= openJournal(named.absolute, { label: named.label })
  const journal = held.journal
  if (settings.isResumed) {
    journal.giveUpSending()
    return journal
  }
  // Another run may have begun it while this one was being decided about.
  if (journal.run !== undefined) throw new UsageError(`${named.label} was taken by another run`)
  const run = {
    ...identity,
    id: rowSettings.run,
    recipients: basename(list.absolute),
    recipientsDigest: file.digest ?? '',
    rows: checked.rows,
    keepsRecipients: settings.keepsRecipients,
    startedAt: new Date().toISOString(),
    hasFallback: findLackingFallback(message) === undefined,
  }
  journal.begin(run, checked.lines, overlap.leftOut)
  return journal
}

/** The locale in which a message has no template for a closed window. */
export function findLackingFallback({ bodies }: CompiledMessage): string | undefined {
  return Object.entries(bodies).find(([, { fallback }]) => fallback === undefined)?.[0]
}
