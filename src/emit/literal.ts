import type { JsonValue } from '../model/json.ts'
import type { CharacterSet } from '../model/shape.ts'

const mark: unique symbol = Symbol('code')

/** An expression that stands in a literal as it is, on one line. */
export interface Code {
  readonly [mark]: string
  /** The names of the client that it uses. */
  readonly imports: readonly string[]
}

/** What can be written as a literal: JSON, and code among it. */
export type Literal = JsonValue | Code | readonly Literal[] | LiteralObject

/** An object that can be written as a literal. */
export interface LiteralObject {
  readonly [key: string]: Literal
}

/** Makes a literal of an expression. */
export function codeOf(expression: string, imports: readonly string[] = []): Code {
  return { [mark]: expression, imports }
}

/** The names of the client that a literal uses. */
export function importsOf(value: Literal): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if (isCode(value)) return value.imports
  return [...new Set(Object.values<Literal>(value).flatMap(importsOf))]
}

/** Where a literal stands: it is broken over lines when it would end beyond the last column. */
export interface LiteralPlace {
  /** Blanks in front of the line on which the literal begins. */
  readonly indent: number
  /** Characters before the literal on that line, the indent included. */
  readonly column: number
  /** Characters after the literal on its last line. */
  readonly after?: number
}

/** Columns of a line of generated code. */
export const lineWidth = 100

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/

/** Keys shorter than this keep a long text on their own line, as formatters do. */
const shortKey = 5

/**
 * Characters that never stand in generated code as they are: control characters, line separators,
 * unusual blanks, and everything that is invisible or turns the direction of reading. The ranges
 * are written out, so that every version of Node makes the same bytes.
 */
const unprintable: CharacterSet = [
  [0x00, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x600, 0x605],
  [0x61c, 0x61c],
  [0x6dd, 0x6dd],
  [0x70f, 0x70f],
  [0x890, 0x891],
  [0x8e2, 0x8e2],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
  [0x110bd, 0x110bd],
  [0x110cd, 0x110cd],
  [0x13430, 0x1343f],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
]

/** Nearly every text is of these alone. */
const visible = /^[ -~]*$/

/** Texts that mean something to whoever reads a script as text: HTML, source maps. */
const markup = /<(?=\/|!--)|(?<=\/[/*])[#@](?=\s*source)/g

/**
 * Writes a value as TypeScript, the way a formatter would: single quotes, no needless ones
 * around keys, 2 blanks, at most 100 columns where a text is not longer.
 */
export function formatLiteral(value: Literal, place: LiteralPlace): string {
  const room = lineWidth - place.column - (place.after ?? 0)
  if (typeof value !== 'object' || value === null || isCode(value)) return inlineLiteral(value)
  // What holds much is not written on one line first, at each of its levels, only to be measured.
  if (roomBeside(value, room) >= 0 && !isAlwaysBroken(value)) {
    const inline = inlineLiteral(value)
    if (inline.length <= room) return inline
  }
  return isArray(value) ? brokenArray(value, place.indent) : brokenObject(value, place.indent)
}

/** What a value leaves of some columns at most: escapes, blanks and commas take more. */
function roomBeside(value: Literal, room: number): number {
  if (typeof value === 'string') return room - value.length - 2
  if (typeof value !== 'object' || value === null) return room - 1
  if (isCode(value)) return room - value[mark].length
  let left = room - 2
  for (const [key, child] of Object.entries<Literal>(value)) {
    if (left < 0) break
    left = roomBeside(child, isArray(value) ? left : left - key.length)
  }
  return left
}

/** Writes a value as TypeScript on one line. */
export function inlineLiteral(value: Literal): string {
  if (typeof value === 'string') return stringLiteral(value)
  if (typeof value === 'number') return numberLiteral(value)
  if (typeof value === 'boolean' || value === null) return String(value)
  if (isCode(value)) return value[mark]
  if (isArray(value)) return `[${value.map(inlineLiteral).join(', ')}]`
  const entries = Object.entries<Literal>(value).map(
    ([key, child]) => `${propertyKey(key)}: ${inlineLiteral(child)}`,
  )
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** Writes a text as a string literal that holds visible, harmless characters only. */
export function stringLiteral(text: string): string {
  const quote = count(text, "'") > count(text, '"') ? '"' : "'"
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
  return `${quote}${escapeHarmful(escaped)}${quote}`
}

/** Writes the characters between two delimiters so that all are visible and none means markup. */
export function escapeHarmful(text: string): string {
  return showUnprintable(text.replace(markup, escapeCharacter))
}

/** Shows what cannot be seen: `\u202e` instead of the character itself. */
export function showUnprintable(text: string): string {
  if (visible.test(text)) return text
  let shown = ''
  for (const character of text) {
    shown += isUnprintable(character) ? escapeCharacter(character) : character
  }
  return shown
}

/** Writes the key of an object literal; `__proto__` would set the prototype if it were a plain key. */
function propertyKey(key: string): string {
  if (key === '__proto__') return "['__proto__']"
  return memberName(key)
}

/** Writes the name of a member of a type. */
export function memberName(name: string): string {
  return identifier.test(name) ? name : stringLiteral(name)
}

function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('JSON has finite numbers only')
  return JSON.stringify(value).replace('e+', 'e')
}

function isUnprintable(character: string): boolean {
  const point = character.codePointAt(0) ?? 0
  return unprintable.some(([first, last]) => point >= first && point <= last)
}

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\r') return '\\r'
  if (character === '\t') return '\\t'
  let text = ''
  for (let index = 0; index < character.length; index++) {
    const unit = character.charCodeAt(index)
    text += `\\u${unit.toString(16).padStart(4, '0')}`
  }
  return text
}

function brokenArray(items: readonly Literal[], indent: number): string {
  const margin = ' '.repeat(indent + 2)
  const lines = items.every((item) => typeof item === 'number')
    ? filledLines(items, indent + 2)
    : items.map((item) => {
        return `${formatLiteral(item, { indent: indent + 2, column: indent + 2, after: 1 })},`
      })
  return `[\n${lines.map((line) => margin + line).join('\n')}\n${' '.repeat(indent)}]`
}

/** Numbers stand side by side, as many as fit. */
function filledLines(numbers: readonly number[], indent: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const number of numbers) {
    const word = `${numberLiteral(number)},`
    if (line !== '' && indent + line.length + 1 + word.length > lineWidth) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

function brokenObject(value: LiteralObject, indent: number): string {
  const margin = ' '.repeat(indent + 2)
  const lines = Object.entries(value).map(([key, child]) => {
    const name = propertyKey(key)
    const column = indent + 2 + name.length + 2
    const text = formatLiteral(child, { indent: indent + 2, column, after: 1 })
    const isTooLong = column + text.length + 1 > lineWidth
    return typeof child === 'string' && isTooLong && name.length >= shortKey
      ? `${margin}${name}:\n${margin}  ${text},`
      : `${margin}${name}: ${text},`
  })
  return `{\n${lines.join('\n')}\n${' '.repeat(indent)}}`
}

/** Lists of lists and lists of mappings are broken even where they would fit on a line. */
function isAlwaysBroken(value: Literal): boolean {
  if (isArray(value)) {
    const isMatrix = value.length > 1 && value.every((item) => isArray(item) && item.length > 1)
    const isTable =
      value.length > 1 &&
      value.every((item) => isLiteralObject(item) && Object.keys(item).length > 1)
    return isMatrix || isTable || value.some(isAlwaysBroken)
  }
  return isLiteralObject(value) && Object.values(value).some(isAlwaysBroken)
}

function isArray(value: Literal): value is readonly Literal[] {
  return Array.isArray(value)
}

function isLiteralObject(value: Literal): value is LiteralObject {
  return typeof value === 'object' && value !== null && !isArray(value) && !isCode(value)
}

function isCode(value: object): value is Code {
  return mark in value
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
