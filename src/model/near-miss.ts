/** The candidate that was probably meant by a word that is none of them; case does not count. */
export function nearMiss(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > maxLength) return undefined
  let best: string | undefined
  let bestRank = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const allowed = Math.floor(Math.min(Math.max(word.length, candidate.length), 12) / 3)
    if (candidate === word || Math.abs(word.length - candidate.length) > allowed) continue
    const [left, right] = [word.toLowerCase(), candidate.toLowerCase()]
    const distance = editDistance(left, right)
    if (distance > allowed) continue
    // Sharing nothing but length is no likeness: `ab` is not meant by `cd`.
    if (distance >= Math.min(word.length, candidate.length)) continue
    // Letters in the wrong order are likelier than a wrong letter: `lnit` is `lint`, not `init`.
    const rank = distance - (sortLetters(left) === sortLetters(right) ? 0.5 : 0)
    if (rank >= bestRank) continue
    best = candidate
    bestRank = rank
  }
  return best
}

function sortLetters(word: string): string {
  return [...word].sort().join('')
}

/** Nobody misspells longer words by a letter, and the comparison is quadratic. */
const maxLength = 200

/** How many letters to add, drop, replace or swap with their neighbour (no letter is moved twice). */
function editDistance(left: string, right: string): number {
  const width = right.length + 1
  const table = new Uint16Array((left.length + 1) * width)
  const at = (row: number, column: number): number => table[row * width + column] ?? 0
  for (let row = 0; row <= left.length; row++) {
    for (let column = 0; column <= right.length; column++) {
      table[row * width + column] = cheapest(left, right, row, column, at)
    }
  }
  return at(left.length, right.length)
}

function cheapest(
  left: string,
  right: string,
  row: number,
  column: number,
  at: (row: number, column: number) => number,
): number {
  if (row === 0 || column === 0) return row + column
  const replace = left[row - 1] === right[column - 1] ? 0 : 1
  const distance = Math.min(
    at(row - 1, column) + 1,
    at(row, column - 1) + 1,
    at(row - 1, column - 1) + replace,
  )
  const isSwap =
    row > 1 &&
    column > 1 &&
    left[row - 1] === right[column - 2] &&
    left[row - 2] === right[column - 1]
  return isSwap ? Math.min(distance, at(row - 2, column - 2) + 1) : distance
}
