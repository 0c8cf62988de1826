import { mayVary } from './may-vary.ts'
import {
  fail,
  next,
  openCursor,
  type PatternCursor,
  type PatternProblem,
  peek,
  skip,
} from './pattern-cursor.ts'
import { type Atom, readEscape } from './pattern-escapes.ts'
import {
  anyButLineEnd,
  type CharacterClass,
  classOf,
  joinClasses,
  type PatternNode,
} from './pattern-syntax.ts'

/** Repeats inside repeats may multiply to this many at most: it bounds the work of a match. */
export const maxRepeats = 1000

const maxDepth = 100
const nothing: PatternNode = { type: 'sequence', items: [] }

/** Reads a pattern: a subset of JavaScript's regular expressions with the `u` flag. */
export function parsePatternTree(
  source: string,
): { readonly root: PatternNode } | { readonly problem: PatternProblem } {
  const cursor = openCursor(source)
  const root = parseChoice(cursor)
  if (cursor.position < source.length) {
    next(cursor)
    fail(
      cursor,
      cursor.position - 1,
      mayVary && '`)` closes nothing: write `\\)` for the character itself',
    )
  }
  return cursor.problem === undefined ? { root } : { problem: cursor.problem }
}

function parseChoice(cursor: PatternCursor): PatternNode {
  const first = parseSequence(cursor)
  if (peek(cursor) !== '|') return first
  const options = [first]
  while (skip(cursor, '|')) options.push(parseSequence(cursor))
  return { type: 'choice', options }
}

function parseSequence(cursor: PatternCursor): PatternNode {
  const items: PatternNode[] = []
  while (!['', '|', ')'].includes(peek(cursor))) items.push(parseTerm(cursor))
  const [only] = items
  return items.length === 1 && only !== undefined ? only : { type: 'sequence', items }
}

function parseTerm(cursor: PatternCursor): PatternNode {
  const start = cursor.position
  const character = peek(cursor)
  if (character === '^' || character === '$') {
    next(cursor)
    if (/^[*+?{]$/.test(peek(cursor)))
      fail(cursor, start, mayVary && `\`${character}\` cannot be repeated`)
    return { type: character === '^' ? 'start' : 'end' }
  }
  return parseRepeat(cursor, parseAtom(cursor))
}

function parseAtom(cursor: PatternCursor): PatternNode {
  const start = cursor.position
  const character = peek(cursor)
  if (character === '(') return parseGroup(cursor)
  if (character === '[') return { type: 'class', class: parseBrackets(cursor) }
  if (character === '\\') return { type: 'class', class: toClass(readEscape(cursor, false)) }
  next(cursor)
  if (character === '.') return { type: 'class', class: anyButLineEnd }
  if (/^[*+?]$/.test(character)) {
    fail(
      cursor,
      start,
      mayVary &&
        `\`${character}\` repeats nothing: write \`\\${character}\` for the character itself`,
    )
  } else if (/^[\]{}]$/.test(character)) {
    fail(cursor, start, mayVary && `\`${character}\` stands alone: write \`\\${character}\` for it`)
  }
  return { type: 'class', class: toClass(literal(character)) }
}

function parseGroup(cursor: PatternCursor): PatternNode {
  const start = cursor.position
  skip(cursor, '(')
  if (skip(cursor, '?') && !skip(cursor, ':')) readGroupName(cursor, start)
  cursor.depth++
  if (cursor.depth > maxDepth)
    fail(cursor, start, mayVary && `groups are nested deeper than ${maxDepth}`)
  const inner = parseChoice(cursor)
  cursor.depth--
  if (!skip(cursor, ')')) {
    failAt(cursor, start, mayVary && '`(` is never closed: write `\\(` for the character itself')
  }
  return inner
}

/** A problem that is one character long, wherever the cursor is by now. */
function failAt(cursor: PatternCursor, start: number, message: string | false): void {
  cursor.position = start + 1
  fail(cursor, start, message)
}

/** A named group is a plain one: there is no way to use the name. */
function readGroupName(cursor: PatternCursor, start: number): void {
  const [opening] = /^<?[=!]|^[a-z]*(?:-[a-z]*)?:/.exec(cursor.source.slice(cursor.position)) ?? []
  if (opening !== undefined) {
    cursor.position += opening.length
    const what = opening.endsWith(':') ? 'sets flags' : 'looks around'
    fail(
      cursor,
      start,
      mayVary && `\`(?${opening}\` ${what}, which patterns cannot: use a plain group`,
    )
    return
  }
  const [, name] = /^<([\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*)>/u.exec(
    cursor.source.slice(cursor.position),
  ) ?? [undefined, undefined]
  if (name === undefined) {
    fail(
      cursor,
      start,
      mayVary && '`(?` opens no group: write `(?:…)`, or `\\?` for the character itself',
    )
    return
  }
  cursor.position += name.length + 2
  if (cursor.groupNames.has(name))
    fail(cursor, start, mayVary && `two groups are called \`${name}\``)
  cursor.groupNames.add(name)
}

function parseBrackets(cursor: PatternCursor): CharacterClass {
  const start = cursor.position
  skip(cursor, '[')
  const negated = skip(cursor, '^')
  const parts: CharacterClass[] = []
  while (peek(cursor) !== ']' && peek(cursor) !== '') parts.push(parseBracketItem(cursor))
  if (!skip(cursor, ']')) {
    failAt(cursor, start, mayVary && '`[` is never closed: write `\\[` for the character itself')
  }
  return joinClasses(parts, negated)
}

function parseBracketItem(cursor: PatternCursor): CharacterClass {
  const start = cursor.position
  const first = readBracketAtom(cursor)
  const isRange = peek(cursor) === '-' && cursor.source[cursor.position + 1] !== ']'
  if (!isRange) return toClass(first)
  skip(cursor, '-')
  const last = readBracketAtom(cursor)
  const text = cursor.source.slice(start, cursor.position)
  if (first.type === 'class' || last.type === 'class') {
    fail(
      cursor,
      start,
      mayVary && `\`${text}\` is no range: write \`\\-\` for the character itself`,
    )
    return toClass(first)
  }
  if (first.codePoint > last.codePoint) {
    fail(
      cursor,
      start,
      mayVary && `\`${text}\` is a range that ends before it begins: swap its ends`,
    )
    return toClass(first)
  }
  return classOf([[first.codePoint, last.codePoint]])
}

function readBracketAtom(cursor: PatternCursor): Atom {
  return peek(cursor) === '\\' ? readEscape(cursor, true) : literal(next(cursor))
}

function literal(character: string): Atom {
  return { type: 'character', codePoint: character.codePointAt(0) ?? 0 }
}

function toClass(atom: Atom): CharacterClass {
  return atom.type === 'class' ? atom.class : classOf([[atom.codePoint, atom.codePoint]])
}

function parseRepeat(cursor: PatternCursor, item: PatternNode): PatternNode {
  const start = cursor.position
  const counts = readCounts(cursor)
  if (counts === undefined) return item
  const { min, max } = counts
  // A lazy repeat finds other ends, but matches the same texts.
  skip(cursor, '?')
  if (min > max) {
    fail(
      cursor,
      start,
      mayVary && `the repeat asks for at least ${min} and at most ${max}: swap them`,
    )
    return nothing
  }
  const repeats = repeatsOf({ type: 'repeat', item, min, max })
  if (repeats > maxRepeats) {
    fail(
      cursor,
      start,
      mayVary && `repeats multiply to ${repeats}, at most ${maxRepeats} are allowed`,
    )
    return nothing
  }
  return { type: 'repeat', item, min, max }
}

function readCounts(cursor: PatternCursor): { min: number; max: number } | undefined {
  if (skip(cursor, '*')) return { min: 0, max: Number.POSITIVE_INFINITY }
  if (skip(cursor, '+')) return { min: 1, max: Number.POSITIVE_INFINITY }
  if (skip(cursor, '?')) return { min: 0, max: 1 }
  const start = cursor.position
  if (!skip(cursor, '{')) return undefined
  const match = /^([0-9]+)(,([0-9]*))?\}/.exec(cursor.source.slice(cursor.position))
  if (match === null) {
    failAt(
      cursor,
      start,
      mayVary && '`{` opens no repeat: write `{2}`, `{2,}`, `{2,5}`, or `\\{` for itself',
    )
    return undefined
  }
  cursor.position += match[0].length
  const min = Number(match[1])
  if (match[2] === undefined) return { min, max: min }
  return { min, max: match[3] ? Number(match[3]) : Number.POSITIVE_INFINITY }
}

/** How often the innermost part of a tree is written out when all its repeats are. */
function repeatsOf(node: PatternNode): number {
  switch (node.type) {
    case 'sequence':
      return Math.max(1, ...node.items.map(repeatsOf))
    case 'choice':
      return Math.max(1, ...node.options.map(repeatsOf))
    case 'repeat': {
      const own = node.max === Number.POSITIVE_INFINITY ? node.min : node.max
      return Math.max(1, own) * repeatsOf(node.item)
    }
    default:
      return 1
  }
}
