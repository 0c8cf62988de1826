import { checkRuleSettings } from '../language/rule-settings.ts'
import type { Config, RuleSeverities } from '../model/config.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import type { Path } from '../model/source.ts'
import { checkFallbackChains } from './check-fallback-chains.ts'

const rule = 'invalid-config'

/** Finds what is wrong with a config and its schema cannot see. */
export function checkSettings(config: Config): readonly NamedFinding[] {
  return [
    ...checkLocales(config),
    ...checkRules(config.rules ?? {}, ['rules']),
    ...(config.overrides ?? []).flatMap((override, index) =>
      checkRules(override.rules, ['overrides', index, 'rules']),
    ),
    ...checkForm(config),
  ]
}

/** Rules that do not exist, and those that nothing may turn off or lower. */
function checkRules(rules: RuleSeverities, path: Path): readonly NamedFinding[] {
  return checkRuleSettings(rules).map((problem) => ({
    rule,
    path: [...path, problem.rule],
    at: 'key',
    message: problem.message,
  }))
}

/** JavaScript is named as it is: by `.js`. */
function checkForm({ emit, importExtension }: Config): readonly NamedFinding[] {
  if (emit !== 'js' || importExtension !== 'ts') return []
  const message = '`emit: js` writes modules that end in `.js`: leave `importExtension` out'
  return [{ rule, path: ['importExtension'], message }]
}

/** Locales that the config itself does not list. */
function checkLocales({ locales }: Config): readonly NamedFinding[] {
  if (locales === undefined) return []
  const listed = [locales.default, ...(locales.all ?? [])]
  const findings: NamedFinding[] = []
  const check = (locale: string, path: Path, at: 'key' | 'value'): void => {
    if (listed.includes(locale)) return
    const message = `\`${locale}\` is none of the locales of \`locales.all\` (${[...new Set(listed)].join(', ')})`
    findings.push({ path, at, rule, message })
  }
  if (locales.all !== undefined && !locales.all.includes(locales.default)) {
    const message = `\`locales.all\` lacks the default locale \`${locales.default}\``
    findings.push({ path: ['locales', 'all'], rule, message })
  }
  for (const [locale, chain] of Object.entries(locales.fallback ?? {})) {
    check(locale, ['locales', 'fallback', locale], 'key')
    for (const [index, other] of chain.entries()) {
      check(other, ['locales', 'fallback', locale, index], 'value')
    }
  }
  return findings.length > 0 ? findings : checkFallbackChains(locales)
}
