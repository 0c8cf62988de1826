import { relative, resolve } from 'node:path'
import type { Change } from '../emit/change.ts'
import type { ChangeReport } from '../emit/change-reporters/change-report.ts'
import { compareProjects } from '../emit/compare-projects.ts'
import { ownersOf, projectState } from '../emit/project-state.ts'
import { createMessageFinder, type MessageFinder } from '../host/files.ts'
import { findMergeBase, openRepository, type Repository } from '../host/git.ts'
import { readCommit } from '../host/git-tree.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { isBelow } from '../host/paths.ts'
import { decodeSource } from '../host/read-source.ts'
import type { ProjectState } from '../language/breaking/project-pair.ts'
import { parseMessagePath } from '../language/message-name.ts'
import { compileProject, type ProjectFile } from '../language/project.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type CommandIo, type OptionValues, UsageError } from './command.ts'
import { openConfig, type ReadProject, readProject, withUnread } from './open-project.ts'

/** Compares the messages with those of a commit, both by the config as it is now. */
export async function compareWithGit(
  range: string,
  paths: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ChangeReport> {
  const loaded = await openConfig(options, io)
  const { config, root } = loaded
  const repository = await openRepository(root)
  const finder = await createMessageFinder({ cwd: io.cwd, root, patterns: config.messages })
  const current = await readProject(loaded, io)
  const { since, commit, until } = await readRange(range, repository)
  const reading = { repository, finder, current, loaded }
  const before = await readOld(commit, reading)
  const after = until === undefined ? current : await readOld(until, reading)
  const [old, now] = [stateOf(before, reading, io.cwd), stateOf(after, reading, io.cwd)]
  const changes = compareProjects(old, now, {
    settingsFor: current.options.settingsFor,
    sources: new Map(after.files.map(({ source }) => [source.path, source])),
  })
  const isEmpty = old.owners.size + now.owners.size === 0
  if (isEmpty) throw new UsageError(`no message file was found in ${config.messages.join(' ')}`)
  const { run } = repository
  const short = (await run(['rev-parse', '--short', commit])).toString().trim()
  return { since, commit: short, changes: leaveOnly(changes, paths, [old, now], io.cwd) }
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
  readonly finder: MessageFinder
  readonly current: ReadProject
  readonly loaded: LoadedConfig
}

/** Reads the files that the config's globs find in a commit. */
async function readOld(
  commit: string,
  { repository, finder, current, loaded }: Reading,
): Promise<ReadProject> {
  const locales = loaded.config.locales?.all ?? []
  const files: ProjectFile[] = []
  const unread: Diagnostic[] = []
  for (const { absolute, bytes } of await readCommit(commit, repository, finder.finds)) {
    const { path, messagePath } = finder.place(absolute)
    const read = decodeSource(path, bytes)
    if ('diagnostic' in read) unread.push(read.diagnostic)
    else files.push({ source: read.source, path: parseMessagePath(messagePath, locales) })
  }
  return { files, unread, options: current.options }
}

function stateOf(
  project: ReadProject,
  { finder, loaded }: Pick<Reading, 'finder' | 'loaded'>,
  cwd: string,
): ProjectState {
  const { files, unread, options } = project
  const compiled = withUnread(compileProject(files, options), project)
  const locales = loaded.config.locales?.all ?? []
  const unreadFiles = unread.map(({ file }) => ({
    source: { path: file, text: '' },
    path: parseMessagePath(finder.place(resolve(cwd, file)).messagePath, locales),
  }))
  return projectState(compiled, ownersOf([...files, ...unreadFiles]))
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
