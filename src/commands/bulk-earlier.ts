import { existsSync } from 'node:fs'
import { basename, dirname, relative } from 'node:path'
import { type EarlierRun, readEarlierRun } from '../host/earlier-run.ts'
import { findJournals } from '../host/find-journals.ts'
import { openJournal } from '../host/journal.ts'
import { ConnectlyError } from '../model/errors.ts'
import type { RunRecord } from '../model/row-state.ts'
import type { RunIdentity } from './bulk-journal.ts'
import type { BulkSettings } from './bulk-options.ts'
import type { Bulk, Held } from './bulk-send.ts'
import { UsageError } from './command.ts'

/**
 * Opens the journals whose recipients a new run leaves out. They are held as long as the new one is,
 * so that nobody goes on with their runs meanwhile.
 * @throws {@link UsageError} for one that is of no use here.
 */
export function openExcepted({ except }: BulkSettings, identity: RunIdentity, held: Held): void {
  for (const { absolute, label } of except) {
    // Opening would make it.
    if (!existsSync(absolute)) throw new UsageError(`--except ${label}: there is no such journal`)
    const journal = openJournal(absolute, { label })
    held.excepted.push({ journal, label })
    const { run } = journal
    if (run === undefined) throw new UsageError(`--except ${label}: it holds no run`)
    if (isSameTarget(run, identity)) continue
    throw new UsageError(
      `--except ${label}: its run goes to ${run.target}, and this one to ${identity.target}: name a journal of the same business`,
    )
  }
}

/**
 * Reads whom the runs have reached that a new one leaves out.
 * @throws {@link UsageError} for a journal that does not know.
 */
export function readExcepted({ excepted }: Held): readonly EarlierRun[] {
  return excepted.map(({ journal, label }) => {
    const earlier = readEarlierRun(journal, label)
    if (earlier.nameless === 0) return earlier
    throw new UsageError(`--except ${label}: ${explainNameless(earlier)}`)
  })
}

/** What the journals beside a list say of it. */
export interface OtherRuns {
  /** Runs of the same message with the same list. */
  readonly runs: readonly EarlierRun[]
  /** Why nobody can say whom others have reached. */
  readonly unread: readonly string[]
}

/** Looks for runs of the same message with the list of this one, also under other names. */
export function findOtherRuns(bulk: Bulk): OtherRuns {
  const { list, journal, except, defaultJournal } = bulk.settings
  const own = [journal, ...except].map(({ absolute }) => absolute)
  const folders = new Set([dirname(list.absolute), dirname(journal.absolute)])
  const files = new Set([...folders].flatMap((folder) => findJournals(folder, own)))
  if (!own.includes(defaultJournal) && existsSync(defaultJournal)) files.add(defaultJournal)
  const runs: EarlierRun[] = []
  const unread: string[] = []
  for (const file of files) {
    const label = relative(bulk.io.cwd, file)
    try {
      const run = readOther(file, label, bulk)
      if (run !== undefined && run.nameless > 0) unread.push(`${label}: ${explainNameless(run)}`)
      else if (run !== undefined) runs.push(run)
    } catch (error) {
      if (!(error instanceof ConnectlyError)) throw error
      // Another list's is no business of this run, and may well be in use.
      if (basename(file).startsWith(basename(list.absolute))) unread.push(error.message)
    }
  }
  return { runs, unread }
}

function readOther(file: string, label: string, bulk: Bulk): EarlierRun | undefined {
  const { identity, settings, file: list } = bulk
  const journal = openJournal(file, { label })
  try {
    const { run } = journal
    if (run === undefined || run.message !== identity.message) return undefined
    if (!isSameTarget(run, identity)) return undefined
    const isSameList =
      run.recipients === basename(settings.list.absolute) ||
      run.recipientsDigest === list.digest ||
      file === settings.defaultJournal
    return isSameList ? readEarlierRun(journal, label) : undefined
  } finally {
    journal.close()
  }
}

/** A dry run may not know its business. */
function isSameTarget(run: RunRecord, { target }: RunIdentity): boolean {
  const [before = '', isOpen] = target.split('{businessId}')
  return isOpen === undefined ? run.target === target : run.target.startsWith(before)
}

function explainNameless({ nameless }: EarlierRun): string {
  return `it does not know whom ${nameless} of its rows were sent to, since an earlier version of connectly sent them`
}
