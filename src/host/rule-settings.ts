import { resolve } from 'node:path'
import type { Preset, ResolvedConfig, RuleSeverities } from '../model/config.ts'
import { createMatcher } from './globs.ts'

/** What a config says of the rules for one file. */
export interface FileRuleSettings {
  readonly preset: Preset
  /** Rule → setting, overrides for this file already applied. */
  readonly rules: RuleSeverities
}

/** Where paths and globs begin. */
export interface RuleSettingsFolders {
  /** The folder of the config: the globs of overrides begin here. */
  readonly root: string
  /** The working directory: paths of files begin here. */
  readonly cwd: string
}

/**
 * Makes the function that says how rules are set for a file. Later overrides win over earlier
 * ones, and `rules` from elsewhere (the command line) over all of them.
 */
export async function createRuleSettings(
  config: ResolvedConfig,
  { root, cwd }: RuleSettingsFolders,
  rules: RuleSeverities = {},
): Promise<(file: string) => FileRuleSettings> {
  const overrides = await Promise.all(
    config.overrides.map(async (override) => ({
      rules: override.rules,
      matchers: await Promise.all(override.files.map((pattern) => createMatcher(pattern, root))),
    })),
  )
  const everywhere = { preset: config.preset, rules: { ...config.rules, ...rules } }
  if (overrides.length === 0) return () => everywhere
  return (file) => {
    const absolute = resolve(cwd, file)
    const matching = overrides.filter(({ matchers }) => matchers.some((match) => match(absolute)))
    const layers = [config.rules, ...matching.map((override) => override.rules), rules]
    return { preset: config.preset, rules: Object.fromEntries(layers.flatMap(Object.entries)) }
  }
}
