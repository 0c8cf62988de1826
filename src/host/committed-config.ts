import { readFileSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { types } from 'node:util'
import { type Config, resolveConfig } from '../model/config.ts'
import { isObject } from '../model/json.ts'
import { ConfigError } from './config-error.ts'
import { configNames, foldersUpwards } from './find-config.ts'
import type { Repository } from './git.ts'
import { type CommittedFile, readCommit } from './git-tree.ts'
import { checkCode, type LoadedConfig, readData } from './load-config.ts'
import { reasonOf } from './paths.ts'
import { decodeSource } from './read-source.ts'

/** Where a config of another time is looked for. */
export interface CommittedConfigOptions {
  readonly cwd: string
  readonly repository: Repository
  /** `--config`: this file and no other; relative to the working directory. */
  readonly file?: string | undefined
  /** `--no-config-code`: a config in TypeScript is not run. */
  readonly isCodeRefused: boolean
}

/** A config as it was, or the one of now, with the reason why it has to stand in. */
export interface CommittedConfig {
  readonly loaded: LoadedConfig
  readonly remark?: string
}

/** Loads the config that a commit has; where it has none, what holds without one. */
export async function loadCommittedConfig(
  commit: string,
  current: LoadedConfig,
  options: CommittedConfigOptions,
): Promise<CommittedConfig> {
  const file = await findCommitted(commit, options)
  // What was named and is not in the commit is no part of the project.
  if (file === undefined && options.file !== undefined) return { loaded: current }
  if (file === undefined) return { loaded: { config: resolveConfig({}), root: options.cwd } }
  if (isUnchanged(file, current)) return { loaded: current }
  const { absolute } = file
  if (absolute.endsWith('.ts') && options.isCodeRefused) {
    return standIn(current, commit, 'it is code, which `--no-config-code` refuses')
  }
  try {
    const config = resolveConfig(await readCommitted(file, commit))
    return { loaded: { config, path: absolute, root: dirname(absolute) } }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return standIn(current, commit, error.diagnostics[0]?.message ?? error.message)
  }
}

function isUnchanged({ absolute, bytes }: CommittedFile, { path }: LoadedConfig): boolean {
  return path === absolute && readFileSync(path).equals(bytes)
}

function standIn(loaded: LoadedConfig, commit: string, why: string): CommittedConfig {
  const remark = `the config of ${commit.slice(0, 8)} cannot be read (${why}), so the messages of then are read with the config of now: what it changes is not told`
  return { loaded, remark }
}

/** The nearest config, as it is searched for in the work tree. */
async function findCommitted(
  commit: string,
  { cwd, repository, file }: CommittedConfigOptions,
): Promise<CommittedFile | undefined> {
  const paths = file === undefined ? placesFrom(cwd, repository.seenRoot) : [resolve(cwd, file)]
  const found = await readCommit(commit, repository, (path) => paths.includes(path))
  return paths.flatMap((path) => found.find(({ absolute }) => absolute === path) ?? [])[0]
}

function placesFrom(cwd: string, top: string): readonly string[] {
  const folders = [...foldersUpwards(cwd)]
  const inside = folders.slice(0, folders.indexOf(top) + 1)
  return inside.flatMap((folder) => configNames.map((name) => join(folder, name)))
}

async function readCommitted({ absolute, bytes }: CommittedFile, commit: string): Promise<Config> {
  const read = decodeSource(absolute, bytes)
  if (!absolute.endsWith('.ts') || 'diagnostic' in read) return readData(read, absolute)
  return checkCode(await runText(absolute, read.source.text, commit), absolute)
}

/** Runs a module that is no file now, at the place where it was: what it imports is as it is now. */
async function runText(path: string, text: string, commit: string): Promise<unknown> {
  const { href } = pathToFileURL(await realPathOf(path))
  const url = `${href}?commit=${commit}`
  const format = 'module-typescript'
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === href || specifier === path
        ? { url, format, shortCircuit: true }
        : next(specifier, context),
    load: (address, context, next) =>
      address === url ? { format, source: text, shortCircuit: true } : next(address, context),
  })
  try {
    // The same loader as for the config of now, and no import of ours, which a bundler rewrites.
    const { defaultLoaders } = await import('cosmiconfig')
    const loaded: unknown = await defaultLoaders['.ts'](path, text)
    // Of a file that is gone the loader asks in the older way, which gives the whole module.
    return types.isModuleNamespaceObject(loaded) && isObject(loaded) ? loaded['default'] : loaded
  } catch (error) {
    const message = `the config cannot be loaded: ${reasonOf(error)}`
    const range = { start: 0, end: 0 }
    throw new ConfigError(
      [{ file: path, rule: 'invalid-config', severity: 'error', message, range, path: [] }],
      { cause: error },
    )
  } finally {
    hooks.deregister()
  }
}

/** Where the loader looks, which is beside what a link leads to. */
function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}
