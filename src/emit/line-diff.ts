import { printable } from './printable.ts'
import { createPaint, type Paint } from './style.ts'

/** How a difference is shown. */
export interface DiffOptions {
  readonly color: boolean
  /** Lines shown around a change. @defaultValue 3 */
  readonly context?: number
}

/** One line of a difference: that of the old text, of the new one, or of both. */
interface DiffLine {
  readonly mark: '-' | '+' | ' '
  readonly text: string
}

/** Shows what became of a text, in the unified form; nothing where nothing did. */
export function diffLines(
  path: string,
  before: string,
  after: string,
  { color, context = 3 }: DiffOptions,
): string {
  if (before === after) return ''
  const paint = createPaint(color)
  const lines = compareLines(splitLines(before), splitLines(after))
  const name = printable(path)
  const head = [paint('strong', `--- ${name}`), paint('strong', `+++ ${name}`)]
  return [...head, ...hunksOf(lines, context).flatMap((hunk) => showHunk(lines, hunk, paint))].join(
    '\n',
  )
}

/** Lines with their ends, so that a change of an end is one of the line. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** The changed lines between what both texts begin and end with. */
function compareLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  const room = Math.min(before.length, after.length) - start
  while (end < room && before.at(-1 - end) === after.at(-1 - end)) end++
  return [
    ...marked(' ', before.slice(0, start)),
    ...compareMiddle(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
    ),
    ...marked(' ', before.slice(before.length - end)),
  ]
}

/** Beyond this a table of all pairs of lines would take too long to fill. */
const maxPairs = 4_000_000

function compareMiddle(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  if (before.length * after.length > maxPairs)
    return [...marked('-', before), ...marked('+', after)]
  const common = commonLengths(before, after)
  const width = after.length + 1
  const lines: DiffLine[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    const [old, fresh] = [before[row], after[column]]
    if (old !== undefined && old === fresh) {
      lines.push({ mark: ' ', text: old })
      row++
      column++
      continue
    }
    const below = common[(row + 1) * width + column] ?? -1
    const isRemoved = fresh === undefined || below >= (common[row * width + column + 1] ?? 0)
    if (old !== undefined && isRemoved) {
      lines.push({ mark: '-', text: old })
      row++
    } else {
      lines.push({ mark: '+', text: fresh ?? '' })
      column++
    }
  }
  return lines
}

/** For every pair of rests, how many lines they have in common in the same order. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1
  const table = new Uint32Array((before.length + 1) * width)
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const at = row * width + column
      table[at] =
        before[row] === after[column]
          ? (table[at + width + 1] ?? 0) + 1
          : Math.max(table[at + width] ?? 0, table[at + 1] ?? 0)
    }
  }
  return table
}

interface Hunk {
  readonly from: number
  readonly to: number
}

/** Changes with the lines around them; those that are near each other are shown together. */
function hunksOf(lines: readonly DiffLine[], context: number): readonly Hunk[] {
  const hunks: Hunk[] = []
  for (const [index, { mark }] of lines.entries()) {
    if (mark === ' ') continue
    const to = Math.min(lines.length, index + context + 1)
    const last = hunks.at(-1)
    if (last !== undefined && index - context <= last.to) hunks[hunks.length - 1] = { ...last, to }
    else hunks.push({ from: Math.max(0, index - context), to })
  }
  return hunks
}

function showHunk(lines: readonly DiffLine[], { from, to }: Hunk, paint: Paint): readonly string[] {
  const shown = lines.slice(from, to)
  const rangeOf = (mark: '-' | '+'): string => {
    const isOf = (line: DiffLine): boolean => line.mark === ' ' || line.mark === mark
    const count = shown.filter(isOf).length
    const first = lines.slice(0, from).filter(isOf).length + (count === 0 ? 0 : 1)
    return `${mark}${first},${count}`
  }
  return [paint('info', `@@ ${rangeOf('-')} ${rangeOf('+')} @@`), ...shown.map(showLine(paint))]
}

const tones = { '-': 'error', '+': 'good', ' ': undefined } as const

function showLine(paint: Paint): (line: DiffLine) => string {
  return ({ mark, text }) => {
    const content = text.replace(/\r?\n$/, '').replace(/^\ufeff/, '')
    const line = `${mark}${printable(content.replaceAll('\t', '  '))}`
    const tone = tones[mark]
    return tone === undefined ? line : paint(tone, line)
  }
}

function marked(mark: DiffLine['mark'], texts: readonly string[]): readonly DiffLine[] {
  return texts.map((text) => ({ mark, text }))
}
