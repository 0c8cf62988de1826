import type { Span } from './source.ts'

/** What is wrong with a pattern; the span lies inside the pattern's own text. */
export interface PatternProblem {
  readonly message: string
  readonly span: Span
}

/** A place in a pattern that is being read. */
export interface PatternCursor {
  readonly source: string
  position: number
  /** How many groups are open. */
  depth: number
  /** The first problem; once there is one, the cursor stands at the end. */
  problem: PatternProblem | undefined
  readonly groupNames: Set<string>
}

/** Starts at the front of a pattern. */
export function openCursor(source: string): PatternCursor {
  return { source, position: 0, depth: 0, problem: undefined, groupNames: new Set() }
}

/** The character at the cursor, or nothing at the end. */
export function peek(cursor: PatternCursor): string {
  const codePoint = cursor.source.codePointAt(cursor.position)
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint)
}

/** Steps over the character at the cursor and gives it back. */
export function next(cursor: PatternCursor): string {
  const character = peek(cursor)
  cursor.position += character.length
  return character
}

/** Steps over a text if it stands at the cursor. */
export function skip(cursor: PatternCursor, text: string): boolean {
  if (!cursor.source.startsWith(text, cursor.position)) return false
  cursor.position += text.length
  return true
}

/**
 * Keeps the first problem and ends the reading; the span goes from `start` to the cursor. What
 * applications load reads patterns that lint accepted, and brings no words for problems along.
 */
export function fail(cursor: PatternCursor, start: number, message: string | false): void {
  const end = Math.max(cursor.position, Math.min(start + 1, cursor.source.length))
  cursor.problem ??= { message: message || '', span: { start, end } }
  cursor.position = cursor.source.length
}
