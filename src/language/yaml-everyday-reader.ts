import type { JsonValue } from '../model/json.ts'
import type { YamlToken } from './yaml-lex.ts'
import { isOtherThanText } from './yaml-text-run.ts'

/** A text and how far it was read. */
export interface EverydayReader {
  readonly text: string
  readonly comments: YamlToken[]
  position: number
  /** Where the line of the position begins. */
  lineStart: number
  /** The column in which the line begins; -1 at the end of the text. */
  indent: number
  depth: number
  nodes: number
  /** Whether something stands there that is not of every day. */
  hasGivenUp: boolean
}

/** The UTF-16 units that mean something. */
export const unit = {
  lineFeed: 10,
  blank: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  plus: 43,
  comma: 44,
  dash: 45,
  dot: 46,
  colon: 58,
  greater: 62,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  pipe: 124,
  closeBrace: 125,
} as const

/**
 * Below what the full reader accepts: some nodes are counted twice here, and a unit is at most two
 * of its pieces.
 */
const most = { units: 60_000, nodes: 18_000, keys: 900, depth: 16, keyUnits: 200 } as const

/** Control characters, tabs, CR, byte-order marks …: all that the full reader looks at twice. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unusual = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/

/** Starts to read a text; undefined where it is clear at once that it is none of every day. */
export function createReader(text: string): EverydayReader | undefined {
  if (text.length > most.units || unusual.test(text) || !text.isWellFormed()) return undefined
  const start = { position: 0, lineStart: 0, indent: 0, depth: 0, nodes: 0, hasGivenUp: false }
  return { text, comments: [], ...start }
}

/** Counts keys and values. */
export function countNodes(reader: EverydayReader, nodes: number): void {
  reader.nodes += nodes
  if (reader.nodes > most.nodes) giveUp(reader)
}

/** Leaves the text to the full reader. */
export function giveUp(reader: EverydayReader): void {
  reader.hasGivenUp = true
  reader.indent = -1
  reader.position = reader.text.length
}

/** The unit at the position, or some units after it; NaN past the end. */
export function charAt({ text, position }: EverydayReader, ahead = 0): number {
  return text.charCodeAt(position + ahead)
}

/** Whether nothing more stands on the line. */
export function isEndOfLine(reader: EverydayReader): boolean {
  return reader.position >= reader.text.length || charAt(reader) === unit.lineFeed
}

/** Goes into a collection, unless that would be too deep. */
export function enter(reader: EverydayReader): void {
  reader.depth++
  if (reader.depth > most.depth) giveUp(reader)
  countNodes(reader, 1)
}

/** Goes out of a collection. */
export function leave(reader: EverydayReader): void {
  reader.depth--
}

/** Goes to the next unit that is no blank. */
export function skipBlanks(reader: EverydayReader): void {
  while (charAt(reader) === unit.blank) reader.position++
}

/** Goes from the end of a value to the next line with one; only a comment may stand between. */
export function endLine(reader: EverydayReader, isAfterPlain: boolean = false): void {
  skipBlanks(reader)
  if (isEndOfLine(reader)) {
    reader.position++
    nextLine(reader)
  } else if (charAt(reader) === unit.hash && charAt(reader, -1) === unit.blank) {
    readComment(reader, isAfterPlain)
    nextLine(reader)
  } else giveUp(reader)
}

/** Goes from the beginning of a line to what stands first on it, or on one of the next. */
export function nextLine(reader: EverydayReader): void {
  const { text } = reader
  while (reader.position < text.length) {
    reader.lineStart = reader.position
    skipBlanks(reader)
    if (isEndOfLine(reader)) reader.position++
    else if (charAt(reader) === unit.hash) readComment(reader, false)
    else {
      reader.indent = reader.position - reader.lineStart
      return
    }
  }
  reader.indent = -1
}

/** Reads a comment and its line feed. After a plain text it is one only with a blank after `#`. */
function readComment(reader: EverydayReader, isAfterPlain: boolean): void {
  const { text, position: start } = reader
  const feed = text.indexOf('\n', start)
  const end = feed < 0 ? text.length : feed
  const next = text.charCodeAt(start + 1)
  if (isAfterPlain && start + 1 < end && next !== unit.blank) {
    giveUp(reader)
    return
  }
  reader.comments.push({ type: 'comment', lexeme: text.slice(start, end), start, end })
  reader.position = end + 1
}

/** Where a key ends that begins at the position, and its colon follows; -1 where none does. */
export function findKeyEnd({ text, position }: EverydayReader): number {
  const first = text.charCodeAt(position)
  const isQuoted = first === unit.doubleQuote || first === unit.singleQuote
  const end = isQuoted ? endOfQuotedKey(text, position) : endOfPlainKey(text, position)
  if (end <= position || end - position > most.keyUnits) return -1
  if (text.charCodeAt(end) !== unit.colon) return -1
  const next = text.charCodeAt(end + 1)
  return next === unit.blank || next === unit.lineFeed || end + 1 === text.length ? end : -1
}

function endOfPlainKey(text: string, start: number): number {
  let end = start
  if (!isNameStart(text.charCodeAt(end))) return -1
  while (isNamePart(text.charCodeAt(end))) end++
  return end
}

/** Letters, `_` and `$`. */
function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36
}

/** Also digits, `-` and `.`. */
function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 48 && code <= 57) || code === unit.dash || code === unit.dot
}

/** Keys with escapes, and empty ones, are none of every day. */
function endOfQuotedKey(text: string, start: number): number {
  const quote = text.charCodeAt(start)
  for (let end = start + 1; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === unit.lineFeed || code === unit.backslash) return -1
    if (code === quote) return end === start + 1 ? -1 : end + 1
  }
  return -1
}

/** Reads a key, and its colon. */
export function readKey(reader: EverydayReader, end: number): string {
  const { text, position } = reader
  const isQuoted = charAt(reader) === unit.doubleQuote || charAt(reader) === unit.singleQuote
  reader.position = end + 1
  return isQuoted ? text.slice(position + 1, end - 1) : text.slice(position, end)
}

/** Sets an entry; a key that stands there already is a mistake. */
export function put(
  reader: EverydayReader,
  mapping: { [key: string]: JsonValue },
  key: string,
  value: JsonValue,
): void {
  countNodes(reader, 2)
  const isFull = reader.nodes > most.keys && Object.keys(mapping).length >= most.keys
  if (key === '__proto__' || isFull || Object.hasOwn(mapping, key)) giveUp(reader)
  else mapping[key] = value
}

/** Reads a text in quotes that ends on its line. */
export function readQuoted(reader: EverydayReader): string {
  countNodes(reader, 1)
  return charAt(reader) === unit.singleQuote ? readSingleQuoted(reader) : readDoubleQuoted(reader)
}

function readSingleQuoted(reader: EverydayReader): string {
  const { text, position: start } = reader
  let end = text.indexOf("'", start + 1)
  let hasQuote = false
  while (end >= 0 && text.charCodeAt(end + 1) === unit.singleQuote) {
    hasQuote = true
    end = text.indexOf("'", end + 2)
  }
  const value = sliceOfLine(reader, start + 1, end)
  return hasQuote ? value.replaceAll("''", "'") : value
}

function readDoubleQuoted(reader: EverydayReader): string {
  const { text, position: start } = reader
  let end = text.indexOf('"', start + 1)
  const backslash = text.indexOf('\\', start)
  if (backslash < 0 || backslash > end) return sliceOfLine(reader, start + 1, end)
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1)
  const value = sliceOfLine(reader, start + 1, end)
  // Others are left to the full reader.
  if (!/^(?:[^\\]|\\[n"\\])*$/.test(value)) giveUp(reader)
  return value.replace(/\\(.)/g, (_, unit: string) => (unit === 'n' ? '\n' : unit))
}

/** Whether an odd number of backslashes stands before an offset. */
function isEscaped(text: string, offset: number): boolean {
  let start = offset
  while (text.charCodeAt(start - 1) === unit.backslash) start--
  return (offset - start) % 2 === 1
}

function sliceOfLine(reader: EverydayReader, start: number, end: number): string {
  const value = end < 0 ? '\n' : reader.text.slice(start, end)
  if (value.includes('\n')) giveUp(reader)
  else reader.position = end + 1
  return value
}

/** What a text without quotes stands for: numbers in unusual spellings are left to others. */
export function plainValue(reader: EverydayReader, written: string): JsonValue {
  const first = written.charCodeAt(0)
  countNodes(reader, 1)
  if (isIndicator(first, written.charCodeAt(1))) {
    giveUp(reader)
    return null
  }
  const isText = isNameStart(first) && !'nNtTfF'.includes(written.charAt(0))
  if (isText || !isOtherThanText(written)) return written
  const known = words.get(written)
  if (known !== undefined) return known
  if (!/^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/.test(written)) giveUp(reader)
  return Number(written)
}

const words: ReadonlyMap<string, JsonValue> = new Map([
  ['null', null],
  ['true', true],
  ['false', false],
])

/** Whether a value that begins so is more than a text, or may be. */
function isIndicator(first: number, second: number): boolean {
  if (first === unit.dash) return Number.isNaN(second) || second === unit.blank
  return '?:,[]{}#&*!|>\'"%@`'.includes(String.fromCharCode(first))
}
