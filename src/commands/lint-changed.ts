import { findChangedFiles } from '../host/changed-files.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { type CommandIo, UsageError } from './command.ts'
import { isConfigChanged, narrowProject } from './narrow-project.ts'
import type { ReadProject } from './open-project.ts'

/**
 * Leaves what changed since a commit: everything where the config changed.
 * @throws {@link UsageError} where standard input is to be read, of which git knows nothing
 */
export async function leaveChanged(
  read: ReadProject,
  loaded: LoadedConfig,
  {
    ref,
    io,
    args,
  }: { readonly ref: string; readonly io: CommandIo; readonly args: readonly string[] },
): Promise<ReadProject> {
  if (args.includes('-')) {
    throw new UsageError('--changed-since asks git, which knows no standard input: leave `-` out')
  }
  const place = { changes: await findChangedFiles(ref, loaded.root), cwd: io.cwd }
  if (await isConfigChanged(loaded, place)) {
    io.log(`everything is checked: the config changed since ${ref}, or imports what may have\n`)
    return read
  }
  const left = await narrowProject(read, loaded, place)
  const isNothing = left.unread.length === 0 && left.files.every(({ isContext }) => isContext)
  if (isNothing) io.log(`no message file changed since ${ref}\n`)
  return left
}
