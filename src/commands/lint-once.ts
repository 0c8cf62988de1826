import type { Format, Report } from '../emit/reporters/reporter.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { compileProject, type ProjectCompilation } from '../language/project.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type CommandIo, type ExitCode, exitCodes, textOption, UsageError } from './command.ts'
import type { Fixing } from './lint-fix.ts'
import type { BaselineOptions, LintOptions } from './lint-options.ts'
import { writeReports } from './lint-outputs.ts'
import { type ReadProject, readProject, withUnread } from './open-project.ts'
import type { Output } from './outputs.ts'

/** What one round of `lint` is about. */
interface LintRound extends LintOptions {
  /** What changed since the last round of `--watch`. */
  readonly changed: ReadonlySet<string> | undefined
}

/** Finds, reads, judges and reports. */
export async function lintOnce(
  loaded: LoadedConfig,
  io: CommandIo,
  run: LintRound,
): Promise<ExitCode> {
  const { options, rules, maxWarnings, baseline, outputs, preset } = run
  const printed = textOption(options, 'printConfig')
  if (printed !== undefined) {
    const { printConfig } = await import('./print-config.ts')
    return printConfig(printed, loaded, { settings: { preset, rules }, io })
  }
  const all = await readAll(loaded, io, run)
  const explained = textOption(options, 'explainBounds')
  if (explained !== undefined) {
    const { showBounds } = await import('./explain-bounds.ts')
    return showBounds(all, explained, io)
  }
  const ref = textOption(options, 'changedSince')
  const changed =
    ref === undefined ? all : await leaveChanged(all, loaded, { ref, args: run.args, io })
  // What a baseline holds shall not take the place of what it does not.
  const read = baseline === undefined ? changed : withoutCap(changed)
  const found = withUnread(await compileOrFix(read, loaded, { run, io }), read)
  const compiled = baseline === undefined ? found : await leaveKnown(found, read, baseline, io)
  const isScreenOnly = outputs.every(({ format, file }) => format === 'pretty' && !file)
  const shown =
    run.changed === undefined || !isScreenOnly
      ? compiled
      : await leaveRound(compiled, read, { loaded, changed: run.changed, io })
  const report = run.fixing === undefined ? shown : { ...shown, applied: appliedBy(run.fixing) }
  await writeReports(report, outputs, options['quiet'] === true, io)
  return exitCodeFor(compiled.diagnostics, maxWarnings, io)
}

/**
 * Finds and reads what is to be linted.
 * @throws {@link UsageError} where there is nothing.
 */
async function readAll(
  loaded: LoadedConfig,
  io: CommandIo,
  { args, options, rules, preset }: LintOptions,
): Promise<ReadProject> {
  const config = preset === undefined ? loaded.config : { ...loaded.config, preset }
  const stdin = args.includes('-')
    ? { path: textOption(options, 'stdinFilename'), bytes: await io.readStdin() }
    : undefined
  const read = await readProject({ ...loaded, config }, io, {
    paths: args.filter((path) => path !== '-'),
    rules,
    ...(stdin === undefined ? {} : { stdin }),
  })
  const isEmpty = read.files.length + read.unread.length === 0
  if (isEmpty && options['allowEmpty'] !== true) throw noFiles(config.messages, args)
  return read
}

async function compileOrFix(
  read: ReadProject,
  { root }: LoadedConfig,
  { run: { fixing, outputs, cache }, io }: { readonly run: LintOptions; readonly io: CommandIo },
): Promise<ProjectCompilation> {
  if (fixing !== undefined) return applyFixes(read, fixing, outputs, io)
  if (cache !== undefined) {
    const { compileRemembered } = await import('./lint-remembered.ts')
    return compileRemembered(read, { ...cache, root }, io)
  }
  return compileProject(read.files, { ...read.options, isWithoutMessages: true })
}

async function leaveChanged(
  ...args: Parameters<typeof import('./lint-changed.ts').leaveChanged>
): Promise<ReadProject> {
  return (await import('./lint-changed.ts')).leaveChanged(...args)
}

/** Leaves what the files are about that changed since the last round of `--watch`. */
async function leaveRound(
  compiled: ProjectCompilation,
  read: ReadProject,
  { loaded, changed, io }: RoundContext,
): Promise<ProjectCompilation> {
  const { narrowProject } = await import('./narrow-project.ts')
  const { leaveChangedReport } = await import('./lint-watch.ts')
  const changes = { paths: [...changed], has: (file: string) => changed.has(file) }
  return leaveChangedReport(
    compiled,
    await narrowProject(read, loaded, { changes, cwd: io.cwd }),
    io,
  )
}

interface RoundContext {
  readonly loaded: LoadedConfig
  readonly changed: ReadonlySet<string>
  readonly io: CommandIo
}

function withoutCap(read: ReadProject): ReadProject {
  return { ...read, options: { ...read.options, maxDiagnostics: Number.POSITIVE_INFINITY } }
}

async function leaveKnown(
  compiled: ProjectCompilation,
  { files, unread }: ReadProject,
  options: BaselineOptions,
  io: CommandIo,
): Promise<ProjectCompilation> {
  const { applyBaseline } = await import('./lint-baseline.ts')
  const judged = files.filter(({ isContext }) => isContext !== true)
  const linted = [...judged.map(({ source }) => source.path), ...unread.map(({ file }) => file)]
  return applyBaseline(compiled, { ...options, linted }, io)
}

async function applyFixes(
  read: ReadProject,
  fixing: Fixing,
  outputs: readonly Output<Format>[],
  io: CommandIo,
): Promise<ProjectCompilation> {
  const { fixFiles } = await import('./lint-fix.ts')
  // What a program reads from standard output has to stay what it is.
  const isForPeople = outputs.every(({ format, file }) => file !== undefined || format === 'pretty')
  return fixFiles(read, fixing, { ...io, show: isForPeople ? io.out : io.log })
}

function appliedBy({ unsafe }: Fixing): NonNullable<Report['applied']> {
  return unsafe ? 'all' : 'safe'
}

function exitCodeFor(
  diagnostics: readonly Diagnostic[],
  maxWarnings: number,
  io: CommandIo,
): ExitCode {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  if (warnings > maxWarnings) {
    io.log(`${warnings} warnings, at most ${maxWarnings} are allowed by --max-warnings\n`)
    return exitCodes.findings
  }
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error')
  return hasErrors ? exitCodes.findings : exitCodes.done
}

function noFiles(patterns: readonly string[], args: readonly string[]): UsageError {
  const where = args.length > 0 ? args.join(' ') : patterns.join(' ')
  return new UsageError(
    `no message file was found in ${where}: name files or folders, set \`messages\` in the config, run \`connectly init\` for a first one, or pass --allow-empty`,
  )
}
