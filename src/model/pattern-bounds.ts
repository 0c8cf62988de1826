import { costOf } from './json-bytes.ts'
import type { Edge, PatternGraph } from './pattern-graph.ts'
import type { CharacterSet, Interval } from './shape.ts'

/** How long the texts of a graph are. */
export interface GraphBounds {
  /** UTF-16 code units; `max` is `Infinity` where there is no longest text. */
  readonly length: Interval
  /** UTF-8 bytes inside a JSON string, escapes included. */
  readonly jsonBytes: Interval
}

/** Measures the shortest and the longest text of a graph; nothing when it has none. */
export function boundsOfGraph(graph: PatternGraph): GraphBounds | undefined {
  if (graph.edges.length === 0) return undefined
  const groups = groupStates(graph)
  const measure = (unit: 'units' | 'bytes'): Interval => ({
    min: leastCost(graph, costFunction(unit, 'min')),
    max: greatestCost(graph, groups, costFunction(unit, 'max')),
  })
  return { length: measure('units'), jsonBytes: measure('bytes') }
}

type Cost = (edge: Edge) => number

/** The cost of one character; sets are few and edges many, so each set is judged once. */
function costFunction(unit: 'units' | 'bytes', end: 'min' | 'max'): Cost {
  const known = new Map<CharacterSet, number>()
  return ({ set }) => {
    if (set === undefined) return 0
    const cost = known.get(set) ?? costOf(set)?.[unit][end] ?? 0
    known.set(set, cost)
    return cost
  }
}

function leastCost(graph: PatternGraph, cost: Cost): number {
  const least = new Float64Array(graph.edges.length).fill(Number.POSITIVE_INFINITY)
  least[0] = 0
  // Costs are small whole numbers, so states are taken bucket by bucket.
  const buckets: number[][] = [[0]]
  for (let total = 0; total < buckets.length; total++) {
    const bucket = buckets[total] ?? []
    for (let state = bucket.pop(); state !== undefined; state = bucket.pop()) {
      if ((least[state] ?? 0) < total) continue
      if (state === graph.last) return total
      for (const edge of graph.edges[state] ?? []) {
        const reached = total + cost(edge)
        if (reached >= (least[edge.to] ?? 0)) continue
        least[edge.to] = reached
        const target = buckets[reached] ?? []
        buckets[reached] = target
        target.push(edge.to)
      }
      buckets[total] = bucket
    }
  }
  return 0
}

/** States that reach each other, in an order in which ways lead to earlier groups only. */
export interface StateGroups {
  readonly groups: readonly (readonly number[])[]
  /** State → index of its group. */
  readonly groupOf: Int32Array
}

function greatestCost(graph: PatternGraph, { groups, groupOf }: StateGroups, cost: Cost): number {
  const greatest: number[] = []
  groups.forEach((states, index) => {
    let most = 0
    for (const edge of states.flatMap((state) => graph.edges[state] ?? [])) {
      const target = groupOf[edge.to] ?? 0
      const isCircle = target === index
      if (isCircle && cost(edge) > 0) most = Number.POSITIVE_INFINITY
      else if (!isCircle) most = Math.max(most, cost(edge) + (greatest[target] ?? 0))
    }
    greatest.push(most)
  })
  return greatest[groupOf[0] ?? 0] ?? 0
}

/** Tarjan's strongly connected components, without recursion: a graph can be deep. */
export function groupStates(graph: Pick<PatternGraph, 'edges'>): StateGroups {
  const size = graph.edges.length
  const order = new Int32Array(size).fill(-1)
  const lowest = new Int32Array(size)
  const groupOf = new Int32Array(size).fill(-1)
  const nextEdge = new Int32Array(size)
  const groups: number[][] = []
  const open: number[] = []
  const way = [0]
  let visited = 0
  while (way.length > 0) {
    const state = way.at(-1) ?? 0
    if (order[state] === -1) {
      order[state] = visited
      lowest[state] = visited++
      open.push(state)
    }
    const edges = graph.edges[state] ?? []
    const edge = edges[nextEdge[state] ?? 0]
    if (edge !== undefined) {
      if (order[edge.to] === -1) {
        way.push(edge.to)
        continue
      }
      nextEdge[state] = (nextEdge[state] ?? 0) + 1
      if (groupOf[edge.to] === -1) {
        lowest[state] = Math.min(lowest[state] ?? 0, lowest[edge.to] ?? 0)
      }
      continue
    }
    way.pop()
    if (lowest[state] === order[state]) groups.push(closeGroup(open, state, groupOf, groups.length))
  }
  return { groups, groupOf }
}

function closeGroup(open: number[], first: number, groupOf: Int32Array, index: number): number[] {
  const group = open.splice(open.lastIndexOf(first))
  for (const state of group) groupOf[state] = index
  return group
}
