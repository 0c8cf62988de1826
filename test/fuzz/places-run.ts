import { compileYaml } from '../helpers/compile-yaml.ts'
import { caseSeed, diceOf } from '../proof/dice.ts'
import { makePlaceCase, type PlaceCase } from './place-case.ts'

/** A case in which the mistake was not found exactly where it stands. */
export interface MissedPlace {
  readonly title: string
  readonly text: string
  readonly expected: string
  readonly found: readonly string[]
}

/** How many cases were tried, and those that failed. */
export interface PlacesReport {
  readonly cases: number
  readonly missed: readonly MissedPlace[]
}

/** Checks that each mistake is found once, exactly where it stands, and nothing else is. */
export function runPlaces(seed: number, cases: number): PlacesReport {
  const missed: MissedPlace[] = []
  for (let index = 0; index < cases; index++) {
    const made = makePlaceCase(diceOf(caseSeed(seed, index)))
    const found = judge(made)
    if (found !== undefined) missed.push(found)
  }
  return { cases, missed }
}

function judge({ text, start, end, rule, title }: PlaceCase): MissedPlace | undefined {
  const show = (name: string, from: number, to: number): string =>
    `${name} ${from}-${to} ${JSON.stringify(text.slice(from, to))}`
  const expected = show(rule, start, end)
  const found = compileYaml(text)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map((diagnostic) => show(diagnostic.rule, diagnostic.range.start, diagnostic.range.end))
  if (found.length === 1 && found[0] === expected) return undefined
  return { title, text, expected, found }
}
