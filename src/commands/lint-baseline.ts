import { existsSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import {
  type BaselineCandidate,
  type BaselineEntry,
  formatBaseline,
  nameForBaseline,
} from '../emit/baseline.ts'
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
 * takes findings when it is made; after that it only loses them.
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
  const free = found.filter(({ isLocked }) => !isLocked)
  const known = readBaseline({ path: use.file, absolute })
  if (known === undefined && !use.isUpdated) throw noBaseline(use.file)
  const entries = known ?? free.map(({ entry }) => entry)
  const fingerprints = new Set(entries.map(({ fingerprint }) => fingerprint))
  const left = found.filter(
    ({ entry, isLocked }) => isLocked || !fingerprints.has(entry.fingerprint),
  )
  const stale = findStale(entries, {
    found,
    left,
    linted: new Set(use.linted.map(labelOf)),
    folder,
  })
  if (use.isUpdated && (known === undefined || stale.size > 0)) {
    await write(
      absolute,
      entries.filter((entry) => !stale.has(entry)),
      use,
    )
  }
  for (const line of tell({ use, known, entries, stale, left, fingerprints })) io.log(`${line}\n`)
  const diagnostics = left.map(({ diagnostic }) => diagnostic)
  return { ...compiled, diagnostics, baselined: found.length - left.length }
}

interface Search {
  readonly found: readonly BaselineCandidate[]
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
  { found, left, linted, folder }: Search,
): ReadonlySet<BaselineEntry> {
  const occurring = new Set(found.map(({ entry }) => entry.fingerprint))
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

interface Outcome {
  readonly use: BaselineUse
  readonly known: readonly BaselineEntry[] | undefined
  readonly entries: readonly BaselineEntry[]
  readonly stale: ReadonlySet<BaselineEntry>
  readonly left: readonly BaselineCandidate[]
  readonly fingerprints: ReadonlySet<string>
}

function* tell({ use, known, entries, stale, left, fingerprints }: Outcome): Generator<string> {
  const { file, isUpdated } = use
  if (known === undefined) yield `made ${file} with ${count(entries.length)}`
  const refused = left.filter(({ entry, isLocked }) => {
    return isLocked && (known === undefined || fingerprints.has(entry.fingerprint))
  })
  if (refused.length > 0) {
    yield `${count(refused.length)} cannot be put into a baseline, since the API refuses such a message: mend ${refused.length === 1 ? 'it' : 'them'}`
  }
  if (stale.size === 0) return
  const occurs = stale.size === 1 ? 'no longer occurs' : 'no longer occur'
  yield isUpdated
    ? `removed from ${file}: ${count(stale.size)} that ${occurs}`
    : `${count(stale.size)} of ${file} ${occurs}: --update-baseline removes ${stale.size === 1 ? 'it' : 'them'}`
  for (const entry of [...stale].slice(0, 10)) yield `  ${entry.file}: ${entry.rule}`
  if (stale.size > 10) yield `  … and ${stale.size - 10} more`
}

function count(number: number): string {
  return `${number} ${number === 1 ? 'finding' : 'findings'}`
}

function noBaseline(file: string): UsageError {
  return new UsageError(
    `--baseline ${file}: there is no such file: make it once with --update-baseline, and commit it`,
  )
}
