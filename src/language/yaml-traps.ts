import type { Range } from '../model/source.ts'
import { isInsignificant, lexYaml, type YamlToken } from './yaml-lex.ts'
import { type YamlOverflow, yamlLimits } from './yaml-limits.ts'
import { endOfLine, maskText, startOfLine } from './yaml-text-run.ts'
import type { FoundTrap, Names, Trap } from './yaml-trap.ts'
import { findTrapAt, isBlockMark, isMark, isText } from './yaml-trap-checks.ts'

/** A source in which all texts that YAML would misread are hidden behind letters. */
export interface MaskedText {
  /** As long as the source: offsets are the same. */
  readonly text: string
  readonly masks: readonly Range[]
  readonly traps: readonly Trap[]
  /** The tokens of the text, as far as they matter: absent where some of it is hidden. */
  readonly tokens?: readonly YamlToken[]
  /** What the source has more of than is read: then nothing was looked for. */
  readonly overflow?: YamlOverflow
}

/** Traps beyond this number wait until the first ones are mended. */
const maxTraps = 100

/** So many tokens are looked at, counted again where reading goes back: no file takes long. */
const maxTokens = 4 * yamlLimits.pieces

/**
 * Finds the texts of a source that lack quotes, and hides them.
 *
 * A trap can change how everything after it is read (`{{ name` opens two mappings), so each one is
 * hidden at once, and reading goes on at the beginning of the last block line before it.
 */
export function findTraps(source: string): MaskedText {
  const { tokens, overflow } = readPieces(source)
  if (overflow !== undefined) return { text: source, masks: [], traps: [], tokens, overflow }
  const names = collectNames(tokens)
  const traps: Trap[] = []
  const masks: Range[] = []
  let text = source
  let from = 0
  const budget = { tokens: maxTokens }
  while (traps.length < maxTraps && budget.tokens > 0) {
    const pieces = traps.length === 0 ? tokens : lexYaml(text, from)
    const found = findNextTrap(text, from, { pieces, names, known: traps, budget })
    if (found === undefined) break
    traps.push(found.trap)
    from = found.restart
    if (found.trap.isDoubtful) continue
    masks.push(found.mask)
    text = maskText(text, found.mask)
    // What the lines below belong to is not certain any more.
    if (found.trap.type === 'dash' || found.trap.type === 'missing-blank') break
  }
  return { text, masks, traps, ...(masks.length === 0 && { tokens }) }
}

/** Stops where there is too much of something, before anything slower than a lexer sees it. */
function readPieces(source: string): {
  readonly tokens: YamlToken[]
  readonly overflow?: YamlOverflow
} {
  const tokens: YamlToken[] = []
  const counts: Counts = { texts: 0, flowDepth: 0, marks: 0, aliases: 0, anchors: new Set() }
  for (const token of lexYaml(source)) {
    tokens.push(token)
    count(token, counts)
    const type =
      tokens.length > yamlLimits.pieces ? 'too-many-pieces' : typeOfOverflow(token, counts)
    if (type !== undefined) return { tokens, overflow: { type, offset: token.start } }
  }
  return { tokens }
}

interface Counts {
  texts: number
  flowDepth: number
  /** Dashes and question marks since the last line began: each one opens a collection. */
  marks: number
  /** Those of names that stand above them. */
  aliases: number
  readonly anchors: Set<string>
}

function count(token: YamlToken, counts: Counts): void {
  switch (token.type) {
    case 'flow-map-start':
    case 'flow-seq-start':
      counts.flowDepth++
      break
    case 'flow-map-end':
    case 'flow-seq-end':
      counts.flowDepth--
      break
    case 'flow-error-end':
      counts.flowDepth = 0
      break
    case 'seq-item-ind':
    case 'explicit-key-ind':
      counts.marks++
      break
    case 'newline':
      counts.marks = 0
      break
    case 'anchor':
      counts.anchors.add(token.lexeme.slice(1))
      break
    case 'alias':
      if (counts.anchors.has(token.lexeme.slice(1))) counts.aliases++
      break
    default:
      if (isText(token) || token.type === 'block-text') counts.texts++
  }
}

/** Braces in braces may still be a text that lacks quotes, so they are not counted out here. */
function typeOfOverflow({ type }: YamlToken, counts: Counts): YamlOverflow['type'] | undefined {
  if (counts.texts > yamlLimits.nodes) return 'too-many-nodes'
  if (counts.anchors.size > yamlLimits.anchors) return 'too-many-anchors'
  if (counts.aliases > yamlLimits.aliasExpansions) return 'too-many-aliases'
  const isTooDeep = counts.flowDepth > yamlLimits.depth && type === 'flow-seq-start'
  return isTooDeep || counts.marks > yamlLimits.depth ? 'too-deep' : undefined
}

function collectNames(tokens: readonly YamlToken[]): Names {
  const anchors = new Map<string, number>()
  const aliases = new Set<string>()
  for (const { type, lexeme, start } of tokens) {
    const name = lexeme.slice(1)
    if (type === 'anchor' && !anchors.has(name)) anchors.set(name, start)
    else if (type === 'alias') aliases.add(name)
  }
  return { anchors, aliases }
}

interface NextTrap extends FoundTrap {
  /** Where reading goes on: at the beginning of a block line, outside all texts. */
  readonly restart: number
}

interface Search {
  /** The tokens from the place on where reading begins. */
  readonly pieces: Iterable<YamlToken>
  readonly names: Names
  readonly known: readonly Trap[]
  readonly budget: { tokens: number }
}

function findNextTrap(text: string, from: number, search: Search): NextTrap | undefined {
  const flow: YamlToken[] = []
  let previous: YamlToken | undefined
  let restart = from
  let rootKey = rootKeyBefore(text, from)
  for (const line of tokenLines(search.pieces)) {
    const [first] = line
    search.budget.tokens -= line.length
    if (flow.length === 0) {
      previous = undefined
      if (line.some(isBlockMark)) restart = first?.start ?? restart
    }
    let hasKey = false
    let valueStart: YamlToken | undefined
    for (const [index, token] of line.entries()) {
      if (token.type === 'block-text') break
      const place = { text, line, index, previous, flow, valueStart, rootKey, ...search }
      const found = findTrapAt(token, place)
      if (found !== undefined) return { ...found, restart }
      if (isInsignificant(token)) continue
      if (flow.length === 0) {
        if (hasKey) valueStart ??= token
        if (token.type === 'map-value-ind' && previous !== undefined && !isMark(previous)) {
          hasKey = true
          if (previous.start === first?.start) rootKey = previous.lexeme
        }
      }
      updateFlow(flow, token)
      previous = token
    }
  }
  return undefined
}

/** The key of the root that a block line belongs to: reading may begin in the middle of a file. */
function rootKeyBefore(text: string, offset: number): string {
  let start = offset
  while (start > 0) {
    start = startOfLine(text, start - 1)
    const key = /^[^\s#-][^:\n]*(?=:)/.exec(text.slice(start, endOfLine(text, start)))
    if (key !== null) return key[0]
  }
  return ''
}

function* tokenLines(tokens: Iterable<YamlToken>): Generator<readonly YamlToken[]> {
  let line: YamlToken[] = []
  for (const token of tokens) {
    line.push(token)
    if (token.type !== 'newline' && token.type !== 'block-text') continue
    yield line
    line = []
  }
  if (line.length > 0) yield line
}

function updateFlow(flow: YamlToken[], token: YamlToken): void {
  switch (token.type) {
    case 'flow-map-start':
    case 'flow-seq-start':
      flow.push(token)
      break
    case 'flow-map-end':
    case 'flow-seq-end':
      flow.pop()
      break
    case 'flow-error-end':
      flow.length = 0
      break
    default:
  }
}
