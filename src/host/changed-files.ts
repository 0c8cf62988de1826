import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { findMergeBase, namesOf, openRepository } from './git.ts'

/** What differs between a work tree and the commit where it left another one. */
export interface ChangedFiles {
  /** Absolute; also files that are gone. */
  readonly paths: readonly string[]
  /** Whether a file, by its absolute path, is not known to be what it was. */
  has(file: string): boolean
}

/**
 * Finds what changed since the merge base of a commit and `HEAD`: in commits since, staged, not
 * staged, and not tracked at all.
 *
 * @param folder The folder whose repository is asked
 * @throws {@link GitError}
 */
export async function findChangedFiles(ref: string, folder: string): Promise<ChangedFiles> {
  const repository = await openRepository(folder)
  const base = await findMergeBase(ref, repository)
  const { root, seenRoot, run } = repository
  const [diff, index] = await Promise.all([
    run(['diff', ...diffOptions, base, '--']),
    run(['ls-files', '-z', '-v', '--full-name']),
  ])
  const names = namesOf(diff)
  const changed = new Set(names.map((name) => resolve(root, name)))
  const watched = new Set(watchedNames(index).map((name) => resolve(root, name)))
  // A link is what it was only if that which it leads to is.
  const isSame = (file: string): boolean => watched.has(file) && !changed.has(file)
  return {
    paths: names.map((name) => resolve(seenRoot, name)),
    has: (file) => !isSame(withRealFolder(file)) || !isSame(realPath(file)),
  }
}

const diffOptions = [
  '--name-only',
  '-z',
  '--no-renames',
  '--no-relative',
  '--no-ext-diff',
  '--ignore-submodules=none',
]

/** The files whose changes git would tell; others it was told to overlook (`assume-unchanged`). */
function watchedNames(index: Buffer): readonly string[] {
  return namesOf(index)
    .filter((entry) => entry.startsWith('H '))
    .map((entry) => entry.slice(2))
}

function withRealFolder(file: string): string {
  return join(realPath(dirname(file)), basename(file))
}

/** Of what is not there, its spelling. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
