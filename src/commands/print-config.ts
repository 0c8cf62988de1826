import { existsSync, statSync } from 'node:fs'
import { extname, relative, resolve } from 'node:path'
import { placeMessage } from '../host/files.ts'
import { createMatcher } from '../host/globs.ts'
import type { LoadedConfig } from '../host/load-config.ts'
import { toPosix } from '../host/paths.ts'
import { parseMessagePath } from '../language/message-name.ts'
import { decidingLimitsOf } from '../language/rule-limits.ts'
import { ruleFacts } from '../language/rules/facts.generated.ts'
import { isLocked, severityOf } from '../language/severity.ts'
import type { Preset, RuleSeverities } from '../model/config.ts'
import { setOwn } from '../model/json.ts'
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './command.ts'

/** What the command line says beside the config. */
export interface CommandLineSettings {
  readonly preset: Preset | undefined
  readonly rules: RuleSeverities
}

/** Prints as JSON what holds for one file, which need not exist, and who said so. */
export async function printConfig(
  file: string,
  loaded: LoadedConfig,
  { settings, io }: { readonly settings: CommandLineSettings; readonly io: CommandIo },
): Promise<ExitCode> {
  const absolute = await findFile(file, loaded, io)
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--print-config ${file}: a folder, and a file is meant`)
  }
  const { config, root, path } = loaded
  const { rules: _rules, overrides: _overrides, preset: ownPreset, ...rest } = config
  const preset = settings.preset ?? ownPreset
  const layers = await layersFor(absolute, loaded, settings)
  const place = { path: toPosix(relative(io.cwd, absolute)), absolute }
  const placed = await placeMessage(place, { root, patterns: config.messages })
  const shown = {
    file: place.path,
    ...parseMessagePath(placed.file.messagePath, config.locales?.all ?? []),
    config: path === undefined ? null : toPosix(relative(io.cwd, path)),
    preset,
    ...rest,
    rules: describeRules(preset, layers),
  }
  io.out(`${JSON.stringify(shown, null, 2)}\n`)
  return exitCodes.done
}

/** A name stands for the message's file; any other path for itself, for the file need not exist. */
async function findFile(file: string, loaded: LoadedConfig, io: CommandIo): Promise<string> {
  const absolute = resolve(io.cwd, file)
  if (extname(file) !== '' || existsSync(absolute)) return absolute
  const { readProject } = await import('./open-project.ts')
  const { files } = await readProject(loaded, io, { paths: [], rules: {} })
  const named = files.filter(({ path }) => 'name' in path && path.name === file)
  const main = named.find(({ path }) => !('locale' in path) || path.locale === undefined)
  return main === undefined ? absolute : resolve(io.cwd, main.source.path)
}

/** Rule settings and who wrote them; the last one wins. */
interface Layer {
  readonly from: string
  readonly rules: RuleSeverities
}

async function layersFor(
  absolute: string,
  { config, root }: LoadedConfig,
  { rules }: CommandLineSettings,
): Promise<readonly Layer[]> {
  const overrides: Layer[] = []
  for (const [index, override] of config.overrides.entries()) {
    const matchers = await Promise.all(
      override.files.map((pattern) => createMatcher(pattern, root)),
    )
    if (!matchers.some((matches) => matches(absolute))) continue
    overrides.push({ from: `override ${index + 1}`, rules: override.rules })
  }
  return [{ from: 'config', rules: config.rules }, ...overrides, { from: 'command line', rules }]
}

function describeRules(preset: Preset, layers: readonly Layer[]): object {
  const described: object = {}
  for (const rule of [...ruleFacts.keys()].toSorted()) {
    setOwn(described, rule, describeRule(rule, preset, layers))
  }
  return described
}

function describeRule(rule: string, preset: Preset, layers: readonly Layer[]): object {
  const layer = layers.findLast(({ rules }) => Object.hasOwn(rules, rule))
  const settings = { preset, rules: layer?.rules ?? {} }
  const limits = decidingLimitsOf(rule)
  const findings = limits.length === 0 ? [{}] : limits.map((limit) => ({ limit }))
  const found = findings.map((finding) => ({ path: [], message: '', ...finding }))
  const severities = found.map((finding) => severityOf(rule, finding, settings))
  const [first] = severities
  // Where its limits differ, the rule's own word stands in its documentation, too.
  const isOne = severities.every((severity) => severity === first)
  const severity = isOne ? first : severityOf(rule, { path: [], message: '' }, settings)
  const others = limits.flatMap(({ id }, index) =>
    severities[index] === severity ? [] : [[id, severities[index]]],
  )
  return {
    severity,
    from: layer?.from ?? 'preset',
    ...(found.every((finding) => isLocked(rule, finding)) ? { locked: true } : {}),
    ...(others.length === 0 ? {} : { limits: Object.fromEntries(others) }),
  }
}
