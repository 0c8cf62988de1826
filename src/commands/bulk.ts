import type { RowSettings } from '../emit/judge-row.ts'
import { printable } from '../emit/printable.ts'
import { describeProblems } from '../emit/row-problems.ts'
import { openBlockFile } from '../host/block-file.ts'
import { checkRecipients } from '../host/check-recipients.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { digestMessage } from '../host/message-digest.ts'
import { keepHeapSmall } from '../host/small-heap.ts'
import { createUlids } from '../host/ulid.ts'
import type { CompiledMessage } from '../model/message.ts'
import { isAgreed } from './bulk-agreement.ts'
import { findOtherRuns, openExcepted, readExcepted } from './bulk-earlier.ts'
import {
  findJournal,
  findPending,
  judgeResumedList,
  type RunIdentity,
  takeRows,
} from './bulk-journal.ts'
import { type BulkSettings, bulkOptions, readBulkOptions } from './bulk-options.ts'
import { compareRuns } from './bulk-overlap.ts'
import { createProgressLine } from './bulk-progress.ts'
import {
  type Bulk,
  type Checked,
  findLackingFallback,
  type Held,
  type Sending,
  sendRows,
} from './bulk-send.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  UsageError,
} from './command.ts'
import { openMessage } from './find-message.ts'
import { readLocale } from './message-input.ts'
import { openDelivery } from './open-delivery.ts'
import { openConfig } from './open-project.ts'

/** `connectly bulk`. */
export const bulk: Command = {
  name: 'bulk',
  summary: 'send a message to a list of recipients: paced, journalled, resumable',
  arguments: [
    { name: '<name>', description: 'the message: its path below `messages`, without ending' },
    {
      name: '<recipients>',
      description:
        'a .csv with the columns `to`, `name`, `locale` and one per variable, or a .jsonl with {"to", "name", "locale", "variables"} a line',
    },
  ],
  options: bulkOptions,
  examples: [
    'connectly bulk order-ready customers.csv --dry-run',
    'connectly bulk order-ready customers.csv --sandbox --limit 100',
    'connectly bulk order-ready customers.csv --yes --report sent.jsonl',
    'connectly bulk order-ready customers.csv --resume',
  ],
  run: startBulk,
}

async function startBulk(
  [name = '', list = '']: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  keepHeapSmall()
  const settings = readBulkOptions(list, options, io)
  const loaded = await openConfig(options, io)
  const message = await openMessage(name, loaded, io)
  requireFallback(message, settings)
  const identity: RunIdentity = {
    message: message.name,
    messageDigest: digestMessage(message),
    target: targetOf(loaded, settings),
    sender: settings.sender,
    locale: readLocale(message, options, io),
    isTracked: message.tracking === true,
  }
  const delivery = settings.isDryRun ? undefined : await openDelivery(loaded, options, settings, io)
  const file = await openBlockFile(settings.list.absolute, settings.list.label)
  const held: Held = { journal: undefined, excepted: [] }
  try {
    held.journal = findJournal(settings, identity)
    openExcepted(settings, identity, held)
    return await prepare({ settings, message, identity, delivery, file, held, io })
  } finally {
    held.journal?.close()
    for (const { journal } of held.excepted) journal.close()
    await file.close()
  }
}

function requireFallback(message: CompiledMessage, { usesFallback }: BulkSettings): void {
  if (!usesFallback) return
  const lacking = findLackingFallback(message)
  if (lacking === undefined) return
  const where = Object.keys(message.bodies).length > 1 ? ` in \`${lacking}\`` : ''
  throw new UsageError(
    `\`${message.name}\` has no \`fallback\`${where}: declare one in its file, or leave out --fallback`,
  )
}

function targetOf({ config }: LoadedConfig, { isSandbox }: BulkSettings): string {
  if (isSandbox) return 'sandbox'
  const { baseUrl, businessId = '{businessId}' } = config
  return `${baseUrl.replace(/\/+$/, '')}/v1/businesses/${businessId}`
}

/** Checks the whole list, shows what is about to happen, asks, and sends. */
async function prepare(bulk: Bulk): Promise<ExitCode> {
  const { settings, message, identity, file, held, io } = bulk
  const rowSettings: RowSettings = {
    message,
    sender: settings.sender,
    locale: identity.locale,
    hasFallback: settings.usesFallback,
    run: held.journal?.run?.id ?? createUlids()(Date.now()),
  }
  const progress = createProgressLine(io)
  const checked = await checkRecipients(file, { ...settings, message }, rowSettings, {
    signal: io.signal,
    onProgress: progress.checked,
  })
  progress.end()
  if (io.signal.aborted) return exitCodes.done
  if (held.journal?.run !== undefined) judgeResumedList(held.journal, file.digest, settings)
  if (checked.problemCount > 0) {
    io.log(describeProblems(checked, settings.list.label, io.width))
    return exitCodes.usage
  }
  if (checked.rows === 0) {
    io.log(`${printable(settings.list.label)} holds no rows: there is nothing to send\n`)
    return exitCodes.done
  }
  const sending = await chooseRows({ ...bulk, rowSettings, checked })
  if (io.signal.aborted) return exitCodes.done
  return (await isAgreed(sending)) ? sendRows(sending, progress) : exitCodes.done
}

/** Decides whom this run sends to, and finds out who of them gets the message again. */
async function chooseRows(bulk: Checked): Promise<Sending> {
  const { settings, checked, held } = bulk
  const excepted = readExcepted(held)
  const { runs: others, unread } = findOtherRuns(bulk)
  if (held.journal?.run !== undefined) {
    const pending = findPending(checked.rows, held.journal, settings)
    return {
      ...bulk,
      pending,
      overlap: await compareRuns(bulk, pending, { excepted, others }),
      unread,
    }
  }
  const all = { mask: new Uint8Array(checked.rows).fill(1), count: checked.rows }
  const overlap = await compareRuns(bulk, all, { excepted, others })
  return { ...bulk, pending: takeRows(overlap.leftOut, settings), overlap, unread }
}
