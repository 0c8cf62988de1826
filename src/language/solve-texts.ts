import type { Guard, Reference, TextPart } from '../model/bounds.ts'
import type { Declaration } from '../model/declaration.ts'
import type { JsonValue } from '../model/json.ts'
import { findSharedText, type SearchPool } from '../model/shared-text.ts'
import { graphOfParts, type TextGraph } from '../model/text-graph.ts'
import { witnessOf } from '../model/witness.ts'
import { type Elements, pathOf, type VariablePath } from './pin-board.ts'

/** A text at one element of every loop around it. */
export interface Placed {
  readonly parts: readonly TextPart[]
  readonly guard: Guard
  readonly elements: Elements
}

/** What a variable must be. */
export type Binding = readonly [path: VariablePath, value: JsonValue]

/** So many pairs of places are looked at for one solution. */
const budget = 30_000

/** Yields values for the variables of a text with which it has a given shape. */
export function solveShape(
  text: Placed,
  shape: TextGraph,
  pool: SearchPool,
): Iterable<readonly Binding[]> {
  return solve([text], pool, function* ([fixed]) {
    const graph = graphOfParts(text.parts, false, fixed)
    const shared = findSharedText(graph, shape, { budget, pool, isTrimmed: false })
    if (typeof shared === 'object') yield [shared.left]
  })
}

/** Yields values for the variables of two texts with which they are compared as the same. */
export function solveAlike(
  [left, right]: readonly [Placed, Placed],
  ignoresCase: boolean,
  pool: SearchPool,
): Iterable<readonly Binding[]> {
  return solve([left, right], pool, function* ([ours, theirs]) {
    const one = graphOfParts(left.parts, ignoresCase, ours)
    const other = graphOfParts(right.parts, ignoresCase, theirs)
    for (const mustDiffer of [false, true]) {
      const shared = findSharedText(one, other, { budget, pool, isTrimmed: true, mustDiffer })
      if (typeof shared === 'object') yield [shared.left, shared.right]
    }
  })
}

/** What the parts of each text become; some of them are fixed before. */
type Search = (
  fixed: readonly ReadonlyMap<number, readonly string[]>[],
) => Iterable<readonly (readonly string[])[]>

/**
 * Searches first as if a variable could be another value at each place where it stands, and as if
 * a number or a format were any text that looks like one. Where that gives a variable several
 * values, each of them is tried as its value everywhere, then some others.
 */
function* solve(
  texts: readonly Placed[],
  pool: SearchPool,
  search: Search,
): Generator<readonly Binding[]> {
  const known = new RepeatedVariables(texts)
  for (const found of search(texts.map(() => new Map()))) {
    known.learn(found)
    yield bindAll(texts, found)
  }
  for (let round = 0; round < (known.hasAny ? rounds : 1); round++) {
    if (pool.left <= 0) return
    for (const found of search(texts.map((text) => known.valuesIn(text, round)))) {
      yield bindAll(texts, found)
    }
  }
}

const turns = 5
const rounds = turns ** 2

/** The variables that stand in some texts more than once, and values to try for them. */
class RepeatedVariables {
  readonly hasAny: boolean
  readonly #texts: readonly Placed[]
  /** Only of those that stand there more than once. */
  readonly #candidates = new Map<string, Set<string>>()

  constructor(texts: readonly Placed[]) {
    this.#texts = texts
    const seen = new Set<string>()
    for (const [name] of this.#places()) {
      if (seen.has(name)) this.#candidates.set(name, new Set())
      seen.add(name)
    }
    this.hasAny = this.#candidates.size > 0
  }

  /** Keeps the values that a search found as ones to try. */
  learn(found: readonly (readonly string[])[]): void {
    for (const [name, text, part] of this.#places()) {
      this.#candidates.get(name)?.add(found[text]?.[part] ?? '')
    }
  }

  valuesIn(text: Placed, round: number): ReadonlyMap<number, readonly string[]> {
    const values = new Map<number, readonly string[]>()
    for (const [index, { reference, shape }] of text.parts.entries()) {
      if (reference === undefined) continue
      const { declaration } = reference
      const name = nameIn(text, reference)
      const candidates = this.#candidates.get(name)
      if (candidates === undefined) {
        if (isLoose(declaration)) values.set(index, samplesOf(declaration, shape.values))
        continue
      }
      if (candidates.size < rounds) {
        for (const value of samplesOf(declaration, shape.values)) candidates.add(value)
      }
      const value = [...candidates][this.#turn(name, round) % Math.max(1, candidates.size)]
      if (value !== undefined) values.set(index, [value])
    }
    return values
  }

  /** Which of its candidates a variable is in a round: those of several go on one after the other. */
  #turn(name: string, round: number): number {
    const place = [...this.#candidates.keys()].indexOf(name)
    return Math.floor(round / turns ** place) % turns
  }

  *#places(): Generator<readonly [name: string, text: number, part: number]> {
    for (const [index, text] of this.#texts.entries()) {
      for (const [part, { reference }] of text.parts.entries()) {
        if (reference !== undefined) yield [nameIn(text, reference), index, part]
      }
    }
  }
}

function nameIn({ elements }: Placed, { names, loop }: Reference): string {
  return pathOf(names, loop, elements).join('.')
}

/** Whether not every text of its graph is a value. */
function isLoose(declaration: Declaration): boolean {
  return declaration.type !== 'string' || declaration.format !== undefined
}

function samplesOf(
  declaration: Declaration,
  values: readonly string[] | undefined,
): readonly string[] {
  if (values !== undefined) return values
  const samples = knownSamples.get(declaration) ?? findSamples(declaration)
  knownSamples.set(declaration, samples)
  return samples
}

const knownSamples = new WeakMap<Declaration, readonly string[]>()

function findSamples(declaration: Declaration): readonly string[] {
  const found = [0, 1, 2].flatMap((seed) => [
    witnessOf(declaration, 'shortest', seed),
    witnessOf(declaration, 'longest', seed),
  ])
  return [...new Set(found.flatMap((value) => (value === undefined ? [] : [String(value)])))]
}

function bindAll(
  texts: readonly Placed[],
  found: readonly (readonly string[])[],
): readonly Binding[] {
  return texts.flatMap((text, index) => [...bind(text, found[index] ?? [])])
}

function* bind({ parts, elements }: Placed, texts: readonly string[]): Generator<Binding> {
  for (const [index, { reference }] of parts.entries()) {
    if (reference === undefined) continue
    const value = readText(reference.declaration, texts[index] ?? '')
    yield [pathOf(reference.names, reference.loop, elements), value]
  }
}

/** The value whose string form a text is. */
function readText({ type }: Declaration, text: string): JsonValue {
  if (type === 'boolean') return text === 'true'
  return type === 'integer' || type === 'number' ? Number(text) : text
}
