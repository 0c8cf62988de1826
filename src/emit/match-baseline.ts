import type { BaselineCandidate, BaselineEntry } from './baseline.ts'

/** Which findings a baseline holds. */
export interface BaselineMatches {
  /** Finding → the entry that stands for it. */
  readonly entries: ReadonlyMap<BaselineCandidate, BaselineEntry>
  /** Those of them that are known by their place alone, as the text there is another one. */
  readonly moved: ReadonlySet<BaselineCandidate>
}

/**
 * Finds the entry of each finding: by its fingerprint, which holds the text that is wrong; then,
 * among what is left, by file, rule and place, so that a fix of something else at the same place
 * makes no old finding a new one. An entry stands for one finding.
 */
export function matchBaseline(
  found: readonly BaselineCandidate[],
  entries: readonly BaselineEntry[],
): BaselineMatches {
  const byFingerprint = new Map(entries.map((entry) => [entry.fingerprint, entry]))
  const matches = new Map<BaselineCandidate, BaselineEntry>()
  for (const candidate of found) {
    const entry = byFingerprint.get(candidate.entry.fingerprint)
    if (entry !== undefined) matches.set(candidate, entry)
  }
  const taken = new Set([...matches.values()].map(({ fingerprint }) => fingerprint))
  const byPlace = new Map<string, BaselineEntry>()
  for (const entry of entries) {
    const place = placeOf(entry)
    if (place !== undefined && !taken.has(entry.fingerprint)) byPlace.set(place, entry)
  }
  const moved = new Set<BaselineCandidate>()
  for (const candidate of found) {
    if (candidate.isLocked || matches.has(candidate)) continue
    const place = placeOf(candidate.entry)
    const entry = place === undefined ? undefined : byPlace.get(place)
    if (place === undefined || entry === undefined) continue
    byPlace.delete(place)
    matches.set(candidate, entry)
    moved.add(candidate)
  }
  return { entries: matches, moved }
}

/** What concerns a file as a whole has no place of its own. */
function placeOf({ file, rule, path = '' }: BaselineEntry): string | undefined {
  return path === '' ? undefined : JSON.stringify([file, rule, path])
}
