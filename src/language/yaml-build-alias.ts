import { nearMiss } from '../model/near-miss.ts'
import type { Path, Range } from '../model/source.ts'
import { type BuildState, emptyAt, rangeOf, report } from './yaml-build-state.ts'
import { yamlLimits } from './yaml-limits.ts'
import type { YamlNode } from './yaml-parse.ts'
import type { Built } from './yaml-place.ts'
import { maxNamesToCompare } from './yaml-trap-checks.ts'

/** What an alias stands for, counted as if it were written out. */
export function buildAlias(
  node: YamlNode & { readonly source: string },
  path: Path,
  state: BuildState,
): Built {
  const range = rangeOf(node)
  const target = state.anchors.get(node.source)
  if (target === undefined) {
    const isOpen = state.anchors.has(node.source)
    const message = isOpen
      ? `\`*${node.source}\` stands inside the very value that \`&${node.source}\` names: a value cannot hold itself`
      : `\`*${node.source}\` refers to a value named \`&${node.source}\`, and none stands above it: ${wayOut(node.source, state)}`
    report(state, isOpen ? 'yaml-feature' : 'yaml-syntax', range, path, message)
    return emptyAt(range)
  }
  state.expandedNodes += target.nodes
  state.aliasExpansions += 1 + target.aliasExpansions
  checkExpansion(range, path, path.length + target.depth, state)
  return { ...target, aliasExpansions: target.aliasExpansions + 1 }
}

function wayOut(name: string, { anchors }: BuildState): string {
  const isFew = anchors.size <= maxNamesToCompare
  const meant = isFew ? nearMiss(name, [...anchors.keys()]) : undefined
  return meant === undefined ? 'name one, or put the text in quotes' : `did you mean \`*${meant}\`?`
}

function checkExpansion(range: Range, path: Path, depth: number, state: BuildState): void {
  if (state.isTooLarge) return
  const { nodes, aliasExpansions } = yamlLimits
  const reason =
    (state.aliasExpansions > aliasExpansions &&
      `aliases are written out more than ${aliasExpansions} times`) ||
    (state.expandedNodes > nodes &&
      `with its aliases written out the file has more than ${nodes} values`) ||
    (depth > yamlLimits.depth &&
      `with this alias written out the file is nested deeper than ${yamlLimits.depth} levels`)
  if (reason === false) return
  state.isTooLarge = true
  report(state, 'yaml-too-large', range, path, `${reason}: split the message into several files`)
}
