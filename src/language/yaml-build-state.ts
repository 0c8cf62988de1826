import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { JsonValue } from '../model/json.ts'
import type { LineIndex, Path, Range } from '../model/source.ts'
import type { RangedFinding } from './ranged-finding.ts'
import type { YamlToken } from './yaml-lex.ts'
import type { YamlNode } from './yaml-parse.ts'
import type { Built, Place, ScalarPlace } from './yaml-place.ts'
import type { ScalarContext } from './yaml-scalar.ts'

/** What a tree is built from. */
export interface BuildInput extends ScalarContext {
  readonly lines: LineIndex
  /** Every tag of the text, in order. */
  readonly tags: readonly YamlToken[]
}

/** A scalar and the path to it; for a key the path to its value. */
export interface LocatedScalar {
  readonly place: ScalarPlace
  readonly path: Path
}

/** What is known while a tree is built. */
export interface BuildState extends BuildInput {
  readonly findings: RangedFinding[]
  readonly scalars: LocatedScalar[]
  /** Name → what stands there; undefined while it is still being built. */
  readonly anchors: Map<string, Built | undefined>
  expandedNodes: number
  aliasExpansions: number
  isTooLarge: boolean
}

/** Notes what our language refuses. */
export function report(
  state: BuildState,
  rule: string,
  range: Range,
  path: Path,
  message: string,
): void {
  state.findings.push({ rule, severity: 'error', message, range, path })
}

/** A value without parts. */
export function leaf(value: JsonValue, place: Place): Built {
  return { value, place, nodes: 1, depth: 0, aliasExpansions: 0 }
}

/** What stands where nothing was written. */
export function emptyAt(range: Range): Built {
  const place: ScalarPlace = {
    type: 'scalar',
    range,
    style: 'plain',
    hasTag: false,
    value: null,
    locate: () => undefined,
  }
  return leaf(null, place)
}

/** Where a node stands. */
export function rangeOf(node: YamlNode | undefined): Range {
  const [start, end] = node?.range ?? [0, 0]
  return { start, end: Math.max(start, end) }
}

/** Whether what the library made is a node. */
export function isNode(node: unknown): node is YamlNode {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)
}
