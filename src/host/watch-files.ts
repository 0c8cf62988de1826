import { basename, dirname } from 'node:path'
import { ConnectlyError } from '../model/errors.ts'
import { isBelow, reasonOf } from './paths.ts'

/** What is watched; paths are absolute, and need not exist yet. */
export interface WatchOptions {
  /** Message files below these folders. */
  readonly folders: readonly string[]
  /** These files, wherever they are. */
  readonly files: readonly string[]
  /** Folders in which nothing is of interest. */
  readonly ignored: readonly string[]
  readonly onChange: (path: string) => void
}

/** Something that is being watched. */
export interface Watching {
  close(): Promise<void>
}

/** The system watches no more files. */
export class WatchError extends ConnectlyError {
  override readonly name: string = 'WatchError'
}

/**
 * Watches files that are added, changed and removed; once it returns, nothing is missed.
 * @throws {@link WatchError}
 */
export async function watchFiles(options: WatchOptions): Promise<Watching> {
  const { watch } = await import('chokidar')
  const { folders, files, onChange } = options
  // A file that does not exist yet is only looked for some time after the watch has begun, so the
  // folder is watched in which it will stand.
  const around = new Set(files.map((file) => dirname(file)))
  const watcher = watch([...new Set([...folders, ...around])], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path, stats) => {
      return !around.has(path) && isIgnored(path, stats?.isFile() === true, options)
    },
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  watcher.on('all', (event, path) => {
    if (event !== 'addDir' && !around.has(path)) onChange(path)
  })
  watcher.on('error', reject)
  watcher.on('ready', resolve)
  try {
    await promise
  } catch (error) {
    await watcher.close()
    const wayOut = 'run the command after each change instead, without --watch'
    throw new WatchError(`files cannot be watched: ${reasonOf(error)}: ${wayOut}`, {
      cause: error,
    })
  }
  return { close: () => watcher.close() }
}

function isIgnored(
  path: string,
  isFile: boolean,
  { folders, files, ignored }: WatchOptions,
): boolean {
  if (folders.includes(path) || files.includes(path)) return false
  if (!folders.some((folder) => isBelow(path, folder))) return true
  const name = basename(path)
  if (name === 'node_modules' || name.startsWith('.')) return true
  if (ignored.some((folder) => isBelow(path, folder))) return true
  return isFile && !/\.ya?ml$/.test(name)
}
