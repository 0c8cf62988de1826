import { resolve } from 'node:path'
import { countOf } from '../emit/amounts.ts'
import { type BlockFile, openBlockFile } from '../host/block-file.ts'
import { BrokenList, decodeBlocks } from '../host/decode-blocks.ts'
import type { Journal } from '../host/journal.ts'
import { findBrokenLine, type Reconciled, reconcile } from '../host/reconcile.ts'
import { readTextLines, type TextLine } from '../host/text-lines.ts'
import { findJsonFault } from '../model/json-fault.ts'
import type { RunRecord } from '../model/row-state.ts'
import { type CommandIo, type OptionValues, textOption, UsageError } from './command.ts'

/** A journal with a run, and what is asked of it. */
export interface OpenedJournal {
  readonly journal: Journal
  readonly run: RunRecord
  readonly label: string
  readonly options: OptionValues
  readonly io: CommandIo
}

/**
 * Settles unknown rows of a run from recorded webhooks, and says what came of it.
 * @throws {@link UsageError} for events that cannot tell of this run.
 */
export async function reconcileRows(opened: OpenedJournal): Promise<void> {
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

async function reconcileFile(
  { journal, run, io }: OpenedJournal,
  events: string,
): Promise<Reconciled> {
  const file = await openBlockFile(resolve(io.cwd, events), events)
  try {
    const lines = (): ReturnType<typeof readTextLines> =>
      readTextLines(decodeBlocks(file.read()), maxLineLength)
    const broken = await findBrokenLine(lines())
    if (broken === undefined) return await reconcile(journal, run, lines())
    const whole = await readWhole(file)
    if (whole === undefined) throw brokenEvents(events, broken)
    return await reconcile(journal, run, whole)
  } catch (error) {
    throw error instanceof BrokenList ? brokenEvents(events, error.problem) : error
  } finally {
    await file.close()
  }
}

/** More than the sandbox ever answers. */
const maxWholeLength = 64 * 1024 * 1024

/** What the sandbox answers is one JSON text over many lines: it is read like one long line. */
async function readWhole(file: BlockFile): Promise<readonly TextLine[] | undefined> {
  let text = ''
  for await (const part of decodeBlocks(file.read())) {
    text += part
    if (text.length > maxWholeLength) return undefined
  }
  text = text.replace(/^\uFEFF/, '')
  return findJsonFault(text) === undefined ? [{ line: 1, text }] : undefined
}

function brokenEvents(
  events: string,
  {
    line,
    column,
    message,
  }: { readonly line: number; readonly column: number; readonly message: string },
): UsageError {
  return new UsageError(
    `${events}:${line}:${column}: ${message}; nothing was settled (each line holds one whole webhook)`,
  )
}

function describeReconciled(
  { settled, corrected, doubled, events, foreign, other }: Reconciled,
  { journal }: OpenedJournal,
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
