import type { CompiledPattern, Program } from './pattern-program.ts'
import { isInClass } from './pattern-syntax.ts'

/** Whether a text holds a match, anywhere unless the pattern is anchored: as `RegExp.test`. */
export function matchesPattern(pattern: Pick<CompiledPattern, 'program'>, text: string): boolean {
  return runProgram(pattern.program, text).matches
}

/**
 * Runs an automaton over a text, all its threads side by side. The steps are counted because they
 * are what is promised: at most two for each instruction and each character. Where the threads got
 * to is remembered: the same road costs next to nothing when it is taken again.
 */
export function runProgram(
  program: Program,
  text: string,
): { readonly matches: boolean; readonly steps: number } {
  const run = openRun(program)
  let state = run.first
  let position = 0
  while (!state.matches) {
    const codePoint = text.codePointAt(position)
    if (codePoint === undefined) return { matches: state.matchesAtEnd, steps: run.steps }
    state = state.next.get(codePoint) ?? advance(run, state, codePoint)
    position += codePoint > 0xffff ? 2 : 1
  }
  return { matches: true, steps: run.steps }
}

/** Where all threads are between two characters. */
interface State {
  /** The instructions that take the next character. */
  readonly takers: Uint16Array
  /** Whether a thread has matched, whatever comes. */
  readonly matches: boolean
  /** Whether a thread matches if nothing comes. */
  readonly matchesAtEnd: boolean
  /** Code point → the state behind it. */
  readonly next: Map<number, State>
}

interface Run {
  readonly program: Program
  /** Instruction → the last round in which a thread was there. */
  readonly seen: Int32Array
  /** Class → the last round in which it was asked, negative where the answer was no. */
  readonly asked: Int32Array
  round: number
  steps: number
  first: State
  /** What tells a state from others → the state. */
  readonly states: Map<string, State>
  /** How much more may be remembered. */
  room: number
}

const runs = new WeakMap<Program, Run>()

/** So many threads of one pattern are remembered, in all its states together: two megabytes. */
const maxRemembered = 1_000_000

/** Above this number the rounds would no longer fit; a new run begins with none. */
const maxRounds = 1_000_000_000

function openRun(program: Program): Run {
  const known = runs.get(program)
  if (known !== undefined && known.round < maxRounds) {
    known.steps = 0
    return known
  }
  const run: Run = {
    program,
    seen: new Int32Array(program.instructions.length),
    asked: new Int32Array(program.classes.length),
    round: 0,
    steps: 0,
    first: nowhere,
    states: new Map(),
    room: maxRemembered,
  }
  run.first = follow(run, [0], true)
  runs.set(program, run)
  return run
}

const nowhere: State = {
  takers: new Uint16Array(0),
  matches: false,
  matchesAtEnd: false,
  next: new Map(),
}

/** Follows threads to where they wait for a character. */
function follow(run: Run, threads: number[], isStart: boolean): State {
  const { seen } = run
  const { instructions } = run.program
  const round = ++run.round
  const takers: number[] = []
  /** Where threads go on if the text is over. */
  const ends: number[] = []
  let isEnd = false
  for (;;) {
    const index = threads.pop()
    if (index === undefined) {
      if (isEnd || ends.length === 0) break
      isEnd = true
      threads.push(...ends)
      continue
    }
    if (seen[index] === round) continue
    seen[index] = round
    run.steps++
    const instruction = instructions[index]
    if (instruction === undefined || instruction.type === 'match') {
      return { ...stateOf(takers), matches: !isEnd, matchesAtEnd: true }
    }
    if (instruction.type === 'take') {
      if (!isEnd) takers.push(index)
    } else if (instruction.type === 'jump') threads.push(instruction.to)
    else if (instruction.type === 'split') threads.push(instruction.second, instruction.first)
    else if (instruction.type === 'end' && !isEnd) ends.push(index + 1)
    else if (instruction.type === 'end' || isStart) threads.push(index + 1)
  }
  return stateOf(takers)
}

function stateOf(takers: readonly number[]): State {
  return {
    takers: Uint16Array.from(takers),
    matches: false,
    matchesAtEnd: false,
    next: new Map(),
  }
}

/** The state behind a character: a known one, or one that is remembered from now on. */
function advance(run: Run, state: State, codePoint: number): State {
  const found = follow(run, takeAll(run, state.takers, codePoint), false)
  const name = nameOf(found)
  const known = run.states.get(name)
  const behind = known ?? found
  makeRoom(run, known === undefined ? 20 + found.takers.length : 1)
  if (known === undefined) run.states.set(name, behind)
  state.next.set(codePoint, behind)
  return behind
}

/** The same threads in another order are the same state; to sort many would take long. */
function nameOf({ takers, matches, matchesAtEnd }: State): string {
  if (matches) return 'matches'
  const sorted = takers.length > 256 ? takers : takers.toSorted()
  return `${matchesAtEnd ? '$' : ''} ${String.fromCharCode(...sorted)}`
}

/** Forgets everything where there is too much of it: what is needed comes back. */
function makeRoom(run: Run, size: number): void {
  run.room -= size
  if (run.room >= 0) return
  run.states.clear()
  run.first.next.clear()
  run.room = maxRemembered
}

/** Where the threads wake up that take a character, and the one that begins a match behind it. */
function takeAll(run: Run, takers: Uint16Array, codePoint: number): number[] {
  const { asked, program } = run
  const { instructions, classes } = program
  const round = ++run.round
  const waiting = [0]
  for (const index of takers) {
    run.steps++
    const instruction = instructions[index]
    if (instruction?.type !== 'take') continue
    const number = instruction.class
    const characters = classes[number]
    if (characters !== undefined && Math.abs(asked[number] ?? 0) !== round) {
      asked[number] = isInClass(characters, codePoint) ? round : -round
    }
    if (asked[number] === round) waiting.push(index + 1)
  }
  return waiting
}
