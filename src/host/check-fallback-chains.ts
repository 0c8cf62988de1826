import type { LocalesConfig } from '../model/config.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import type { Path } from '../model/source.ts'
import type { FallbackChains } from '../model/stand-in.ts'

const rule = 'invalid-config'

/** Finds what of the fall-back chains can have no effect, or leads in a circle. */
export function checkFallbackChains(locales: LocalesConfig): readonly NamedFinding[] {
  const { default: main, fallback = {} } = locales
  return [
    ...Object.entries(fallback).flatMap(([locale, chain]) => checkChain(locale, chain, main)),
    ...findCircles(fallback),
  ]
}

function checkChain(
  locale: string,
  chain: readonly string[],
  main: string,
): readonly NamedFinding[] {
  const place: Path = ['locales', 'fallback', locale]
  if (locale === main) {
    const message = `\`${locale}\` is the default locale, which every message has: remove its chain`
    return [{ rule, path: place, at: 'key', message }]
  }
  if (chain.length === 0) {
    const message = `the chain of \`${locale}\` is empty: name the locales that stand in for it, or remove it`
    return [{ rule, path: place, message }]
  }
  return chain.flatMap((_other, index) => {
    const message = problemOf(locale, chain, index, main)
    return message === undefined ? [] : [{ rule, path: [...place, index], message }]
  })
}

function problemOf(
  locale: string,
  chain: readonly string[],
  index: number,
  main: string,
): string | undefined {
  const other = chain[index] ?? ''
  if (other === locale) return `\`${locale}\` cannot stand in for itself: remove it`
  if (chain.indexOf(other) < index) return `\`${other}\` stands in the chain before: remove it`
  if (chain.indexOf(main) >= 0 && chain.indexOf(main) < index) {
    return `\`${other}\` is never reached: the default locale \`${main}\` stands before it, and every message has that`
  }
  return undefined
}

/** Locales that stand in for each other: which of them is the better one, nobody has said. */
function findCircles(chains: FallbackChains): readonly NamedFinding[] {
  const reported = new Set<string>()
  const findings: NamedFinding[] = []
  for (const locale of Object.keys(chains)) {
    const circle = circleOf(locale, chains)
    if (circle === undefined || circle.some((member) => reported.has(member))) continue
    for (const member of circle) reported.add(member)
    const way = [...circle, locale].map((member) => `\`${member}\``).join(' → ')
    findings.push({
      rule,
      path: ['locales', 'fallback', locale],
      at: 'key',
      message: `the chains lead in a circle, ${way}: let one of these locales stand in for the others`,
    })
  }
  return findings
}

/** The shortest way from a locale over chains back to itself; one that names itself is no circle. */
function circleOf(locale: string, chains: FallbackChains): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[locale]]
  const seen = new Set<string>()
  for (const way of ways) {
    const last = way.at(-1) ?? locale
    for (const next of Object.hasOwn(chains, last) ? (chains[last] ?? []) : []) {
      if (next === locale && way.length > 1) return way
      if (next === locale || seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return undefined
}
