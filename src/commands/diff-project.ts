import { relative, resolve } from 'node:path'
import type { Change } from '../emit/change.ts'
import type { ChangeReport } from '../emit/change-reporters/change-report.ts'
import { compareProjects } from '../emit/compare-projects.ts'
import { projectState } from '../emit/project-state.ts'
import { type CommittedConfig, loadCommittedConfig } from '../host/committed-config.ts'
import { createMessageFinder } from '../host/files.ts'
import { findMergeBase, openRepository, type Repository } from '../host/git.ts'
import { readCommit } from '../host/git-tree.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { isBelow, toPosix } from '../host/paths.ts'
import { decodeSource } from '../host/read-source.ts'
import type { ProjectState } from '../language/breaking/project-pair.ts'
import { describeRenamed, findRenamedIn } from '../language/breaking/renamed-locale.ts'
import type { ProjectFile } from '../language/group-files.ts'
import { messageOfPath, parseMessagePath } from '../language/message-name.ts'
import { compileProject } from '../language/project.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type CommandIo, type OptionValues, textOption, UsageError } from './command.ts'
import {
  openConfig,
  projectOptions,
  type ReadProject,
  readProject,
  withUnread,
} from './open-project.ts'

/** Compares the messages with those of a commit, each state by the config of its time. */
export async function compareWithGit(
  range: string,
  paths: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<Omit<ChangeReport, 'failOn'>> {
  const loaded = await openConfig(options, io)
  const repository = await openRepository(loaded.root)
  const { since, commit, until } = await readRange(range, repository)
  const reading = { repository, loaded, options, io }
  const before = await readOld(commit, reading)
  const after = until === undefined ? await readNow(reading) : await readOld(until, reading)
  const [old, now] = [stateOf(before), stateOf(after)]
  const isEmpty = old.owners.size + now.owners.size === 0
  if (isEmpty) {
    throw new UsageError(`no message file was found in ${loaded.config.messages.join(' ')}`)
  }
  const changes = compareProjects(old, now, {
    settingsFor: after.project.options.settingsFor,
    sources: new Map(after.project.files.map(({ source }) => [source.path, source])),
  })
  const { run } = repository
  const short = (await run(['rev-parse', '--short', commit])).toString().trim()
  const renamed = findRenamedIn({ before: old, after: now })
  const remarks = [
    ...(renamed === undefined ? [] : [describeRenamed(renamed)]),
    ...[before, after].flatMap(({ remark }) => remark ?? []),
  ]
  const told = leaveOnly(changes, paths, [old, now], io.cwd)
  const configFileOf = (file: string): string =>
    toPosix(relative(loaded.root, resolve(io.cwd, file)))
  return { since, commit: short, remarks, changes: told, configFileOf }
}

interface Range {
  readonly since: string
  readonly commit: string
  /** The later commit; the work tree where there is none. */
  readonly until?: string
}

/** `ref`, `a..b`, or `a...b` for what `b` did since it left `a`. */
async function readRange(range: string, repository: Repository): Promise<Range> {
  const [, from = range, dots, to] = /^(.+?)(\.{2,3})(.*)$/s.exec(range) ?? []
  if (from.startsWith('-') || from === '') {
    throw new UsageError(`${JSON.stringify(from)} is no commit: name a branch, a tag or a commit`)
  }
  const { commitOf } = repository
  if (dots === undefined) {
    return { since: from, commit: await findMergeBase(from, repository) }
  }
  const until = await commitOf(to === undefined || to === '' ? 'HEAD' : to)
  const commit = dots === '..' ? await commitOf(from) : await findMergeBase(from, repository, until)
  return { since: from, commit, until }
}

interface Reading {
  readonly repository: Repository
  readonly loaded: LoadedConfig
  readonly options: OptionValues
  readonly io: CommandIo
}

/** The files of one state. */
interface ReadState {
  readonly project: ReadProject
  readonly remark?: string
}

async function readNow({ loaded, io }: Reading): Promise<ReadState> {
  return { project: await readProject(loaded, io) }
}

/** Reads the files that the globs of its config find in a commit. */
async function readOld(commit: string, reading: Reading): Promise<ReadState> {
  const { repository, io } = reading
  const { loaded, remark } = await configOf(commit, reading)
  const { config, root } = loaded
  const finder = await createMessageFinder({ cwd: io.cwd, root, patterns: config.messages })
  const files: ProjectFile[] = []
  const names = new Map<string, string>()
  const unread: Diagnostic[] = []
  for (const { absolute, bytes } of await readCommit(commit, repository, finder.finds)) {
    const { path: label, messagePath } = finder.place(absolute)
    const path = parseMessagePath(messagePath, config.locales?.all)
    const name = messageOfPath(path)
    if (name !== undefined) names.set(label, name)
    const read = decodeSource(label, bytes)
    if ('diagnostic' in read) unread.push(read.diagnostic)
    else files.push({ source: read.source, path })
  }
  const project = { files, unread, names, options: await projectOptions(loaded, io.cwd) }
  return { project, ...(remark === undefined ? {} : { remark }) }
}

async function configOf(
  commit: string,
  { repository, loaded, options, io }: Reading,
): Promise<CommittedConfig> {
  if (options['noConfig'] === true) return { loaded }
  return loadCommittedConfig(commit, loaded, {
    cwd: io.cwd,
    repository,
    file: textOption(options, 'config'),
    isCodeRefused: options['noConfigCode'] === true,
  })
}

function stateOf({ project }: ReadState): ProjectState {
  const { files, options, names } = project
  return projectState(withUnread(compileProject(files, options), project), names)
}

/** Leaves the messages of which a file lies in one of the paths. */
function leaveOnly(
  changes: readonly Change[],
  paths: readonly string[],
  states: readonly ProjectState[],
  cwd: string,
): readonly Change[] {
  if (paths.length === 0) return changes
  const files = states.flatMap(({ owners }) => [...owners])
  const wanted = paths.map((path) => {
    const folder = resolve(cwd, path)
    const names = files.flatMap(([file, name]) =>
      isBelow(resolve(cwd, file), folder) ? [name] : [],
    )
    if (names.length > 0) return names
    throw new UsageError(`${relative(cwd, folder) || '.'}: no message is or was there`)
  })
  const names = new Set(wanted.flat())
  return changes.filter(({ message }) => names.has(message))
}
