import { LineIndex, type Range } from '../../model/source.ts'
import { displayWidth, printable } from '../printable.ts'
import type { Paint } from '../style.ts'

/** How a frame is drawn. */
export interface FrameOptions {
  readonly paint: Paint
  /** The tone of the caret. */
  readonly tone: 'error' | 'warning' | 'info'
  /** Columns of the terminal. */
  readonly width: number
}

/** The line of a finding with the line before it, and carets under the exact place. */
export function drawFrame(text: string, range: Range, options: FrameOptions): readonly string[] {
  const lines = new LineIndex(text)
  const start = lines.positionAt(range.start)
  const first = Math.max(1, start.line - 1)
  const numberWidth = String(start.line).length
  const shown: string[] = []
  for (let line = first; line <= start.line; line++) {
    const content = lineText(text, lines, line)
    const isMarked = line === start.line
    if (!isMarked && content.trim() === '') continue
    const marker = isMarked ? options.paint(options.tone, '>') : ' '
    const gutter = options.paint('quiet', `${String(line).padStart(numberWidth)} │`)
    const room = options.width - numberWidth - 7
    const from = isMarked ? windowStart(content, start.column - 1, room) : 0
    shown.push(`  ${marker} ${gutter} ${cut(content, from, room)}`.trimEnd())
    if (isMarked) {
      const end = Math.min(range.end - range.start + start.column - 1, content.length)
      const lead = marginOf(content, from, start.column - 1)
      const marked = content.slice(start.column - 1, Math.max(end, start.column))
      const carets = '^'.repeat(Math.max(1, Math.min(widthOf(marked), room - lead)))
      const blank = options.paint('quiet', `${' '.repeat(numberWidth)} │`)
      shown.push(`    ${blank} ${' '.repeat(lead)}${options.paint(options.tone, carets)}`)
    }
  }
  return shown
}

function lineText(text: string, lines: LineIndex, line: number): string {
  return text.slice(lines.lineStart(line), lines.lineStart(line + 1)).replace(/[\r\n]+$/, '')
}

/** A tab takes two columns: its true width depends on where it stands. */
function show(text: string): string {
  return printable(text.replaceAll('\t', '  '))
}

function widthOf(text: string): number {
  return displayWidth(show(text))
}

/** Where a long line is cut on its left, so that the place stays in sight. */
function windowStart(content: string, column: number, room: number): number {
  if (widthOf(content) <= room || widthOf(content.slice(0, column)) < room - 20) return 0
  let from = Math.max(0, column - Math.floor(room / 2))
  // Not between the halves of a character.
  if (/[\uDC00-\uDFFF]/.test(content.charAt(from))) from++
  return from
}

function marginOf(content: string, from: number, column: number): number {
  return widthOf(content.slice(from, column)) + (from > 0 ? 1 : 0)
}

function cut(content: string, from: number, room: number): string {
  const start = from > 0 ? '…' : ''
  const text = content.slice(from)
  if (displayWidth(start) + widthOf(text) <= room) return start + show(text)
  // Made printable as a whole: what a CI system reads as a command is longer than a character.
  let shown = ''
  let end = 0
  for (const character of text) {
    const longer = show(text.slice(0, end + character.length))
    if (displayWidth(start + longer) >= room) break
    shown = longer
    end += character.length
  }
  return `${start}${shown}…`
}
