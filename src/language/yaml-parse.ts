import {
  type Alias,
  Composer,
  type CST,
  type ErrorCode,
  type Pair,
  type ParsedNode,
  Parser,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { lexYaml, type YamlToken } from './yaml-lex.ts'
import { findNodeOverflow, type YamlOverflow, yamlLimits } from './yaml-limits.ts'

/** A node of the library's tree. */
export type YamlNode = ParsedNode | Scalar | Alias | YAMLMap | YAMLSeq

/** An entry of a mapping in the library's tree. */
export type YamlPair = Pair

/** What the library found wrong, with offsets. */
export interface YamlError {
  readonly code: ErrorCode
  readonly message: string
  readonly start: number
  readonly end: number
}

/** A YAML text, read: or the reason why it was not. */
export type YamlTree =
  | YamlOverflow
  | {
      readonly type: 'tree'
      /** The root of the first document; an empty document has an empty scalar. */
      readonly root: YamlNode | null
      readonly errors: readonly YamlError[]
      readonly comments: readonly YamlToken[]
      readonly tags: readonly YamlToken[]
      /** A directive other than `%YAML 1.2`; nothing after it was read. */
      readonly directive?: YamlToken
      /** Where a second document begins; nothing after it was read. */
      readonly secondDocument?: YamlToken
    }

/** Reads a YAML text; its depth and its number of nodes are known before any recursion starts. */
export function parseYaml(text: string, pieces: Iterable<YamlToken> = lexYaml(text)): YamlTree {
  const tokens = readTokens(pieces)
  if (tokens.overflow !== undefined) return tokens.overflow
  const overflow = findNodeOverflow(tokens.stream, yamlLimits.nodes)
  if (overflow !== undefined) return { type: 'too-many-nodes', offset: overflow }
  // The library compares each key with every other one; its reading of aliases is never used.
  const composer = new Composer({ uniqueKeys: false, keepSourceTokens: true, ...coreSchema })
  const [document] = withoutStacks(() => [...composer.compose(tokens.stream, true, text.length)])
  return {
    type: 'tree',
    root: document?.contents ?? null,
    errors: (document?.errors ?? [])
      .map((error) => toYamlError(error, text))
      .filter((error) => !isFalseAlarm(error, text)),
    comments: tokens.comments,
    tags: tokens.tags,
    ...(tokens.directive && { directive: tokens.directive }),
    ...(tokens.documents[1] && { secondDocument: tokens.documents[1] }),
  }
}

/** The library makes an error of every wrong comma, and writing down where takes most of the time. */
function withoutStacks<T>(run: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return run()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

const coreSchema = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
} as const

interface Tokens {
  readonly stream: CST.Token[]
  readonly comments: YamlToken[]
  readonly tags: YamlToken[]
  /** Where each document begins. */
  readonly documents: YamlToken[]
  directive?: YamlToken
  overflow?: YamlOverflow | undefined
}

/** Stops at whatever makes the rest meaningless: one clear finding, and no time lost. */
function readTokens(pieces: Iterable<YamlToken>): Tokens {
  const parser = new Parser()
  const tokens: Tokens = { stream: [], comments: [], tags: [], documents: [] }
  let count = 0
  let previous: YamlToken | undefined
  for (const token of pieces) {
    sortToken(token, previous, tokens)
    if (tokens.directive !== undefined || tokens.documents.length > 1) break
    for (const part of parser.next(token.lexeme)) tokens.stream.push(part)
    tokens.overflow = findOverflow(token, { ...sizeOf(parser), pieces: ++count })
    if (tokens.overflow !== undefined || tokens.stream.at(-1)?.type === 'error') break
    previous = token
  }
  if (tokens.overflow === undefined) tokens.stream.push(...parser.end())
  return tokens
}

function sortToken(token: YamlToken, previous: YamlToken | undefined, tokens: Tokens): void {
  if (token.type === 'comment') tokens.comments.push(token)
  else if (token.type === 'tag') tokens.tags.push(token)
  else if (token.type === 'doc-mode') tokens.documents.push(token)
  else if (token.type === 'doc-start' && previous?.type !== 'doc-mode') tokens.documents.push(token)
  else if (token.type === 'directive-line' && !/^%YAML\s+1\.2$/.test(token.lexeme)) {
    tokens.directive = token
  }
}

function findOverflow(
  token: YamlToken,
  counts: { readonly depth: number; readonly keys: number; readonly pieces: number },
): YamlOverflow | undefined {
  if (counts.depth > yamlLimits.depth) return { type: 'too-deep', offset: token.start }
  if (counts.keys > yamlLimits.keys) return { type: 'too-many-keys', offset: token.start }
  if (counts.pieces > yamlLimits.pieces) return { type: 'too-many-pieces', offset: token.start }
  return undefined
}

/** How deep the parser is, and how many keys the fullest of the mappings around it has. */
function sizeOf(parser: Parser): { readonly depth: number; readonly keys: number } {
  let [depth, keys] = [0, 0]
  for (const token of parser.stack) {
    if (!('items' in token)) continue
    depth++
    if (isMapping(token)) keys = Math.max(keys, token.items.length)
  }
  return { depth, keys }
}

function isMapping(token: CST.Token): boolean {
  if (token.type === 'flow-collection') return token.start.source === '{'
  return token.type === 'block-map'
}

/** So long a key may be, up to its colon (YAML 1.2.2, §7.4.3). */
const maxKeyLength = 1024

/** The library counts the empty lines before a key of a block as a part of it. */
function isFalseAlarm({ code, start, end }: YamlError, text: string): boolean {
  if (code !== 'KEY_OVER_1024_CHARS' || text[start] === ':') return false
  return text.indexOf(':', end) - start <= maxKeyLength
}

function toYamlError(
  error: { readonly code: ErrorCode; readonly message: string; readonly pos: [number, number] },
  text: string,
): YamlError {
  const start = Math.max(0, Math.min(error.pos[0], text.length))
  const end = Math.max(start, Math.min(error.pos[1], text.length))
  return { code: error.code, message: error.message, start, end }
}
