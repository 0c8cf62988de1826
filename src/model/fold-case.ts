/**
 * Writes a text so that texts which differ in case only become equal. Upper case first: it unites
 * what lower case alone keeps apart (`ς` and `σ`, `ß` and `SS`).
 */
export function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase()
}
