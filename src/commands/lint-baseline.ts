import { existsSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import {
  type BaselineCandidate,
  type BaselineEntry,
  formatBaseline,
  nameForBaseline,
} from '../emit/baseline.ts'
import { matchBaseline } from '../emit/match-baseline.ts'
import { type BaselineOutcome, tellBaseline } from '../emit/tell-baseline.ts'
import { reasonOf, toPosix } from '../host/paths.ts'
import { readBaseline } from '../host/read-baseline.ts'
import { writeTextFile } from '../host/write-text.ts'
import type { ProjectCompilation } from '../language/project.ts'
import { type CommandIo, UsageError } from './command.ts'

/** What is to be done with a baseline. */
export interface BaselineUse {
  /** As it was written on the command line. */
  readonly file: string
  /** Whether it is made, or freed of what no longer occurs. */
  readonly isUpdated: boolean
  /** The rules whose findings are put into it. */
  readonly added: readonly string[]
  /** The files that this run judged, as diagnostics name them. */
  readonly linted: readonly string[]
}

/** A compilation from which known findings are left out. */
export interface BaselinedCompilation extends ProjectCompilation {
  /** How many are left out. */
  readonly baselined: number
}

/**
 * Leaves out what stands in a baseline, except what makes the API refuse a message. A baseline
 * takes findings when it is made; after that it only loses them, but for rules that are named.
 *
 * @throws {@link UsageError} where there is none, or it cannot be written
 */
export async function applyBaseline(
  compiled: ProjectCompilation,
  use: BaselineUse,
  io: Pick<CommandIo, 'cwd' | 'log'>,
): Promise<BaselinedCompilation> {
  const absolute = resolve(io.cwd, use.file)
  const folder = dirname(absolute)
  const labelOf = (file: string): string => toPosix(relative(folder, resolve(io.cwd, file)))
  const found = nameForBaseline({ ...compiled, labelOf })
  const known = readBaseline({ path: use.file, absolute })
  const added = found.filter((candidate) => isAdded(candidate, known, use))
  if (known === undefined && !use.isUpdated && use.added.length === 0) throw noBaseline(use.file)
  const matches = matchBaseline(found, known ?? [])
  const fresh = added.filter((candidate) => !matches.entries.has(candidate))
  const left = found.filter((candidate) => {
    return candidate.isLocked || !(matches.entries.has(candidate) || fresh.includes(candidate))
  })
  const stale = findStale(known ?? [], {
    occurring: new Set([...matches.entries.values()].map(({ fingerprint }) => fingerprint)),
    left,
    linted: new Set(use.linted.map(labelOf)),
    folder,
  })
  const outcome = { use, known, matches, fresh, stale, left }
  const entries = entriesAfter(outcome)
  if (known === undefined || formatBaseline(known) !== formatBaseline(entries)) {
    await write(absolute, entries, use)
  }
  for (const line of tellBaseline(outcome)) io.log(`${line}\n`)
  const diagnostics = left.map(({ diagnostic }) => diagnostic)
  return { ...compiled, diagnostics, baselined: found.length - left.length }
}

/** Whether a finding goes into the baseline: any where it is made, later those of the named rules. */
function isAdded(
  { isLocked, entry: { rule } }: BaselineCandidate,
  known: readonly BaselineEntry[] | undefined,
  { isUpdated, added }: BaselineUse,
): boolean {
  if (isLocked) return false
  return added.includes(rule) || (known === undefined && isUpdated)
}

/** What the baseline holds after this run: with --update-baseline what is gone is taken out. */
function entriesAfter({
  use,
  known = [],
  matches,
  fresh,
  stale,
}: BaselineOutcome): readonly BaselineEntry[] {
  const now = new Map([...matches.entries].map(([{ entry }, old]) => [old, entry]))
  const kept = use.isUpdated
    ? known.filter((entry) => !stale.has(entry)).map((entry) => now.get(entry) ?? entry)
    : known
  return [...kept, ...fresh.map(({ entry }) => entry)]
}

interface Search {
  /** Fingerprints. */
  readonly occurring: ReadonlySet<string>
  readonly left: readonly BaselineCandidate[]
  readonly linted: ReadonlySet<string>
  readonly folder: string
}

/**
 * The entries that no longer occur. A file with another error may hide some of its findings, and of
 * a file that was not judged nothing is known.
 */
function findStale(
  entries: readonly BaselineEntry[],
  { occurring, left, linted, folder }: Search,
): ReadonlySet<BaselineEntry> {
  const broken = new Set(
    left.filter(({ diagnostic }) => diagnostic.severity === 'error').map(({ entry }) => entry.file),
  )
  return new Set(
    entries.filter(({ file, fingerprint }) => {
      if (occurring.has(fingerprint)) return false
      if (linted.has(file)) return !broken.has(file)
      return !existsSync(resolve(folder, file))
    }),
  )
}

async function write(
  absolute: string,
  entries: readonly BaselineEntry[],
  { file }: BaselineUse,
): Promise<void> {
  await writeTextFile(absolute, formatBaseline(entries)).catch((error: unknown) => {
    throw new UsageError(`--baseline ${file} cannot be written: ${reasonOf(error)}`)
  })
}

function noBaseline(file: string): UsageError {
  return new UsageError(
    `--baseline ${file}: there is no such file: make it once with --update-baseline, and commit it`,
  )
}
