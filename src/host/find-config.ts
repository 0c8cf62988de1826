import { access, readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { ConfigError } from './config-error.ts'
import { toPosix } from './paths.ts'

/** The names under which a config is found, and no others. */
export const configNames: readonly string[] = [
  'connectly.config.ts',
  'connectly.config.json',
  'connectly.config.yaml',
  'connectly.config.yml',
]

/**
 * Looks for a config from a folder upwards, as far as the root of its repository (outside of a
 * repository, as far as the home directory or the top). What lies above the repository belongs to
 * somebody else, and a config may be code.
 *
 * @throws {@link ConfigError} when a folder holds several
 */
export async function findConfig(cwd: string): Promise<string | undefined> {
  const stop = (await findRepositoryRoot(cwd)) ?? homedir()
  for (const folder of foldersUpwards(cwd)) {
    const names = await readdir(folder).catch((): string[] => [])
    const found = configNames.filter((name) => names.includes(name))
    const [first, second] = found
    if (second !== undefined) throw severalConfigs(cwd, folder, found)
    if (first !== undefined) return join(folder, first)
    if (folder === stop) return undefined
  }
  return undefined
}

/** The nearest folder at or above another one that holds `.git` (a file in linked work trees). */
export async function findRepositoryRoot(cwd: string): Promise<string | undefined> {
  for (const folder of foldersUpwards(cwd)) {
    const isRoot = await access(join(folder, '.git')).then(
      () => true,
      () => false,
    )
    if (isRoot) return folder
  }
  return undefined
}

/** A folder and all folders around it, from the inside out. */
export function* foldersUpwards(cwd: string): Generator<string> {
  let folder = resolve(cwd)
  while (true) {
    yield folder
    const parent = dirname(folder)
    if (parent === folder) return
    folder = parent
  }
}

function severalConfigs(cwd: string, folder: string, names: readonly string[]): ConfigError {
  const file = toPosix(relative(cwd, join(folder, names[0] ?? '')))
  const list = names.map((name) => `\`${name}\``).join(' and ')
  const message = `${list} stand in one folder: keep one of them, or name it with \`--config\``
  const range = { start: 0, end: 0 }
  return new ConfigError([
    { file, rule: 'invalid-config', severity: 'error', message, range, path: [] },
  ])
}
