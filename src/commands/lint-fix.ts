import { resolve } from 'node:path'
import { printable } from '../emit/printable.ts'
import { fixProject } from '../language/fix.ts'
import type { ProjectCompilation } from '../language/project.ts'
import { type CommandIo, UsageError } from './command.ts'
import type { ReadProject } from './open-project.ts'

/** What is to be done with fixes. */
export interface Fixing {
  /** Also fixes that somebody has to decide on. */
  readonly unsafe: boolean
  /** Whether changes are shown instead of written. */
  readonly isDryRun: boolean
}

/** The world of `lint`, and where it shows what would change. */
export interface FixIo extends Pick<CommandIo, 'cwd' | 'log' | 'color'> {
  readonly show: (text: string) => void
}

/**
 * Fixes the files of a project, or shows how, and says what is left.
 * @throws {@link UsageError} where a file cannot be written, or is not what was read any more.
 */
export async function fixFiles(
  read: ReadProject,
  { unsafe, isDryRun }: Fixing,
  io: FixIo,
): Promise<ProjectCompilation> {
  const { changed, compilation } = fixProject(read.files, read.options, { unsafe })
  const before = new Map(read.files.map(({ source }) => [source.path, source.text]))
  if (isDryRun) await showChanges(before, changed, io)
  else await writeChanges(before, changed, io)
  return compilation
}

async function showChanges(
  before: ReadonlyMap<string, string>,
  changed: ReadonlyMap<string, string>,
  { show, log, color }: FixIo,
): Promise<void> {
  const { diffLines } = await import('../emit/line-diff.ts')
  for (const [path, text] of changed) {
    show(`${diffLines(path, before.get(path) ?? '', text, { color })}\n\n`)
  }
  const files = changed.size === 1 ? '1 file' : `${changed.size} files`
  log(`nothing was written: ${files} would change, and the report is of what would be left\n`)
}

async function writeChanges(
  before: ReadonlyMap<string, string>,
  changed: ReadonlyMap<string, string>,
  { cwd, log }: FixIo,
): Promise<void> {
  const { replaceText } = await import('../host/replace-text.ts')
  for (const [path, text] of changed) {
    const problem = await replaceText(resolve(cwd, path), before.get(path) ?? '', text)
    if (problem !== undefined) throw new UsageError(`${path}: ${problem}`)
    log(`fixed ${printable(path)}\n`)
  }
}
