import { LineIndex, type Position, type Source } from '../../model/source.ts'

/** The line and column of an offset in a file; of an unknown file, its beginning. */
export type PlaceOf = (file: string, offset: number) => Position

/** Looks places up, and reads the lines of each file once. */
export function createPlaces(sources: ReadonlyMap<string, Source>): PlaceOf {
  const lineIndexes = new Map<string, LineIndex>()
  return (file, offset) => {
    const known = lineIndexes.get(file)
    const lines = known ?? new LineIndex(sources.get(file)?.text ?? '')
    if (known === undefined) lineIndexes.set(file, lines)
    return lines.positionAt(offset)
  }
}
