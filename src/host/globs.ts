import { isAbsolute, relative, resolve } from 'node:path'
import { toPosix } from './paths.ts'

/** A glob of the config, taken apart. */
export interface MessageGlob {
  /** As it is searched for, relative to the folder of the config. */
  readonly pattern: string
  /** Absolute: the folder below which the names of its files begin. */
  readonly base: string
  /** Whether it finds a file, by its absolute path. */
  matches(file: string): boolean
}

/** The globs of a config: what is looked for, and what is left out of it. */
export interface MessageGlobs {
  readonly included: readonly MessageGlob[]
  /** Patterns of the globs that begin with `!`. */
  readonly excluded: readonly string[]
  isExcluded(file: string): boolean
}

const messageEnding = /\.ya?ml$/
const anyMessage = '**/*.{yaml,yml}'
/** What makes a text a glob; a text without any of it is a path. */
const magic = /[*?[\]{}()!+@|\\]/

/** Takes the globs of a config apart. @param root The folder to which they are relative */
export async function readGlobs(patterns: readonly string[], root: string): Promise<MessageGlobs> {
  const excluded = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => tidy(pattern.slice(1)))
  const matchers = await Promise.all(excluded.map((pattern) => createMatcher(pattern, root)))
  const included = patterns.filter((pattern) => !pattern.startsWith('!'))
  return {
    included: await Promise.all(included.map((pattern) => readGlob(tidy(pattern), root))),
    excluded,
    isExcluded: (file) => matchers.some((matches) => matches(file)),
  }
}

/** Takes one glob apart; a folder stands for every message file below it. */
export async function readGlob(pattern: string, root: string): Promise<MessageGlob> {
  const folder = folderOf(pattern)
  if (folder !== undefined) {
    const base = resolve(root, folder)
    return { pattern: `${folder}/${anyMessage}`, base, matches: matchEvery(base) }
  }
  const { scan } = await loadPicomatch()
  const { base, isGlob: hasMagic } = scan(pattern)
  const fixed = resolve(root, base.replace(/\\(.)/g, '$1'))
  return {
    pattern,
    base: hasMagic ? fixed : resolve(fixed, '..'),
    matches: await createMatcher(pattern, root),
  }
}

/** Whether a text is a glob and not the path of one file. */
export async function isGlob(text: string): Promise<boolean> {
  return magic.test(text) && (await loadPicomatch()).scan(text).isGlob
}

/** Tells by its absolute path whether a glob finds a file. */
export async function createMatcher(
  pattern: string,
  root: string,
): Promise<(file: string) => boolean> {
  const picomatch = await loadPicomatch()
  const matches = picomatch(tidy(pattern))
  return (file) => matches(toPosix(isAbsolute(pattern) ? file : relative(root, file)))
}

/** Loaded for globs that are not the usual one: half of all projects never need it. */
async function loadPicomatch(): Promise<typeof import('picomatch')> {
  return (await import('picomatch')).default
}

/** The folder of the usual glob, or a folder that stands for it. */
function folderOf(pattern: string): string | undefined {
  const folder = pattern.endsWith(`/${anyMessage}`)
    ? pattern.slice(0, -anyMessage.length - 1)
    : pattern.replace(/\/+$/, '')
  if (folder === '' || magic.test(folder)) return undefined
  return folder === pattern && messageEnding.test(pattern) ? undefined : folder
}

/** Finds every message file below a folder; names that begin with a dot are hidden. */
function matchEvery(base: string): (file: string) => boolean {
  return (file) => {
    const below = toPosix(relative(base, file))
    return messageEnding.test(below) && !/(?:^|\/)\./.test(below)
  }
}

function tidy(pattern: string): string {
  return pattern.replace(/^(?:\.\/)+/, '')
}
