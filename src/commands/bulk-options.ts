import { basename, extname, resolve } from 'node:path'
import { aimedRate, documentedPerSecond } from '../host/pace.ts'
import type { ListFormat } from '../host/recipient-list.ts'
import { type Delimiter, delimiterNames, delimiters } from '../language/detect-delimiter.ts'
import {
  type CommandIo,
  type CommandOption,
  listOption,
  type OptionValues,
  textOption,
  UsageError,
} from './command.ts'
import { readTimeout } from './open-delivery.ts'

/** The options of `bulk`. */
export const bulkOptions: readonly CommandOption[] = [
  { flags: '--yes', description: 'do not ask before sending, for CI' },
  { flags: '--dry-run', description: 'check everything and show the plan, send nothing' },
  { flags: '--sandbox', description: 'send to a stand-in inside this process: no key, no network' },
  { flags: '--limit <number>', description: 'send that many rows at most, leave the rest' },
  { flags: '--resume', description: 'go on with the run of the journal' },
  {
    flags: '--resend-unknown',
    description: 'with --resume: send rows again that may have been sent already',
  },
  {
    flags: '--journal <file>',
    description: 'default: the list with `.journal` at its end (`.sandbox.journal` with --sandbox)',
  },
  {
    flags: '--except <journal>',
    description:
      'a new run: leave out whom the run of that journal has reached or may have reached',
    isRepeatable: true,
  },
  {
    flags: '--again',
    description: 'send also to recipients whom an earlier run of the list has reached',
  },
  {
    flags: '--journal-pii',
    description:
      'keep recipients and variables in the journal too; without it, row numbers and digests alone',
  },
  { flags: '--report <file>', description: 'write what became of each row, as JSONL' },
  { flags: '--locale <tag>', description: 'of rows that name none (default: the default locale)' },
  { flags: '--sender <number>', description: 'which of your numbers sends' },
  {
    flags: '--fallback',
    description: 'send the fallback template where the 24-hour window is closed',
  },
  {
    flags: '--rate <number>',
    description: `messages a second at most (default and most: ${documentedPerSecond}, of which ${aimedRate(documentedPerSecond)} are aimed at)`,
  },
  {
    flags: '--concurrency <number>',
    description: 'rows under way at once (default: 64); so many can be unknown after a crash',
  },
  { flags: '--timeout <seconds>', description: 'how long to wait for an answer (default: 30)' },
  {
    flags: '--delimiter <name>',
    description: 'between the cells of a CSV file (default: what its first line shows)',
    choices: delimiters.map((delimiter) => delimiterNames[delimiter]),
  },
]

/** The options of `bulk`, read. */
export interface BulkSettings {
  readonly isDryRun: boolean
  readonly isSandbox: boolean
  readonly isResumed: boolean
  readonly resendsUnknown: boolean
  readonly isConfirmed: boolean
  /** Whether recipients that an earlier run has reached are sent to again. */
  readonly isAgain: boolean
  readonly usesFallback: boolean
  readonly keepsRecipients: boolean
  readonly limit: number
  readonly maxPerSecond: number | undefined
  readonly concurrency: number
  readonly timeoutMs: number
  readonly sender: string | undefined
  readonly delimiter: Delimiter | undefined
  readonly format: ListFormat
  readonly list: NamedFile
  readonly journal: NamedFile
  /** Where the journal of a run with this list is, unless another is named. */
  readonly defaultJournal: string
  /** Journals of earlier runs whose recipients are left out. */
  readonly except: readonly NamedFile[]
  readonly report: NamedFile | undefined
}

/** A file as the user names it, and where it is. */
export interface NamedFile {
  readonly label: string
  readonly absolute: string
}

/**
 * Reads the options of `bulk`.
 * @throws {@link UsageError}
 */
export function readBulkOptions(list: string, options: OptionValues, io: CommandIo): BulkSettings {
  const has = (name: string): boolean => options[name] === true
  if (has('resendUnknown') && !has('resume')) {
    throw new UsageError('--resend-unknown is about a run that is gone on with: add --resume')
  }
  const except = [...new Set(listOption(options, 'except'))]
  if (except.length > 0 && has('resume')) {
    throw new UsageError(
      '--except is about a new run: one that is gone on with leaves out what it left out at its begin',
    )
  }
  const named = (label: string): NamedFile => ({ label, absolute: resolve(io.cwd, label) })
  const report = textOption(options, 'report')
  const usual = defaultJournal(list, has('sandbox'))
  const journal = textOption(options, 'journal') ?? usual
  refuseSameFile({ list, journal, report }, io.cwd)
  refuseOwnJournal(journal, except, io.cwd)
  return {
    isDryRun: has('dryRun'),
    isSandbox: has('sandbox'),
    isResumed: has('resume'),
    resendsUnknown: has('resendUnknown'),
    isConfirmed: has('yes'),
    isAgain: has('again'),
    usesFallback: has('fallback'),
    keepsRecipients: has('journalPii'),
    limit: readCount(options, 'limit') ?? Number.POSITIVE_INFINITY,
    maxPerSecond: readRate(options),
    concurrency: readConcurrency(options),
    timeoutMs: readTimeout(textOption(options, 'timeout')),
    sender: textOption(options, 'sender'),
    delimiter: delimiters.find((known) => delimiterNames[known] === options['delimiter']),
    format: readFormat(list),
    list: named(list),
    journal: named(journal),
    defaultJournal: resolve(io.cwd, usual),
    except: except.map(named),
    report: report === undefined ? undefined : named(report),
  }
}

function defaultJournal(list: string, isSandbox: boolean): string {
  return `${list}${isSandbox ? '.sandbox' : ''}.journal`
}

function refuseSameFile(files: { readonly [name: string]: string | undefined }, cwd: string): void {
  const seen = new Map<string, string>()
  for (const [name, label] of Object.entries(files)) {
    if (label === undefined) continue
    const path = resolve(cwd, label)
    const other = seen.get(path)
    if (other !== undefined) {
      throw new UsageError(`${label} cannot be the ${other} and the ${name} at once`)
    }
    seen.set(path, name)
  }
}

function refuseOwnJournal(journal: string, except: readonly string[], cwd: string): void {
  const own = resolve(cwd, journal)
  if (except.every((label) => resolve(cwd, label) !== own)) return
  throw new UsageError(
    `${journal} is the journal of the run to leave out, and the new run needs one of its own: add --journal FILE`,
  )
}

const formats: ReadonlyMap<string, ListFormat> = new Map([
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
])

function readFormat(list: string): ListFormat {
  const format = formats.get(extname(list).toLowerCase())
  if (format !== undefined) return format
  throw new UsageError(
    `${basename(list)}: the list of recipients is a .csv or a .jsonl file, and its ending says which`,
  )
}

function readCount(options: OptionValues, name: string): number | undefined {
  const text = textOption(options, name)
  if (text === undefined) return undefined
  const count = Number(text)
  if (/^\d+$/.test(text) && count > 0 && Number.isSafeInteger(count)) return count
  throw new UsageError(`--${name} ${text}: give a whole number above 0`)
}

/** More at once serve no rate, and all of them may be unknown after a crash. */
const mostAtOnce = 1000

function readConcurrency(options: OptionValues): number {
  const count = readCount(options, 'concurrency') ?? 64
  if (count <= mostAtOnce) return count
  throw new UsageError(`--concurrency ${count}: ${mostAtOnce} is the most`)
}

/** What the API bears is judged where requests are made. */
function readRate(options: OptionValues): number | undefined {
  const text = textOption(options, 'rate')
  if (text === undefined) return undefined
  const rate = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && rate > 0) return rate
  throw new UsageError(`--rate ${text}: give a number of messages a second above 0`)
}
