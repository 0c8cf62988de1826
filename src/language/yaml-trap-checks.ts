import { nearMiss } from '../model/near-miss.ts'
import { isKnownName } from './message-schema.ts'
import { findFlowColon, findFlowComma, missingBlank } from './yaml-flow-traps.ts'
import { isInsignificant, type YamlToken } from './yaml-lex.ts'
import { holdsEnd, isLostText } from './yaml-lost-text.ts'
import { endOfLine, endOfText, isOtherThanText, startOfLine } from './yaml-text-run.ts'
import {
  type FoundTrap,
  keyBefore,
  nextOnLine,
  type Trap,
  type TrapPlace,
  type TrapType,
} from './yaml-trap.ts'
import { isNegation, isStandardTag } from './yaml-trap-tags.ts'

/** Among more names of anchors no near miss is looked for: that would take long. */
export const maxNamesToCompare = 50

/** Whether YAML reads a text wrongly at a token. */
export function findTrapAt(token: YamlToken, place: TrapPlace): FoundTrap | undefined {
  switch (token.type) {
    case 'flow-map-start':
      return findBraces(token, place)
    case 'comment':
      return findComment(token, place)
    case 'alias':
      return findAlias(token, place)
    case 'anchor':
      return place.names.aliases.has(token.lexeme.slice(1)) ? undefined : findProperty(token, place)
    case 'tag':
      return isStandardTag(token.lexeme) ? undefined : findProperty(token, place)
    case 'plain':
      return findMissingBlank(token, place)
    case 'comma':
      return findFlowComma(token, place)
    case 'map-value-ind':
      if (place.flow.length > 0) return findFlowColon(place)
      return findDash(place) ?? findNestedMapping(token, place)
    default:
      return undefined
  }
}

/** Builds a trap: the text from `start` on, hidden from `maskStart` on. */
function found(
  type: TrapType,
  start: number,
  { text, flow }: TrapPlace,
  more: Partial<Pick<Trap, 'name' | 'textStart' | 'isDoubtful' | 'isNoText'>> & {
    maskStart?: number
  } = {},
): FoundTrap {
  const end = Math.max(endOfText(text, start, { inFlow: flow.length > 0 }), start + 1)
  const { maskStart = start, textStart = maskStart, isDoubtful = false, ...others } = more
  const trap = { type, start, end, textStart, isDoubtful, ...others }
  return { trap, mask: { start: maskStart, end } }
}

/** Whether a value may begin here; where only a key may, nothing is a text. */
function isAtValue({ previous, flow }: TrapPlace): boolean {
  const around = flow.at(-1)
  if (around === undefined) return previous === undefined || isMark(previous)
  if (previous?.type === 'map-value-ind') return true
  return around.type === 'flow-seq-start' && (previous === around || previous?.type === 'comma')
}

/** `{{ name }} is here`: two braces never open a mapping of ours, for its key would be one. */
function findBraces(token: YamlToken, place: TrapPlace): FoundTrap | undefined {
  const next = place.line[place.index + 1]
  if (next?.type !== 'flow-map-start') return undefined
  if (isAtValue(place)) return found('braces', token.start, place)
  const { previous, flow } = place
  const isText = flow.length > 0 && previous?.type === 'plain'
  return isText ? found('braces', token.start, place, { maskStart: previous.start }) : undefined
}

/**
 * `Your order #{{ id }} ships`: the rest of the text is a comment. Among declarations of variables
 * it may well be meant as one (`type: string #note`).
 */
function findComment(token: YamlToken, place: TrapPlace): FoundTrap | undefined {
  const { previous, line, known, text, flow } = place
  if (previous?.type !== 'plain' || !line.includes(previous)) return undefined
  if (known.some(({ start }) => start === token.start)) return undefined
  if (isOtherThanText(previous.lexeme)) return undefined
  if (/^#+[ \t]/.test(token.lexeme)) return findRemark(token, previous, place)
  if (/^#+$|^#([-=*~#])\1*$/.test(token.lexeme)) return undefined
  const isDoubtful =
    place.rootKey === 'variables' &&
    flow.length === 0 &&
    !text.slice(previous.start, token.end).includes('{{')
  return found('comment', token.start, place, { textStart: previous.start, isDoubtful })
}

/** Where nothing that is written reaches a customer, a remark is one. */
const rootKeysOfAuthors: ReadonlySet<string> = new Set([
  'variables',
  'examples',
  'description',
  'retired',
])

/** `Your order # {{ id }} ships`, `{ text: Shop # 1 }`: most other remarks are what they seem. */
function findRemark(
  token: YamlToken,
  previous: YamlToken,
  place: TrapPlace,
): FoundTrap | undefined {
  const { flow, rootKey, text } = place
  const trap = (type: TrapType, end: number): FoundTrap => {
    const range = { start: token.start, end }
    return {
      trap: { type, ...range, textStart: previous.start, isDoubtful: false, isGuess: true },
      mask: range,
    }
  }
  const first = flow[0]
  const isOnOneLine = first !== undefined && startOfLine(text, token.start) <= first.start
  const type = isOnOneLine && holdsEnd(token.lexeme) ? 'remark-with-end' : 'remark'
  const isLost =
    !rootKeysOfAuthors.has(rootKey) && isLostText(previous.lexeme, token.lexeme, keyBefore(place))
  if (!isLost && type === 'remark' && !isAboveMoreText(place)) return undefined
  return trap(type, endOfRemark(token, place))
}

/** Whether the text goes on below the remark: YAML allows none in the middle of a text. */
function isAboveMoreText(place: TrapPlace): boolean {
  const { text, line, index, flow } = place
  if (flow.length > 0 || !hasDeeperLine(place)) return false
  const next = nextContent(text, line[index]?.end ?? text.length) ?? text.length
  return !/^(?:-\s|[^\s:]+:(?:\s|$))/.test(text.slice(next, endOfLine(text, next)))
}

/** Before a second remark, which may well be one. */
function endOfRemark({ start, lexeme }: YamlToken, { text, flow }: TrapPlace): number {
  const inFlow = flow.length > 0
  const marks = /^#+[ \t]+/.exec(lexeme)?.[0].length ?? 0
  return Math.max(endOfText(text, start + marks, { inFlow }), start + 1)
}

/** `*bold* offer`: a reference to an anchor that is not there, or one with text after it. */
function findAlias(token: YamlToken, place: TrapPlace): FoundTrap | undefined {
  const name = token.lexeme.slice(1)
  const next = nextOnLine(place.line, place.index)
  if (!isAtValue(place) || next?.type === 'map-value-ind') return undefined
  const anchor = place.names.anchors.get(name)
  if (anchor !== undefined && anchor < token.start && !isText(next)) return undefined
  if (anchor === undefined && next === undefined && isMisspelled(name, place)) return undefined
  return found('alias', token.start, place, { name })
}

/** Whether an alias is one, with a slip in its name: then quotes are not what it lacks. */
function isMisspelled(name: string, { names }: TrapPlace): boolean {
  const { anchors } = names
  return anchors.size <= maxNamesToCompare && nearMiss(name, [...anchors.keys()]) !== undefined
}

/** Whether a token is a text on its line, with or without quotes. */
export function isText(token: YamlToken | undefined): boolean {
  return (
    token?.type === 'plain' ||
    token?.type === 'single-quoted-scalar' ||
    token?.type === 'double-quoted-scalar'
  )
}

/** `&hello`, `!wow nice`: an anchor that nobody uses or a tag that nobody knows, before a text. */
function findProperty(token: YamlToken, place: TrapPlace): FoundTrap | undefined {
  if (!isAtValue(place) || isBeforeKey(place)) return undefined
  const next = nextOnLine(place.line, place.index)
  const name = token.lexeme
  if (isNegation(token, place)) return found('tag', token.start, place, { name, isNoText: true })
  if (next === undefined) {
    return hasDeeperLine(place) ? undefined : found(trapOf(token), token.start, place, { name })
  }
  if (next.type === 'plain') {
    // `&max 20` is what it says: an anchor on a number.
    if (next.start > token.end && isOtherThanText(next.lexeme)) return undefined
  } else if (next.type !== 'alias' && next.type !== 'comma' && !isFlowEnd(next)) {
    return undefined
  }
  return found(trapOf(token), token.start, place, { name })
}

function trapOf({ type }: YamlToken): TrapType {
  return type === 'anchor' ? 'anchor' : 'tag'
}

function isFlowEnd({ type }: YamlToken): boolean {
  return type === 'flow-map-end' || type === 'flow-seq-end'
}

/** Whether what follows is the key of a mapping: `- &a key: value`. */
function isBeforeKey(place: TrapPlace): boolean {
  const { line, index, previous, flow } = place
  if (previous?.type === 'map-value-ind') return false
  if (flow.length === 0) return line.slice(index).some(isBlockMark)
  const next = nextOnLine(line, index)
  const after = next && nextOnLine(line, line.indexOf(next, index))
  return after?.type === 'map-value-ind'
}

/** Whether the node goes on below: then the property belongs to a collection or a text there. */
function hasDeeperLine({ text, line, index, flow }: TrapPlace): boolean {
  const next = nextContent(text, line[index]?.end ?? text.length)
  if (next === undefined) return false
  if (flow.length > 0) return !/[,\]}]/.test(text.charAt(next))
  const column = next - startOfLine(text, next)
  const parent = parentColumn(text, line, index)
  return column > parent || (column === parent && /^-\s/.test(text.slice(next, next + 2)))
}

/** The offset of the first text on the lines after an offset that is no comment. */
function nextContent(text: string, offset: number): number | undefined {
  let start = endOfLine(text, offset)
  while (start < text.length) {
    const content = start + text.slice(start).search(/[^\s]|$/)
    if (content >= text.length) return undefined
    if (text[content] !== '#') return content
    start = endOfLine(text, content)
  }
  return undefined
}

/** The column of the key or dash that the value belongs to; the root belongs to none. */
function parentColumn(text: string, line: readonly YamlToken[], index: number): number {
  const before = line.slice(0, index)
  const owner = before.some(({ type }) => type === 'map-value-ind')
    ? before.find((token) => !isInsignificant(token) && !isMark(token))
    : before.findLast(({ type }) => type === 'seq-item-ind')
  return owner === undefined ? -1 : owner.start - startOfLine(text, owner.start)
}

/** `text:Hello` on a line of its own: the colon became a part of a text. */
function findMissingBlank(
  token: YamlToken,
  { line, flow, rootKey }: TrapPlace,
): FoundTrap | undefined {
  const [, name] = /^([A-Za-z_$][\w$]*):[^\s/:]/.exec(token.lexeme) ?? []
  if (name === undefined || flow.length > 0 || rootKeysOfAuthors.has(rootKey)) return undefined
  const first = line.find((other) => !isInsignificant(other) && other.type !== 'seq-item-ind')
  if (first !== token || !isKnownName(name)) return undefined
  return missingBlank(token.start, name)
}

/** `-id: a`, `-{ id: a }`: the dash became a part of the key. */
function findDash({ line, previous, text, rootKey }: TrapPlace): FoundTrap | undefined {
  const first = line.find((token) => !isInsignificant(token) && token.type !== 'seq-item-ind')
  if (previous === undefined || first !== previous || rootKey === 'callbackData') return undefined
  const rest = previous.lexeme.slice(1)
  const isItem = previous.lexeme.startsWith('-') && (rest.startsWith('{') || isKnownName(rest))
  if (previous.type !== 'plain' || !isItem) return undefined
  const { start } = previous
  const range = { start, end: endOfLine(text, start) }
  const mend = {
    title: 'put a blank there',
    edits: [{ start: start + 1, end: start + 1, text: ' ' }],
  }
  return {
    trap: { type: 'dash', ...range, textStart: start, isDoubtful: false, mend },
    mask: range,
  }
}

/** `text: Hi: there`: a second key on one line. */
function findNestedMapping(token: YamlToken, place: TrapPlace): FoundTrap | undefined {
  const { valueStart, previous, text, rootKey } = place
  if (valueStart === undefined || previous === undefined) return undefined
  if (!isText(previous) || !isText(valueStart)) return undefined
  const keyStart = lastLineStart(text, previous)
  const isName = /^[A-Za-z_$][\w$]*$/.test(text.slice(keyStart, previous.end))
  const end = Math.max(endOfText(text, token.start, { inFlow: false }), token.end)
  const mask = { start: valueStart.start, end }
  const trap = (type: TrapType, start: number): FoundTrap => {
    return { trap: { type, start, end, textStart: mask.start, isDoubtful: false }, mask }
  }
  if (isName && keyStart > previous.start) return trap('deeper-line', keyStart)
  return trap(isName && rootKey === 'variables' ? 'nested-mapping' : 'mapping', mask.start)
}

/** Where the last line of a text of several lines begins, without its indentation. */
function lastLineStart(text: string, { start, end }: YamlToken): number {
  const lineStart = startOfLine(text, end)
  return lineStart <= start ? start : lineStart + text.slice(lineStart).search(/\S/)
}

/** Whether a token is a mark of a block collection. */
export function isBlockMark({ type }: YamlToken): boolean {
  return type === 'map-value-ind' || type === 'seq-item-ind'
}

/** Whether a token is a mark after which a node begins. */
export function isMark({ type }: YamlToken): boolean {
  return (
    type === 'map-value-ind' ||
    type === 'seq-item-ind' ||
    type === 'explicit-key-ind' ||
    type === 'doc-start' ||
    type === 'doc-mode' ||
    type === 'byte-order-mark'
  )
}
