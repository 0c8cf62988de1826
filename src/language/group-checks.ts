import type { NamedFinding } from '../model/diagnostic.ts'
import { isObject, ownMember } from '../model/json.ts'
import { standInFor } from '../model/stand-in.ts'
import type { Compilation } from './compile.ts'
import { compareLocales } from './locale-parity.ts'
import type { GroupFinding, MessageGroup, ProjectLocales } from './message-group.ts'

/** Everything that can only be seen over all files of a message. */
export function* checkGroup(
  group: MessageGroup,
  locales: ProjectLocales | undefined,
): Iterable<GroupFinding> {
  yield* findOrphans(group)
  if (group.base === undefined) return
  yield* findUnused(group, group.base)
  if (locales !== undefined) yield* checkLocales(group, group.base, locales)
  for (const { locale, compilation } of group.variants) {
    for (const finding of compareLocales(group.base, compilation, locale)) {
      yield { compilation, finding }
    }
  }
}

function* findOrphans({ name, base, variants }: MessageGroup): Iterable<GroupFinding> {
  if (base !== undefined) return
  for (const { locale, compilation } of variants) {
    const message = `this is \`${name}\` in \`${locale}\`, and there is no file for the default locale: add \`${fileName(name)}.yaml\`, or rename this one to it`
    yield { compilation, finding: { rule: 'variant-without-default', path: [], message } }
  }
}

function* findUnused({ variants }: MessageGroup, base: Compilation): Iterable<GroupFinding> {
  const used = new Set([
    ...base.used,
    ...variants.flatMap(({ compilation }) => [...compilation.used]),
  ])
  // What could not be read may use anything.
  if (base.bounds === undefined || !isObject(ownMember(base.root ?? {}, 'message'))) return
  for (const name of Object.keys(base.declarations)) {
    if (used.has(name)) continue
    const finding: NamedFinding = {
      rule: 'unused-variable',
      path: ['variables', name],
      at: 'key',
      message: `\`${name}\` is declared and nothing uses it: use it as \`{{ ${name} }}\`, or remove it, so that callers need not pass it`,
    }
    yield { compilation: base, finding }
  }
}

function* checkLocales(
  { name, variants }: MessageGroup,
  base: Compilation,
  locales: ProjectLocales,
): Iterable<GroupFinding> {
  const present = [locales.default, ...variants.map(({ locale }) => locale)]
  const missing = locales.all.filter((locale) => !present.includes(locale))
  if (missing.length > 0) {
    const files = missing.map((locale) => `\`${fileName(name)}.${locale}.yaml\``).join(', ')
    const message = `\`${name}\` is missing in ${list(missing)}: add ${files}${untilThen(missing, present, locales)}`
    yield {
      compilation: base,
      finding: { rule: 'missing-locale', path: ['message'], at: 'key', message },
    }
  }
  for (const { locale, compilation, isMisnamed } of variants) {
    if (isMisnamed) continue
    const message = problemOfLocale(name, locale, locales)
    if (message !== undefined) {
      yield { compilation, finding: { rule: 'unlisted-locale', path: [], message } }
    }
  }
}

/** What customers of the missing locales read meanwhile: nothing falls back without being said. */
function untilThen(
  missing: readonly string[],
  present: readonly string[],
  { fallback = {} }: ProjectLocales,
): string {
  const parts = missing.flatMap((locale) => {
    const standIn = standInFor(locale, present, fallback)
    if (standIn === undefined) return []
    return [`\`${locale}\` is sent in \`${standIn}\`, by its chain ${list(fallback[locale] ?? [])}`]
  })
  return parts.length === 0 ? '' : `; until then ${parts.join(', and ')}`
}

function list(locales: readonly string[]): string {
  return locales.map((locale) => `\`${locale}\``).join(', ')
}

function problemOfLocale(
  name: string,
  locale: string,
  { default: defaultLocale, all }: ProjectLocales,
): string | undefined {
  if (locale === defaultLocale) {
    return `\`${locale}\` is the default locale, whose file carries no tag: rename this file to \`${fileName(name)}.yaml\``
  }
  if (all.includes(locale)) return undefined
  return `\`${locale}\` is not one of the config's locales (${list(all)}): add it to \`locales.all\`, or rename the file`
}

function fileName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
