import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { countSeverity } from '../emit/reporters/reporter.ts'
import { readGlob } from '../host/globs.ts'
import type { ProjectCompilation } from '../language/project.ts'
import { type CommandIo, type ExitCode, type OptionValues, UsageError } from './command.ts'
import type { ReadProject } from './open-project.ts'
import { type Round, watchProject } from './watch-project.ts'

/**
 * Lints now and after every change, until the user asks it to stop.
 * @throws {@link UsageError} where there is nothing that could change
 */
export async function watchLint(
  round: Round,
  { args, options }: { readonly args: readonly string[]; readonly options: OptionValues },
  io: CommandIo,
): Promise<ExitCode> {
  if (args.includes('-'))
    throw new UsageError('standard input does not change: --watch reads files')
  for (const name of ['updateBaseline', 'addToBaseline', 'fixDryRun', 'explainBounds']) {
    if (options[name] === undefined) continue
    const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    throw new UsageError(`--${option} is done once and --watch goes on: use one of them`)
  }
  const folders = await Promise.all(args.map((path) => folderOf(path, io.cwd)))
  return watchProject(round, options, { io, ...(args.length === 0 ? {} : { folders }) })
}

/** Of a file the folder, since the other locales of its message stand there. */
async function folderOf(path: string, cwd: string): Promise<string> {
  const absolute = resolve(cwd, path)
  const status = statSync(absolute, { throwIfNoEntry: false })
  if (status?.isDirectory()) return absolute
  return status === undefined ? (await readGlob(path, cwd)).base : dirname(absolute)
}

/** Leaves the findings of the messages that changed; of the others it says how many there are. */
export function leaveChangedReport(
  compiled: ProjectCompilation,
  { files, unread }: ReadProject,
  io: Pick<CommandIo, 'out'>,
): ProjectCompilation {
  const judged = files.filter(({ isContext }) => isContext !== true)
  const paths = new Set([
    ...judged.map(({ source }) => source.path),
    ...unread.map(({ file }) => file),
  ])
  const diagnostics = compiled.diagnostics.filter(({ file }) => paths.has(file))
  const others = compiled.diagnostics.filter(({ file }) => !paths.has(file))
  const counts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = countSeverity(others, severity)
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  if (counts.length > 0) io.out(`in files that did not change: ${counts.join(' and ')}\n`)
  return { ...compiled, diagnostics, files: paths.size, proven: 0 }
}
