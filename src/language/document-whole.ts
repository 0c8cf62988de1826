import type { Range } from '../model/source.ts'
import type { RangedFinding } from './ranged-finding.ts'
import type { YamlTree } from './yaml-parse.ts'
import type { Place } from './yaml-place.ts'

/** A text that was read. */
export interface WholeText {
  readonly text: string
  readonly tree: Extract<YamlTree, { readonly type: 'tree' }>
  /** Of its root; undefined where nothing was written. */
  readonly place: Place | undefined
  /** Whether some of it was hidden, since YAML would have read it wrongly. */
  readonly hasMasks: boolean
}

/** What is wrong with the file as a whole. */
export function wholeFinding({
  tree,
  place,
  text,
  hasMasks,
}: WholeText): RangedFinding | undefined {
  const at = (range: Range, message: string): RangedFinding => {
    return { rule: 'yaml-feature', severity: 'error', message, range, path: [] }
  }
  const { directive, secondDocument } = tree
  if (directive !== undefined) {
    const { start, end } = directive
    return at(
      { start, end },
      `\`${directive.lexeme}\`: directives are not supported, except \`%YAML 1.2\``,
    )
  }
  if (secondDocument !== undefined) {
    const { start } = secondDocument
    const end = text.startsWith('---', start) ? start + 3 : start
    return at(
      { start, end },
      'a second document begins here, and a file holds one: put it into a file of its own',
    )
  }
  const isTrapped = place?.type === 'scalar' && hasMasks
  if (place?.type === 'mapping' || isTrapped) return undefined
  const range = place?.range ?? { start: 0, end: 0 }
  const isEmpty = place === undefined || (place.type === 'scalar' && range.start === range.end)
  return isEmpty
    ? at({ start: 0, end: 0 }, 'the file is empty: write at least `message: { text: … }`')
    : at(range, 'the file is no mapping: write it as lines of `key: value`')
}
