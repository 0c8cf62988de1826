import type { CharacterSet } from './shape.ts'

const lastCodePoint = 0x10ffff

/** Every code point, lone surrogates included. */
export const everyCharacter: CharacterSet = [[0, lastCodePoint]]

/** What `trim()` removes. */
export const blankCharacters: CharacterSet = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]

/** What a string of one line can hold: no C0, DEL, C1, U+2028, U+2029 and no half of a surrogate pair. */
export const lineCharacters: CharacterSet = [
  [0x20, 0x7e],
  [0xa0, 0x2027],
  [0x202a, 0xd7ff],
  [0xe000, lastCodePoint],
]

/** What a string of several lines can hold: the characters of a line, and line feeds. */
export const multilineCharacters: CharacterSet = [[0x0a, 0x0a], ...lineCharacters]

/** The characters that are in at least one of the sets. */
export function uniteSets(sets: readonly CharacterSet[]): CharacterSet {
  const ranges = sets.flat().sort((left, right) => left[0] - right[0])
  const united: [number, number][] = []
  for (const [first, last] of ranges) {
    const previous = united.at(-1)
    if (previous === undefined || first > previous[1] + 1) united.push([first, last])
    else previous[1] = Math.max(previous[1], last)
  }
  return united
}

/** The code points that are not in the set. */
export function complementOf(set: CharacterSet): CharacterSet {
  const rest: [number, number][] = []
  let next = 0
  for (const [first, last] of set) {
    if (first > next) rest.push([next, first - 1])
    next = last + 1
  }
  if (next <= lastCodePoint) rest.push([next, lastCodePoint])
  return rest
}

/** The characters that are in both sets. */
export function intersectSets(left: CharacterSet, right: CharacterSet): CharacterSet {
  const common: [number, number][] = []
  let index = 0
  for (const [first, last] of left) {
    while (index > 0 && (right[index - 1]?.[1] ?? -1) >= first) index--
    for (; index < right.length; index++) {
      const range = right[index]
      if (range === undefined || range[0] > last) break
      if (range[1] >= first) common.push([Math.max(first, range[0]), Math.min(last, range[1])])
    }
  }
  return common
}

/** Whether a code point is in the set. */
export function hasCharacter(set: CharacterSet, codePoint: number): boolean {
  let low = 0
  let high = set.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = set[middle]
    if (range === undefined) return false
    if (codePoint < range[0]) high = middle - 1
    else if (codePoint > range[1]) low = middle + 1
    else return true
  }
  return false
}

/** The characters that occur in a text. */
export function charactersOf(text: string): CharacterSet {
  const seen = new Uint8Array(asciiEnd)
  // Long texts repeat few characters.
  const others = new Set<number>()
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0
    if (codePoint < asciiEnd) seen[codePoint] = 1
    else {
      others.add(codePoint)
      if (codePoint > 0xffff) index++
    }
  }
  if (others.size === 0) return rangesOf(seen)
  return uniteSets([rangesOf(seen), [...others].map((other) => [other, other])])
}

/** Nearly all characters of nearly all texts are among the first. */
const asciiEnd = 0x80

function rangesOf(seen: Uint8Array): CharacterSet {
  const ranges: [number, number][] = []
  let first = -1
  for (let codePoint = 0; codePoint <= asciiEnd; codePoint++) {
    if (seen[codePoint] === 1) first = first < 0 ? codePoint : first
    else if (first >= 0) {
      ranges.push([first, codePoint - 1])
      first = -1
    }
  }
  return ranges
}

const typical = 'Wa1x0A-_. '

/** A character that people can read, where the set has one. */
export function typicalOf(set: CharacterSet): number | undefined {
  for (const character of typical) {
    if (hasCharacter(set, character.charCodeAt(0))) return character.charCodeAt(0)
  }
  return set.find(([first]) => first < 0xd800 || first > 0xdfff)?.[0]
}
