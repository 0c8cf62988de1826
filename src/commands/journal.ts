import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { countOf } from '../emit/amounts.ts'
import { describeSummary } from '../emit/bulk-summary.ts'
import { describeJournalRow } from '../emit/journal-row.ts'
import { printable } from '../emit/printable.ts'
import { openBlockFile } from '../host/block-file.ts'
import { BrokenList, decodeBlocks } from '../host/decode-blocks.ts'
import { type Journal, openJournal } from '../host/journal.ts'
import { findBrokenLine, type Reconciled, reconcile } from '../host/reconcile.ts'
import { readTextLines } from '../host/text-lines.ts'
import type { RunRecord } from '../model/row-state.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  textOption,
  UsageError,
} from './command.ts'
import { summarizeJournal } from './summarize-journal.ts'

/** `connectly journal`. */
export const journal: Command = {
  name: 'journal',
  summary: 'what a bulk run has done, its rows, and settling unknown ones',
  arguments: [
    { name: '<action>', description: 'status, export (one JSON object a row) or reconcile' },
    { name: '<journal>', description: 'the journal of a run, such as customers.csv.journal' },
  ],
  options: [
    {
      flags: '--events <file>',
      description: 'with reconcile: recorded delivery webhooks, the body of one a line (JSONL)',
    },
  ],
  examples: [
    'connectly journal status customers.csv.journal',
    'connectly journal export customers.csv.journal > rows.jsonl',
    'connectly journal reconcile customers.csv.journal --events webhooks.jsonl',
  ],
  run: runJournal,
}

async function runJournal(
  [action = '', label = '']: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  const act = actions.get(action)
  if (act === undefined) {
    throw new UsageError(
      `connectly journal ${action}: known are ${[...actions.keys()].join(', ')}, such as \`connectly journal status ${label || 'FILE'}\``,
    )
  }
  const file = resolve(io.cwd, label)
  // Opening would make it.
  if (!existsSync(file)) throw new UsageError(`there is no journal ${label}`)
  const opened = openJournal(file, { label })
  try {
    const { run } = opened
    if (run === undefined) throw new UsageError(`${label} holds no run`)
    await act({ journal: opened, run, label, options, io })
    return exitCodes.done
  } finally {
    opened.close()
  }
}

interface Opened {
  readonly journal: Journal
  readonly run: RunRecord
  readonly label: string
  readonly options: OptionValues
  readonly io: CommandIo
}

const actions: ReadonlyMap<string, (opened: Opened) => Promise<void>> = new Map([
  ['status', showStatus],
  ['export', exportRows],
  ['reconcile', reconcileRows],
])

async function showStatus({ journal, run, io }: Opened): Promise<void> {
  const summary = summarizeJournal(journal)
  const { counts } = summary
  const killed =
    counts.sending === 0
      ? []
      : [`${countOf(counts.sending, 'row')} under way when the run ended: unknown`]
  const facts = [
    `run ${run.id} of \`${run.message}\` with ${run.recipients} (${countOf(run.rows, 'row')})`,
    `begun ${run.startedAt}, goes to ${run.target}`,
    `tracking ${run.isTracked ? 'on' : 'off: unknown rows cannot be settled from delivery events'}`,
    ...killed,
  ]
  io.out(`${facts.map(printable).join('\n')}\n${describeSummary(summary)}`)
}

const flushLength = 64 * 1024

async function exportRows({ journal, io }: Opened): Promise<void> {
  let text = ''
  for (const row of journal.rows()) {
    text += `${describeJournalRow(row)}\n`
    if (text.length < flushLength) continue
    io.out(text)
    text = ''
  }
  io.out(text)
}

async function reconcileRows(opened: Opened): Promise<void> {
  const { run, label, options, io } = opened
  const events = textOption(options, 'events')
  if (events === undefined) {
    throw new UsageError('reconcile needs recorded delivery webhooks: add --events FILE.jsonl')
  }
  if (!run.isTracked) {
    throw new UsageError(
      `the run of ${label} was begun without \`tracking\`: its messages carry no key that events could be traced back by`,
    )
  }
  const reconciled = await reconcileFile(opened, events)
  if (reconciled.other > 0 && reconciled.events + reconciled.foreign === 0) {
    throw new UsageError(
      `${events}: no delivery event is among its ${countOf(reconciled.other, 'line')}: a line is the body of one webhook, as it came, {"topic": "delivery_status", …}`,
    )
  }
  io.out(describeReconciled(reconciled, opened))
}

/** A webhook is small; whatever is longer is none. */
const maxLineLength = 1024 * 1024

async function reconcileFile({ journal, run, io }: Opened, events: string): Promise<Reconciled> {
  const file = await openBlockFile(resolve(io.cwd, events), events)
  try {
    const lines = (): ReturnType<typeof readTextLines> =>
      readTextLines(decodeBlocks(file.read()), maxLineLength)
    const broken = await findBrokenLine(lines())
    if (broken !== undefined) throw brokenEvents(events, broken)
    return await reconcile(journal, run, lines())
  } catch (error) {
    throw error instanceof BrokenList ? brokenEvents(events, error.problem) : error
  } finally {
    await file.close()
  }
}

function brokenEvents(
  events: string,
  {
    line,
    column,
    message,
  }: { readonly line: number; readonly column: number; readonly message: string },
): UsageError {
  return new UsageError(`${events}:${line}:${column}: ${message}; nothing was settled`)
}

function describeReconciled(
  { settled, corrected, doubled, events, foreign, other }: Reconciled,
  { journal }: Opened,
): string {
  const { unknown, sending } = journal.countStates()
  const left = unknown + sending
  return [
    `${countOf(settled, 'unknown row')} settled as accepted by ${countOf(events, 'event')} of this run`,
    ...(corrected === 0
      ? []
      : [`${countOf(corrected, 'row')} corrected: the API took what the journal called not sent`]),
    ...(doubled.length === 0
      ? []
      : [
          `${countOf(doubled.length, 'row')} taken twice by the API: ${doubled.slice(0, 20).join(', ')}`,
        ]),
    ...(foreign === 0 ? [] : [`${countOf(foreign, 'event')} of other sends left out`]),
    ...(other === 0 ? [] : [`${countOf(other, 'line')} left out: no delivery event`]),
    left === 0 ? 'no row is unknown any more' : `${countOf(left, 'row')} still unknown`,
    '',
  ].join('\n')
}
