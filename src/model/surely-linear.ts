import { setOfClass } from './pattern-graph.ts'
import { compilePattern, type Program } from './pattern-program.ts'
import type { CharacterSet } from './shape.ts'

/** Steps of the search after which the answer is no. */
const maxSteps = 200_000
/** Larger automata need not be tried: engines refuse expressions that become too large. */
const maxInstructions = 3000

/**
 * Whether an engine that tries one way after the other, as JavaScript's do, surely takes time linear
 * in the text: the pattern begins with `^`, and wherever it stands in a text, the next character
 * leaves it at most one way to go on. A way that was wrong then fails at once and is tried once for
 * each character. When in doubt, the answer is no.
 */
export function isSurelyLinear(source: string): boolean {
  const result = compilePattern(source)
  if ('problem' in result) return false
  const { program } = result.compiled
  const { instructions } = program
  if (instructions.length > maxInstructions) return false
  const sets = program.classes.map(setOfClass)
  const search = { program, sets, seen: new Int32Array(instructions.length), round: 0, steps: 0 }
  return instructions.every((instruction, index) => {
    if (index === 0 && !isClear(search, 0, false)) return false
    return instruction.type !== 'take' || isClear(search, index + 1, true)
  })
}

interface Search {
  readonly program: Program
  /** Class → its characters. */
  readonly sets: readonly CharacterSet[]
  /** Instruction → the last round in which it was reached. */
  readonly seen: Int32Array
  round: number
  steps: number
}

/**
 * Whether one character at most leads on from a place, whatever it is. Two ways to one instruction
 * are two ways: engines try both.
 */
function isClear(search: Search, first: number, isInside: boolean): boolean {
  const { instructions } = search.program
  const round = ++search.round
  const taken: CharacterSet[] = []
  const ways = [{ index: first, isAnchored: isInside }]
  for (;;) {
    const way = ways.pop()
    if (way === undefined) return areDisjoint(search, taken)
    const { index, isAnchored } = way
    if (search.seen[index] === round || ++search.steps > maxSteps) return false
    search.seen[index] = round
    const instruction = instructions[index]
    const behind = (to: number): void => void ways.push({ index: to, isAnchored })
    switch (instruction?.type) {
      case 'take':
        if (!isAnchored) return false
        taken.push(search.sets[instruction.class] ?? [])
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
        if (isInside) return false
        ways.push({ index: index + 1, isAnchored: true })
        break
      default:
        if (!isAnchored) return false
    }
  }
}

function areDisjoint(search: Search, sets: readonly CharacterSet[]): boolean {
  if (sets.length < 2) return true
  const ranges = sets.flat().sort((left, right) => left[0] - right[0])
  search.steps += ranges.length
  return (
    search.steps <= maxSteps &&
    ranges.every(([first], index) => first > (ranges[index - 1]?.[1] ?? -1))
  )
}
