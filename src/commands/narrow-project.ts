import { dirname, resolve } from 'node:path'
import { placeMessage } from '../host/files.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { messageKey, type ProjectFile } from '../language/group-files.ts'
import { findNameCollisions, parseMessagePath } from '../language/message-name.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { ReadProject } from './open-project.ts'

/** Which files changed. */
export interface Changes {
  /** Absolute; also files that are gone. */
  readonly paths: readonly string[]
  /** Whether a file changed, by its absolute path. */
  has(file: string): boolean
}

/**
 * Leaves the messages of a project of which at least one file changed, with all of their files: a
 * text in one locale may be wrong only beside another. Files that collide by their names with a
 * changed one are left too, as the finding stands in one of them.
 */
export async function narrowProject(
  read: ReadProject,
  { config, root }: LoadedConfig,
  { changes, cwd }: { readonly changes: Changes; readonly cwd: string },
): Promise<ReadProject> {
  const nameOf = async (path: string): Promise<string> => {
    const absolute = resolve(cwd, path)
    const { file } = await placeMessage({ path, absolute }, { root, patterns: config.messages })
    return messageKey({
      source: { path, text: '' },
      path: parseMessagePath(file.messagePath, locales),
    })
  }
  const locales = config.locales?.all ?? []
  const isChanged = (path: string): boolean => changes.has(resolve(cwd, path))
  const touched = new Set(read.files.filter(({ source }) => isChanged(source.path)).map(messageKey))
  const elsewhere = [...changes.paths, ...read.unread.map(({ file }) => file).filter(isChanged)]
  for (const path of elsewhere) {
    if (/\.ya?ml$/.test(path)) touched.add(await nameOf(path))
  }
  addCollisions(touched, read.files, config.locales?.default)
  const unread: Diagnostic[] = []
  for (const diagnostic of read.unread) {
    if (isChanged(diagnostic.file) || touched.has(await nameOf(diagnostic.file))) {
      unread.push(diagnostic)
    }
  }
  return { ...read, files: read.files.filter((file) => touched.has(messageKey(file))), unread }
}

/** Whether what the config says may have changed: then nothing is what it was. */
export async function isConfigChanged(
  { path }: LoadedConfig,
  { changes, cwd }: { readonly changes: Changes; readonly cwd: string },
): Promise<boolean> {
  const { configNames } = await import('../host/find-config.ts')
  const { isBelow } = await import('../host/paths.ts')
  // Also one that is gone: it was looked for in every folder above.
  const isConfig = (file: string): boolean =>
    configNames.some((name) => file.endsWith(`/${name}`)) && isBelow(cwd, dirname(file))
  if (changes.paths.some(isConfig)) return true
  return path !== undefined && (changes.has(path) || (await importsFiles(path)))
}

/** A config in TypeScript that imports files of its own says what they say. */
async function importsFiles(path: string): Promise<boolean> {
  if (!path.endsWith('.ts')) return false
  const { readFile } = await import('node:fs/promises')
  return /(?:from|import|require)\s*\(?\s*['"`]\.{0,2}\//.test(await readFile(path, 'utf8'))
}

function addCollisions(
  touched: Set<string>,
  files: readonly ProjectFile[],
  defaultLocale: string | undefined,
): void {
  const named = files.flatMap(({ source, path }) =>
    'problem' in path ? [] : [{ path: source.path, ...path }],
  )
  for (const { files: same } of findNameCollisions(named, defaultLocale)) {
    if (!same.some(({ name }) => touched.has(name))) continue
    for (const { name } of same) touched.add(name)
  }
}
