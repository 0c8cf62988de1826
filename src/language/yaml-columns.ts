import type { TextFix } from '../model/diagnostic.ts'
import type { Range } from '../model/source.ts'
import { endOfLine, startOfLine } from './yaml-text-run.ts'

/** What stands in the wrong column, and how to move it. */
export interface MisplacedLine {
  readonly message: string
  readonly range: Range
  readonly fix: TextFix
}

/** A line with a key or the dash of an item; columns count from 0. */
interface Line {
  readonly start: number
  readonly column: number
  /** Where the key begins, after a dash if there is one. */
  readonly keyColumn: number
  readonly key: string | undefined
  readonly isItem: boolean
  /** Whether the lines below it that are indented deeper are text. */
  readonly opensText: boolean
}

/** Explains why a line fits nowhere, where the lines above it tell what it belongs to. */
export function explainColumns(source: string, offset: number): MisplacedLine | undefined {
  const line = firstLine(source, offset)
  if (line === undefined) return undefined
  if (line.isItem) return explainItem(line, source)
  return line.key === undefined ? undefined : explainKey(line, source)
}

/** The line of an offset, or the first one below it that is neither empty nor a comment. */
function firstLine(source: string, offset: number): Line | undefined {
  let start = startOfLine(source, offset)
  for (;;) {
    const line = readLine(source, start)
    const next = source.indexOf('\n', start) + 1
    if (line !== undefined || next === 0) return line
    start = next
  }
}

function readLine(source: string, start: number): Line | undefined {
  const text = source.slice(start, endOfLine(source, start))
  const parts = /^( *)((?:- +)?)(?:(["']?)([^\s"':#{[]+)\3:(?= |$))?/.exec(text)
  const content = text.trim()
  if (parts === null || content === '' || content.startsWith('#')) return undefined
  const [, indent = '', dash = '', , key] = parts
  const isItem = dash !== '' || content === '-'
  const keyColumn = indent.length + dash.length
  const opensText = /(?:^|[ :])[|>][-+0-9]*(?: +#.*)?$/.test(text.trimEnd())
  return { start, column: indent.length, keyColumn, key, isItem, opensText }
}

function isInBlockText(line: Line, source: string): boolean {
  for (const above of linesAbove(source, line)) {
    if (above.column < line.column) return above.opensText
  }
  return false
}

/** The lines above a line, the nearest first. */
function* linesAbove(source: string, { start }: Line): Generator<Line> {
  let next = start
  while (next > 0) {
    next = startOfLine(source, next - 1)
    const line = readLine(source, next)
    if (line !== undefined) yield line
  }
}

/** A dash that is no item of a list above it, a column or so beside the dashes of one. */
function explainItem(line: Line, source: string): MisplacedLine | undefined {
  const above = findBeside(line, source)
  if (above === undefined || isInBlockText(above, source)) return undefined
  if (!above.isItem) return explainStray(above, source)
  const message = `this \`-\` stands in column ${line.column + 1}, and the one above it in column ${above.column + 1}: all items of a list begin in one column`
  return moveTo(line, above.column, { message, title: 'indent the item like the others' }, source)
}

/**
 * The nearest item above in another column, or the key above in the very column; nothing where an
 * item stands there, for then the line is where it belongs.
 */
function findBeside(line: Line, source: string): Line | undefined {
  let beside: Line | undefined
  for (const above of linesAbove(source, line)) {
    if (above.column === line.column)
      return above.key !== undefined && !above.isItem ? above : undefined
    if (above.isItem && Math.abs(above.column - line.column) <= 3) beside ??= above
    if (above.column < line.column) return beside
  }
  return beside
}

/** A key between two dashes of one column: it belongs to the item above it. */
function explainStray(line: Line, source: string): MisplacedLine | undefined {
  for (const above of linesAbove(source, line)) {
    if (above.column > line.column) continue
    if (above.column < line.column || above.key === undefined) return undefined
    return above.isItem ? indentLike(above, line, source) : explainStray(above, source)
  }
  return undefined
}

/** A key that is indented less than the other keys of its item, but not less than the dash. */
function explainKey(line: Line, source: string): MisplacedLine | undefined {
  let owner: Line | undefined
  for (const above of linesAbove(source, line)) {
    if (above.column > line.column) continue
    // Beside the key of the list the line is where it belongs.
    if (owner !== undefined && above.column === line.column && !above.isItem) return undefined
    owner ??= above
    if (above.column < line.column) break
  }
  return owner?.isItem && owner.keyColumn > line.column
    ? indentLike(owner, line, source)
    : undefined
}

function indentLike(owner: Line, line: Line, source: string): MisplacedLine | undefined {
  if (owner.key === undefined || isInBlockText(owner, source)) return undefined
  const message = `\`${line.key}\` stands in column ${line.column + 1}, and \`${owner.key}\`, which begins the item above it, in column ${owner.keyColumn + 1}: keys of one item begin in one column`
  const title = `indent \`${line.key}\` like \`${owner.key}\``
  return moveTo(line, owner.keyColumn, { message, title }, source)
}

/** Moves a line and all that is indented deeper below it. */
function moveTo(
  line: Line,
  column: number,
  { message, title }: { readonly message: string; readonly title: string },
  source: string,
): MisplacedLine {
  const start = line.start + line.column
  const end = line.isItem ? start + 1 : start + (line.key ?? '').length
  const edits = linesOf(line, source).map((lineStart) => {
    const by = column - line.column
    if (by > 0) return { start: lineStart, end: lineStart, text: ' '.repeat(by) }
    return { start: lineStart, end: lineStart - by, text: '' }
  })
  // Half-way between two lists nobody knows which one is meant.
  const safe = !line.isItem || Math.abs(column - line.column) === 1
  return { message, range: { start, end }, fix: { title, safe, edits } }
}

/** Where a line begins, and each one below it that belongs to it. */
function linesOf({ start, column }: Line, source: string): readonly number[] {
  const starts = [start]
  let next = source.indexOf('\n', start) + 1
  while (next > 0 && next < source.length) {
    const text = source.slice(next, endOfLine(source, next))
    const isEmpty = text.trim() === ''
    if (!isEmpty && text.search(/[^ ]/) <= column) break
    if (!isEmpty) starts.push(next)
    next = source.indexOf('\n', next) + 1
  }
  return starts
}
