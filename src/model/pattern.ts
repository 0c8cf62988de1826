import { boundsOfGraph, type GraphBounds } from './pattern-bounds.ts'
import type { PatternProblem } from './pattern-cursor.ts'
import { alphabetOf, anyText, graphOf, type PatternGraph } from './pattern-graph.ts'
import { type CompiledPattern, compilePattern } from './pattern-program.ts'
import { lengthsIn, tabulateLengths, textsOfLength } from './pattern-texts.ts'
import type { CharacterSet } from './shape.ts'

/** A pattern, with what is known of the well-formed texts that match it as a whole. */
export interface Pattern extends CompiledPattern, GraphBounds {
  /** Whether any text matches. Where none does, lengths are zero. */
  readonly isPossible: boolean
  /** The characters of all texts; undefined where the pattern is not anchored at both ends. */
  readonly alphabet: CharacterSet | undefined
  /** One of the shortest texts. */
  readonly shortest: string | undefined
  /** One of the longest texts, where there is a longest one. */
  readonly longest: string | undefined
}

/** Reads a pattern; the span of a problem lies inside the source. */
export function parsePattern(
  source: string,
): { readonly pattern: Pattern } | { readonly problem: PatternProblem } {
  const result = compilePattern(source)
  return 'problem' in result ? result : { pattern: describe(result.compiled) }
}

export { matchesPattern } from './pattern-matcher.ts'

/** The facts are worked out when they are asked for: a match needs none of them. */
function describe(compiled: CompiledPattern): Pattern {
  let facts: { graph: PatternGraph; bounds: GraphBounds | undefined } | undefined
  const read = (): typeof facts & object => {
    if (facts === undefined) {
      const graph = graphOf(compiled.root, anyText)
      facts = { graph, bounds: boundsOfGraph(graph) }
    }
    return facts
  }
  const impossible = { min: 0, max: 0 }
  return {
    ...compiled,
    get isPossible() {
      return read().bounds !== undefined
    },
    get length() {
      return read().bounds?.length ?? impossible
    },
    get jsonBytes() {
      return read().bounds?.jsonBytes ?? impossible
    },
    get alphabet() {
      const { graph } = read()
      return graph.isAnchored ? alphabetOf(graph) : undefined
    },
    get shortest() {
      return textAt(read().graph, read().bounds?.length.min)
    },
    get longest() {
      return textAt(read().graph, read().bounds?.length.max)
    },
  }
}

function textAt(graph: PatternGraph, length: number | undefined): string | undefined {
  if (length === undefined || length === Number.POSITIVE_INFINITY) return undefined
  const table = tabulateLengths(graph, length)
  if (table === undefined || !lengthsIn(table).includes(length)) return undefined
  return textsOfLength(graph, table, length).next().value
}
