import { isAlias, isMap, isPair, isScalar, isSeq, type Scalar } from 'yaml'
import { type JsonValue, setOwn } from '../model/json.ts'
import type { Path, Range } from '../model/source.ts'
import type { RangedFinding } from './ranged-finding.ts'
import { buildAlias } from './yaml-build-alias.ts'
import {
  type BuildInput,
  type BuildState,
  emptyAt,
  isNode,
  type LocatedScalar,
  leaf,
  rangeOf,
  report,
} from './yaml-build-state.ts'
import { checkTag } from './yaml-build-tag.ts'
import type { YamlNode, YamlPair } from './yaml-parse.ts'
import type { Built, EntryPlace, ItemPlace, Place } from './yaml-place.ts'
import { buildScalar } from './yaml-scalar.ts'
import { showText } from './yaml-text-run.ts'

/** A tree of values and places with what was found on the way. */
export interface BuildResult {
  readonly value: JsonValue
  readonly place: Place
  readonly findings: readonly RangedFinding[]
  /** Every scalar and key with its path, in the order of the text. */
  readonly scalars: readonly LocatedScalar[]
}

/** Turns the library's tree into plain values and places, and finds what our language refuses. */
export function buildTree(root: YamlNode, input: BuildInput): BuildResult {
  const state: BuildState = {
    ...input,
    findings: [],
    scalars: [],
    anchors: new Map(),
    expandedNodes: 0,
    aliasExpansions: 0,
    isTooLarge: false,
  }
  const { value, place } = build(root, [], state)
  const { findings, scalars } = state
  return { value, place, findings, scalars }
}

function build(node: YamlNode, path: Path, state: BuildState): Built {
  if (isAlias(node)) return buildAlias(node, path, state)
  const { anchor } = node
  if (anchor !== undefined) state.anchors.set(anchor, undefined)
  checkTag(node, path, state)
  const built = buildContent(node, path, state)
  if (anchor !== undefined) state.anchors.set(anchor, built)
  return built
}

function buildContent(node: YamlNode, path: Path, state: BuildState): Built {
  state.expandedNodes++
  if (isMap(node)) return buildMapping(node, path, state)
  if (isSeq(node)) return buildSequence(node, path, state)
  if (isScalar(node)) {
    const { place, findings } = buildScalar(node, path, state)
    state.findings.push(...findings)
    state.scalars.push({ place, path })
    return leaf(place.value, place)
  }
  return emptyAt(rangeOf(node))
}

function buildMapping(
  node: YamlNode & { readonly items: readonly unknown[]; readonly flow?: boolean | undefined },
  path: Path,
  state: BuildState,
): Built {
  const value: { [key: string]: JsonValue } = {}
  const entries = new Map<string, EntryPlace>()
  const size = { nodes: 1, depth: 0, aliasExpansions: 0 }
  let end = rangeOf(node).start
  for (const pair of node.items) {
    if (!isPair(pair)) continue
    const key = buildKey(pair, path, state)
    const keyPath = [...path, key.text]
    const built = isNode(pair.value)
      ? build(pair.value, keyPath, state)
      : emptyAt({ start: key.range.end, end: key.range.end })
    addSize(size, built, 1)
    const pairEnd = Math.max(key.range.end, endOfPair(pair, built))
    end = Math.max(end, pairEnd)
    const first = entries.get(key.text)
    if (first !== undefined) {
      reportDuplicate(first, key, keyPath, state)
      continue
    }
    entries.set(key.text, {
      key: key.text,
      keyRange: key.range,
      value: built.place,
      end: pairEnd,
    })
    setOwn(value, key.text, built.value)
  }
  const { start, end: nodeEnd } = rangeOf(node)
  const isFlow = node.flow === true
  const range = { start, end: isFlow ? nodeEnd : end }
  return { ...size, value, place: { type: 'mapping', range, isFlow, entries } }
}

function addSize(
  size: { nodes: number; depth: number; aliasExpansions: number },
  built: Built,
  keys: number,
): void {
  size.nodes += built.nodes + keys
  size.depth = Math.max(size.depth, built.depth + 1)
  size.aliasExpansions += built.aliasExpansions
}

/** Where a pair ends in the text: an alias ends at itself, not where its value stands. */
function endOfPair({ value }: YamlPair, built: Built): number {
  return isAlias(value) ? rangeOf(value).end : built.place.range.end
}

function reportDuplicate(
  first: EntryPlace,
  key: { readonly text: string; readonly range: Range },
  path: Path,
  state: BuildState,
): void {
  const lineOf = ({ start }: Range): number => state.lines.positionAt(start).line
  const message = `\`${showText(key.text)}\` stands twice in one mapping, on line ${lineOf(first.keyRange)} and on line ${lineOf(key.range)}: keep one of them`
  report(state, 'duplicate-key', key.range, path, message)
}

interface Key {
  readonly text: string
  readonly range: Range
}

function buildKey({ key }: YamlPair, path: Path, state: BuildState): Key {
  const node = isNode(key) ? key : undefined
  const range = rangeOf(node)
  if (node === undefined) return { text: '', range }
  const target = isScalar(node) ? undefined : build(node, path, state).place
  if (isMap(node) || isSeq(node) || (target !== undefined && target.type !== 'scalar')) {
    report(state, 'yaml-feature', range, path, 'a key is a collection, and only texts can be keys')
    return { text: state.source.slice(range.start, range.end), range }
  }
  const text = isScalar(node) ? keyText(node, path, state) : String(target?.value ?? '')
  checkKey({ text, range }, node, path, state)
  return { text, range }
}

/** A number or boolean as a key is a name: it is taken as it is spelled. */
function keyText(node: Scalar, path: Path, state: BuildState): string {
  state.expandedNodes++
  const { place, findings } = buildScalar(node, path, { ...state, isKey: true })
  state.findings.push(...findings)
  checkTag(node, path, state)
  if (node.anchor !== undefined) state.anchors.set(node.anchor, leaf(place.value, place))
  return typeof place.value === 'string' ? place.value : String(node.source ?? '')
}

function checkKey({ text, range }: Key, node: YamlNode, path: Path, state: BuildState): void {
  if (text === '<<' && isScalar(node) && node.type === 'PLAIN') {
    report(
      state,
      'yaml-feature',
      range,
      path,
      '`<<` (merge keys) is not supported: write the entries out, or use an alias for a whole value',
    )
  } else if (text === '__proto__') {
    report(state, 'yaml-feature', range, path, '`__proto__` cannot be a key: choose another name')
  } else if (text === '') {
    report(state, 'yaml-feature', range, path, 'a key is empty: write a name before the colon')
  }
}

function buildSequence(
  node: YamlNode & { readonly items: readonly unknown[]; readonly flow?: boolean | undefined },
  path: Path,
  state: BuildState,
): Built {
  const values: JsonValue[] = []
  const items: ItemPlace[] = []
  const size = { nodes: 1, depth: 0, aliasExpansions: 0 }
  const dashes = dashesOf(node)
  let end = rangeOf(node).start
  for (const [index, item] of node.items.entries()) {
    if (!isNode(item)) continue
    const built = build(item, [...path, index], state)
    addSize(size, built, 0)
    const itemEnd = isAlias(item) ? rangeOf(item).end : built.place.range.end
    end = Math.max(end, itemEnd)
    values.push(built.value)
    items.push({ start: dashes[index] ?? rangeOf(item).start, end: itemEnd, value: built.place })
  }
  const { start, end: nodeEnd } = rangeOf(node)
  const isFlow = node.flow === true
  const range = { start, end: isFlow ? nodeEnd : end }
  return { ...size, value: values, place: { type: 'sequence', range, isFlow, items } }
}

/** The offsets of the dashes of a block sequence. */
function dashesOf(node: YamlNode): readonly number[] {
  const token = node.srcToken
  if (token?.type !== 'block-seq') return []
  return token.items.flatMap(({ start }) => {
    const dash = start.find(({ type }) => type === 'seq-item-ind')
    return dash === undefined ? [] : [dash.offset]
  })
}
