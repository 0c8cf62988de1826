import { join, relative, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { createChangeQueue } from '../host/change-queue.ts'
import { configNames, findConfig } from '../host/find-config.ts'
import { readGlobs } from '../host/globs.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { toPosix } from '../host/paths.ts'
import { WatchError, type Watching, type WatchOptions, watchFiles } from '../host/watch-files.ts'
import {
  type CommandIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  textOption,
} from './command.ts'
import { explainFailure } from './explain-failure.ts'
import { openConfig } from './open-project.ts'

/** Does the work once, with a config that is known; the first time nothing says what changed. */
export type Round = (
  loaded: LoadedConfig,
  io: CommandIo,
  changed?: ReadonlySet<string>,
) => Promise<ExitCode>

/** What is watched, and who is told. */
export interface WatchContext {
  readonly io: CommandIo
  /** Absolute folders of messages. @defaultValue those of the config */
  readonly folders?: readonly string[]
}

/** How long nothing may change before the work is done again. */
const quietMs = 50

/**
 * Does the work now and after every change of a message or of the config, until the user asks it to
 * stop. Mistakes are shown and end nothing: the next change may mend them.
 */
export async function watchProject(
  round: Round,
  options: OptionValues,
  { io, folders }: WatchContext,
): Promise<ExitCode> {
  const changes = createChangeQueue(quietMs)
  const watcher = createWatcher(changes.add, io)
  let loaded: LoadedConfig | undefined
  let isReadAgain = false
  let changed: ReadonlySet<string> | undefined
  try {
    while (true) {
      const code = await explained(async () => {
        loaded ??= await openConfig(options, io, isReadAgain)
        await watcher.watch(await placesOf(loaded, options, { io, ...(folders && { folders }) }))
        return round(loaded, io, changed)
      }, io)
      if (code === exitCodes.bug) return code
      if (loaded === undefined) await watcher.watch(await placesOf(undefined, options, { io }))
      changed = await changes.next(io.signal)
      if (changed === undefined) return exitCodes.done
      if (loaded === undefined || watcher.isConfigIn(changed)) {
        loaded = undefined
        changed = undefined
        isReadAgain = true
      }
    }
  } finally {
    await watcher.close()
  }
}

async function explained(run: () => Promise<ExitCode>, io: CommandIo): Promise<ExitCode> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof WatchError) throw error
    return explainFailure(error, io)
  }
}

interface Watcher {
  /** Watches these places from now on, before anything in them is read. */
  watch(places: Places): Promise<void>
  isConfigIn(changed: ReadonlySet<string>): boolean
  close(): Promise<void>
}

function createWatcher(onChange: (path: string) => void, io: CommandIo): Watcher {
  let places: Places = { folders: [], files: [], ignored: [] }
  let watching: Watching | undefined
  return {
    watch: async (wanted) => {
      // While a config cannot be read, its messages are where they were.
      const next = wanted.folders.length > 0 ? wanted : { ...places, files: wanted.files }
      if (watching !== undefined && isDeepStrictEqual(places, next)) return
      // What changes in between is seen by the one or the other.
      const before = watching
      watching = await watchFiles({ ...next, onChange })
      await before?.close()
      if (!isDeepStrictEqual(places.folders, next.folders)) {
        io.log(`watching ${describe(next, io)}; Ctrl+C ends it\n`)
      }
      places = next
    },
    isConfigIn: (changed) => places.files.some((path) => changed.has(path)),
    close: async () => watching?.close(),
  }
}

type Places = Omit<WatchOptions, 'onChange'>

/** Where messages and config can be; the config alone while it cannot be read. */
async function placesOf(
  loaded: LoadedConfig | undefined,
  options: OptionValues,
  { io, folders: named }: WatchContext,
): Promise<Places> {
  const files = await configFiles(loaded, options, io)
  if (loaded === undefined) return { folders: [], files, ignored: [] }
  const { root, config } = loaded
  const { included } = await readGlobs(config.messages, root)
  const folders = [...new Set(named ?? included.map(({ base }) => base))]
  return { folders, files, ignored: [resolve(root, config.output)] }
}

async function configFiles(
  loaded: LoadedConfig | undefined,
  options: OptionValues,
  io: CommandIo,
): Promise<readonly string[]> {
  if (options['noConfig'] === true) return []
  const named = textOption(options, 'config')
  if (named !== undefined) return [resolve(io.cwd, named)]
  const path = loaded?.path ?? (await findConfig(io.cwd).catch(() => undefined))
  if (path !== undefined) return [path]
  return configNames.map((name) => join(io.cwd, name))
}

function describe({ folders }: Places, { cwd }: CommandIo): string {
  return [...folders.map((path) => toPosix(relative(cwd, path)) || '.'), 'the config'].join(', ')
}
