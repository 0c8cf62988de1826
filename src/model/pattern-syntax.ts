import { complementOf, everyCharacter, hasCharacter, uniteSets } from './character-set.ts'
import type { CharacterSet } from './shape.ts'

/** A pattern as a tree. Groups leave no trace: nothing can refer to them. */
export type PatternNode =
  | { readonly type: 'class'; readonly class: CharacterClass }
  | { readonly type: 'start' }
  | { readonly type: 'end' }
  | { readonly type: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly type: 'repeat'
      readonly item: PatternNode
      readonly min: number
      /** `Infinity` where the repetition has no end. */
      readonly max: number
    }

/** Which characters may stand in one place. */
export interface CharacterClass {
  readonly negated: boolean
  readonly ranges: CharacterSet
  readonly properties: readonly CharacterProperty[]
}

/** A Unicode property: the engine knows its characters, we do not carry the tables. */
export interface CharacterProperty {
  /** As it is written: `\p{L}`. */
  readonly written: string
  /** Judges single characters only, so it cannot be slow. */
  readonly expression: RegExp
}

/** The class of exactly these characters. */
export function classOf(ranges: CharacterSet, negated = false): CharacterClass {
  return { negated, ranges, properties: [] }
}

/** Whether a code point is in the class. */
export function isInClass(characters: CharacterClass, codePoint: number): boolean {
  if (hasCharacter(characters.ranges, codePoint)) return !characters.negated
  if (characters.properties.length === 0) return characters.negated
  const character = String.fromCodePoint(codePoint)
  const found = characters.properties.some(({ expression }) => expression.test(character))
  return found !== characters.negated
}

const digits: CharacterSet = [[0x30, 0x39]]
const wordCharacters: CharacterSet = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
]
const lineEnds: CharacterSet = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
]

/** What `.` stands for: anything but the end of a line. */
export const anyButLineEnd: CharacterClass = /* @__PURE__ */ classOf(
  /* @__PURE__ */ complementOf(lineEnds),
)

/** What stands for every character. */
export const anyCharacter: CharacterClass = /* @__PURE__ */ classOf(everyCharacter)

/** The sets behind `\d`, `\w`, `\s` and their opposites. */
export function setOfEscape(letter: string, blanks: CharacterSet): CharacterSet | undefined {
  switch (letter) {
    case 'd':
      return digits
    case 'D':
      return complementOf(digits)
    case 'w':
      return wordCharacters
    case 'W':
      return complementOf(wordCharacters)
    case 's':
      return blanks
    case 'S':
      return complementOf(blanks)
    default:
      return undefined
  }
}

/** Joins classes, as brackets do. */
export function joinClasses(parts: readonly CharacterClass[], negated: boolean): CharacterClass {
  return {
    negated,
    ranges: uniteSets(parts.map(({ ranges }) => ranges)),
    properties: parts.flatMap(({ properties }) => properties),
  }
}
