import { groupStates } from './pattern-bounds.ts'
import { setOfClass } from './pattern-graph.ts'
import { compilePattern, type Program } from './pattern-program.ts'
import type { CharacterSet } from './shape.ts'

/** Steps of the search after which the answer is no. */
const maxSteps = 200_000
/** Steps from one character to the next: what is beyond goes round without taking any. */
const maxStepsBetween = 4000
/** Larger automata need not be tried: engines refuse expressions that become too large. */
const maxInstructions = 3000

/** So many ways through a text an engine may have to try, one after the other. */
export const maxWays = 32

/**
 * Whether an engine that tries one way after the other, as JavaScript's do, surely takes time linear
 * in the text. The pattern begins with `^`, and inside what it repeats without end the next character
 * leaves one way to go on at most: a wrong one then fails at once. Elsewhere it may leave several, as
 * in `(cat|car)`, if all together they are few. When in doubt, the answer is no.
 */
export function isSurelyLinear(source: string): boolean {
  const result = compilePattern(source)
  if ('problem' in result) return false
  const places = readPlaces(result.compiled.program)
  return places !== undefined && waysThrough(places) <= maxWays
}

/** Where a match stands between two characters. */
interface Place {
  /** The instructions that can take the next character, once for each way to them. */
  readonly takers: readonly number[]
  /** Whether a character can be taken in two ways. */
  readonly isAmbiguous: boolean
}

interface Search {
  readonly program: Program
  /** Class → its characters. */
  readonly sets: readonly CharacterSet[]
  steps: number
}

/** The place at the front of a text, and those behind each instruction that takes a character. */
function readPlaces(program: Program): ReadonlyMap<number, Place> | undefined {
  const { instructions, classes } = program
  if (instructions.length > maxInstructions) return undefined
  const search: Search = { program, sets: classes.map(setOfClass), steps: 0 }
  const places = new Map<number, Place>()
  for (const [index, { type }] of instructions.entries()) {
    if (index > 0 && type !== 'take') continue
    const first = index === 0 ? readPlace(search, 0, false) : undefined
    const behind = type === 'take' ? readPlace(search, index + 1, true) : undefined
    if ((index === 0 && first === undefined) || (type === 'take' && behind === undefined)) {
      return undefined
    }
    if (first !== undefined) places.set(0, first)
    if (behind !== undefined) places.set(index + 1, behind)
  }
  return places
}

/** Follows every way to the instructions that take the next character; nothing where that is odd. */
function readPlace(search: Search, from: number, isInside: boolean): Place | undefined {
  const { instructions } = search.program
  const takers: number[] = []
  const ways = [{ index: from, isAnchored: isInside }]
  for (let steps = 0; ways.length > 0; steps++) {
    if (steps > maxStepsBetween || ++search.steps > maxSteps) return undefined
    const { index, isAnchored } = ways.pop() ?? { index: 0, isAnchored: false }
    const instruction = instructions[index]
    const behind = (to: number): void => void ways.push({ index: to, isAnchored })
    switch (instruction?.type) {
      case 'take':
        if (!isAnchored) return undefined
        takers.push(index)
        break
      case 'split':
        behind(instruction.first)
        behind(instruction.second)
        break
      case 'jump':
        behind(instruction.to)
        break
      case 'end':
        behind(index + 1)
        break
      case 'start':
        // Only at the front of a text it holds; elsewhere it stands in patterns that are odd anyway.
        if (isInside) return undefined
        ways.push({ index: index + 1, isAnchored: true })
        break
      default:
        if (!isAnchored) return undefined
    }
  }
  return { takers, isAmbiguous: areOverlapping(search, takers) }
}

function areOverlapping(search: Search, takers: readonly number[]): boolean {
  if (takers.length < 2) return false
  const ranges = takers.flatMap((index) => charactersAt(search, index))
  search.steps += ranges.length
  return ranges
    .sort((left, right) => left[0] - right[0])
    .some(([first], index) => first <= (ranges[index - 1]?.[1] ?? -1))
}

function charactersAt({ program, sets }: Search, index: number): CharacterSet {
  const instruction = program.instructions[index]
  return (instruction?.type === 'take' ? sets[instruction.class] : undefined) ?? []
}

/** How many ways an engine tries at most; infinite where an ambiguous place is come to again. */
function waysThrough(places: ReadonlyMap<number, Place>): number {
  const numbers = new Map([...places.keys()].map((index, number) => [index, number]))
  const all = [...places.values()]
  const edges = all.map(({ takers }) =>
    takers.map((index) => ({ to: numbers.get(index + 1) ?? 0 })),
  )
  const ways: number[] = []
  // Groups come in an order in which ways lead to earlier ones only.
  for (const group of groupStates({ edges }).groups) {
    const members = new Set(group)
    const targets = group.flatMap((state) => (edges[state] ?? []).map(({ to }) => to))
    const further = targets.filter((to) => !members.has(to)).map((to) => ways[to] ?? 1)
    const isAmbiguous = group.some((state) => all[state]?.isAmbiguous === true)
    const isCircle = further.length < targets.length
    if (isAmbiguous && isCircle) return Number.POSITIVE_INFINITY
    const count = isAmbiguous ? further.reduce((sum, one) => sum + one, 0) : Math.max(1, ...further)
    for (const state of group) ways[state] = count
  }
  return ways[numbers.get(0) ?? 0] ?? Number.POSITIVE_INFINITY
}
