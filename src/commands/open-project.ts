import { findMessageFiles, placeMessage } from '../host/files.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { decodeSource, type ReadResult, readSource } from '../host/read-source.ts'
import { createRuleSettings } from '../host/rule-settings.ts'
import type { ProjectFile } from '../language/group-files.ts'
import { messageOfPath, parseMessagePath } from '../language/message-name.ts'
import {
  compileProject,
  type ProjectCompilation,
  type ProjectOptions,
} from '../language/project.ts'
import { applyEnvironment, resolveConfig } from '../model/config.ts'
import { compareDiagnostics, type Diagnostic, type RuleSetting } from '../model/diagnostic.ts'
import { type CommandIo, type OptionValues, textOption, UsageError } from './command.ts'

/**
 * A config and where it came from, with the environment applied.
 *
 * @param isReadAgain Whether a config in TypeScript may have been loaded before
 */
export async function openConfig(
  options: OptionValues,
  io: CommandIo,
  isReadAgain = false,
): Promise<LoadedConfig> {
  if (options['noConfig'] === true) {
    return { config: applyEnvironment(resolveConfig({}), io.env), root: io.cwd }
  }
  const { loadConfig } = await import('../host/load-config.ts')
  const file = textOption(options, 'config')
  const loaded = await loadConfig({
    cwd: io.cwd,
    ...(file === undefined ? {} : { file }),
    isCodeRefused: options['noConfigCode'] === true,
    isReadAgain,
  })
  return { ...loaded, config: applyEnvironment(loaded.config, io.env) }
}

/** What of a project is compiled. */
export interface OpenOptions {
  /** Files and folders of the command line; without any, the globs of the config. */
  readonly paths?: readonly string[]
  /** A text that stands in for a file. */
  readonly stdin?: { readonly path?: string | undefined; readonly bytes: Uint8Array }
  /** Settings of the command line, which win over the config's. */
  readonly rules?: { readonly [rule: string]: RuleSetting }
}

/** The message files of a project, before they are compiled. */
export interface ReadProject {
  readonly files: readonly ProjectFile[]
  readonly options: ProjectOptions
  /** The message of every file by its path, also of one that could not be read. */
  readonly names: ReadonlyMap<string, string>
  /** What is wrong with files that could not be read. */
  readonly unread: readonly Diagnostic[]
}

/** Finds, reads and compiles the message files of a project. */
export async function openProject(
  loaded: LoadedConfig,
  io: CommandIo,
  options: OpenOptions = {},
): Promise<ProjectCompilation> {
  const read = await readProject(loaded, io, options)
  return withUnread(compileProject(read.files, read.options), read)
}

/** Finds and reads the message files of a project. */
export async function readProject(
  { config, root }: LoadedConfig,
  io: CommandIo,
  { paths = [], stdin, rules = {} }: OpenOptions = {},
): Promise<ReadProject> {
  const { cwd } = io
  const isStdinOnly = stdin !== undefined && paths.length === 0
  const found = isStdinOnly
    ? { files: [], siblings: [], problems: [] }
    : await findMessageFiles({ cwd, root, patterns: config.messages, paths })
  const [problem] = found.problems
  if (problem !== undefined) throw new UsageError(`${problem.path}: ${problem.message}`)
  const locales = config.locales?.all ?? []
  const files: ProjectFile[] = []
  const unread: Diagnostic[] = []
  const names = new Map<string, string>()
  const add = (result: ReadResult, messagePath: string, role: Role = {}): void => {
    const path = parseMessagePath(messagePath, locales)
    const label = 'diagnostic' in result ? result.diagnostic.file : result.source.path
    const name = messageOfPath(path)
    if (name !== undefined) names.set(label, name)
    if ('diagnostic' in result) unread.push(result.diagnostic)
    else files.push({ source: result.source, path, ...role })
  }
  for (const file of found.files) add(readSource(file), file.messagePath)
  const siblings = [...found.siblings]
  if (stdin !== undefined) {
    const { path = 'stdin.yaml' } = stdin
    const globs = { root, patterns: config.messages }
    const place = await placeMessage({ path, absolute: resolveFrom(cwd, path) }, globs)
    add(decodeSource(path, stdin.bytes), place.file.messagePath, {
      isUnnamed: stdin.path === undefined,
    })
    if (stdin.path !== undefined) siblings.push(...place.siblings)
  }
  const named = new Set(files.map(({ source }) => source.path))
  for (const file of siblings) {
    if (named.has(file.path)) continue
    named.add(file.path)
    add(readSource(file), file.messagePath, { isContext: true })
  }
  return { files, options: await projectOptions({ config, root }, cwd, rules), names, unread }
}

/** What the compiler reads of a config. */
export async function projectOptions(
  { config, root }: LoadedConfig,
  cwd: string,
  rules: OpenOptions['rules'] = {},
): Promise<ProjectOptions> {
  return {
    settingsFor: await createRuleSettings(config, { root, cwd }, rules),
    defaults: config.defaults,
    senders: config.senders,
    tracking: config.tracking,
    ...(config.locales === undefined ? {} : { locales: config.locales }),
  }
}

type Role = Pick<ProjectFile, 'isContext' | 'isUnnamed'>

/** Adds the files that could not be read to what was found in the others. */
export function withUnread(
  compiled: ProjectCompilation,
  { unread }: ReadProject,
): ProjectCompilation {
  return {
    ...compiled,
    files: compiled.files + unread.length,
    diagnostics: [...compiled.diagnostics, ...unread].toSorted(compareDiagnostics),
  }
}

function resolveFrom(cwd: string, path: string): string {
  return path.startsWith('/') ? path : `${cwd}/${path}`
}
