import { hasCharacter, intersectSets } from './character-set.ts'
import { foldCase } from './fold-case.ts'
import { costOf, jsonBytesOfValue } from './json-bytes.ts'
import type { Edge, PatternGraph } from './pattern-graph.ts'
import type { CharacterSet } from './shape.ts'

/** Which states can end how many units later. */
export interface LengthTable {
  readonly states: number
  /** One row of states for each number of units from 0 on: 1 where a text can end. */
  readonly cells: Uint8Array
}

/** Above this the table is not made: exactness is not worth so much time. */
const maxCells = 8_000_000

/** No platform accepts a longer text, and what is longer breaks nothing that this does not break. */
const maxUnits = 40_000

/** The greatest length for which the table of a graph is made. */
export function affordableLength(graph: PatternGraph): number {
  return Math.min(maxUnits, Math.floor(maxCells / Math.max(1, graph.edges.length)) - 1)
}

/** The tables that were made last: the same ones are asked for again and again. */
const recent = new Map<PatternGraph, LengthTable>()
/** The cells of all of them, and so many for each that small ones do not pile up. */
let keptCells = 0
const cellsOfTable = 10_000
const maxKeptCells = 10_000_000

/** Works out which lengths up to `max` the texts of a graph have; nothing when that is too much. */
export function tabulateLengths(graph: PatternGraph, max: number): LengthTable | undefined {
  if (max > affordableLength(graph)) return undefined
  const wanted = (max + 1) * graph.edges.length
  const known = recent.get(graph)
  if (known !== undefined && known.cells.length >= wanted) {
    return { ...known, cells: known.cells.subarray(0, wanted) }
  }
  const table = makeTable(graph, max)
  forget(graph)
  recent.set(graph, table)
  keptCells += cellsOfTable + table.cells.length
  for (const oldest of recent.keys()) {
    if (keptCells <= maxKeptCells) break
    forget(oldest)
  }
  return table
}

function forget(graph: PatternGraph): void {
  const table = recent.get(graph)
  if (table === undefined) return
  keptCells -= cellsOfTable + table.cells.length
  recent.delete(graph)
}

function makeTable(graph: PatternGraph, max: number): LengthTable {
  const states = graph.edges.length
  const { silent, takes } = turnEdges(graph)
  const cells = new Uint8Array((max + 1) * states)
  const pending: number[] = states > 0 ? [graph.last] : []
  for (let units = 0; units <= max; units++) {
    const row = units * states
    if (units > 0) {
      for (const { from, to, isNarrow, isWide } of takes) {
        const reaches =
          (isNarrow && cells[row - states + to] === 1) ||
          (isWide && cells[row - 2 * states + to] === 1)
        if (reaches && cells[row + from] !== 1) pending.push(from)
      }
    }
    for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
      if (cells[row + state] === 1) continue
      cells[row + state] = 1
      for (const source of silent[state] ?? []) pending.push(source)
    }
  }
  return { states, cells }
}

/** Whether a text that is in a state can end after exactly so many units. */
function canEnd({ states, cells }: LengthTable, units: number, state: number): boolean {
  return units >= 0 && cells[units * states + state] === 1
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
      const widths = known.get(set) ?? widthsOf(set)
      known.set(set, widths)
      takes.push({ from, to, ...widths })
    }
  })
  return { silent, takes }
}

function widthsOf(set: CharacterSet): Pick<Take, 'isNarrow' | 'isWide'> {
  const units = costOf(set)?.units
  return { isNarrow: units?.min === 1, isWide: units?.max === 2 }
}

/** The lengths that texts have, in ascending order. */
export function lengthsIn(table: LengthTable): readonly number[] {
  const lengths: number[] = []
  const rows = table.states === 0 ? 0 : table.cells.length / table.states
  for (let units = 0; units < rows; units++) if (canEnd(table, units, 0)) lengths.push(units)
  return lengths
}

/**
 * Yields different texts of one length, wide letters first. Texts that differ in case only count
 * as one. Not all texts come: of every set of characters only a few samples are tried. Heavy ones
 * begin with the characters that take the most bytes in JSON.
 */
export function* textsOfLength(
  graph: PatternGraph,
  table: LengthTable,
  length: number,
  isHeavy = false,
): Generator<string> {
  if (!canEnd(table, length, 0)) return
  const seen = new Set<string>()
  const taken: string[] = []
  // Without this end, texts that differ in case only could be passed over for years.
  let patience = maxIdleSteps
  const levels = [stepsFrom(graph, table, [0], length, isHeavy)]
  while (levels.length > 0 && patience-- > 0) {
    const step = levels.at(-1)?.next().value
    if (step === undefined) {
      levels.pop()
      taken.pop()
      continue
    }
    taken.push(step.character)
    if (step.remaining > 0) {
      levels.push(stepsFrom(graph, table, step.states, step.remaining, isHeavy))
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
const maxIdleSteps = 20_000

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
  isHeavy: boolean,
): Generator<Step, undefined> {
  if (remaining === 0) {
    yield { character: '', states: [], remaining: 0 }
    return undefined
  }
  const edges = takesFrom(graph, states)
  const tried = new Set<string>()
  for (const character of isHeavy ? heaviestFirst(samplesOf(edges)) : samplesOf(edges)) {
    const codePoint = character.codePointAt(0) ?? 0
    const left = remaining - character.length
    const next = edges.flatMap(({ to, set }) =>
      canEnd(table, left, to) && hasCharacter(set, codePoint) ? [to] : [],
    )
    if (next.length === 0) continue
    // The other case of a character that leads to the same place gives no text of its own.
    const way = `${foldCase(character)} ${next.join()}`
    if (tried.has(way)) continue
    tried.add(way)
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
function samplesOf(edges: readonly Taking[]): Iterable<string> {
  const sets = [...new Set(edges.map(({ set }) => set))]
  const [only] = sets
  if (only === undefined || sets.length > 1) return sampleSets(sets)
  // One set after the other is the rule in long texts, and it is mostly the same one.
  const samples = knownSamples.get(only) ?? [...sampleSets(sets)]
  knownSamples.set(only, samples)
  return samples
}

const knownSamples = new WeakMap<CharacterSet, readonly string[]>()

function* sampleSets(sets: readonly CharacterSet[]): Generator<string> {
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

function heaviestFirst(samples: Iterable<string>): readonly string[] {
  const weigh = (character: string): number => jsonBytesOfValue(character) / character.length
  return [...samples].sort((left, right) => weigh(right) - weigh(left))
}

/** A few characters of a set, from its first and last ranges. */
function firstCharacters(set: CharacterSet): readonly number[] {
  const ranges = set.length > 2 * maxRanges ? [...set.slice(0, maxRanges), ...set.slice(-1)] : set
  const wide = set.find(([, last]) => last > 0xffff)
  const few = ranges.flatMap(([first, last]) =>
    Array.from({ length: Math.min(last - first + 1, maxOfRange) }, (_, index) => first + index),
  )
  const [heavy] = intersectSets(set, threeBytes)
  return [
    ...few,
    ...(heavy === undefined ? [] : [heavy[0]]),
    ...(wide === undefined ? [] : [Math.max(wide[0], 0x10000)]),
  ]
}

/** One unit each. The private ones in between are passed over: nobody could read an example. */
const threeBytes: CharacterSet = [
  [0x2030, 0xd7ff],
  [0xf900, 0xffef],
]

const maxRanges = 10
const maxOfRange = 10
