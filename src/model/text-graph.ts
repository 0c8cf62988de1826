import type { TextPart } from './bounds.ts'
import { charactersOf } from './character-set.ts'
import { graphOfDeclaration } from './declared-graph.ts'
import { foldSet, unfold } from './fold-edges.ts'
import type { Edge, PatternGraph } from './pattern-graph.ts'
import type { CharacterSet } from './shape.ts'

/** One character of a text: what may stand there, and where that leads. */
export interface Take {
  readonly to: number
  /** As it is compared: its case folded, where case does not count. */
  readonly set: CharacterSet
  /** The part of the text that it belongs to. */
  readonly part: number
  /** What stands in the text itself where this character is compared. */
  write(codePoint: number): string
}

/** Every text that some parts can make together, as ways from state 0; nothing is silent. */
export interface TextGraph {
  takesFrom(state: number): readonly Take[]
  mayEnd(state: number): boolean
}

const knownGraphs = {
  exact: new WeakMap<readonly TextPart[], TextGraph>(),
  folded: new WeakMap<readonly TextPart[], TextGraph>(),
}

/** Lays out what parts can make together; `fixed` says what some may be this time. */
export function graphOfParts(
  parts: readonly TextPart[],
  ignoresCase: boolean,
  fixed: ReadonlyMap<number, readonly string[]> = new Map(),
): TextGraph {
  if (fixed.size > 0) return layOut(parts, ignoresCase, fixed)
  // A text is compared with every sibling.
  const known = ignoresCase ? knownGraphs.folded : knownGraphs.exact
  const graph = known.get(parts) ?? layOut(parts, ignoresCase, fixed)
  known.set(parts, graph)
  return graph
}

function layOut(
  parts: readonly TextPart[],
  ignoresCase: boolean,
  fixed: ReadonlyMap<number, readonly string[]>,
): TextGraph {
  const layout: Layout = { edges: [[]], parts: [0] }
  let last = 0
  for (const [index, part] of parts.entries()) {
    const values = fixed.get(index) ?? part.shape.values
    if (values !== undefined) last = addValues(layout, last, index, values)
    else if (part.reference === undefined) continue
    else last = addGraph(layout, last, index, graphOfDeclaration(part.reference.declaration))
  }
  return closeGraph(layout, last, ignoresCase)
}

/** A graph that is being joined; both lists are by state. */
interface Layout {
  readonly edges: Edge[][]
  readonly parts: number[]
}

function addState({ edges, parts }: Layout, part: number): number {
  parts.push(part)
  return edges.push([]) - 1
}

function addValues(layout: Layout, from: number, part: number, values: readonly string[]): number {
  const last = addState(layout, part)
  for (const value of values) {
    let state = addState(layout, part)
    layout.edges[from]?.push({ to: state })
    for (const character of value) {
      const next = addState(layout, part)
      layout.edges[state]?.push({ to: next, set: setOfCharacter(character) })
      state = next
    }
    layout.edges[state]?.push({ to: last })
  }
  return last
}

const knownSets = new Map<string, CharacterSet>()

/** The same set each time: what is worked out of sets is remembered by set. */
function setOfCharacter(character: string): CharacterSet {
  const set = knownSets.get(character) ?? charactersOf(character)
  if (knownSets.size >= maxKnownSets) knownSets.clear()
  knownSets.set(character, set)
  return set
}

const maxKnownSets = 2000

function addGraph(
  layout: Layout,
  from: number,
  part: number,
  { edges, last }: PatternGraph,
): number {
  const first = layout.edges.length
  for (const ways of edges) {
    layout.parts.push(part)
    layout.edges.push(ways.map((edge) => ({ ...edge, to: edge.to + first })))
  }
  layout.edges[from]?.push({ to: first })
  return first + last
}

/** Follows what is silent when it is asked for, and remembers the answer. */
function closeGraph({ edges, parts }: Layout, last: number, ignoresCase: boolean): TextGraph {
  const takes = new Map<number, readonly Take[]>()
  const ends = new Map<number, boolean>()
  // Characters that several folded ones stand for need states between them.
  const chains: Take[][] = []
  const close = (state: number): void => {
    const seen = new Set<number>()
    const found: Take[] = []
    const pending = [state]
    for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
      if (seen.has(current)) continue
      seen.add(current)
      for (const { to, set } of edges[current] ?? []) {
        if (set === undefined) pending.push(to)
        else found.push(...takesOf(to, set, parts[current] ?? 0))
      }
    }
    takes.set(state, found)
    ends.set(state, seen.has(last))
  }
  const takesOf = (to: number, set: CharacterSet, part: number): readonly Take[] => {
    if (!ignoresCase) return [{ to, set, part, write: (code) => String.fromCodePoint(code) }]
    const { single, several } = foldSet(set)
    const write = (code: number): string => String.fromCodePoint(unfold(set, code) ?? code)
    const chained = several.flatMap((sets) => addChain(sets, to, part, write))
    return single.length === 0 ? chained : [{ to, set: single, part, write }, ...chained]
  }
  const addChain = (
    sets: readonly CharacterSet[],
    end: number,
    part: number,
    write: Take['write'],
  ): readonly Take[] => {
    let next: Take[] = []
    for (const [index, set] of [...sets.entries()].toReversed()) {
      const to = index === sets.length - 1 ? end : edges.length + chains.push(next) - 1
      next = [{ to, set, part, write: index === 0 ? write : () => '' }]
    }
    return next
  }
  return {
    takesFrom(state) {
      if (state >= edges.length) return chains[state - edges.length] ?? []
      if (!takes.has(state)) close(state)
      return takes.get(state) ?? []
    },
    mayEnd(state) {
      if (state >= edges.length) return false
      if (!ends.has(state)) close(state)
      return ends.get(state) === true
    },
  }
}

/** The texts of one graph, as texts of a single part. */
export function graphOfPatternAlone(graph: PatternGraph): TextGraph {
  const layout: Layout = { edges: [[]], parts: [0] }
  return closeGraph(layout, addGraph(layout, 0, 0, graph), false)
}
