import { hasCharacter } from './character-set.ts'
import { foldCase } from './fold-case.ts'
import { costOf } from './json-bytes.ts'
import type { Edge, PatternGraph } from './pattern-graph.ts'
import type { CharacterSet } from './shape.ts'

/** Number of units → state → whether a text can end exactly so many units later. */
export type LengthTable = readonly Uint8Array[]

/** Above this the table is not made: exactness is not worth so much memory. */
const maxCells = 20_000_000

/** The greatest length for which the table of a graph is made. */
export function affordableLength(graph: PatternGraph): number {
  return Math.floor(maxCells / Math.max(1, graph.edges.length)) - 1
}

/** Works out which lengths up to `max` the texts of a graph have; nothing when that is too much. */
export function tabulateLengths(graph: PatternGraph, max: number): LengthTable | undefined {
  const size = graph.edges.length
  if (max > affordableLength(graph)) return undefined
  const { silent, takes } = turnEdges(graph)
  const table: Uint8Array[] = []
  for (let units = 0; units <= max; units++) {
    const row = new Uint8Array(size)
    const pending = units === 0 && size > 0 ? [graph.last] : []
    for (const { from, to, isNarrow, isWide } of takes) {
      const reaches =
        (isNarrow && table[units - 1]?.[to] === 1) || (isWide && table[units - 2]?.[to] === 1)
      if (reaches) pending.push(from)
    }
    for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
      if (row[state] === 1) continue
      row[state] = 1
      pending.push(...(silent[state] ?? []))
    }
    table.push(row)
  }
  return table
}

interface Take {
  readonly from: number
  readonly to: number
  /** Whether a character of one unit can be taken. */
  readonly isNarrow: boolean
  /** Whether a character of two units can be taken. */
  readonly isWide: boolean
}

/** Lists the ways from their ends: those that take nothing by target, the others as they are. */
function turnEdges(graph: PatternGraph): { silent: number[][]; takes: Take[] } {
  const silent: number[][] = graph.edges.map(() => [])
  const takes: Take[] = []
  const known = new Map<CharacterSet, Pick<Take, 'isNarrow' | 'isWide'>>()
  graph.edges.forEach((edges, from) => {
    for (const { to, set } of edges) {
      if (set === undefined) {
        silent[to]?.push(from)
        continue
      }
      const units = costOf(set)?.units
      const widths = known.get(set) ?? { isNarrow: units?.min === 1, isWide: units?.max === 2 }
      known.set(set, widths)
      takes.push({ from, to, ...widths })
    }
  })
  return { silent, takes }
}

/** The lengths that texts have, in ascending order. */
export function lengthsIn(table: LengthTable): readonly number[] {
  return table.flatMap((row, units) => (row[0] === 1 ? [units] : []))
}

/**
 * Yields different texts of one length, wide letters first. Texts that differ in case only count
 * as one. Not all texts come: of every set of characters only a few samples are tried.
 */
export function* textsOfLength(
  graph: PatternGraph,
  table: LengthTable,
  length: number,
): Generator<string> {
  if (table[length]?.[0] !== 1) return
  const seen = new Set<string>()
  const taken: string[] = []
  // Without this end, texts that differ in case only could be passed over for years.
  let patience = maxIdleSteps
  const levels = [stepsFrom(graph, table, [0], length)]
  while (levels.length > 0 && patience-- > 0) {
    const step = levels.at(-1)?.next().value
    if (step === undefined) {
      levels.pop()
      taken.pop()
      continue
    }
    taken.push(step.character)
    if (step.remaining > 0) {
      levels.push(stepsFrom(graph, table, step.states, step.remaining))
      continue
    }
    const text = taken.join('')
    taken.pop()
    if (seen.has(foldCase(text))) continue
    seen.add(foldCase(text))
    yield text
    patience = maxIdleSteps
  }
}

/** So many steps are made from one text to the next. */
const maxIdleSteps = 200_000

interface Step {
  readonly character: string
  readonly states: readonly number[]
  readonly remaining: number
}

/** The ways to go on, each of which leads to an end after exactly the remaining units. */
function* stepsFrom(
  graph: PatternGraph,
  table: LengthTable,
  states: readonly number[],
  remaining: number,
): Generator<Step, undefined> {
  if (remaining === 0) {
    yield { character: '', states: [], remaining: 0 }
    return undefined
  }
  const edges = takesFrom(graph, states)
  const tried = new Set<string>()
  for (const character of samplesOf(edges)) {
    const codePoint = character.codePointAt(0) ?? 0
    const row = table[remaining - character.length]
    const next = edges.flatMap(({ to, set }) =>
      row?.[to] === 1 && hasCharacter(set, codePoint) ? [to] : [],
    )
    if (next.length === 0) continue
    // The other case of a character that leads to the same place gives no text of its own.
    const way = `${foldCase(character)} ${next.join()}`
    if (tried.has(way)) continue
    tried.add(way)
    const left = remaining - character.length
    yield { character, states: next, remaining: left }
  }
  return undefined
}

type Taking = Required<Edge>

function takesFrom(graph: PatternGraph, states: readonly number[]): readonly Taking[] {
  const takes: Taking[] = []
  const seen = new Set<number>()
  const pending = [...states]
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    if (seen.has(state)) continue
    seen.add(state)
    for (const { to, set } of graph.edges[state] ?? []) {
      if (set === undefined) pending.push(to)
      else takes.push({ to, set })
    }
  }
  return takes
}

const favourites =
  'WMABCDEFGHIJKLNOPQRSTUVXYZ0123456789wmabcdefghijklnopqrstuvxyz-_.,:;!?+*/#%&=@~()[]{}<>|^$\'"`\\ '

/** Characters to try, without repeats: at least one narrow and one wide of every set that has one. */
function* samplesOf(edges: readonly Taking[]): Generator<string> {
  const sets = [...new Set(edges.map(({ set }) => set))]
  const tried = new Set<string>()
  for (const character of favourites) {
    const codePoint = character.charCodeAt(0)
    if (!sets.some((set) => hasCharacter(set, codePoint))) continue
    tried.add(character)
    yield character
  }
  for (const codePoint of sets.flatMap(firstCharacters)) {
    const character = String.fromCodePoint(codePoint)
    if (tried.has(character)) continue
    tried.add(character)
    yield character
  }
}

/** A few characters of a set, from its first and last ranges. */
function firstCharacters(set: CharacterSet): readonly number[] {
  const ranges = set.length > 2 * maxRanges ? [...set.slice(0, maxRanges), ...set.slice(-1)] : set
  const wide = set.find(([, last]) => last > 0xffff)
  const few = ranges.flatMap(([first, last]) =>
    Array.from({ length: Math.min(last - first + 1, maxOfRange) }, (_, index) => first + index),
  )
  return wide === undefined ? few : [...few, Math.max(wide[0], 0x10000)]
}

const maxRanges = 10
const maxOfRange = 10
