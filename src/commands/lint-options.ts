import { type Format, formats } from '../emit/reporters/reporter.ts'
import { checkRuleSettings } from '../language/rule-settings.ts'
import type { Preset, RuleSeverities } from '../model/config.ts'
import type { RuleSetting } from '../model/diagnostic.ts'
import { nearMiss } from '../model/near-miss.ts'
import { listOption, type OptionValues, textOption, UsageError } from './command.ts'
import type { BaselineUse } from './lint-baseline.ts'
import type { Fixing } from './lint-fix.ts'
import { type Output, readOutputs } from './outputs.ts'

/** The names of the presets. */
export const presets = ['recommended', 'strict'] as const
const settings = ['error', 'warning', 'info', 'off'] as const

/** What the options of `lint` ask for. */
export interface LintOptions {
  readonly args: readonly string[]
  readonly options: OptionValues
  readonly fixing: Fixing | undefined
  readonly rules: RuleSeverities
  readonly maxWarnings: number
  readonly baseline: BaselineOptions | undefined
  readonly outputs: readonly Output<Format>[]
  readonly preset: Preset | undefined
  readonly cache: CacheOptions | undefined
}

/** How a baseline is used, but for what is linted. */
export type BaselineOptions = Omit<BaselineUse, 'linted'>

/**
 * Reads the options of `lint`.
 * @throws {@link UsageError} that says what is wrong with one.
 */
export function readLintOptions(args: readonly string[], options: OptionValues): LintOptions {
  return {
    args,
    options,
    fixing: readFixing(args, options),
    rules: readRules(listOption(options, 'rule')),
    maxWarnings: readMaxWarnings(textOption(options, 'maxWarnings')),
    baseline: readBaselineOptions(args, options),
    outputs: readOutputs(listOption(options, 'format'), formats, 'pretty'),
    cache: readCacheOptions(options),
    preset: presets.find((name) => name === textOption(options, 'preset')),
  }
}

function readBaselineOptions(
  args: readonly string[],
  options: OptionValues,
): BaselineOptions | undefined {
  const file = textOption(options, 'baseline')
  const isUpdated = options['updateBaseline'] === true
  const added = listOption(options, 'addToBaseline')
  const option = isUpdated ? '--update-baseline' : '--add-to-baseline'
  const isWritten = isUpdated || added.length > 0
  if (file === undefined && isWritten) {
    throw new UsageError(`${option} needs --baseline <file>, which says where it is`)
  }
  if (isWritten && args.includes('-')) {
    throw new UsageError(`standard input is in no baseline: ${option} reads files`)
  }
  if (isWritten && options['fixDryRun'] === true) {
    throw new UsageError(`--fix-dry-run writes nothing and ${option} writes: use one`)
  }
  const [problem] = checkRuleSettings(Object.fromEntries(added.map((rule) => [rule, 'error'])))
  if (problem !== undefined) throw new UsageError(`--add-to-baseline: ${problem.message}`)
  return file === undefined ? undefined : { file, isUpdated, added }
}

/** Where findings are remembered, if it was said. */
export interface CacheOptions {
  readonly location: string | undefined
}

function readCacheOptions(options: OptionValues): CacheOptions | undefined {
  const location = textOption(options, 'cacheLocation')
  if (options['cache'] === true) return { location }
  if (location === undefined) return undefined
  throw new UsageError('--cache-location needs --cache, which asks for a cache')
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
