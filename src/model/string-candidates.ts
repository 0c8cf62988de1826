import type { StringDeclaration, StringFormat } from './declaration.ts'
import { writeFormat } from './format-witness.ts'
import type { PatternGraph } from './pattern-graph.ts'
import { affordableLength, lengthsIn, tabulateLengths, textsOfLength } from './pattern-texts.ts'
import type { Interval } from './shape.ts'
import { factsOfString } from './string-facts.ts'
import type { Aim } from './witness.ts'

/** Yields different texts that a declaration probably allows, the longest or the shortest first. */
export function* stringCandidates(declaration: StringDeclaration, aim: Aim): Generator<string> {
  const facts = factsOfString(declaration)
  if (facts === undefined) return
  const { format } = declaration
  if (facts.graph === undefined) {
    yield* writtenTexts(format, facts.length, aim)
    return
  }
  if (format === undefined) {
    yield* textsOfGraph(facts.graph, facts.length, aim)
    return
  }
  // Each kind knows nothing of the other one, so only the check can tell which are both.
  yield* writtenTexts(format, facts.length, aim, 4)
  let left = maxGuesses
  for (const text of textsOfGraph(facts.graph, facts.length, aim)) {
    if (left-- === 0) return
    yield text
  }
}

const maxGuesses = 1000

function* writtenTexts(
  format: StringFormat | undefined,
  length: Interval,
  aim: Aim,
  perLength = Number.POSITIVE_INFINITY,
): Generator<string> {
  const max = Math.max(length.min, Math.min(length.max, enough))
  for (const size of lengthsOf({ min: length.min, max }, aim)) {
    for (let variant = 0; variant < perLength; variant++) {
      const text =
        format === undefined ? writePlain(size, variant, aim) : writeFormat(format, size, variant)
      if (text === undefined) break
      yield text
    }
  }
}

/** No limit of a platform is higher, and longer texts would only fill the memory. */
const enough = 2 ** 20

/** Lengths from the aim inwards. */
function* lengthsOf({ min, max }: Interval, aim: Aim): Generator<number> {
  if (aim === 'shortest') for (let length = min; length <= max; length++) yield length
  else for (let length = max; length >= min; length--) yield length
}

function* textsOfGraph(graph: PatternGraph, range: Interval, aim: Aim): Generator<string> {
  const most = Math.min(range.max, affordableLength(graph))
  // Where the shortest text is too long for it, the table would be made for nothing.
  const table = most < range.min ? undefined : tabulateLengths(graph, most)
  if (table === undefined) return
  const lengths = lengthsIn(table).filter((length) => length >= range.min)
  for (const length of aim === 'shortest' ? lengths : lengths.toReversed()) {
    yield* textsOfLength(graph, table, length, aim === 'heaviest')
  }
}

// Wide letters first; no two differ in case only.
const letters = 'WMABCDEFGHIJKLNOPQRSTUVXYZ0123456789'

// Each of its one unit takes three bytes.
const heaviest = '漢'

/** `WWW…`, with the variant's number counted in letters at the end. */
function writePlain(length: number, variant: number, aim: Aim): string | undefined {
  const filler = aim === 'heaviest' ? heaviest : letters[0]
  let tail = ''
  for (let rest = variant; rest > 0; rest = Math.floor(rest / letters.length)) {
    tail = (letters[rest % letters.length] ?? '') + tail
  }
  return tail.length > length ? undefined : tail.padStart(length, filler)
}
