import { blankCharacters, complementOf, intersectSets } from './character-set.ts'
import type { PatternGraph } from './pattern-graph.ts'
import type { CharacterSet, Possibility, TextShape } from './shape.ts'

/** Whether the texts of a graph are blank, or have blanks at their ends. */
export function blanksOfGraph(
  graph: PatternGraph,
  mayBeEmpty: boolean,
): Pick<TextShape, 'blank' | 'leadingBlank' | 'trailingBlank'> {
  const takes = graph.edges.flatMap((edges, from) =>
    edges.flatMap(({ to, set }) => (set === undefined ? [] : [{ from, to, set }])),
  )
  const fronts = silentlyFrom(graph, 0)
  const isLast = (state: number): boolean => silentlyFrom(graph, state).has(graph.last)
  const firstSets = takes.filter(({ from }) => fronts.has(from)).map(({ set }) => set)
  const lastSets = takes.filter(({ to }) => isLast(to)).map(({ set }) => set)
  const isBlank = howMany(takes.map(({ set }) => set)) === 'always'
  const mayBeBlank: Possibility = canBeBlank(graph, mayBeEmpty) ? 'sometimes' : 'never'
  return {
    blank: isBlank ? 'always' : mayBeBlank,
    leadingBlank: unlessEmpty(howMany(firstSets), mayBeEmpty),
    trailingBlank: unlessEmpty(howMany(lastSets), mayBeEmpty),
  }
}

/** The empty text is blank and has no blank at its ends. */
function unlessEmpty(possibility: Possibility, mayBeEmpty: boolean): Possibility {
  return possibility === 'always' && mayBeEmpty ? 'sometimes' : possibility
}

/** Whether characters of some sets are blank: of all sets always, of some at times. */
function howMany(sets: readonly CharacterSet[]): Possibility {
  const solid = complementOf(blankCharacters)
  if (sets.every((set) => intersectSets(set, solid).length === 0)) return 'always'
  const isSome = sets.some((set) => intersectSets(set, blankCharacters).length > 0)
  return isSome ? 'sometimes' : 'never'
}

/** Whether some text is made of blanks alone; the empty one counts where it is allowed. */
function canBeBlank({ edges, last }: PatternGraph, mayBeEmpty: boolean): boolean {
  // Even numbers are states in which nothing was taken yet.
  const seen = new Set([0])
  for (const place of seen) {
    for (const { to, set } of edges[Math.floor(place / 2)] ?? []) {
      if (set === undefined) seen.add(to * 2 + (place % 2))
      else if (intersectSets(set, blankCharacters).length > 0) seen.add(to * 2 + 1)
    }
  }
  return seen.has(last * 2 + 1) || (mayBeEmpty && seen.has(last * 2))
}

/** The states that nothing more leads to from one of them, itself among them. */
function silentlyFrom({ edges }: PatternGraph, state: number): ReadonlySet<number> {
  const seen = new Set([state])
  for (const current of seen) {
    for (const { to, set } of edges[current] ?? []) if (set === undefined) seen.add(to)
  }
  return seen
}
