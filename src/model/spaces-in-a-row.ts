/** The most spaces in a row in one text. */
export function spacesInARow(text: string): number {
  return Math.max(0, ...(text.match(/ +/g) ?? []).map((run) => run.length))
}
