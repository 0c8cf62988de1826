import type { PatternProblem } from './pattern-cursor.ts'
import { parsePatternTree } from './pattern-parser.ts'
import { anyCharacter, type CharacterClass, type PatternNode } from './pattern-syntax.ts'

/** One step of a pattern's automaton; targets are indexes of instructions. */
export type Instruction =
  | { readonly type: 'take'; readonly class: number }
  | { readonly type: 'split'; readonly first: number; readonly second: number }
  | { readonly type: 'jump'; readonly to: number }
  | { readonly type: 'start' }
  | { readonly type: 'end' }
  | { readonly type: 'match' }

/** A pattern as a non-deterministic automaton. */
export interface Program {
  readonly instructions: readonly Instruction[]
  readonly classes: readonly CharacterClass[]
}

/** A pattern that can be matched. */
export interface CompiledPattern {
  readonly source: string
  readonly root: PatternNode
  readonly program: Program
}

/** Bounds the memory of an automaton and, with the length of a text, the work of a match. */
export const maxInstructions = 10_000

/** Reads a pattern and makes its automaton. */
export function compilePattern(
  source: string,
): { readonly compiled: CompiledPattern } | { readonly problem: PatternProblem } {
  const parsed = parsePatternTree(source)
  if ('problem' in parsed) return parsed
  const { root } = parsed
  if (sizeOf(root) > maxInstructions) {
    const message = `the pattern needs ${sizeOf(root)} steps when its repeats are written out, at most ${maxInstructions} are allowed: shorten it`
    return { problem: { message, span: { start: 0, end: source.length } } }
  }
  return { compiled: { source, root, program: assemble(root) } }
}

/** Makes the automaton of a tree; it finds a match that begins where it is started. */
function assemble(root: PatternNode): Program {
  const assembly = openAssembly()
  emit(assembly, root)
  assembly.instructions.push({ type: 'match' })
  return assembly
}

/** Makes the automaton that takes the whole of every text in which the tree is found. */
export function assembleSearch(root: PatternNode): Program {
  const assembly = openAssembly()
  const anything: PatternNode = {
    type: 'repeat',
    item: { type: 'class', class: anyCharacter },
    min: 0,
    max: Number.POSITIVE_INFINITY,
  }
  emit(assembly, { type: 'sequence', items: [anything, root, anything] })
  assembly.instructions.push({ type: 'match' })
  return assembly
}

interface Assembly {
  readonly instructions: Instruction[]
  readonly classes: CharacterClass[]
  readonly known: Map<CharacterClass, number>
}

function openAssembly(): Assembly {
  return { instructions: [], classes: [], known: new Map() }
}

function emit(assembly: Assembly, node: PatternNode): void {
  switch (node.type) {
    case 'class':
      assembly.instructions.push({ type: 'take', class: indexOfClass(assembly, node.class) })
      break
    case 'sequence':
      for (const item of node.items) emit(assembly, item)
      break
    case 'choice':
      emitChoice(assembly, node.options)
      break
    case 'repeat':
      emitRepeat(assembly, node.item, node.min, node.max)
      break
    default:
      assembly.instructions.push(node)
  }
}

function indexOfClass(assembly: Assembly, characters: CharacterClass): number {
  const known = assembly.known.get(characters)
  if (known !== undefined) return known
  const index = assembly.classes.push(characters) - 1
  assembly.known.set(characters, index)
  return index
}

function emitChoice({ instructions, ...rest }: Assembly, options: readonly PatternNode[]): void {
  const exits: number[] = []
  options.forEach((option, index) => {
    const isLast = index === options.length - 1
    const split = instructions.length
    if (!isLast) instructions.push({ type: 'jump', to: 0 })
    emit({ instructions, ...rest }, option)
    if (isLast) return
    exits.push(instructions.push({ type: 'jump', to: 0 }) - 1)
    instructions[split] = { type: 'split', first: split + 1, second: instructions.length }
  })
  for (const exit of exits) instructions[exit] = { type: 'jump', to: instructions.length }
}

function emitRepeat(assembly: Assembly, item: PatternNode, min: number, max: number): void {
  const { instructions } = assembly
  for (let count = 0; count < min; count++) emit(assembly, item)
  if (max === Number.POSITIVE_INFINITY) {
    const split = instructions.push({ type: 'jump', to: 0 }) - 1
    emit(assembly, item)
    instructions.push({ type: 'jump', to: split })
    instructions[split] = { type: 'split', first: split + 1, second: instructions.length }
    return
  }
  const exits: number[] = []
  for (let count = min; count < max; count++) {
    exits.push(instructions.push({ type: 'jump', to: 0 }) - 1)
    emit(assembly, item)
  }
  for (const exit of exits) {
    instructions[exit] = { type: 'split', first: exit + 1, second: instructions.length }
  }
}

/** How many instructions a tree becomes. */
function sizeOf(node: PatternNode): number {
  switch (node.type) {
    case 'sequence':
      return node.items.reduce((sum, item) => sum + sizeOf(item), 0)
    case 'choice':
      return node.options.reduce((sum, option) => sum + sizeOf(option) + 2, 0)
    case 'repeat': {
      const copies = node.max === Number.POSITIVE_INFINITY ? node.min + 1 : node.max
      return copies * (sizeOf(node.item) + 1) + 1
    }
    default:
      return 1
  }
}
