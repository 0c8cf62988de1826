import type { Reading, ReadingLine } from '../change.ts'

/** What customers read differently in some locales alike. */
export interface GroupedReading {
  /** None where the message has one only. */
  readonly locales: readonly string[]
  readonly examples: readonly string[]
  readonly lines: readonly ReadingLine[]
}

/** Puts locales together that show the same: one that stands in for another is shown once. */
export function groupReadings(readings: readonly Reading[]): readonly GroupedReading[] {
  const groups = Map.groupBy(readings, ({ examples, lines }) => JSON.stringify([examples, lines]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { examples, lines } = first
    return [{ locales: group.flatMap(({ locale }) => locale ?? []), examples, lines }]
  })
}
