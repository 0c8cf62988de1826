import { complementOf, intersectSets, typicalOf } from './character-set.ts'
import type { CharacterSet, Interval } from './shape.ts'
import type { TextGraph } from './text-graph.ts'

/** The texts of a graph that are neither too short nor too long. */
export interface TextSet {
  readonly graph: TextGraph
  /** UTF-16 units. */
  readonly length: Interval
}

/** A text of the first set that the second one lacks; `none` is proven, `unknown` is too much work. */
export type MissingText = { readonly text: string } | 'none' | 'unknown'

/**
 * Finds a shortest text that one set has and a graph does not give. It follows the texts of the
 * one through all ways of the other at once, character class by character class.
 */
export function findMissingText(
  { graph, length }: TextSet,
  other: TextGraph,
  budget: number,
): MissingText {
  const steps = rememberSteps(graph, other)
  const unbounded = search({ graph, other, steps, length, budget, counts: false })
  // Without counting, a text may be found that is too short or too long to be of the set.
  if (unbounded === 'none' || unbounded === 'unknown') return unbounded
  const units = unbounded.text.length
  if (units >= length.min && units <= length.max) return unbounded
  return search({ graph, other, steps, length, budget, counts: true })
}

interface Step {
  readonly to: number
  readonly others: readonly number[]
  readonly codePoint: number
}

interface Node {
  readonly state: number
  readonly others: readonly number[]
  readonly units: number
  readonly before?: Node
  readonly codePoint?: number
}

interface SearchOptions {
  readonly graph: TextGraph
  readonly other: TextGraph
  readonly steps: (state: number, others: readonly number[]) => readonly Step[]
  readonly length: Interval
  readonly budget: number
  readonly counts: boolean
}

function search({ graph, other, steps, length, budget, counts }: SearchOptions): MissingText {
  const nodes: Node[] = [{ state: 0, others: [0], units: 0 }]
  const seen = new Set([keyOf(0, [0], 0)])
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node === undefined) break
    const isLongEnough = !counts || node.units >= length.min
    const mayEnd = isLongEnough && graph.mayEnd(node.state)
    if (mayEnd && !node.others.some((state) => other.mayEnd(state))) return { text: spell(node) }
    for (const { to, others, codePoint } of steps(node.state, node.others)) {
      const units = counts ? node.units + (codePoint > 0xffff ? 2 : 1) : 0
      if (counts && units > length.max) continue
      const key = keyOf(to, others, units)
      if (seen.has(key)) continue
      seen.add(key)
      nodes.push({ state: to, others, units, before: node, codePoint })
    }
    if (nodes.length > budget) return 'unknown'
  }
  return 'none'
}

function keyOf(state: number, others: readonly number[], units: number): string {
  return `${state} ${units} ${others.join()}`
}

/** The same states are met at every length: what leads on from them is worked out once. */
function rememberSteps(graph: TextGraph, other: TextGraph): SearchOptions['steps'] {
  const known = new Map<string, readonly Step[]>()
  return (state, others) => {
    const key = `${state} ${others.join()}`
    const steps = known.get(key) ?? [...stepsFrom(graph, other, state, others)]
    known.set(key, steps)
    return steps
  }
}

const narrow: CharacterSet = [[0, 0xffff]]
const wide: CharacterSet = [[0x10000, 0x10ffff]]

function* stepsFrom(
  graph: TextGraph,
  other: TextGraph,
  state: number,
  others: readonly number[],
): Iterable<Step> {
  const theirs = others.flatMap((one) => other.takesFrom(one))
  for (const { to, set } of graph.takesFrom(state)) {
    for (const plane of [narrow, wide]) {
      for (const piece of split(intersectSets(set, plane), theirs)) {
        const codePoint = typicalOf(piece.set)
        if (codePoint !== undefined) yield { to, others: piece.others, codePoint }
      }
    }
  }
}

interface Piece {
  readonly set: CharacterSet
  readonly others: readonly number[]
}

/** Takes a set of characters apart by where they lead in the other graph. */
function split(whole: CharacterSet, takes: ReturnType<TextGraph['takesFrom']>): readonly Piece[] {
  let pieces: readonly Piece[] = whole.length === 0 ? [] : [{ set: whole, others: [] }]
  for (const { to, set } of takes) {
    pieces = pieces.flatMap((piece) => {
      const inside = intersectSets(piece.set, set)
      if (inside.length === 0) return [piece]
      const outside = intersectSets(piece.set, complementOf(set))
      const reached = piece.others.includes(to)
        ? piece.others
        : [...piece.others, to].sort((left, right) => left - right)
      const taken = { set: inside, others: reached }
      return outside.length === 0 ? [taken] : [taken, { ...piece, set: outside }]
    })
  }
  return pieces
}

function spell(end: Node): string {
  const characters: string[] = []
  for (let node: Node | undefined = end; node?.codePoint !== undefined; node = node.before) {
    characters.push(String.fromCodePoint(node.codePoint))
  }
  return characters.reverse().join('')
}
