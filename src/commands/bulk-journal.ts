import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { countOf, formatCount } from '../emit/amounts.ts'
import { type Journal, openJournal } from '../host/journal.ts'
import type { RunRecord } from '../model/row-state.ts'
import { isRunWideRefusal } from '../model/run-wide.ts'
import type { BulkSettings, NamedFile } from './bulk-options.ts'
import { UsageError } from './command.ts'

/** What a run is, apart from its list: a run that is gone on with has to be the same. */
export type RunIdentity = Pick<
  RunRecord,
  'message' | 'messageDigest' | 'target' | 'sender' | 'locale' | 'isTracked'
>

/**
 * Opens the journal that a run needs: one with a run for `--resume`, one without for a new run.
 * Nothing where a new one would have to be made, which waits until everything is decided.
 * @throws {@link UsageError} that names the way on.
 */
export function findJournal(settings: BulkSettings, identity: RunIdentity): Journal | undefined {
  const { journal: file, isResumed } = settings
  if (!existsSync(file.absolute)) {
    if (!isResumed) return undefined
    throw new UsageError(
      `there is no journal ${file.label}: leave out --resume to begin a run, or name its journal with --journal`,
    )
  }
  const journal = openJournal(file.absolute, { label: file.label })
  try {
    const { run } = journal
    if (isResumed) judgeResumed(run, identity, file)
    else if (run !== undefined) throw usedJournal(run, journal, settings)
    return journal
  } catch (error) {
    journal.close()
    throw error
  }
}

function usedJournal(run: RunRecord, journal: Journal, { list, ...settings }: BulkSettings): Error {
  const { accepted, refused, unknown, sending } = journal.countStates()
  const done = accepted + refused + unknown + sending
  const isSameList = run.recipients === basename(list.absolute)
  const journalLabel = settings.journal.label
  return new UsageError(
    [
      `${journalLabel} holds a run of \`${run.message}\` with ${run.recipients}:`,
      `  begun ${run.startedAt}, ${formatCount(done)} of ${countOf(run.rows, 'row')} are done`,
      ...(isSameList ? ['  to go on with it, add --resume'] : []),
      `  to begin another one, name another journal: --journal FILE`,
      `  to see it: connectly journal status ${journalLabel}`,
    ].join('\n'),
  )
}

const wayOut = 'or begin another run with another --journal'

/** Two halves of one run shall say the same to everybody. */
function judgeResumed(
  run: RunRecord | undefined,
  identity: RunIdentity,
  { label }: NamedFile,
): void {
  if (run === undefined) {
    throw new UsageError(`${label} holds no run: leave out --resume to begin one`)
  }
  const differs = (what: string, was: string): UsageError =>
    new UsageError(`the run of ${label} ${what} ${was}: go on with the same, ${wayOut}`)
  if (run.message !== identity.message) throw differs('sends the message', `\`${run.message}\``)
  if (run.messageDigest !== identity.messageDigest) {
    throw new UsageError(
      `\`${run.message}\` changed since the run of ${label} began: bring it back as it was, ${wayOut}`,
    )
  }
  if (run.target !== identity.target) throw differs('goes to', run.target)
  if (run.sender !== identity.sender) {
    throw differs('has', run.sender === undefined ? 'no --sender' : `--sender ${run.sender}`)
  }
  if (run.locale !== identity.locale) throw differs('has', `--locale ${run.locale}`)
  if (run.isTracked !== identity.isTracked) {
    throw differs('has', `\`tracking: ${run.isTracked}\` in the config`)
  }
}

/**
 * Makes sure that a list is the one that a run began with.
 * @throws {@link UsageError}
 */
export function judgeResumedList(
  run: RunRecord,
  digest: string | undefined,
  { list, journal }: BulkSettings,
): void {
  if (run.recipientsDigest === digest) return
  throw new UsageError(
    `${list.label} is not the list that the run of ${journal.label} began with (${run.recipients}, SHA-256 ${run.recipientsDigest.slice(0, 12)}…): give it as it was, ${wayOut}`,
  )
}

/** Which rows of a run are still to be sent. */
export interface PendingRows {
  /** By row, from 0; 1 where it is to be sent, 2 where it may have been sent before. */
  readonly mask: Uint8Array
  readonly count: number
  /** Rows among them that may have been sent already. */
  readonly resent: number
  /** All rows whose outcome is unknown. */
  readonly unknown: number
}

/** Finds the rows that a run has not settled, at most so many as the settings say. */
export function findPending(
  rows: number,
  journal: Journal | undefined,
  settings: BulkSettings,
): PendingRows {
  const mask = new Uint8Array(rows)
  if (journal?.run === undefined) {
    const count = Math.min(rows, settings.limit)
    return { mask: mask.fill(1, 0, count), count, resent: 0, unknown: 0 }
  }
  let [count, resent, unknown] = [0, 0, 0]
  for (const row of journal.rows()) {
    const isUnknown = row.state === 'unknown' || row.state === 'sending'
    unknown += Number(isUnknown)
    const isDue = isUnknown
      ? settings.resendsUnknown
      : row.state === 'not_started' || isRunWideRefusal(row)
    if (!isDue || count >= settings.limit) continue
    mask[row.row - 1] = isUnknown ? 2 : 1
    count++
    resent += Number(isUnknown)
  }
  return { mask, count, resent, unknown }
}
