import { countsOf } from '../language/rules/item-count.ts'
import type { MessageBounds, Reference, TextBounds } from '../model/bounds.ts'
import { type Limit, limitsFor } from '../model/limits.ts'
import type { Interval } from '../model/shape.ts'
import { formatPath, type Path } from '../model/source.ts'
import { displayWidth, printable } from './printable.ts'
import type { Paint } from './style.ts'

/** How a table is drawn. */
export interface TableOptions {
  readonly paint: Paint
  /** Columns of the terminal. */
  readonly width: number
}

interface Row {
  readonly place: string
  readonly reach: string
  readonly limit: string
  readonly isKept: boolean
  /** What keeps it within the limit, or leads out of it. */
  readonly because: string
}

/**
 * A table of everything in a message that a limit bounds: how far it can reach over all values of
 * the variables, the limit, and what bounds it.
 */
export function explainBounds(bounds: MessageBounds, { paint, width }: TableOptions): string {
  const rows = [...rowsOfTexts(bounds), ...rowsOfCounts(bounds), ...rowsOfRest(bounds)]
  const header: Row = {
    place: 'field',
    reach: 'can be',
    limit: 'limit',
    isKept: true,
    because: 'because',
  }
  const all = [header, ...rows]
  const columns = {
    reach: widest(all.map(({ reach }) => reach)),
    limit: widest(all.map(({ limit }) => limit)),
    place: Math.min(widest(all.map(({ place }) => place)), Math.max(24, width - 40)),
  }
  const lines = all.map((row, index) => {
    const mark = index === 0 ? ' ' : paint(row.isKept ? 'good' : 'error', row.isKept ? '✓' : '✗')
    const cells = [
      shorten(row.place, columns.place),
      row.reach.padStart(columns.reach),
      row.limit.padEnd(columns.limit),
    ]
    const line = `${mark} ${cells.join('  ')}  ${row.because}`.trimEnd()
    return index === 0 ? paint('strong', line) : line
  })
  return lines.join('\n')
}

function* rowsOfTexts({ texts }: MessageBounds): Iterable<Row> {
  for (const text of texts) {
    for (const limit of limitsFor(text.field, 'length')) {
      const { max } = limit
      if (max === undefined) continue
      yield {
        place: showPath(text.path),
        reach: showInterval(text.shape.length),
        limit: `≤ ${max} chars`,
        isKept: text.shape.length.max <= max,
        because: reasonsOf(text),
      }
    }
  }
}

function* rowsOfCounts(bounds: MessageBounds): Iterable<Row> {
  for (const { limit, path, count, items } of countsOf(bounds)) {
    const lists = new Set(items.flatMap(({ loops }) => loops.map((loop) => loop.source)))
    yield {
      place: showPath(path),
      reach: showInterval(count),
      limit: `${showRange(limit)} ${limit.unit}`,
      isKept: count.min >= (limit.min ?? 0) && count.max <= (limit.max ?? Number.POSITIVE_INFINITY),
      because: lists.size === 0 ? 'fixed' : [...lists].map((name) => `items of ${name}`).join(', '),
    }
  }
}

function* rowsOfRest({ numbers, callbackData }: MessageBounds): Iterable<Row> {
  for (const { field, path, range, reference } of numbers) {
    for (const limit of limitsFor(field, 'range')) {
      yield {
        place: showPath(path),
        reach: showInterval(range),
        limit: `${showRange(limit)} ${limit.unit}`,
        isKept: range.min >= (limit.min ?? -Infinity) && range.max <= (limit.max ?? Infinity),
        because: reference === undefined ? 'fixed' : reference.names.join('.'),
      }
    }
  }
  if (callbackData === undefined) return
  for (const limit of limitsFor('callbackData', 'bytes')) {
    yield {
      place: 'callbackData',
      reach: showInterval(callbackData.bytes),
      limit: `${showRange(limit)} bytes`,
      isKept: callbackData.bytes.max <= (limit.max ?? Number.POSITIVE_INFINITY),
      because:
        callbackData.largest === undefined
          ? 'fixed'
          : `most by ${nameOf(callbackData.largest.reference)}`,
    }
  }
}

function reasonsOf({ parts }: TextBounds): string {
  const known = new Map<string, Interval>()
  for (const { reference, shape } of parts) {
    if (reference !== undefined) known.set(nameOf(reference), shape.length)
  }
  if (known.size === 0) return 'fixed'
  return [...known].map(([name, length]) => `${name} ${showInterval(length)}`).join(', ')
}

function nameOf({ names }: Reference): string {
  return names.join('.')
}

/** Everything but `callbackData` and the like stands in `message`, which goes without saying. */
function showPath(path: Path): string {
  return printable(formatPath(path[0] === 'message' ? path.slice(1) : path))
}

function showInterval({ min, max }: Interval): string {
  if (min === max) return String(min)
  return `${Number.isFinite(min) ? min : '−∞'}–${Number.isFinite(max) ? max : '∞'}`
}

function showRange({ min, max }: Limit): string {
  if (min !== undefined && max !== undefined) return min === max ? String(max) : `${min}–${max}`
  return max === undefined ? `≥ ${min}` : `≤ ${max}`
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(displayWidth))
}

/** A long path loses its beginning: its end says what it is. */
function shorten(text: string, width: number): string {
  const room = width - displayWidth(text)
  return room >= 0 ? text + ' '.repeat(room) : `…${text.slice(text.length - width + 1)}`
}
