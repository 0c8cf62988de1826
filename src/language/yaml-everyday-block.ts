import type { JsonValue } from '../model/json.ts'
import {
  charAt,
  countNodes,
  type EverydayReader,
  giveUp,
  nextLine,
  unit,
} from './yaml-everyday-reader.ts'

/** Reads a literal or folded text: `|`, `|-`, `>` or `>-`, and the lines below it. */
export function readBlockText(reader: EverydayReader, parentIndent: number): JsonValue {
  countNodes(reader, 1)
  const isFolded = charAt(reader) === unit.greater
  const isStripped = charAt(reader, 1) === unit.dash
  reader.position += isStripped ? 2 : 1
  if (charAt(reader) !== unit.lineFeed) return notOfEveryDay(reader)
  reader.position++
  const indent = countBlanks(reader.text, reader.position)
  if (indent <= parentIndent) return notOfEveryDay(reader)
  const lines = readLines(reader, indent)
  // What folding does around lines that are indented more is not of every day.
  if (lines === undefined || (isFolded && lines.some((line) => line.startsWith(' ')))) {
    return notOfEveryDay(reader)
  }
  nextLine(reader)
  const text = isFolded ? fold(lines) : lines.join('\n')
  return isStripped ? text : `${text}\n`
}

function notOfEveryDay(reader: EverydayReader): null {
  giveUp(reader)
  return null
}

/** The lines of a text without their indentation, and without the empty ones at its end. */
function readLines(reader: EverydayReader, indent: number): readonly string[] | undefined {
  const { text } = reader
  const lines: string[] = []
  let length = 0
  while (reader.position < text.length) {
    const feed = text.indexOf('\n', reader.position)
    const end = feed < 0 ? text.length : feed
    const blanks = countBlanks(text, reader.position)
    // The blanks of an empty line may belong to the text: that is for others to say.
    if (blanks > 0 && reader.position + blanks === end) return undefined
    if (end > reader.position) {
      if (blanks < indent) break
      length = lines.length + 1
    }
    lines.push(text.slice(Math.min(reader.position + indent, end), end))
    reader.position = end + 1
  }
  lines.length = length
  return length === 0 ? undefined : lines
}

function countBlanks(text: string, start: number): number {
  let end = start
  while (text.charCodeAt(end) === unit.blank) end++
  return end - start
}

/** Joins lines with blanks; an empty line is a line feed. */
function fold(lines: readonly string[]): string {
  let text = lines[0] ?? ''
  let feeds = 0
  for (const line of lines.slice(1)) {
    if (line === '') feeds++
    else {
      text += (feeds === 0 ? ' ' : '\n'.repeat(feeds)) + line
      feeds = 0
    }
  }
  return text
}
