import type { JsonObject, JsonValue } from '../model/json.ts'
import { readBlockText } from './yaml-everyday-block.ts'
import { readFlow } from './yaml-everyday-flow.ts'
import {
  charAt,
  createReader,
  type EverydayReader,
  endLine,
  enter,
  findKeyEnd,
  giveUp,
  isEndOfLine,
  leave,
  nextLine,
  plainValue,
  put,
  readKey,
  readQuoted,
  skipBlanks,
  unit,
} from './yaml-everyday-reader.ts'
import type { YamlToken } from './yaml-lex.ts'
import { isLostText } from './yaml-lost-text.ts'

/** What an everyday text says; nothing is wrong with its YAML. */
export interface EverydayYaml {
  readonly value: JsonObject
  readonly comments: readonly YamlToken[]
  readonly findings: readonly []
}

/**
 * Reads the YAML that nearly every message is written in, in a fraction of the time: mappings and
 * sequences, texts on one line with quotes or without, block texts, braces and brackets on one
 * line, comments. It knows no mistakes and no places: whatever it does not surely understand is
 * left to the full reader, and so are the places in a file in which something was found.
 *
 * @returns undefined for every text that is not of this kind, be it right or wrong
 */
export function readEverydayYaml(text: string): EverydayYaml | undefined {
  const reader = createReader(text)
  if (reader === undefined) return undefined
  nextLine(reader)
  const value = reader.indent === 0 ? readMapping(reader, 0) : undefined
  const isWhole = !reader.hasGivenUp && reader.indent === -1
  return isWhole && value !== undefined
    ? { value, comments: reader.comments, findings: [] }
    : undefined
}

/** Reads the entries whose keys begin at a column. */
function readMapping(reader: EverydayReader, indent: number): JsonObject {
  const value: { [key: string]: JsonValue } = {}
  enter(reader)
  do {
    const keyEnd = findKeyEnd(reader)
    if (keyEnd < 0) giveUp(reader)
    else put(reader, value, readKey(reader, keyEnd), readValue(reader, indent))
  } while (!reader.hasGivenUp && reader.indent === indent)
  if (reader.indent > indent) giveUp(reader)
  leave(reader)
  return value
}

/** Reads what stands after a colon, on its line or below it. */
function readValue(reader: EverydayReader, indent: number): JsonValue {
  skipBlanks(reader)
  if (!isEndOfLine(reader) && charAt(reader) !== unit.hash) return readInline(reader, indent)
  endLine(reader)
  if (reader.indent > indent) return readBlock(reader)
  // A sequence may stand right below its key.
  return reader.indent === indent && isDash(reader) ? readSequence(reader, indent) : null
}

function readBlock(reader: EverydayReader): JsonValue {
  const { indent } = reader
  return isDash(reader) ? readSequence(reader, indent) : readMapping(reader, indent)
}

/** Reads the items whose dashes stand in a column. */
function readSequence(reader: EverydayReader, indent: number): JsonValue {
  const items: JsonValue[] = []
  enter(reader)
  do {
    reader.position++
    skipBlanks(reader)
    if (isEndOfLine(reader) || lacksBlank(reader)) giveUp(reader)
    else if (findKeyEnd(reader) < 0) items.push(readInline(reader, indent))
    else items.push(readMapping(reader, reader.position - reader.lineStart))
  } while (!reader.hasGivenUp && reader.indent === indent && isDash(reader))
  if (reader.indent > indent) giveUp(reader)
  leave(reader)
  return items
}

/** `- id:a` is an item that lacks a blank, if authors know the name. */
function lacksBlank({ text, position }: EverydayReader): boolean {
  keyWithoutBlank.lastIndex = position
  return keyWithoutBlank.test(text)
}

const keyWithoutBlank = /[A-Za-z_$][\w$]*:[^\s/:]/y

function isDash(reader: EverydayReader): boolean {
  return charAt(reader) === unit.dash && charAt(reader, 1) === unit.blank
}

/** Reads a value that begins on the line of its key or dash, and goes to the next line. */
function readInline(reader: EverydayReader, indent: number): JsonValue {
  switch (charAt(reader)) {
    case unit.pipe:
    case unit.greater:
      return readBlockText(reader, indent)
    case unit.singleQuote:
    case unit.doubleQuote: {
      const value = readQuoted(reader)
      endLine(reader)
      return value
    }
    case unit.openBrace:
    case unit.openBracket: {
      const value = readFlow(reader)
      endLine(reader)
      return value
    }
    default:
      return readPlain(reader)
  }
}

/** Reads a text without quotes up to the end of its line, or to a comment. */
function readPlain(reader: EverydayReader): JsonValue {
  const { text, position: start } = reader
  const feed = text.indexOf('\n', start)
  const line = text.slice(start, feed < 0 ? text.length : feed)
  const comment = line.indexOf(' #')
  const written = trimBlanks(comment < 0 ? line : line.slice(0, comment))
  // A mapping in a mapping, or a text that lacks quotes.
  if (written.includes(': ') || written.endsWith(':')) {
    giveUp(reader)
    return null
  }
  // A variable or a number behind the `#` may be a part of the text.
  if (comment >= 0 && isLostText(written, line.slice(comment + 1))) {
    giveUp(reader)
    return null
  }
  reader.position = start + (comment < 0 ? line.length : comment)
  const value = plainValue(reader, written)
  endLine(reader, true)
  return value
}

/** Other white space belongs to the text. */
function trimBlanks(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === unit.blank) end--
  return end === text.length ? text : text.slice(0, end)
}
