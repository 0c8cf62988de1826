import type { CST } from 'yaml'

/** What a file may be at most: past that it is refused, before anything slow looks at it. */
export const yamlLimits: {
  readonly [limit in
    | 'bytes'
    | 'depth'
    | 'nodes'
    | 'keys'
    | 'anchors'
    | 'aliasExpansions'
    | 'pieces']: number
} = {
  /** UTF-8 bytes of the whole file. */
  bytes: 256 * 1024,
  /** Collections inside each other, the root included. */
  depth: 32,
  /** Scalars and collections, keys included, aliases written out. */
  nodes: 20_000,
  /** Entries of one mapping. */
  keys: 1000,
  /** Names for values: more than aliases can use. */
  anchors: 1000,
  /** Aliases, counted once for each time that they are written out. */
  aliasExpansions: 100,
  /** Marks, blanks and texts: so many that a file within the other limits has fewer. */
  pieces: 120_000,
}

/** What a file has too much of, and where that shows. */
export interface YamlOverflow {
  readonly type:
    | 'too-deep'
    | 'too-many-nodes'
    | 'too-many-keys'
    | 'too-many-pieces'
    | 'too-many-anchors'
    | 'too-many-aliases'
  readonly offset: number
}

/** The offset at which a text becomes longer than a number of UTF-8 bytes, if it does. */
export function findByteOverflow(text: string, maxBytes: number): number | undefined {
  if (text.length * 3 <= maxBytes) return undefined
  let bytes = 0
  for (let index = 0; index < text.length; index++) {
    bytes += utf8Length(text.charCodeAt(index))
    if (bytes > maxBytes) return index
  }
  return undefined
}

/** Bytes of one UTF-16 unit; the two halves of a pair take two each. */
function utf8Length(unit: number): number {
  if (unit < 0x80) return 1
  if (unit < 0x800) return 2
  return unit >= 0xd800 && unit <= 0xdfff ? 2 : 3
}

/** The offset of the first node past a number of nodes, if there are so many. */
export function findNodeOverflow(
  documents: readonly CST.Token[],
  maxNodes: number,
): number | undefined {
  const counter = { left: maxNodes, overflow: undefined as number | undefined }
  for (const document of documents) {
    if (document.type === 'document' && document.value) countNodes(document.value, counter)
  }
  return counter.overflow
}

interface Counter {
  left: number
  overflow: number | undefined
}

/** Goes no deeper than the depth that was checked while the tokens were read. */
function countNodes(token: CST.Token, counter: Counter): void {
  counter.left--
  if (counter.left < 0) counter.overflow ??= token.offset
  if (!('items' in token)) return
  for (const item of token.items) {
    if (counter.overflow !== undefined) return
    if (item.key) countNodes(item.key, counter)
    if (item.value) countNodes(item.value, counter)
    else if (item.sep) counter.left--
  }
}
