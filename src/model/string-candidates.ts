import type { StringDeclaration } from './declaration.ts'
import { writeFormat } from './format-witness.ts'
import type { PatternGraph } from './pattern-graph.ts'
import { affordableLength, lengthsIn, tabulateLengths, textsOfLength } from './pattern-texts.ts'
import type { Interval } from './shape.ts'
import { factsOfString } from './string-facts.ts'

/** Yields different texts that a declaration probably allows, the longest or the shortest first. */
export function* stringCandidates(
  declaration: StringDeclaration,
  aim: 'longest' | 'shortest',
): Generator<string> {
  const facts = factsOfString(declaration)
  if (facts === undefined) return
  if (facts.graph !== undefined) {
    yield* textsOfGraph(facts.graph, facts.length, aim)
    return
  }
  const { format } = declaration
  const { min, max } = facts.length
  for (const length of lengthsOf({ min, max: Math.max(min, Math.min(max, enough)) }, aim)) {
    for (let variant = 0; ; variant++) {
      const text =
        format === undefined ? writePlain(length, variant) : writeFormat(format, length, variant)
      if (text === undefined) break
      yield text
    }
  }
}

/** No limit of a platform is higher, and longer texts would only fill the memory. */
const enough = 2 ** 20

/** Lengths from the aim inwards. */
function* lengthsOf({ min, max }: Interval, aim: 'longest' | 'shortest'): Generator<number> {
  if (aim === 'shortest') for (let length = min; length <= max; length++) yield length
  else for (let length = max; length >= min; length--) yield length
}

function* textsOfGraph(
  graph: PatternGraph,
  range: Interval,
  aim: 'longest' | 'shortest',
): Generator<string> {
  const table = tabulateLengths(graph, Math.min(range.max, affordableLength(graph)))
  if (table === undefined) return
  const lengths = lengthsIn(table).filter((length) => length >= range.min)
  for (const length of aim === 'shortest' ? lengths : lengths.toReversed()) {
    yield* textsOfLength(graph, table, length)
  }
}

// Wide letters first; no two differ in case only.
const letters = 'WMABCDEFGHIJKLNOPQRSTUVXYZ0123456789'

/** `WWW…`, with the variant's number counted in letters at the end. */
function writePlain(length: number, variant: number): string | undefined {
  let tail = ''
  for (let rest = variant; rest > 0; rest = Math.floor(rest / letters.length)) {
    tail = (letters[rest % letters.length] ?? '') + tail
  }
  return tail.length > length ? undefined : tail.padStart(length, letters[0])
}
