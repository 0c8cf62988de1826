import { realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
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
  for (const hit of searches.flatMap((search) => ('hits' in search ? search.hits : []))) {
    if (files.has(hit.absolute)) continue
    files.set(hit.absolute, {
      path: toPosix(relative(cwd, hit.absolute)),
      absolute: hit.absolute,
      messagePath: messagePathOf(hit, globs),
    })
  }
  return {
    files: [...files.values()].toSorted((left, right) => compareText(left.path, right.path)),
    problems: searches.flatMap((search) => ('problem' in search ? [search.problem] : [])),
  }
}

/**
 * The part of a file's path from which its name is read.
 *
 * @param file Absolute; it need not exist (`--stdin-filename`)
 */
export async function messagePathIn(
  file: string,
  { root, patterns }: Pick<FindOptions, 'root' | 'patterns'>,
): Promise<string> {
  return messagePathOf({ absolute: file }, await readGlobs(patterns, root))
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
  if (status.isFile()) return { hits: [{ absolute }] }
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
