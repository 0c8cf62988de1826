import type { BreakingExample } from '../language/breaking/breaking-rule.ts'
import type { ProjectLocales } from '../language/message-group.ts'

/** Which locales an example is about: `with the locales en, es`; nothing where it is about none. */
export function exampleLocales(
  { locales }: BreakingExample,
  show: (tag: string) => string = (tag) => tag,
): string | undefined {
  if (locales === undefined) return undefined
  const name = (listed: ProjectLocales | undefined): string =>
    listed === undefined ? 'without locales' : `with the locales ${listed.all.map(show).join(', ')}`
  const [before, after] = [name(locales.before), name(locales.after)]
  return before === after ? before : `${before}, then ${after}`
}
