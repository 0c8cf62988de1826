import type { Path, Span } from './source.ts'

const string = /"[^"\\]*(?:\\.[^"\\]*)*"/y
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g
const blanks = /[ \t\r\n]*/y
const scalar = /[^\s,\]}]+/y

/**
 * Finds a key that stands twice in one object of a text that is JSON: engines keep the last value
 * and say nothing.
 */
export function findRepeatedKey(text: string): Span | undefined {
  const open: (Set<string> | undefined)[] = []
  for (const match of text.matchAll(tokens)) {
    const [token, colon] = match
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (colon !== undefined) {
      const written = token.slice(0, -colon.length)
      const key = written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1)
      const keys = open.at(-1)
      if (keys?.has(key)) return { start: match.index, end: match.index + written.length }
      keys?.add(key)
    }
  }
  return undefined
}

/**
 * Where the value at a path begins in a text that is JSON; of a path that leads further than the
 * text, the last value on the way.
 */
export function locateJson(text: string, path: Path): number {
  let offset = skip(blanks, text, text.startsWith('\uFEFF') ? 1 : 0)
  for (const step of path) {
    const next =
      typeof step === 'number' ? itemAt(text, offset, step) : memberAt(text, offset, step)
    if (next === undefined) return offset
    offset = next
  }
  return offset
}

function memberAt(text: string, start: number, key: string): number | undefined {
  if (text[start] !== '{') return undefined
  let offset = skip(blanks, text, start + 1)
  while (text[offset] === '"') {
    const end = skip(string, text, offset)
    const value = skip(blanks, text, skip(blanks, text, end) + 1)
    if (JSON.parse(text.slice(offset, end)) === key) return value
    offset = nextPart(text, value)
  }
  return undefined
}

function itemAt(text: string, start: number, index: number): number | undefined {
  if (text[start] !== '[') return undefined
  let offset = skip(blanks, text, start + 1)
  for (let left = index; left > 0 && text[offset] !== ']'; left--) offset = nextPart(text, offset)
  return text[offset] === ']' || offset >= text.length ? undefined : offset
}

/** The beginning of what follows a value and its comma, or the bracket that ends the list. */
function nextPart(text: string, start: number): number {
  const end = skip(blanks, text, endOfValue(text, start))
  return text[end] === ',' ? skip(blanks, text, end + 1) : end
}

function endOfValue(text: string, start: number): number {
  let depth = 0
  let offset = start
  do {
    const character = text[offset]
    if (character === '{' || character === '[') depth++
    if (character === '}' || character === ']') depth--
    const isMark = /[{}[\],:\s]/.test(character ?? '')
    const next = isMark ? offset : skip(character === '"' ? string : scalar, text, offset)
    offset = Math.max(next, offset + 1)
  } while (depth > 0 && offset < text.length)
  return offset
}

function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset
  return pattern.test(text) ? pattern.lastIndex : offset
}
