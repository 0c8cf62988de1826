import type { Config } from '../model/config.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import type { Path } from '../model/source.ts'

/** Finds locales of the config that the config itself does not list: its schema cannot. */
export function checkLocales({ locales }: Config): readonly NamedFinding[] {
  if (locales === undefined) return []
  const listed = [locales.default, ...(locales.all ?? [])]
  const findings: NamedFinding[] = []
  const check = (locale: string, path: Path, at: 'key' | 'value'): void => {
    if (listed.includes(locale)) return
    const message = `\`${locale}\` is none of the locales of \`locales.all\` (${listed.join(', ')})`
    findings.push({ path, at, rule: 'invalid-config', message })
  }
  if (locales.all !== undefined && !locales.all.includes(locales.default)) {
    const message = `\`locales.all\` lacks the default locale \`${locales.default}\``
    findings.push({ path: ['locales', 'all'], rule: 'invalid-config', message })
  }
  for (const [locale, chain] of Object.entries(locales.fallback ?? {})) {
    check(locale, ['locales', 'fallback', locale], 'key')
    for (const [index, other] of chain.entries()) {
      check(other, ['locales', 'fallback', locale, index], 'value')
    }
  }
  return findings
}
