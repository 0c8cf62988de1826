import type { CST } from 'yaml'
import {
  createWriter,
  type Line,
  type LocatedText,
  splitLines,
  type Writer,
} from './yaml-located-text.ts'

interface BlockLine extends Line {
  /** Where the blanks of its indentation end. */
  readonly content: number
  /** Whether nothing but the indentation stands on it. */
  readonly isEmpty: boolean
}

interface BlockHeader {
  readonly isFolded: boolean
  readonly indent: number
  readonly chomp: string
}

/** Decodes a literal or folded text with its indentation, folding and chomping. */
export function locateBlock(token: CST.BlockScalar): LocatedText {
  const header = readHeader(token)
  const headerLength = token.props.reduce((sum, part) => sum + sourceLength(part), 0)
  const writer = createWriter(token.source, token.offset + headerLength)
  if (token.source !== '') writeBlock(writer, blockLines(token.source), { header, token })
  return writer.located
}

function sourceLength(token: CST.Token): number {
  return 'source' in token ? token.source.length : 0
}

function readHeader(token: CST.BlockScalar): BlockHeader {
  const [first] = token.props
  const source = first !== undefined && 'source' in first ? first.source : '|'
  return {
    isFolded: source.startsWith('>'),
    indent: Number(/[1-9]/.exec(source)?.[0] ?? 0),
    chomp: /[+-]/.exec(source)?.[0] ?? '',
  }
}

function blockLines(source: string): BlockLine[] {
  return splitLines(source, 0, source.length).map((line, index, { length }) => {
    let content = line.start
    while (source[content] === ' ') content++
    const isCarriage = index === length - 1 && source.slice(content) === '\r'
    return { ...line, content, isEmpty: content >= line.end || isCarriage }
  })
}

function writeBlock(
  writer: Writer,
  lines: readonly BlockLine[],
  { header, token }: { readonly header: BlockHeader; readonly token: CST.BlockScalar },
): void {
  const first = lines.findIndex((line) => !line.isEmpty)
  const last = token.source.length
  if (first < 0) {
    const breaks = header.chomp === '+' ? Math.max(1, lines.length - 1) : 0
    writer.write('\n'.repeat(breaks), 0, last)
    return
  }
  const indent = blockIndent(lines, first, { header, outer: token.indent })
  const end = contentEnd(lines, indent)
  for (const line of lines.slice(0, first)) {
    writer.copy(Math.min(line.start + indent, line.content), line.content)
    writer.write('\n', line.content, line.end + 1)
  }
  const content = lines.slice(first, end)
  if (header.isFolded) writeFolded(writer, content, { indent, source: token.source })
  else writeLiteral(writer, content, indent)
  writeTail(writer, lines.slice(end), { header, indent, from: lines[end - 1]?.end ?? last, last })
}

function blockIndent(
  lines: readonly BlockLine[],
  first: number,
  { header, outer }: { readonly header: BlockHeader; readonly outer: number },
): number {
  const line = lines[first]
  if (header.indent > 0 || line === undefined) return outer + header.indent
  return line.content - line.start
}

/** How many lines are content: empty lines at the end are not, unless they are indented more. */
function contentEnd(lines: readonly BlockLine[], indent: number): number {
  const isContent = (line: BlockLine): boolean =>
    !line.isEmpty || line.content - line.start > indent
  return lines.findLastIndex(isContent) + 1
}

function writeLiteral(writer: Writer, lines: readonly BlockLine[], indent: number): void {
  lines.forEach((line, index) => {
    const previous = lines[index - 1]
    if (previous !== undefined) writer.write('\n', previous.end, line.start)
    writer.copy(Math.min(line.start + indent, line.content), line.end)
  })
}

/** Joins lines with blanks, but keeps the breaks around lines that are indented more. */
function writeFolded(
  writer: Writer,
  lines: readonly BlockLine[],
  { indent, source }: { readonly indent: number; readonly source: string },
): void {
  let separator = ''
  let wasIndented = false
  let from = lines[0]?.start ?? 0
  for (const line of lines) {
    const isIndented = line.content - line.start > indent || source[line.content] === '\t'
    if (!isIndented && line.isEmpty) {
      if (separator === '\n') writer.write('\n', from, line.end)
      separator = '\n'
      continue
    }
    if (isIndented && separator === ' ') separator = '\n'
    else if (isIndented && !wasIndented && separator === '\n') separator = '\n\n'
    const start = Math.min(line.start + indent, line.content)
    writer.write(separator, from, start)
    writer.copy(start, line.end)
    from = line.end
    separator = isIndented ? '\n' : ' '
    wasIndented = isIndented
  }
}

function writeTail(
  writer: Writer,
  lines: readonly BlockLine[],
  tail: {
    readonly header: BlockHeader
    readonly indent: number
    readonly from: number
    readonly last: number
  },
): void {
  if (tail.header.chomp === '-') return
  if (tail.header.chomp === '') {
    writer.write('\n', tail.from, lines[0]?.start ?? tail.last)
    return
  }
  let from = tail.from
  for (const line of lines) {
    writer.write('\n', from, line.start)
    writer.copy(Math.min(line.start + tail.indent, line.content), line.content)
    from = line.end
  }
  if (!writer.located.text.endsWith('\n')) writer.write('\n', from, tail.last)
}
