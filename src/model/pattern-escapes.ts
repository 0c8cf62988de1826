import { blankCharacters } from './character-set.ts'
import { mayVary } from './may-vary.ts'
import { fail, next, type PatternCursor, peek, skip } from './pattern-cursor.ts'
import { type CharacterClass, classOf, setOfEscape } from './pattern-syntax.ts'

/** One character, or one of many. */
export type Atom =
  | { readonly type: 'character'; readonly codePoint: number }
  | { readonly type: 'class'; readonly class: CharacterClass }

const controls: { readonly [letter: string]: number } = { t: 9, n: 10, v: 11, f: 12, r: 13 }

/** Reads what stands behind a backslash; the cursor stands on the backslash. */
export function readEscape(cursor: PatternCursor, inBrackets: boolean): Atom {
  const start = cursor.position
  skip(cursor, '\\')
  const letter = next(cursor)
  const set = setOfEscape(letter, blankCharacters)
  if (set !== undefined) return { type: 'class', class: classOf(set) }
  if (letter === 'p' || letter === 'P') return readProperty(cursor, start)
  if (Object.hasOwn(controls, letter)) return character(controls[letter])
  if (letter === 'x') return readHexadecimal(cursor, start, 2)
  if (letter === 'u') return readUnicode(cursor, start)
  if (letter === 'c' && /^[A-Za-z]$/.test(peek(cursor))) {
    return character(next(cursor).charCodeAt(0) % 32)
  }
  if (letter === '0' && !/^[0-9]$/.test(peek(cursor))) return character(0)
  if (/^[$^\\.*+?()[\]{}|/]$/.test(letter) || (inBrackets && letter === '-')) {
    return character(letter.charCodeAt(0))
  }
  fail(cursor, start, mayVary && explainEscape(letter))
  return character(0)
}

function character(codePoint: number | undefined): Atom {
  return { type: 'character', codePoint: codePoint ?? 0 }
}

function explainEscape(letter: string): string {
  if (letter === '') return 'the pattern ends in a single backslash: write `\\\\` for a backslash'
  if (letter === 'b' || letter === 'B') {
    return `\`\\${letter}\` looks around, which patterns cannot: write out the characters that may stand there`
  }
  if (/^[1-9k]$/.test(letter)) {
    return `\`\\${letter}\` is a back-reference, which patterns cannot have: write the group out again`
  }
  return `\`\\${letter}\` has no meaning: only \`^ $ \\ . * + ? ( ) [ ] { } | /\` are written with a backslash`
}

function readProperty(cursor: PatternCursor, start: number): Atom {
  while (peek(cursor) !== '' && peek(cursor) !== '}') next(cursor)
  skip(cursor, '}')
  const written = cursor.source.slice(start, cursor.position)
  const expression = /^\\[pP]\{[A-Za-z0-9_=]+\}$/.test(written) ? toExpression(written) : undefined
  if (expression === undefined) {
    fail(
      cursor,
      start,
      mayVary && `\`${written}\` is no Unicode property: write one such as \`\\p{L}\``,
    )
    return character(0)
  }
  const properties = [{ written, expression }]
  return { type: 'class', class: { negated: false, ranges: [], properties } }
}

/** The engine is the only one that knows which properties there are, and it answers by throwing. */
function toExpression(written: string): RegExp | undefined {
  try {
    return new RegExp(`^${written}$`, 'u')
  } catch {
    return undefined
  }
}

function readHexadecimal(cursor: PatternCursor, start: number, length: number): Atom {
  const code = hexadecimal(cursor, length)
  if (code !== undefined) return character(code)
  cursor.position = Math.min(cursor.position + length, cursor.source.length)
  const written = cursor.source.slice(start, cursor.position)
  fail(
    cursor,
    start,
    mayVary && `\`${written}\` is cut short: ${length} hexadecimal digits are due`,
  )
  return character(0)
}

function readUnicode(cursor: PatternCursor, start: number): Atom {
  if (skip(cursor, '{')) return readBraced(cursor, start)
  const first = readHexadecimal(cursor, start, 4)
  if (first.type !== 'character' || first.codePoint >> 10 !== 0xd800 >> 10) return first
  const behind = cursor.position
  const second = skip(cursor, '\\u') ? hexadecimal(cursor, 4) : undefined
  if (second === undefined || second >> 10 !== 0xdc00 >> 10) {
    cursor.position = behind
    return first
  }
  return character(0x10000 + ((first.codePoint - 0xd800) << 10) + (second - 0xdc00))
}

function readBraced(cursor: PatternCursor, start: number): Atom {
  while (peek(cursor) !== '' && peek(cursor) !== '}') next(cursor)
  skip(cursor, '}')
  const written = cursor.source.slice(start, cursor.position)
  const codePoint = /^\\u\{[0-9A-Fa-f]+\}$/.test(written)
    ? Number.parseInt(written.slice(3), 16)
    : -1
  if (codePoint >= 0 && codePoint <= 0x10ffff) return character(codePoint)
  fail(
    cursor,
    start,
    mayVary && `\`${written}\` is no character: \`\\u{0}\` to \`\\u{10FFFF}\` are`,
  )
  return character(0)
}

/** Reads exactly so many hexadecimal digits, or does not move. */
function hexadecimal(cursor: PatternCursor, length: number): number | undefined {
  const text = cursor.source.slice(cursor.position, cursor.position + length)
  if (text.length !== length || !/^[0-9A-Fa-f]+$/.test(text)) return undefined
  cursor.position += length
  return Number.parseInt(text, 16)
}
