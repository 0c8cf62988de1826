import { printable } from './printable.ts'
import { createPaint, type Paint } from './style.ts'

/** How a difference is shown. */
export interface DiffOptions {
  readonly color: boolean
  /** Lines shown around a change. @defaultValue 3 */
  readonly context?: number
}

/** One item of a difference: that of the old list, of the new one, or of both. */
export interface DiffItem<T> {
  readonly mark: '-' | '+' | ' '
  readonly item: T
}

type DiffLine = DiffItem<string>

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

function compareLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  return compareItems(before, after, (line) => line)
}

/** What became of a list, with as many items kept as can be; items are the same if their keys are. */
export function compareItems<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): readonly DiffItem<T>[] {
  const [old, fresh] = [before.map(keyOf), after.map(keyOf)]
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++
  let end = 0
  const room = Math.min(old.length, fresh.length) - start
  while (end < room && old.at(-1 - end) === fresh.at(-1 - end)) end++
  const middle = marksOf(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end))
  const marks = [...repeat(' ', start), ...middle, ...repeat(' ', end)]
  return applyMarks(before, after, marks)
}

function applyMarks<T>(
  before: readonly T[],
  after: readonly T[],
  marks: readonly Mark[],
): readonly DiffItem<T>[] {
  const [old, fresh] = [before.values(), after.values()]
  return marks.flatMap((mark) => {
    const taken = mark === '+' ? undefined : old.next()
    const given = mark === '-' ? undefined : fresh.next()
    const next = given ?? taken
    return next === undefined || next.done === true ? [] : [{ mark, item: next.value }]
  })
}

type Mark = DiffItem<unknown>['mark']

function repeat(mark: Mark, count: number): readonly Mark[] {
  return Array.from({ length: count }, () => mark)
}

/** Beyond this a table of all pairs of lines would take too long to fill. */
const maxPairs = 4_000_000

function marksOf(before: readonly string[], after: readonly string[]): readonly Mark[] {
  if (before.length * after.length > maxPairs) {
    return [...repeat('-', before.length), ...repeat('+', after.length)]
  }
  const common = commonLengths(before, after)
  const width = after.length + 1
  const marks: Mark[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    const [old, fresh] = [before[row], after[column]]
    if (old !== undefined && old === fresh) {
      marks.push(' ')
      row++
      column++
      continue
    }
    const below = common[(row + 1) * width + column] ?? -1
    const isRemoved = fresh === undefined || below >= (common[row * width + column + 1] ?? 0)
    if (old !== undefined && isRemoved) {
      marks.push('-')
      row++
    } else {
      marks.push('+')
      column++
    }
  }
  return marks
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
  return ({ mark, item }) => {
    const content = item.replace(/\r?\n$/, '').replace(/^\ufeff/, '')
    const line = `${mark}${printable(content.replaceAll('\t', '  '))}`
    const tone = tones[mark]
    return tone === undefined ? line : paint(tone, line)
  }
}
