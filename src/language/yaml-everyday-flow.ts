import type { JsonValue } from '../model/json.ts'
import {
  charAt,
  type EverydayReader,
  enter,
  findKeyEnd,
  giveUp,
  leave,
  plainValue,
  put,
  readKey,
  readQuoted,
  skipBlanks,
  unit,
} from './yaml-everyday-reader.ts'

/** Reads what stands in braces or brackets, if it ends on its line. */
export function readFlow(reader: EverydayReader): JsonValue {
  enter(reader)
  const value =
    charAt(reader) === unit.openBrace ? readFlowMapping(reader) : readFlowSequence(reader)
  leave(reader)
  return value
}

function readFlowMapping(reader: EverydayReader): JsonValue {
  const value: { [key: string]: JsonValue } = {}
  reader.position++
  skipBlanks(reader)
  if (ends(reader, unit.closeBrace)) return value
  do {
    skipBlanks(reader)
    const end = findKeyEnd(reader)
    if (end < 0 || reader.text.charCodeAt(end + 1) !== unit.blank) giveUp(reader)
    else put(reader, value, readKey(reader, end), readFlowValue(reader))
  } while (goesOn(reader, unit.closeBrace))
  return value
}

function readFlowSequence(reader: EverydayReader): JsonValue {
  const items: JsonValue[] = []
  reader.position++
  skipBlanks(reader)
  if (ends(reader, unit.closeBracket)) return items
  do items.push(readFlowValue(reader))
  while (goesOn(reader, unit.closeBracket))
  return items
}

function ends(reader: EverydayReader, close: number): boolean {
  if (charAt(reader) !== close) return false
  reader.position++
  return true
}

/** Whether a comma follows; otherwise the collection has to end. */
function goesOn(reader: EverydayReader, close: number): boolean {
  if (reader.hasGivenUp) return false
  skipBlanks(reader)
  if (ends(reader, close)) return false
  if (charAt(reader) !== unit.comma) giveUp(reader)
  reader.position++
  return !reader.hasGivenUp
}

function readFlowValue(reader: EverydayReader): JsonValue {
  skipBlanks(reader)
  switch (charAt(reader)) {
    case unit.singleQuote:
    case unit.doubleQuote:
      return readQuoted(reader)
    case unit.openBrace:
    case unit.openBracket:
      return readFlow(reader)
    default:
      return readFlowPlain(reader)
  }
}

/** Reads a text without quotes up to a comma or to the end of its collection. */
function readFlowPlain(reader: EverydayReader): JsonValue {
  const { text, position: start } = reader
  let end = start
  let position = start
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position)
    if (code === unit.comma || code === unit.closeBrace || code === unit.closeBracket) break
    if (code === unit.blank) continue
    if (isSurprise(code, text.charCodeAt(position + 1), end < position)) {
      giveUp(reader)
      return null
    }
    end = position + 1
  }
  reader.position = position
  return plainValue(reader, text.slice(start, end))
}

/** What makes a text in a flow collection something else, or ends its line. */
function isSurprise(code: number, next: number, isAfterBlank: boolean): boolean {
  if (code === unit.lineFeed || code === unit.openBrace || code === unit.openBracket) return true
  if (code === unit.hash) return isAfterBlank
  return code === unit.colon && !isInsideWord(next)
}

function isInsideWord(next: number): boolean {
  return !Number.isNaN(next) && next > unit.blank && !',[]{}'.includes(String.fromCharCode(next))
}
