import type { ProjectFile } from '../../src/language/group-files.ts'

/** File → the message that it belongs to, as its path says. */
export function ownersOf(files: readonly ProjectFile[]): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap(({ source, path }) => ('name' in path ? [[source.path, path.name]] : [])),
  )
}
