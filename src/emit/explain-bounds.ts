import { type Count, countsOf } from '../language/rules/item-count.ts'
import type { Loop, MessageBounds, Reference, SequenceBounds, TextBounds } from '../model/bounds.ts'
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts'
import { everyLimit, type Limit } from '../model/limits.ts'
import type { Interval } from '../model/shape.ts'
import { formatPath, type Path } from '../model/source.ts'
import { displayWidth, printable } from './printable.ts'
import type { Paint } from './style.ts'

/** How a table is drawn. */
export interface TableOptions {
  readonly paint: Paint
  /** Columns of the terminal. */
  readonly width: number
  /** The file that declares the variables, where it is another one. */
  readonly declaredIn?: JsonObject
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
export function explainBounds(
  bounds: MessageBounds,
  { paint, width, declaredIn = bounds.root }: TableOptions,
): string {
  const defaults = defaultsOf(bounds, declaredIn)
  const rows = [
    ...rowsOfTexts(bounds, defaults),
    ...rowsOfCounts(bounds, defaults),
    ...rowsOfRest(bounds),
  ]
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
  return [...lines, ...notes(defaults)].join('\n')
}

/** Names of variables, and of lists, that state no bound of their own. */
interface Defaults {
  readonly strings: ReadonlySet<string>
  readonly lists: ReadonlySet<string>
}

function defaultsOf({ texts, sequences }: MessageBounds, declaredIn: JsonObject): Defaults {
  const strings = new Set<string>()
  const lists = new Set<string>()
  for (const { reference } of texts.flatMap(({ parts }) => parts)) {
    if (reference?.declaration.type !== 'string') continue
    const isBounded = reference.declaration.maxLength !== undefined
    if (isBounded && !states(declaredIn, reference.declaredAt, 'maxLength')) {
      strings.add(nameOf(reference))
    }
  }
  for (const { source, declaredAt } of sequences.flatMap(loopsOf)) {
    if (!states(declaredIn, declaredAt, 'maxItems')) lists.add(source)
  }
  return { strings, lists }
}

function loopsOf({ items }: SequenceBounds): readonly Loop[] {
  return items.flatMap(({ loops }) => loops)
}

/** Whether a declaration says something itself, in its short form `string(40)` too. */
function states(root: JsonObject, path: Path, keyword: string): boolean {
  let value: JsonValue | undefined = root
  for (const key of path) value = isObject(value) ? value[key] : undefined
  return isObject(value) ? Object.hasOwn(value, keyword) : String(value).includes('(')
}

function* notes({ strings, lists }: Defaults): Iterable<string> {
  if (strings.size + lists.size === 0) return
  const keys = [
    ...(strings.size > 0 ? ['defaults.maxLength'] : []),
    ...(lists.size > 0 ? ['defaults.maxItems'] : []),
  ]
  yield ''
  yield `* the default (config: ${keys.join(', ')}), as none is stated`
}

function* rowsOfTexts({ texts }: MessageBounds, { strings }: Defaults): Iterable<Row> {
  for (const text of texts) {
    for (const limit of everyLimit.find(text.field, 'length')) {
      const { max } = limit
      if (max === undefined) continue
      yield {
        place: showPath(text.path),
        reach: showInterval(text.shape.length),
        limit: `≤ ${max} chars`,
        isKept: text.shape.length.max <= max,
        because: reasonsOf(text, strings),
      }
    }
  }
}

function* rowsOfCounts(bounds: MessageBounds, defaults: Defaults): Iterable<Row> {
  for (const counted of countsOf(bounds)) {
    const { limit, count, items } = counted
    const showList = (name: string): string =>
      `items of ${name}${defaults.lists.has(name) ? '*' : ''}`
    const lists = new Set(items.flatMap(({ loops }) => loops.map((loop) => loop.source)))
    yield {
      place: placeOf(counted),
      reach: showInterval(count),
      limit: `${showRange(limit)} ${limit.unit}`,
      isKept: count.min >= (limit.min ?? 0) && count.max <= (limit.max ?? Number.POSITIVE_INFINITY),
      because: lists.size === 0 ? 'fixed' : [...lists].map(showList).join(', '),
    }
  }
}

/** What is counted over all items of an outer sequence stands in all of them: `sections[*].rows`. */
function placeOf({ limit, path, items }: Count): string {
  const isTotal = limit.fields.some((field) => field.includes('[*]'))
  const inner = isTotal ? items[0]?.field.replace(/\[\]$/, '').split('[]').at(-1) : undefined
  return inner === undefined ? showPath(path) : `${showPath(path)}[*]${inner}`
}

function* rowsOfRest({ numbers, callbackData }: MessageBounds): Iterable<Row> {
  for (const { field, path, range, reference } of numbers) {
    for (const limit of everyLimit.find(field, 'range')) {
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
  for (const limit of everyLimit.find('callbackData', 'bytes')) {
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

function reasonsOf({ parts }: TextBounds, defaulted: ReadonlySet<string>): string {
  const known = new Map<string, Interval>()
  for (const { reference, shape } of parts) {
    if (reference !== undefined) known.set(nameOf(reference), shape.length)
  }
  if (known.size === 0) return 'fixed'
  const show = ([name, length]: readonly [string, Interval]): string =>
    `${name} ${showInterval(length)}${defaulted.has(name) ? '*' : ''}`
  return [...known].map(show).join(', ')
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
