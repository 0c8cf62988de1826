import { lineCharacters, multilineCharacters } from './character-set.ts'
import type { StringDeclaration } from './declaration.ts'
import { formatShapes } from './format-shapes.ts'
import { costOf } from './json-bytes.ts'
import { boundsOfGraph } from './pattern-bounds.ts'
import { alphabetOf, graphOf, type PatternGraph } from './pattern-graph.ts'
import { compilePattern } from './pattern-program.ts'
import { type LengthTable, lengthsIn, tabulateLengths } from './pattern-texts.ts'
import { remember } from './remember.ts'
import type { CharacterSet, Interval } from './shape.ts'

/** What is known of the strings that a declaration allows, its `enum` and `const` left aside. */
export interface StringFacts {
  /** UTF-16 code units. */
  readonly length: Interval
  /** UTF-8 bytes inside a JSON string, escapes included. */
  readonly jsonBytes: Interval
  readonly alphabet: CharacterSet
  /** The texts of the pattern, where there is one. */
  readonly graph?: PatternGraph
}

/** Works out how long strings can be and what stands in them; undefined where none is allowed. */
export const factsOfString: (declaration: StringDeclaration) => StringFacts | undefined =
  remember(readFacts)

function readFacts(declaration: StringDeclaration): StringFacts | undefined {
  const { minLength = 1, maxLength = Number.POSITIVE_INFINITY, pattern } = declaration
  const format = declaration.format === undefined ? undefined : formatShapes[declaration.format]
  const allowed = declaration.multiline === true ? multilineCharacters : lineCharacters
  const alphabet = format?.alphabet ?? allowed
  const stated = { min: minLength, max: maxLength }
  const length = format === undefined ? stated : overlap(stated, format.length)
  if (length.min > length.max) return undefined
  if (pattern === undefined) return { length, jsonBytes: bytesOf(length, alphabet), alphabet }
  return narrow(pattern, length, { allowed: alphabet, isTrimmed: declaration.trim !== false })
}

function narrow(
  pattern: string,
  stated: Interval,
  frame: Parameters<typeof graphOf>[1],
): StringFacts | undefined {
  const result = compilePattern(pattern)
  if ('problem' in result) return undefined
  const graph = graphOf(result.compiled.root, frame)
  const own = boundsOfGraph(graph)
  if (own === undefined) return undefined
  const length = overlapExactly(graph, own.length, stated)
  if (length === undefined) return undefined
  const alphabet = graph.isAnchored ? alphabetOf(graph) : frame.allowed
  const jsonBytes = overlap(own.jsonBytes, bytesOf(length, alphabet))
  return { length, jsonBytes, alphabet, graph }
}

/** The lengths that texts really have between the stated ends, where that is not too much work. */
function overlapExactly(
  graph: PatternGraph,
  own: Interval,
  stated: Interval,
): Interval | undefined {
  const length = overlap(own, stated)
  if (length.min > length.max) return undefined
  if (length.min === own.min && length.max === own.max) return length
  const lengths = lengthsFrom(tabulateLengths(graph, length.max), length.min)
  if (lengths === undefined) return length
  const min = lengths[0]
  const max = lengths.at(-1)
  return min === undefined || max === undefined ? undefined : { min, max }
}

function lengthsFrom(table: LengthTable | undefined, min: number): readonly number[] | undefined {
  return table && lengthsIn(table).filter((length) => length >= min)
}

function overlap(left: Interval, right: Interval): Interval {
  return { min: Math.max(left.min, right.min), max: Math.min(left.max, right.max) }
}

function bytesOf(length: Interval, alphabet: CharacterSet): Interval {
  const cost = costOf(alphabet)?.bytesPerUnit ?? { min: 0, max: 0 }
  return { min: length.min * cost.min, max: length.max * cost.max }
}
