import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { countOf } from '../emit/amounts.ts'
import { describeSummary } from '../emit/bulk-summary.ts'
import { describeJournalRow } from '../emit/journal-row.ts'
import { printable } from '../emit/printable.ts'
import { openJournal } from '../host/journal.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  UsageError,
} from './command.ts'
import { type OpenedJournal, reconcileRows } from './reconcile-journal.ts'
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

const actions: ReadonlyMap<string, (opened: OpenedJournal) => Promise<void>> = new Map([
  ['status', showStatus],
  ['export', exportRows],
  ['reconcile', reconcileRows],
])

async function showStatus({ journal, run, io }: OpenedJournal): Promise<void> {
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

async function exportRows({ journal, io }: OpenedJournal): Promise<void> {
  let text = ''
  for (const row of journal.rows()) {
    text += `${describeJournalRow(row)}\n`
    if (text.length < flushLength) continue
    io.out(text)
    text = ''
  }
  io.out(text)
}
