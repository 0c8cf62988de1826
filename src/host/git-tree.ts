import { resolve } from 'node:path'
import { GitError, namesOf, type Repository } from './git.ts'

/** A file as it was in a commit. */
export interface CommittedFile {
  /** Absolute, where it would be in the work tree. */
  readonly absolute: string
  readonly bytes: Uint8Array
}

/**
 * Reads files of a commit without checking anything out. Symbolic links and submodules are left
 * out: what they lead to is no part of the commit.
 *
 * @param isWanted Whether a file is read, by its absolute path
 * @throws {@link GitError}
 */
export async function readCommit(
  commit: string,
  repository: Repository,
  isWanted: (file: string) => boolean,
): Promise<readonly CommittedFile[]> {
  const { run, seenRoot } = repository
  const listed = namesOf(await run(['ls-tree', '-r', '-z', '--full-tree', commit]))
  const wanted = listed.flatMap((entry) => {
    const [, mode, object, name = ''] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? []
    const absolute = resolve(seenRoot, name)
    const isFile = mode === '100644' || mode === '100755'
    return isFile && object !== undefined && isWanted(absolute) ? [{ object, absolute }] : []
  })
  if (wanted.length === 0) return []
  const output = await run(
    ['cat-file', '--batch'],
    wanted.map(({ object }) => `${object}\n`).join(''),
  )
  return takeApart(output, wanted)
}

interface WantedFile {
  readonly object: string
  readonly absolute: string
}

/** Each answer is a line `object blob size`, then so many bytes, then a line feed. */
function takeApart(output: Buffer, wanted: readonly WantedFile[]): readonly CommittedFile[] {
  let offset = 0
  return wanted.map(({ object, absolute }) => {
    const end = output.indexOf(0x0a, offset)
    const head = output.toString('latin1', offset, end < 0 ? output.length : end)
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(head) ?? []
    if (size === undefined) {
      throw new GitError(
        `git does not have all files of that commit (${object}): fetch it without a filter`,
      )
    }
    const start = end + 1
    offset = start + Number(size) + 1
    return { absolute, bytes: output.subarray(start, start + Number(size)) }
  })
}
