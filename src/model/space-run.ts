import { hasCharacter } from './character-set.ts'
import type { Declaration, StringDeclaration } from './declaration.ts'
import { parsePattern } from './pattern.ts'
import { anyText, graphOf, type PatternGraph } from './pattern-graph.ts'
import { remember } from './remember.ts'
import { shapeOf } from './shape-of.ts'
import { spacesInARow } from './spaces-in-a-row.ts'

const space = 0x20

/**
 * The most spaces in a row that the string form of a variable can hold, counted up to `cap`;
 * cautious where unsure.
 */
export function longestSpaceRun(declaration: Declaration, cap: number): number {
  const { alphabet, length, values } = shapeOf(declaration)
  if (values !== undefined) return Math.max(0, ...values.map(spacesInARow))
  if (declaration.type !== 'string') return 0
  if (alphabet !== undefined && !hasCharacter(alphabet, space)) return 0
  // Trimmed ends leave room for blanks between two other characters only.
  const room = declaration.trim === false ? length.max : Math.max(0, length.max - 2)
  return Math.min(room, runInPattern(declaration, cap))
}

function runInPattern(declaration: StringDeclaration, cap: number): number {
  const graph = graphOfAnyText(declaration)
  return graph === undefined ? cap : longestWalk(graph, cap)
}

const graphOfAnyText = remember(({ pattern }: StringDeclaration): PatternGraph | undefined => {
  const result = pattern === undefined ? undefined : parsePattern(pattern)
  return result === undefined || 'problem' in result
    ? undefined
    : graphOf(result.pattern.root, anyText)
})

/** How many spaces in a row some way through a graph takes, counted up to `cap`. */
function longestWalk({ edges }: PatternGraph, cap: number): number {
  let states: ReadonlySet<number> = new Set(edges.keys())
  for (let taken = 0; taken < cap; taken++) {
    states = afterSpace(edges, states)
    if (states.size === 0) return taken
  }
  return cap
}

/** The states that one space leads to, and those that nothing more leads to from there. */
function afterSpace(
  edges: PatternGraph['edges'],
  states: ReadonlySet<number>,
): ReadonlySet<number> {
  const reached = new Set<number>()
  for (const state of states) {
    for (const { to, set } of edges[state] ?? []) {
      if (set !== undefined && hasCharacter(set, space)) reached.add(to)
    }
  }
  for (const state of reached) {
    for (const { to, set } of edges[state] ?? []) if (set === undefined) reached.add(to)
  }
  return reached
}
