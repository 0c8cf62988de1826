import { type Format, formats } from '../emit/reporters/reporter.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { compileProject, type ProjectCompilation } from '../language/project.ts'
import { checkRuleSettings } from '../language/rule-settings.ts'
import type { Preset, RuleSeverities } from '../model/config.ts'
import type { Diagnostic, RuleSetting } from '../model/diagnostic.ts'
import { nearMiss } from '../model/near-miss.ts'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  listOption,
  type OptionValues,
  textOption,
  UsageError,
} from './command.ts'
import type { BaselineUse } from './lint-baseline.ts'
import type { Fixing } from './lint-fix.ts'
import { writeReports } from './lint-outputs.ts'
import { openConfig, type ReadProject, readProject, withUnread } from './open-project.ts'
import { type Output, readOutputs } from './outputs.ts'
import type { Round } from './watch-project.ts'

const presets = ['recommended', 'strict'] as const
const settings = ['error', 'warning', 'info', 'off'] as const

/** `connectly lint`. */
export const lint: Command = {
  name: 'lint',
  summary: 'check message files for every value that their variables can take',
  arguments: [
    {
      name: '[paths...]',
      description: 'files and folders; `-` reads one file from standard input; default: the config',
    },
  ],
  options: [
    {
      flags: '--format <format[:file]>',
      description: `${formats.join(', ')}; with a file, written there; may be repeated`,
      isRepeatable: true,
    },
    {
      flags: '--rule <id:severity>',
      description: 'set a rule to error, warning, info or off',
      isRepeatable: true,
    },
    {
      flags: '--preset <preset>',
      description: 'which severities apply',
      choices: presets,
    },
    { flags: '--fix', description: 'apply the fixes that are safe, then report what is left' },
    {
      flags: '--fix-unsafe',
      description:
        'apply every fix: also those that change what a customer reads, an id, or what callers may pass',
    },
    { flags: '--fix-dry-run', description: 'show what a fix would change, and write nothing' },
    {
      flags: '--explain-bounds <name>',
      description: 'print how far everything in one message can reach, and what bounds it',
    },
    {
      flags: '--changed-since <ref>',
      description:
        'only messages of which a file changed since a commit, branch or tag, also what is not committed',
    },
    { flags: '--watch', description: 'lint again whenever a message or the config changes' },
    {
      flags: '--print-config <file>',
      description: 'print what holds for a file, and who set each rule, as JSON; lint nothing',
    },
    { flags: '--baseline <file>', description: 'leave out the findings that the file holds' },
    {
      flags: '--update-baseline',
      description: 'make that file, or remove from it what no longer occurs; never add to it',
    },
    { flags: '--quiet', description: 'print errors only' },
    { flags: '--max-warnings <n>', description: 'fail when there are more warnings' },
    { flags: '--stdin-filename <path>', description: 'the name of the file that `-` stands for' },
    { flags: '--allow-empty', description: 'finding no message file is no mistake' },
  ],
  examples: [
    'connectly lint',
    'connectly lint messages/orders --format json',
    'connectly lint --changed-since origin/main',
    'connectly lint --baseline known.json --update-baseline',
    'connectly lint --watch',
    'connectly lint --print-config messages/orders/shipped.yaml',
    'connectly lint --fix-unsafe --fix-dry-run',
    'connectly lint --explain-bounds orders/shipped',
    'cat draft.yaml | connectly lint - --stdin-filename messages/draft.yaml',
  ],
  run: runLint,
}

async function runLint(
  args: readonly string[],
  options: OptionValues,
  io: CommandIo,
): Promise<ExitCode> {
  const lintOnce = readRun(args, options)
  if (options['watch'] === true) {
    const { watchLint } = await import('./lint-watch.ts')
    return watchLint(lintOnce, { args, options }, io)
  }
  return lintOnce(await openConfig(options, io), io)
}

/** Reads the options, whose mistakes come first, and returns what they ask for. */
function readRun(args: readonly string[], options: OptionValues): Round {
  const fixing = readFixing(args, options)
  const rules = readRules(listOption(options, 'rule'))
  const maxWarnings = readMaxWarnings(textOption(options, 'maxWarnings'))
  const baseline = readBaselineOptions(args, options)
  const outputs = readOutputs(listOption(options, 'format'), formats, 'pretty')
  const preset = presets.find((name) => name === textOption(options, 'preset'))
  const run = { args, options, fixing, rules, maxWarnings, baseline, outputs, preset }
  return (loaded, io, changed) => lintOnce(loaded, io, { ...run, changed })
}

interface LintRun {
  readonly args: readonly string[]
  readonly options: OptionValues
  readonly fixing: Fixing | undefined
  readonly rules: RuleSeverities
  readonly maxWarnings: number
  readonly baseline: BaselineOptions | undefined
  readonly outputs: readonly Output<Format>[]
  readonly preset: Preset | undefined
  /** What changed since the last round of `--watch`. */
  readonly changed: ReadonlySet<string> | undefined
}

async function lintOnce(loaded: LoadedConfig, io: CommandIo, run: LintRun): Promise<ExitCode> {
  const { args, options, fixing, rules, maxWarnings, baseline, outputs, preset } = run
  const config = preset === undefined ? loaded.config : { ...loaded.config, preset }
  const printed = textOption(options, 'printConfig')
  if (printed !== undefined) {
    const { printConfig } = await import('./print-config.ts')
    return printConfig(printed, loaded, { settings: { preset, rules }, io })
  }
  const paths = args.filter((path) => path !== '-')
  const stdin = args.includes('-')
    ? { path: textOption(options, 'stdinFilename'), bytes: await io.readStdin() }
    : undefined
  const all = await readProject({ ...loaded, config }, io, {
    paths,
    rules,
    ...(stdin === undefined ? {} : { stdin }),
  })
  const isEmpty = all.files.length + all.unread.length === 0
  if (isEmpty && options['allowEmpty'] !== true) throw noFiles(config.messages, args)
  const explained = textOption(options, 'explainBounds')
  if (explained !== undefined) {
    const { showBounds } = await import('./explain-bounds.ts')
    return showBounds(all, explained, io)
  }
  const ref = textOption(options, 'changedSince')
  const changed = ref === undefined ? all : await leaveChanged(all, loaded, { ref, args, io })
  // What a baseline holds shall not take the place of what it does not.
  const read = baseline === undefined ? changed : withoutCap(changed)
  const fixed = fixing && (await applyFixes(read, fixing, outputs, io))
  const compileAll = (): ProjectCompilation =>
    compileProject(read.files, { ...read.options, isWithoutMessages: true })
  const found = withUnread(fixed ?? compileAll(), read)
  const compiled = baseline === undefined ? found : await leaveKnown(found, read, baseline, io)
  const isScreenOnly = outputs.every(({ format, file }) => format === 'pretty' && !file)
  const shown =
    run.changed === undefined || !isScreenOnly
      ? compiled
      : await leaveRound(compiled, read, { loaded, changed: run.changed, io })
  await writeReports(shown, outputs, options['quiet'] === true, io)
  return exitCodeFor(compiled.diagnostics, maxWarnings, io)
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

type BaselineOptions = Omit<BaselineUse, 'linted'>

function readBaselineOptions(
  args: readonly string[],
  options: OptionValues,
): BaselineOptions | undefined {
  const file = textOption(options, 'baseline')
  const isUpdated = options['updateBaseline'] === true
  if (file === undefined && isUpdated) {
    throw new UsageError('--update-baseline needs --baseline <file>, which says where it is')
  }
  if (isUpdated && args.includes('-')) {
    throw new UsageError('standard input is in no baseline: --update-baseline reads files')
  }
  if (isUpdated && options['fixDryRun'] === true) {
    throw new UsageError('--fix-dry-run writes nothing and --update-baseline writes: use one')
  }
  return file === undefined ? undefined : { file, isUpdated }
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

/** What is to be done with fixes; undefined where nothing was asked for. */
function readFixing(args: readonly string[], options: OptionValues): Fixing | undefined {
  const [isSafe, isUnsafe, isDryRun] = [options['fix'], options['fixUnsafe'], options['fixDryRun']]
  if (isSafe !== true && isUnsafe !== true && isDryRun !== true) return undefined
  if (args.includes('-') && isDryRun !== true) {
    throw new UsageError(
      `standard input cannot be fixed in its place: use --fix-dry-run${isUnsafe === true ? ' as well' : ''}, which shows what would change`,
    )
  }
  return { unsafe: isUnsafe === true, isDryRun: isDryRun === true }
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

function readRules(texts: readonly string[]): { [rule: string]: RuleSetting } {
  if (texts.length === 0) return {}
  const rules: { [rule: string]: RuleSetting } = {}
  for (const text of texts) {
    const [rule = '', value = ''] = text.split(/:(?=[^:]*$)/)
    const setting = settings.find((known) => known === value)
    if (setting === undefined) {
      const meant = nearMiss(value, settings)
      throw new UsageError(
        `--rule ${text}: write \`id:severity\`, with error, warning, info or off${meant ? `: did you mean \`${meant}\`?` : ''}`,
      )
    }
    const [problem] = checkRuleSettings({ [rule]: setting })
    if (problem !== undefined) throw new UsageError(`--rule ${text}: ${problem.message}`)
    rules[rule] = setting
  }
  return rules
}

function readMaxWarnings(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (/^\d+$/.test(text)) return Number(text)
  throw new UsageError(`--max-warnings ${text}: give a whole number from 0 on`)
}

function noFiles(patterns: readonly string[], args: readonly string[]): UsageError {
  const where = args.length > 0 ? args.join(' ') : patterns.join(' ')
  return new UsageError(
    `no message file was found in ${where}: name files or folders, set \`messages\` in the config, run \`connectly init\` for a first one, or pass --allow-empty`,
  )
}
