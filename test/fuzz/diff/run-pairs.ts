import { stringify } from 'yaml'
import { audiencesOf, type Change } from '../../../src/emit/change.ts'
import { compareProjects } from '../../../src/emit/compare-projects.ts'
import { projectState } from '../../../src/emit/project-state.ts'
import type { ProjectState } from '../../../src/language/breaking/project-pair.ts'
import type { ProjectFile } from '../../../src/language/group-files.ts'
import { parseMessagePath } from '../../../src/language/message-name.ts'
import { compileProject } from '../../../src/language/project.ts'
import type { Dice } from '../../helpers/legal-values.ts'
import { ownersOf } from '../../helpers/owners-of.ts'
import { caseSeed, diceOf } from '../../proof/dice.ts'
import { compileConsumers, type PairedBuilds } from './compile-consumers.ts'
import { mutateProject, type ProjectVersion } from './mutate-project.ts'
import { isRecord } from './project-data.ts'
import {
  type Build,
  callsIn,
  findMisreading,
  findOtherPayload,
  findRefusal,
} from './true-verdict.ts'

/** What a run is to do. */
export interface DiffRunOptions {
  readonly pairs: number
  readonly seed: number
}

/** What a run found. */
export interface DiffRunReport {
  readonly pairs: number
  /** Verdict → how often it was said and is so. */
  readonly counts: { readonly [verdict: string]: number }
  /** Mutation → in how many pairs it took part. */
  readonly mutations: { readonly [name: string]: number }
  readonly failures: readonly string[]
}

interface State extends PairedBuilds {
  readonly state: ProjectState
  readonly files: readonly ProjectFile[]
}

interface Pair {
  readonly title: string
  readonly mutations: readonly string[]
  readonly before: State
  readonly after: State
  readonly changes: readonly Change[]
  /** What is so at run time; empty texts where nothing is. */
  readonly refusal: string
  readonly misreading: string
  /** What else is different; asked only where nothing breaks. */
  readonly difference: string
}

const settingsFor = () => ({ preset: 'recommended', rules: {} }) as const

/**
 * Makes pairs of projects of which one came out of the other, and holds what the comparison says of
 * them against what is so: an application for the old build is compiled with the new one and sends
 * through it, and taps on old messages are read with both.
 */
export async function runPairs(options: DiffRunOptions): Promise<DiffRunReport> {
  const pairs = makePairs(options)
  const forward = pairs.map(({ before, after }) => ({ written: before.build, used: after.build }))
  const backward = pairs.map(({ before, after, refusal, misreading }) =>
    refusal + misreading === '' ? { written: after.build, used: before.build } : undefined,
  )
  const errors = await compileConsumers([...forward, ...backward])
  const counts: Record<string, number> = {}
  const mutations: Record<string, number> = {}
  const failures: string[] = []
  for (const [index, pair] of pairs.entries()) {
    for (const name of pair.mutations) mutations[name] = (mutations[name] ?? 0) + 1
    const callers = [errors.get(index), pair.refusal].filter(Boolean).join('\n')
    const other = errors.get(pairs.length + index) ?? ''
    const verdict = nameVerdict(callers !== '', pair.misreading !== '')
    counts[verdict] = (counts[verdict] ?? 0) + 1
    failures.push(...judgePair(pair, callers, other))
  }
  return { pairs: pairs.length, counts, mutations, failures }
}

function nameVerdict(callers: boolean, conversations: boolean): string {
  if (callers && conversations) return 'breaks both'
  if (callers) return 'breaks callers'
  return conversations ? 'breaks conversations' : 'breaks nobody'
}

function* judgePair(pair: Pair, callers: string, other: string): Iterable<string> {
  const said = audiencesOf(pair.changes)
  if (said.callers !== (callers !== '')) yield describe(pair, 'callers', callers)
  if (said.conversations !== (pair.misreading !== '')) {
    yield describe(pair, 'conversations', pair.misreading)
  }
  const difference = [callers, pair.misreading, pair.difference, other].find((why) => why !== '')
  const isSilent = pair.changes.length === 0
  // A condition that always holds may be written or not: that is neither a form nor a difference.
  const isMoot = difference === undefined && pair.mutations.includes('changeCondition')
  if (!isMoot && isSilent !== (difference === undefined)) {
    yield describe(pair, 'difference', difference ?? '')
  }
}

function makePairs({ pairs, seed }: DiffRunOptions): readonly Pair[] {
  const made: Pair[] = []
  for (let number = 1; made.length < pairs; number++) {
    const roll = diceOf(caseSeed(seed, number))
    const mutation = mutateProject(roll)
    const [before, after] = [stateOf(mutation.before), stateOf(mutation.after)]
    if (before === undefined || after === undefined) continue
    const title = `seed ${seed}, pair ${number} (${mutation.mutations.join(', ')})`
    const sources = new Map(after.files.map(({ source }) => [source.path, source]))
    made.push({
      title,
      mutations: mutation.mutations,
      before,
      after,
      changes: compareProjects(before.state, after.state, { settingsFor, sources }),
      ...tryOut(before.build, after.build, roll),
    })
  }
  return made
}

function tryOut(
  before: Build,
  after: Build,
  roll: Dice,
): Pick<Pair, 'refusal' | 'misreading' | 'difference'> {
  const calls = callsIn(before, roll)
  const refusal = findRefusal(calls, after) ?? ''
  const misreading = findMisreading(calls, before, after) ?? ''
  if (refusal !== '' || misreading !== '') return { refusal, misreading, difference: '' }
  const others = callsIn(after, roll)
  const difference =
    findOtherPayload(calls, after) ??
    findRefusal(others, before) ??
    findMisreading(others, after, before) ??
    ''
  return { refusal, misreading, difference }
}

/** Compiles a state; nothing where lint has an error, since nothing is generated of that. */
export function stateOf({ files: data, tracking, style }: ProjectVersion): State | undefined {
  const files = [...data].map(([path, file]) => ({
    source: { path: `messages/${path}`, text: writeFile(file, style) },
    path: parseMessagePath(path),
  }))
  const compiled = compileProject(files, { settingsFor, tracking })
  if (compiled.diagnostics.some(({ severity }) => severity === 'error')) return undefined
  const state = projectState(compiled, ownersOf(files))
  return { build: { messages: compiled.messages, table: state.replies }, state, files }
}

/** The same file in another hand: keys in another order, block style, and comments. */
function writeFile(file: unknown, style: ProjectVersion['style']): string {
  if (style === 'json') return JSON.stringify(file, null, 2)
  return `# the same as before\n${stringify(turn(file))}# its end\n`
}

function turn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turn)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [key, turn(item)] as const)
  const isFirst = ([key]: readonly [string, unknown]): boolean => key.startsWith('$')
  return Object.fromEntries([
    ...entries.filter(isFirst),
    ...entries.filter((entry) => !isFirst(entry)).toReversed(),
  ])
}

function describe(pair: Pair, what: string, why: string): string {
  const said = pair.changes.flatMap(({ message, kind, breaks, notes }) => [
    `  ${message} ${kind} ${notes.join('; ')}`,
    ...breaks.map(({ rule, text }) => `  ${message} ${rule}: ${text}`),
  ])
  const show = ({ files }: State): string =>
    files.map(({ source }) => `--- ${source.path}\n${source.text}`).join('\n')
  return [
    `${pair.title}: ${what} ${why === '' ? 'is said and is not so' : `is so and is not said:\n${why}`}`,
    ...said,
    show(pair.before),
    '=====>',
    show(pair.after),
  ].join('\n')
}
