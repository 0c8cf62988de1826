/** A name that a variable can have, as near as possible to a word that cannot be one. */
export function variableNameFor(word: string): string {
  return word.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=[0-9])|^$/, '_')
}
