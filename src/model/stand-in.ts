/** Locale → the locales that stand in for it, best first. */
export interface FallbackChains {
  readonly [locale: string]: readonly string[]
}

/** Locale that a message lacks → the one of its own that is sent instead. */
export interface StandIns {
  readonly [locale: string]: string
}

/**
 * The locale that is sent where a message lacks one: the first of the written chain that the
 * message has. A chain ends where it is written to end: that of a locale in it is not asked.
 */
export function standInFor(
  locale: string,
  present: readonly string[],
  chains: FallbackChains,
): string | undefined {
  const chain = Object.hasOwn(chains, locale) ? chains[locale] : undefined
  return chain?.find((candidate) => present.includes(candidate))
}
