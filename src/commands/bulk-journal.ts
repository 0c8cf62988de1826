import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { countOf, formatCount } from '../emit/amounts.ts'
import { describeCounts } from '../emit/describe-overlap.ts'
import { type Journal, openJournal } from '../host/journal.ts'
import { metClosedWindow } from '../model/closed-window.ts'
import type { JournalRow, LeftOut, RunRecord, StateCounts } from '../model/row-state.ts'
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
    if (isResumed) judgeResumed(journal, identity, file)
    else if (run !== undefined) throw usedJournal(journal, run, { settings, identity })
    return journal
  } catch (error) {
    journal.close()
    throw error
  }
}

function usedJournal(
  journal: Journal,
  run: RunRecord,
  { settings, identity }: { readonly settings: BulkSettings; readonly identity: RunIdentity },
): Error {
  const counts = journal.countStates()
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const isSameList = run.recipients === basename(settings.list.absolute)
  const isSame = isSameList && run.message === identity.message && run.target === identity.target
  const { label } = settings.journal
  return new UsageError(
    [
      `${label} holds a run of \`${run.message}\` with ${run.recipients}:`,
      `  begun ${run.startedAt}, ${formatCount(rows - counts.not_started)} of ${countOf(rows, 'row')} are done`,
      ...(isSameList ? ['  to go on with it, add --resume'] : []),
      ...(!isSame || countReached(counts) === 0
        ? [`  to begin another one, name another journal: --journal FILE`]
        : [
            `  to begin another one: --journal FILE --except ${label}`,
            `    (without --except it sends to ${describeReached(counts)} again)`,
          ]),
      `  to see it: connectly journal status ${label}`,
    ].join('\n'),
  )
}

/** Rows that another run would send to again. */
function countReached({ accepted, unknown, sending }: StateCounts): number {
  return accepted + unknown + sending
}

function describeReached({ accepted, unknown, sending }: StateCounts): string {
  return describeCounts({ accepted, unknown: unknown + sending, left_out: 0 })
}

/** How another run is begun that says something else, and sends to nobody twice. */
function describeOther(journal: Journal, { label }: NamedFile): string {
  const counts = journal.countStates()
  if (countReached(counts) === 0) return otherJournal
  return [
    'or begin another run with',
    `  --journal FILE --except ${label}`,
    `(without --except it sends to ${describeReached(counts)} again)`,
  ].join('\n')
}

const otherJournal = 'or begin another run with another --journal'

/** Two halves of one run shall say the same to everybody. */
function judgeResumed(journal: Journal, identity: RunIdentity, file: NamedFile): void {
  const { run } = journal
  const { label } = file
  if (run === undefined) {
    throw new UsageError(`${label} holds no run: leave out --resume to begin one`)
  }
  const differs = (what: string, was: string, wayOut: string): UsageError =>
    new UsageError(`the run of ${label} ${what} ${was}: go on with the same, ${wayOut}`)
  if (run.message !== identity.message) {
    throw differs('sends the message', `\`${run.message}\``, otherJournal)
  }
  if (run.target !== identity.target) throw differs('goes to', run.target, otherJournal)
  const other = describeOther(journal, file)
  if (run.messageDigest !== identity.messageDigest) {
    throw new UsageError(
      `\`${run.message}\` changed since the run of ${label} began: bring it back as it was, ${other}`,
    )
  }
  if (run.sender !== identity.sender) {
    throw differs('has', run.sender === undefined ? 'no --sender' : `--sender ${run.sender}`, other)
  }
  if (run.locale !== identity.locale) throw differs('has', `--locale ${run.locale}`, other)
  if (run.isTracked !== identity.isTracked) {
    throw differs('has', `\`tracking: ${run.isTracked}\` in the config`, other)
  }
}

/**
 * Makes sure that a list is the one that a run began with.
 * @throws {@link UsageError}
 */
export function judgeResumedList(
  journal: Journal,
  digest: string | undefined,
  { list, journal: file }: BulkSettings,
): void {
  const { run } = journal
  if (run === undefined || run.recipientsDigest === digest) return
  throw new UsageError(
    `${list.label} is not the list that the run of ${file.label} began with (${run.recipients}, SHA-256 ${run.recipientsDigest.slice(0, 12)}…): give it as it was, ${describeOther(journal, file)}`,
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

/** The rows that a new run begins with, at most so many as the settings say. */
export function takeRows({ mask: leftOut }: LeftOut, { limit }: BulkSettings): PendingRows {
  const mask = new Uint8Array(leftOut.length)
  let count = 0
  for (let index = 0; index < mask.length && count < limit; index++) {
    if (leftOut[index] === 1) continue
    mask[index] = 1
    count++
  }
  return { mask, count, resent: 0, unknown: 0 }
}

/** Finds the rows that a run has not settled, at most so many as the settings say. */
export function findPending(rows: number, journal: Journal, settings: BulkSettings): PendingRows {
  const mask = new Uint8Array(rows)
  let [count, resent, unknown] = [0, 0, 0]
  for (const row of journal.rows()) {
    const isUnknown = row.state === 'unknown' || row.state === 'sending'
    unknown += Number(isUnknown)
    const isDue = isUnknown ? settings.resendsUnknown : isStillDue(row, settings)
    if (!isDue || count >= settings.limit) continue
    mask[row.row - 1] = isUnknown ? 2 : 1
    count++
    resent += Number(isUnknown)
  }
  return { mask, count, resent, unknown }
}

/** Whether a row was surely not sent, and another attempt may fare better. */
function isStillDue(row: JournalRow, { usesFallback }: BulkSettings): boolean {
  if (row.state === 'not_started' || isRunWideRefusal(row)) return true
  return usesFallback && metClosedWindow(row)
}
