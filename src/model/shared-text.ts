import { blankCharacters, intersectSets, typicalOf } from './character-set.ts'
import type { CharacterSet } from './shape.ts'
import type { Take, TextGraph } from './text-graph.ts'

/** Two texts that are the same when they are compared, each taken apart as it was laid out. */
export interface SharedText {
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/** What several searches share. */
export interface SearchPool {
  left: number
}

/** What is asked of two texts. */
export interface SharingOptions {
  /** So many pairs of states are looked at. */
  readonly budget: number
  /** How many more are looked at in several searches together. */
  readonly pool?: SearchPool
  /** Whether `trim()` comes first. */
  readonly isTrimmed: boolean
  /**
   * For texts that are made alike: whether they must differ in the value of some part. They do if
   * one character that they share belongs to another part of the one than of the other.
   */
  readonly mustDiffer?: boolean
}

/** Finds a shortest text that both graphs give; `unknown` where looking for it was too much. */
export function findSharedText(
  left: TextGraph,
  right: TextGraph,
  options: SharingOptions,
): SharedText | 'none' | 'unknown' {
  const { mustDiffer = false, pool } = options
  const first: Node = { left: 0, right: 0, phase: 'front', differs: !mustDiffer }
  const nodes = [first]
  const found = search(nodes, left, right, options)
  if (pool !== undefined) pool.left -= nodes.length
  return found
}

function search(
  nodes: Node[],
  left: TextGraph,
  right: TextGraph,
  options: SharingOptions,
): SharedText | 'none' | 'unknown' {
  const most = Math.min(options.budget, options.pool?.left ?? options.budget)
  const seen = new Set(nodes.map(keyOf))
  const visit = (node: Node): void => {
    const key = keyOf(node)
    if (seen.has(key)) return
    seen.add(key)
    nodes.push(node)
  }
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node === undefined) break
    if (node.differs && left.mayEnd(node.left) && right.mayEnd(node.right)) return spell(node)
    const [ours, theirs] = [left.takesFrom(node.left), right.takesFrom(node.right)]
    if (node.phase !== 'end') visitBoth(node, ours, theirs, visit)
    if (options.isTrimmed) visitBlanks(node, ours, theirs, visit)
    if (nodes.length > most) return 'unknown'
  }
  return 'none'
}

/** Where two texts are read to; blanks in front and at the end belong to one text alone. */
interface Node {
  readonly left: number
  readonly right: number
  readonly phase: 'front' | 'middle' | 'end'
  readonly differs: boolean
  readonly step?: Step
}

interface Step {
  readonly before: Node
  readonly codePoint: number
  readonly left?: Take
  readonly right?: Take
}

const phases = { front: 0, middle: 1, end: 2 } as const

/** More states than a graph that fits into memory has. */
const manyStates = 2 ** 25

/** A number, since searches ask for nothing as often: no two nodes of one search have the same. */
function keyOf({ left, right, phase, differs }: Node): number {
  return (left * manyStates + right) * 6 + phases[phase] * 2 + (differs ? 1 : 0)
}

function visitBoth(
  node: Node,
  ours: readonly Take[],
  theirs: readonly Take[],
  visit: (node: Node) => void,
): void {
  for (const left of ours) {
    for (const right of theirs) {
      const codePoint = commonOf(left.set, right.set)
      if (codePoint === undefined) continue
      const step = { before: node, codePoint, left, right }
      const differs = node.differs || left.part !== right.part
      visit({ left: left.to, right: right.to, phase: 'middle', differs, step })
    }
  }
}

function visitBlanks(
  node: Node,
  ours: readonly Take[],
  theirs: readonly Take[],
  visit: (node: Node) => void,
): void {
  const phase = node.phase === 'front' ? 'front' : 'end'
  for (const left of ours) {
    const codePoint = commonOf(left.set, blankCharacters)
    if (codePoint === undefined) continue
    const step = { before: node, codePoint, left }
    visit({ left: left.to, right: node.right, phase, differs: true, step })
  }
  for (const right of theirs) {
    const codePoint = commonOf(right.set, blankCharacters)
    if (codePoint === undefined) continue
    const step = { before: node, codePoint, right }
    visit({ left: node.left, right: right.to, phase, differs: true, step })
  }
}

const known = new WeakMap<CharacterSet, WeakMap<CharacterSet, number | undefined>>()

/** A character that is in both sets, the one that people know best. */
function commonOf(left: CharacterSet, right: CharacterSet): number | undefined {
  const others = known.get(left) ?? remember(left)
  const found = others.get(right)
  if (found !== undefined || others.has(right)) return found
  const character = typicalOf(left === right ? left : intersectSets(left, right))
  others.set(right, character)
  return character
}

function remember(left: CharacterSet): WeakMap<CharacterSet, number | undefined> {
  const others = new WeakMap<CharacterSet, number | undefined>()
  known.set(left, others)
  return others
}

function spell(end: Node): SharedText {
  const left: string[] = []
  const right: string[] = []
  const write = (texts: string[], take: Take | undefined, codePoint: number): void => {
    if (take !== undefined) {
      texts[take.part] = take.write(codePoint) + (texts[take.part] ?? '')
    }
  }
  for (let { step } = end; step !== undefined; { step } = step.before) {
    write(left, step.left, step.codePoint)
    write(right, step.right, step.codePoint)
  }
  return { left, right }
}
