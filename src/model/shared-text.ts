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
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node === undefined) break
    if (node.differs && left.mayEnd(node.left) && right.mayEnd(node.right)) return spell(node)
    for (const next of stepsFrom(node, left, right, options)) {
      const key = keyOf(next)
      if (seen.has(key)) continue
      seen.add(key)
      nodes.push(next)
    }
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

function keyOf({ left, right, phase, differs }: Node): string {
  return `${left},${right},${phases[phase]}${differs ? '!' : ''}`
}

function* stepsFrom(
  node: Node,
  left: TextGraph,
  right: TextGraph,
  { isTrimmed }: SharingOptions,
): Generator<Node> {
  const [ours, theirs] = [left.takesFrom(node.left), right.takesFrom(node.right)]
  if (node.phase !== 'end') {
    for (const one of ours) for (const other of theirs) yield* takeBoth(node, one, other)
  }
  if (!isTrimmed) return
  const phase = node.phase === 'front' ? 'front' : 'end'
  for (const take of ours) {
    const codePoint = typicalOf(commonOf(take.set, blankCharacters))
    if (codePoint === undefined) continue
    const step = { before: node, codePoint, left: take }
    yield { left: take.to, right: node.right, phase, differs: true, step }
  }
  for (const take of theirs) {
    const codePoint = typicalOf(commonOf(take.set, blankCharacters))
    if (codePoint === undefined) continue
    const step = { before: node, codePoint, right: take }
    yield { left: node.left, right: take.to, phase, differs: true, step }
  }
}

function* takeBoth(node: Node, left: Take, right: Take): Generator<Node> {
  const codePoint = typicalOf(commonOf(left.set, right.set))
  if (codePoint === undefined) return
  const step = { before: node, codePoint, left, right }
  const differs = node.differs || left.part !== right.part
  yield { left: left.to, right: right.to, phase: 'middle', differs, step }
}

const known = new WeakMap<CharacterSet, WeakMap<CharacterSet, CharacterSet>>()

function commonOf(left: CharacterSet, right: CharacterSet): CharacterSet {
  const others = known.get(left) ?? new WeakMap<CharacterSet, CharacterSet>()
  known.set(left, others)
  const common = others.get(right) ?? (left === right ? left : intersectSets(left, right))
  others.set(right, common)
  return common
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
