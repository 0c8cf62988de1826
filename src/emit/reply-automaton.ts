import { charactersOf, everyCharacter, intersectSets } from '../model/character-set.ts'
import type { Declaration } from '../model/declaration.ts'
import type { Edge } from '../model/pattern-graph.ts'
import type { CharacterSet } from '../model/shape.ts'
import { shapeOf } from '../model/shape-of.ts'
import { factsOfString } from '../model/string-facts.ts'

/** A piece of an id: fixed text, or a variable with all that it may be. */
export type IdPiece =
  | { readonly type: 'literal'; readonly text: string }
  | {
      readonly type: 'variable'
      readonly name: string
      readonly declarations: readonly Declaration[]
    }

/** Every text that a template can become, and perhaps more, as ways from state 0 to the last one. */
export interface TextAutomaton {
  readonly edges: readonly (readonly Edge[])[]
  readonly last: number
}

/** Longer runs of characters than this are taken to have no end. */
const maxRun = 64
/** Pairs of states that are looked at before two templates count as alike. */
const maxPairs = 20_000

/** Lays out the texts of a template. */
export function automatonOf(pieces: readonly IdPiece[]): TextAutomaton {
  const edges: Edge[][] = [[]]
  let end = 0
  for (const piece of pieces) {
    const next = edges.push([]) - 1
    if (piece.type === 'literal') {
      addText(edges, end, next, piece.text)
    } else {
      for (const declaration of piece.declarations) addDeclared(edges, end, next, declaration)
    }
    end = next
  }
  return { edges, last: end }
}

function addText(edges: Edge[][], from: number, to: number, text: string): void {
  addChain(edges, from, to, [...text].map(charactersOf))
}

/** One way that takes one character of each set. */
function addChain(edges: Edge[][], from: number, to: number, sets: readonly CharacterSet[]): void {
  let state = from
  for (const set of sets) {
    const next = edges.push([]) - 1
    edges[state]?.push({ to: next, set })
    state = next
  }
  edges[state]?.push({ to })
}

function addDeclared(edges: Edge[][], from: number, to: number, declaration: Declaration): void {
  const { values, length, alphabet = everyCharacter } = shapeOf(declaration)
  if (values !== undefined) {
    for (const value of values) addText(edges, from, to, value)
    return
  }
  const graph = declaration.type === 'string' ? factsOfString(declaration)?.graph : undefined
  if (graph !== undefined) {
    const first = edges.length
    for (const ways of graph.edges) {
      edges.push(ways.map((edge) => ({ ...edge, to: edge.to + first })))
    }
    edges[from]?.push({ to: first })
    edges[first + graph.last]?.push({ to })
    return
  }
  // A character beyond the first plane is two units long.
  const isWide = (alphabet.at(-1)?.[1] ?? 0) > 0xffff
  addRun(edges, from, to, {
    alphabet,
    min: isWide ? Math.ceil(length.min / 2) : length.min,
    max: length.max,
  })
}

interface Run {
  readonly alphabet: CharacterSet
  readonly min: number
  readonly max: number
}

function addRun(edges: Edge[][], from: number, to: number, { alphabet, min, max }: Run): void {
  let state = from
  const longest = Math.min(max, maxRun)
  for (let count = 0; ; count++) {
    if (count >= min || count >= longest) edges[state]?.push({ to })
    if (count >= longest) break
    const next = edges.push([]) - 1
    edges[state]?.push({ to: next, set: alphabet })
    state = next
  }
  if (max > longest) edges[state]?.push({ to: state, set: alphabet })
}

/** Whether some text is one of both; where that takes too long to say, it is taken to be so. */
export function haveCommonText(left: TextAutomaton, right: TextAutomaton): boolean {
  const width = right.edges.length
  const goal = left.last * width + right.last
  const seen = new Set([0])
  const pending = [0]
  const visit = (one: number, other: number): void => {
    const pair = one * width + other
    if (seen.has(pair)) return
    seen.add(pair)
    pending.push(pair)
  }
  while (pending.length > 0) {
    const pair = pending.pop() ?? 0
    if (pair === goal || seen.size > maxPairs) return true
    const [one, other] = [Math.floor(pair / width), pair % width]
    for (const edge of left.edges[one] ?? []) {
      if (edge.set === undefined) visit(edge.to, other)
    }
    for (const edge of right.edges[other] ?? []) {
      if (edge.set === undefined) visit(one, edge.to)
      else visitCommon(left.edges[one] ?? [], edge, edge.set, visit)
    }
  }
  return false
}

function visitCommon(
  ways: readonly Edge[],
  other: Edge,
  set: CharacterSet,
  visit: (one: number, other: number) => void,
): void {
  for (const way of ways) {
    if (way.set !== undefined && intersectSets(way.set, set).length > 0) visit(way.to, other.to)
  }
}
