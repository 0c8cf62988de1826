import type { NamedFinding } from '../model/diagnostic.ts'
import type { Path } from '../model/source.ts'
import type { ShapeFinding } from './shape-finding.ts'

/** Rules that leave out what another rule says of the item or the key around their place. */
const spokenFor: ReadonlyMap<string, string> = new Map([
  // An item that is none counts for one.
  ['wrong-type', 'too-few-items'],
  ['unknown-key', 'missing-field'],
])

/**
 * Tells of findings whether an earlier step said already what is wrong at their places. Files can
 * have thousands of both, so the earlier ones are looked up by their paths.
 */
export function coverageOf(
  earlier: readonly ShapeFinding[],
): (finding: Pick<NamedFinding, 'rule' | 'path'>) => boolean {
  if (earlier.length === 0) return () => false
  const places = new Set<string>()
  /** What lies below the places of each rule is covered too. */
  const trees = new Map<string, Set<string>>()
  const parents = new Map<string, Set<string>>()
  for (const { rule, path, covers } of earlier) {
    if (covers !== undefined) places.add(keyOf(covers))
    if (rule === 'missing-key') places.add(keyOf(path))
    else setOf(trees, rule).add(keyOf(path))
    const spoken = spokenFor.get(rule)
    if (spoken !== undefined) setOf(parents, spoken).add(keyOf(path.slice(0, -1)))
  }
  return ({ rule, path }) => {
    const key = keyOf(path)
    if (places.has(key) || parents.get(rule)?.has(key) === true) return true
    const around = path.map((_, index) => keyOf(path.slice(0, index)))
    return [...trees].some(
      ([other, tree]) =>
        spokenFor.get(other) !== rule && [...around, key].some((place) => tree.has(place)),
    )
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path)
}

function setOf(sets: Map<string, Set<string>>, name: string): Set<string> {
  const found = sets.get(name) ?? new Set<string>()
  sets.set(name, found)
  return found
}
