import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { nameBase } from '../language/message-name.ts'
import { compareText } from '../model/diagnostic.ts'
import { isGlob, type MessageGlobs, readGlob, readGlobs } from './globs.ts'
import { isBelow, reasonOf, toPosix } from './paths.ts'

/** A message file that was found. */
export interface MessageFile {
  /** Relative to the working directory, with `/`: how people see it. */
  readonly path: string
  readonly absolute: string
  /** Below the folder where names begin, with `/`: what its name is read from. */
  readonly messagePath: string
}

/** Something on the command line or in the config that leads nowhere. */
export interface FileProblem {
  /** As it was written. */
  readonly path: string
  readonly message: string
}

/** What a search found. */
export interface FoundFiles {
  /** In the order of their paths, each once. */
  readonly files: readonly MessageFile[]
  /** The other files of the messages of which single files were named. */
  readonly siblings: readonly MessageFile[]
  readonly problems: readonly FileProblem[]
}

/** What is searched. */
export interface FindOptions {
  readonly cwd: string
  /** The folder of the config, to which its globs are relative. */
  readonly root: string
  /** The globs of the config. */
  readonly patterns: readonly string[]
  /** Files, folders and globs of the command line; without any, the config's globs are searched. */
  readonly paths?: readonly string[]
}

/** Message files that one argument or glob led to. */
interface Hit {
  readonly absolute: string
  /** Whether the file itself was named. */
  readonly isNamed?: boolean
  /** The folder argument, or the fixed part of a glob on the command line. */
  readonly folder?: string
  readonly globBase?: string
}

type Search = { readonly hits: readonly Hit[] } | { readonly problem: FileProblem }

const neverSearched = ['**/node_modules/**']
const configFile = /(?:^|\/)connectly\.config\.ya?ml$/

/**
 * Finds message files: those named, those below the folders named, or else those that the globs of
 * the config find. Searches skip `node_modules`, folders that begin with a dot, the config itself
 * and every symbolic link.
 */
export async function findMessageFiles(options: FindOptions): Promise<FoundFiles> {
  const { cwd, root, paths = [] } = options
  const globs = await readGlobs(options.patterns, root)
  const searches =
    paths.length === 0
      ? await Promise.all(globs.included.map((glob) => searchGlob(glob.pattern, root, globs)))
      : await Promise.all(paths.map((path) => searchArgument(path, { cwd, root, globs })))
  const files = new Map<string, MessageFile>()
  const siblings = new Map<string, MessageFile>()
  for (const hit of searches.flatMap((search) => ('hits' in search ? search.hits : []))) {
    if (files.has(hit.absolute)) continue
    const file = {
      path: toPosix(relative(cwd, hit.absolute)),
      absolute: hit.absolute,
      messagePath: messagePathOf(hit, globs),
    }
    files.set(hit.absolute, file)
    if (hit.isNamed !== true) continue
    for (const sibling of findSiblings(file, globs)) siblings.set(sibling.absolute, sibling)
  }
  const byPath = (left: MessageFile, right: MessageFile): number =>
    compareText(left.path, right.path)
  return {
    files: [...files.values()].toSorted(byPath),
    siblings: [...siblings.values()]
      .filter(({ absolute }) => !files.has(absolute))
      .toSorted(byPath),
    problems: searches.flatMap((search) => ('problem' in search ? [search.problem] : [])),
  }
}

/**
 * The files beside one that say the same message in other locales, by their names: without them
 * nobody can tell whether it uses what is declared, or lacks a locale.
 */
function findSiblings(
  file: MessageFile,
  globs: Pick<MessageGlobs, 'isExcluded'>,
): readonly MessageFile[] {
  const folder = dirname(file.absolute)
  const [stem = ''] = basename(file.absolute).split('.')
  if ('reason' in statOf(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.flatMap((entry) => {
    const { name } = entry
    const isSibling =
      name.startsWith(`${stem}.`) && /^\.(?:[\w-]+\.)?ya?ml$/.test(name.slice(stem.length))
    const absolute = resolve(folder, name)
    if (!isSibling || !entry.isFile() || absolute === file.absolute || globs.isExcluded(absolute))
      return []
    const beside = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1) + name
    return [{ path: beside(file.path), absolute, messagePath: beside(file.messagePath) }]
  })
}

/** Finds the name of a file that need not exist (`--stdin-filename`), and the files beside it. */
export async function placeMessage(
  { path, absolute }: Pick<MessageFile, 'path' | 'absolute'>,
  { root, patterns }: Pick<FindOptions, 'root' | 'patterns'>,
): Promise<{ readonly file: MessageFile; readonly siblings: readonly MessageFile[] }> {
  const globs = await readGlobs(patterns, root)
  const file = { path, absolute, messagePath: messagePathOf({ absolute }, globs) }
  return { file, siblings: findSiblings(file, globs) }
}

/** Tells of files that need not be there whether the globs of the config find them. */
export interface MessageFinder {
  /** @param file Absolute */
  finds(file: string): boolean
  place(file: string): MessageFile
}

/** Makes a finder that finds what a search of the config's globs would. */
export async function createMessageFinder({
  cwd,
  root,
  patterns,
}: Omit<FindOptions, 'paths'>): Promise<MessageFinder> {
  const globs = await readGlobs(patterns, root)
  return {
    finds: (file) =>
      /\.ya?ml$/.test(file) &&
      !configFile.test(toPosix(file)) &&
      !/(?:^|\/)node_modules\//.test(toPosix(relative(root, file))) &&
      !globs.isExcluded(file) &&
      globs.included.some((glob) => glob.matches(file)),
    place: (absolute) => ({
      path: toPosix(relative(cwd, absolute)),
      absolute,
      messagePath: messagePathOf({ absolute }, globs),
    }),
  }
}

function messagePathOf({ absolute, folder, globBase }: Hit, globs: MessageGlobs): string {
  const found = globs.isExcluded(absolute)
    ? undefined
    : globs.included.find((glob) => glob.matches(absolute))
  const base = nameBase(toPosix(absolute), {
    ...optional('globBase', found?.base ?? globBase),
    ...optional('folder', folder),
  })
  return toPosix(relative(base, absolute))
}

function optional<K extends string>(key: K, path: string | undefined): { [P in K]?: string } {
  const result: { [P in K]?: string } = {}
  if (path !== undefined) result[key] = toPosix(path)
  return result
}

interface ArgumentContext {
  readonly cwd: string
  readonly root: string
  readonly globs: MessageGlobs
}

async function searchArgument(path: string, context: ArgumentContext): Promise<Search> {
  const absolute = resolve(context.cwd, path)
  const status = statOf(absolute)
  if ('reason' in status) {
    if (await isGlob(path)) return searchGlob(path, context.cwd, context.globs)
    return { problem: { path, message: status.reason } }
  }
  if (leadsOut(absolute, context.root)) return { problem: { path, message: leadsOutText } }
  if (status.isFile()) return { hits: [{ absolute, isNamed: true }] }
  if (!status.isDirectory()) return { problem: { path, message: 'is neither file nor folder' } }
  const found = await searchFolder('**/*.{yaml,yml}', absolute, context.globs)
  return { hits: found.map((file) => ({ absolute: file, folder: absolute })) }
}

async function searchGlob(pattern: string, root: string, globs: MessageGlobs): Promise<Search> {
  const { base, pattern: full } = await readGlob(pattern, root)
  if (leadsOut(base, root)) return { problem: { path: pattern, message: leadsOutText } }
  const found = await searchFolder(full, root, globs)
  return { hits: found.map((absolute) => ({ absolute, globBase: base })) }
}

async function searchFolder(
  pattern: string,
  folder: string,
  globs: MessageGlobs,
): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby')
  const found = await glob(pattern, {
    cwd: folder,
    ignore: neverSearched,
    expandDirectories: false,
    followSymbolicLinks: false,
  })
  return found
    .filter((path) => /\.ya?ml$/.test(path) && !configFile.test(path))
    .map((path) => resolve(folder, path))
    .filter((file) => !globs.isExcluded(file))
}

const leadsOutText = 'leads out of the project through a symbolic link'

/**
 * Whether a path that seems to lie inside the project lies elsewhere in truth. What is outside by
 * its very spelling was asked for.
 */
function leadsOut(path: string, root: string): boolean {
  if (!isBelow(path, root)) return false
  const { native: realpath } = realpathSync
  return !isBelow(realpath(nearestExisting(path)), realpath(root))
}

function nearestExisting(path: string): string {
  const status = statOf(path)
  const parent = dirname(path)
  return 'reason' in status && parent !== path ? nearestExisting(parent) : path
}

function statOf(path: string): Stats | { readonly reason: string } {
  try {
    return statSync(path)
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}
