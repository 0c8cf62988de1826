import type { CompiledPattern, Program } from './pattern-program.ts'
import { isInClass } from './pattern-syntax.ts'

/** Whether a text holds a match, anywhere unless the pattern is anchored: as `RegExp.test`. */
export function matchesPattern(pattern: Pick<CompiledPattern, 'program'>, text: string): boolean {
  return runProgram(pattern.program, text).matches
}

/**
 * Runs an automaton over a text, all its threads side by side. The steps are counted because they
 * are what is promised: at most two for each instruction and each character.
 */
export function runProgram(
  program: Program,
  text: string,
): { readonly matches: boolean; readonly steps: number } {
  const run: Run = {
    program,
    seen: new Int32Array(program.instructions.length).fill(-1),
    steps: 0,
  }
  let waiting: number[] = []
  let position = 0
  for (let round = 0; ; round++) {
    // A match may begin at every position, so a thread starts at every position.
    waiting.push(0)
    const takers = follow(run, waiting, round, position === 0, position === text.length)
    if (takers === undefined) return { matches: true, steps: run.steps }
    const codePoint = text.codePointAt(position)
    if (codePoint === undefined) return { matches: false, steps: run.steps }
    waiting = advance(run, takers, codePoint)
    position += codePoint > 0xffff ? 2 : 1
  }
}

interface Run {
  readonly program: Program
  /** Instruction → the last round in which a thread was there. */
  readonly seen: Int32Array
  steps: number
}

/** Follows the threads to where they wait for a character; nothing when one of them has matched. */
function follow(
  run: Run,
  threads: number[],
  round: number,
  isStart: boolean,
  isEnd: boolean,
): number[] | undefined {
  const takers: number[] = []
  for (let index = threads.pop(); index !== undefined; index = threads.pop()) {
    if (run.seen[index] === round) continue
    run.seen[index] = round
    run.steps++
    const instruction = run.program.instructions[index]
    if (instruction === undefined || instruction.type === 'match') return undefined
    if (instruction.type === 'take') takers.push(index)
    else if (instruction.type === 'jump') threads.push(instruction.to)
    else if (instruction.type === 'split') threads.push(instruction.second, instruction.first)
    else if (instruction.type === 'start' ? isStart : isEnd) threads.push(index + 1)
  }
  return takers
}

function advance(run: Run, takers: readonly number[], codePoint: number): number[] {
  const { instructions, classes } = run.program
  const verdicts = new Map<number, boolean>()
  const waiting: number[] = []
  for (const index of takers) {
    run.steps++
    const instruction = instructions[index]
    if (instruction?.type !== 'take') continue
    const characters = classes[instruction.class]
    let verdict = verdicts.get(instruction.class)
    if (verdict === undefined && characters !== undefined) {
      verdict = isInClass(characters, codePoint)
      verdicts.set(instruction.class, verdict)
    }
    if (verdict) waiting.push(index + 1)
  }
  return waiting
}
