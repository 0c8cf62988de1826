import {
  blankCharacters,
  complementOf,
  everyCharacter,
  intersectSets,
  uniteSets,
} from './character-set.ts'
import { assembleSearch, type Instruction } from './pattern-program.ts'
import type { CharacterClass, PatternNode } from './pattern-syntax.ts'
import type { CharacterSet } from './shape.ts'

/** A way from one state to another: with one character of the set, or without any. */
export interface Edge {
  readonly to: number
  readonly set?: CharacterSet
}

/**
 * Every way through a pattern that ends in a match of a whole text, and none that does not: each
 * state can be reached from the first one, and reaches the last one. Without states, nothing matches.
 */
export interface PatternGraph {
  /** State → the ways out of it. State 0 is the first. */
  readonly edges: readonly (readonly Edge[])[]
  /** The state in which the text is over; it has no ways out. */
  readonly last: number
  /** Whether nothing but the pattern's own characters can occur in a text. */
  readonly isAnchored: boolean
}

/** Which texts are asked about. */
export interface TextFrame {
  readonly allowed: CharacterSet
  /** Whether texts have no blanks at their ends. */
  readonly isTrimmed: boolean
}

/** Every well-formed text. */
export const anyText: TextFrame = {
  allowed: [
    [0, 0xd7ff],
    [0xe000, 0x10ffff],
  ],
  isTrimmed: false,
}

// What was taken last: it decides whether `^` holds, and whether a trimmed text may end here.
const untouched = 0
const solid = 1
const blank = 2

interface ClassSets {
  readonly solid: CharacterSet
  readonly blank: CharacterSet
}

/** Lays out all whole texts in which a pattern is found, as ways through a graph. */
export function graphOf(root: PatternNode, frame: TextFrame): PatternGraph {
  const { instructions, classes } = assembleSearch(root)
  const sets = classes.map((characters) => splitClass(characters, frame))
  const accept = instructions.length * 6
  const all: Edge[][] = []
  const pending = [0]
  while (pending.length > 0) {
    const state = pending.pop() ?? 0
    if (all[state] !== undefined) continue
    const edges = state === accept ? [] : edgesOf(state, instructions, sets, accept)
    all[state] = edges
    for (const { to } of edges) pending.push(to)
  }
  return prune(all, accept, instructions.length)
}

function splitClass(characters: CharacterClass, frame: TextFrame): ClassSets {
  const set = intersectSets(setOfClass(characters), frame.allowed)
  if (!frame.isTrimmed) return { solid: set, blank: [] }
  return {
    solid: intersectSets(set, complementOf(blankCharacters)),
    blank: intersectSets(set, blankCharacters),
  }
}

/** A state is an instruction, what was taken last, and whether the end was asked for. */
function edgesOf(
  state: number,
  instructions: readonly Instruction[],
  sets: readonly ClassSets[],
  accept: number,
): Edge[] {
  const index = Math.floor(state / 6)
  const taken = Math.floor((state % 6) / 2)
  const isOver = state % 2
  const at = (to: number, last = taken, over = isOver): number => to * 6 + last * 2 + over
  const instruction = instructions[index]
  switch (instruction?.type) {
    case 'jump':
      return [{ to: at(instruction.to) }]
    case 'split':
      return [{ to: at(instruction.first) }, { to: at(instruction.second) }]
    case 'start':
      return taken === untouched ? [{ to: at(index + 1) }] : []
    case 'end':
      return [{ to: at(index + 1, taken, 1) }]
    case 'match':
      return taken === blank ? [] : [{ to: accept }]
    case 'take': {
      const own = sets[instruction.class]
      if (own === undefined || isOver === 1) return []
      const edges: Edge[] = [{ to: at(index + 1, solid), set: own.solid }]
      if (taken !== untouched) edges.push({ to: at(index + 1, blank), set: own.blank })
      return edges.filter(({ set }) => set !== undefined && set.length > 0)
    }
    default:
      return []
  }
}

/** Leaves out the states from which no text ends, and numbers the others from 0. */
function prune(all: readonly Edge[][], accept: number, size: number): PatternGraph {
  const useful = reachesLast(all, accept)
  const numbers = new Map<number, number>()
  for (const state of Object.keys(all).map(Number)) {
    if (useful.has(state)) numbers.set(state, numbers.size)
  }
  const edges: Edge[][] = []
  let isAnchored = true
  for (const [state, number] of numbers) {
    edges[number] = (all[state] ?? []).flatMap(({ to, set }) => {
      const target = numbers.get(to)
      if (target === undefined) return []
      return [set === undefined ? { to: target } : { to: target, set }]
    })
    // The second instruction is the one before the pattern that takes anything, the one before the
    // last two is the one behind it.
    const index = Math.floor(state / 6)
    const isFiller = index === 1 || index === size - 3
    if (isFiller && edges[number].length > 0) isAnchored = false
  }
  return { edges, last: numbers.get(accept) ?? 0, isAnchored }
}

function reachesLast(all: readonly Edge[][], accept: number): ReadonlySet<number> {
  const sources = new Map<number, number[]>()
  for (const state of Object.keys(all).map(Number)) {
    for (const { to } of all[state] ?? []) {
      const known = sources.get(to)
      if (known === undefined) sources.set(to, [state])
      else known.push(state)
    }
  }
  const useful = new Set<number>()
  const pending = all[accept] === undefined ? [] : [accept]
  while (pending.length > 0) {
    const state = pending.pop() ?? 0
    if (useful.has(state)) continue
    useful.add(state)
    pending.push(...(sources.get(state) ?? []))
  }
  return useful
}

/** The characters of a class, Unicode properties written out. */
export function setOfClass(characters: CharacterClass): CharacterSet {
  const properties = characters.properties.map(({ written }) => setOfProperty(written))
  const set = uniteSets([characters.ranges, ...properties])
  return characters.negated ? complementOf(set) : set
}

const knownProperties = new Map<string, CharacterSet>()

/** Asks the engine, a plane of characters at a time, and remembers the answer. */
function setOfProperty(written: string): CharacterSet {
  const known = knownProperties.get(written)
  if (known !== undefined) return known
  const set = uniteSets([[...rangesOfProperty(written)]])
  if (knownProperties.size >= maxKnownProperties) knownProperties.clear()
  knownProperties.set(written, set)
  return set
}

const maxKnownProperties = 500

function* rangesOfProperty(written: string): Generator<readonly [number, number]> {
  const runs = new RegExp(`${written}+`, 'gu')
  for (const [first, last] of mixedPlanes) {
    const width = first > 0xffff ? 2 : 1
    for (const match of textOfPlane(first, last).matchAll(runs)) {
      const start = first + match.index / width
      yield [start, start + match[0].length / width - 1]
    }
  }
  const one = new RegExp(`^${written}$`, 'u')
  for (const first of evenPlanes) {
    const last = first + 0xffff
    if (one.test(String.fromCodePoint(first))) yield [first, last - 2]
    if (one.test(String.fromCodePoint(last))) yield [last - 1, last]
  }
}

// The well-formed characters, in parts that fit into one text each: a run of matches must not
// cross from one plane into the next.
const mixedPlanes: readonly (readonly [number, number])[] = [
  [0, 0xd7ff],
  [0xe000, 0xffff],
  [0x10000, 0x1ffff],
  [0x20000, 0x2ffff],
  [0x30000, 0x3ffff],
  [0xe0000, 0xeffff],
]

// Nothing is assigned in these, or all of it for private use: what is true of one character is
// true of all but the last two, which are none.
const evenPlanes: readonly number[] = /* @__PURE__ */ [
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16,
].map((plane) => plane * 0x10000)

const planeTexts = new Map<number, string>()

function textOfPlane(first: number, last: number): string {
  const known = planeTexts.get(first)
  if (known !== undefined) return known
  let text = ''
  for (let start = first; start <= last; start += 4096) {
    const size = Math.min(4096, last - start + 1)
    text += String.fromCodePoint(...Array.from({ length: size }, (_, index) => start + index))
  }
  planeTexts.set(first, text)
  return text
}

/** All characters that occur in some text. */
export function alphabetOf(graph: PatternGraph): CharacterSet {
  const sets = new Set(graph.edges.flatMap((edges) => edges.map(({ set }) => set ?? [])))
  return graph.isAnchored ? uniteSets([...sets]) : everyCharacter
}
