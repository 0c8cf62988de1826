import type { CST } from 'yaml'
import { locateBlock } from './yaml-locate-block.ts'
import { createWriter, type LocatedText, splitLines, type Writer } from './yaml-located-text.ts'

/** Decodes a scalar and remembers where each unit of its value stands in the source. */
export function locateScalar(token: CST.FlowScalar | CST.BlockScalar): LocatedText {
  switch (token.type) {
    case 'single-quoted-scalar':
      return locateSingleQuoted(token.source, token.offset)
    case 'double-quoted-scalar':
      return locateDoubleQuoted(token.source, token.offset)
    case 'block-scalar':
      return locateBlock(token)
    default:
      return locatePlain(token.source, token.offset)
  }
}

function locatePlain(source: string, offset: number): LocatedText {
  const writer = createWriter(source, offset)
  unfold(writer, source, 0, source.length)
  return writer.located
}

function locateSingleQuoted(source: string, offset: number): LocatedText {
  const folded = createWriter(source, offset)
  unfold(folded, source, 1, Math.max(1, source.length - 1))
  const { text, starts, ends } = folded.located
  const writer = createWriter('', 0)
  for (let index = 0; index < text.length; index++) {
    const isPair = text[index] === "'" && text[index + 1] === "'"
    const last = isPair ? index + 1 : index
    writer.write(text.charAt(index), starts[index] ?? offset, ends[last] ?? offset)
    index = last
  }
  return writer.located
}

/** Joins lines as plain and single-quoted texts do: a break is a blank, n empty lines n breaks. */
function unfold(writer: Writer, source: string, from: number, to: number): void {
  const lines = splitLines(source, from, to)
  if (lines.length === 1) {
    writer.copy(from, to)
    return
  }
  let contentEnd = from
  let emptyLines = 0
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1
    const start = index === 0 ? line.start : skipBlanks(source, line.start, line.end)
    const end = isLast ? line.end : trimBlanks(source, start, line.end)
    if (index === 0) {
      writer.copy(start, end)
    } else if (start === end && !isLast) {
      emptyLines++
      return
    } else {
      writer.write(emptyLines === 0 ? ' ' : '\n'.repeat(emptyLines), contentEnd, start)
      writer.copy(start, end)
      emptyLines = 0
    }
    contentEnd = end
  })
}

function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t'
}

function skipBlanks(source: string, start: number, end: number): number {
  let index = start
  while (index < end && isBlank(source[index])) index++
  return index
}

function trimBlanks(source: string, start: number, end: number): number {
  let index = end
  while (index > start && isBlank(source[index - 1])) index--
  return index
}

const escapes: { readonly [letter: string]: string } = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
}

function locateDoubleQuoted(source: string, offset: number): LocatedText {
  const writer = createWriter(source, offset)
  const end = source.length - 1
  let index = 1
  while (index < end) {
    const unit = source[index]
    if (unit === '\\') index = writeEscape(writer, source, index)
    else if (isBlank(unit) || isBreak(source, index)) index = writeBlanks(writer, source, index)
    else writer.copy(index, ++index)
  }
  return writer.located
}

function isBreak(source: string, index: number): boolean {
  return source[index] === '\n' || (source[index] === '\r' && source[index + 1] === '\n')
}

/** A run of blanks stays as it is, unless a line break follows: then both are folded away. */
function writeBlanks(writer: Writer, source: string, start: number): number {
  let index = skipBlanks(source, start, source.length - 1)
  if (!isBreak(source, index)) {
    writer.copy(start, index)
    return index
  }
  let breaks = 0
  while (isBlank(source[index]) || isBreak(source, index)) {
    if (source[index] === '\n') breaks++
    index++
  }
  writer.write(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), start, index)
  return index
}

/** Writes one escape and returns the offset after it. An unknown escape stands for itself. */
function writeEscape(writer: Writer, source: string, start: number): number {
  const letter = source.charAt(start + 1)
  if (isBreak(source, start + 1)) {
    return skipBlanks(source, source.indexOf('\n', start) + 1, source.length - 1)
  }
  const hexLength = { x: 2, u: 4, U: 8 }[letter]
  if (hexLength !== undefined) return writeHex(writer, source, { start, hexLength })
  const end = start + 2
  const character = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined
  if (character === undefined) writer.copy(start, end)
  else writer.write(character, start, end)
  return end
}

function writeHex(
  writer: Writer,
  source: string,
  { start, hexLength }: { readonly start: number; readonly hexLength: number },
): number {
  const end = start + 2 + hexLength
  const digits = source.slice(start + 2, end)
  const code = /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : Number.NaN
  if (digits.length === hexLength && code <= 0x10ffff) {
    writer.write(String.fromCodePoint(code), start, end)
  } else {
    writer.copy(start, Math.min(end, source.length))
  }
  return end
}
