/**
 * Writes a text so that texts which differ in case only become equal. Upper case first: it unites
 * what lower case alone keeps apart (`ß` and `SS`). Lower case writes a sigma at the end of a word
 * as `ς`; that is undone, so that a text folds to what its parts fold to.
 */
export function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ')
}
