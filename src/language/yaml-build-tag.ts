import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Path } from '../model/source.ts'
import { type BuildState, rangeOf, report } from './yaml-build-state.ts'
import type { YamlToken } from './yaml-lex.ts'
import type { YamlNode } from './yaml-parse.ts'

const tagPrefix = 'tag:yaml.org,2002:'

/** The tags of the YAML core schema are accepted where they fit what they stand before. */
export function checkTag(node: YamlNode, path: Path, state: BuildState): void {
  if (isAlias(node) || node.tag === undefined || node.tag === '!') return
  const { start } = rangeOf(node)
  const token = lastBefore(state.tags, start)
  const range = token === undefined ? rangeOf(node) : { start: token.start, end: token.end }
  const name = token?.lexeme ?? node.tag
  const kinds = tagKinds(node)
  if (kinds.some((kind) => node.tag === tagPrefix + kind)) return
  const isKnown = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].some(
    (kind) => node.tag === tagPrefix + kind,
  )
  const message = isKnown
    ? `\`${name}\` stands before a value of another kind: remove the tag`
    : `\`${name}\` is a custom tag, and those are not supported: remove it`
  report(state, 'yaml-feature', range, path, message)
}

/** The last tag that begins at an offset or before it; a text of nothing but tags has thousands. */
function lastBefore(tags: readonly YamlToken[], offset: number): YamlToken | undefined {
  let [low, high] = [0, tags.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tags[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return tags[low - 1]
}

function tagKinds(node: YamlNode): readonly string[] {
  if (isMap(node)) return ['map']
  if (isSeq(node)) return ['seq']
  if (!isScalar(node)) return []
  switch (typeof node.value) {
    case 'string':
      return ['str']
    case 'number':
      return ['int', 'float']
    case 'boolean':
      return ['bool']
    default:
      return ['null']
  }
}
