import type { TextBounds } from '../../model/bounds.ts'
import type { Span } from '../../model/source.ts'

/** The marks of WhatsApp that come in pairs on one line. */
export type Mark = '*' | '_' | '~' | '`'

/** Two marks that format what is between them; offsets into the source. */
export interface MarkupPair {
  readonly mark: Mark
  readonly open: number
  readonly close: number
}

/** A mark that seems to be meant as one and has no partner. */
export interface StrayMark {
  readonly mark: string
  readonly span: Span
  readonly side: 'open' | 'close'
}

/** How the marks in a text would be read. */
export interface Markup {
  readonly pairs: readonly MarkupPair[]
  readonly strays: readonly StrayMark[]
}

/** Stands for a unit of a variable; none of our marks, no letter. */
const variable = '\uFFFC'

const nothing: Markup = { pairs: [], strays: [] }

/** No body is that long: what is wrong with it is said by others. */
const maxSource = 20_000

/** Reads the marks of a text, variables taken as words. */
export function readMarkup(text: TextBounds): Markup {
  if (text.source.length > maxSource || !/[*_~`]/.test(text.source)) return nothing
  const pairs: MarkupPair[] = []
  const strays: StrayMark[] = []
  let rest = hideUrls(hideVariables(text))
  rest = hideBlocks(rest, strays)
  rest = hideCode(rest, pairs)
  for (const mark of ['*', '_', '~', '`'] as const) readMark(rest, mark, pairs, strays)
  return { pairs, strays }
}

function hideVariables({ source, parts }: TextBounds): string {
  let hidden = source
  for (const { reference, span } of parts) {
    if (reference === undefined) continue
    const blank = variable.repeat(span.end - span.start)
    hidden = hidden.slice(0, span.start) + blank + hidden.slice(span.end)
  }
  return hidden
}

/** Marks in an address are none; those at its end are, if they may close what stands before it. */
function hideUrls(text: string): string {
  return text.replace(/(?:https?:\/\/|www\.)\S+/gi, (url: string, start: number) => {
    const line = text.slice(text.lastIndexOf('\n', start) + 1, start)
    let length = url.length
    while ('*_~`'.includes(url.charAt(length - 1))) length--
    const end = url.slice(length)
    const kept = [...end].every((mark) => line.includes(mark)) ? end : ''
    return 'x'.repeat(url.length - kept.length) + kept
  })
}

const fence = '```'

/** Blocks between three backticks may have several lines, and no other mark counts in them. */
function hideBlocks(text: string, strays: StrayMark[]): string {
  const hidden = text.replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, 'x'))
  const start = hidden.indexOf(fence)
  if (start < 0) return hidden
  strays.push({ mark: fence, span: { start, end: start + fence.length }, side: 'open' })
  return `${hidden.slice(0, start)}xxx${hidden.slice(start + fence.length)}`
}

/** No other mark counts between two backticks. */
function hideCode(text: string, pairs: MarkupPair[]): string {
  const code = /(?<![\p{L}\p{N}`])`(?=[^\s`])[^\n`]*?(?<=\S)`(?![\p{L}\p{N}`])/gu
  return text.replace(code, (match: string, open: number) => {
    pairs.push({ mark: '`', open, close: open + match.length - 1 })
    return 'x'.repeat(match.length)
  })
}

function readMark(text: string, mark: Mark, pairs: MarkupPair[], strays: StrayMark[]): void {
  const found: StrayMark[] = []
  let lineStart = 0
  let refers = false
  let isFootnote = false
  for (const line of text.split('\n')) {
    const read = readLine(line, lineStart, mark)
    pairs.push(...read.pairs)
    found.push(...read.strays)
    refers ||= read.refers
    isFootnote ||= refers && read.strays.some(({ side }) => side === 'open')
    lineStart += line.length + 1
  }
  if (mark !== '*' || !isFootnote) strays.push(...found)
}

interface ReadLine extends Markup {
  /** Whether a mark stands at the end of a word, as one that refers to a footnote does. */
  readonly refers: boolean
}

function readLine(line: string, lineStart: number, mark: Mark): ReadLine {
  const pairs: MarkupPair[] = []
  const indexes = [...line.matchAll(singleMarks[mark])].map(({ index }) => index)
  let open: number | undefined
  let refers = false
  for (const index of indexes) {
    const [before, after] = [characterBefore(line, index), characterAfter(line, index)]
    if (open !== undefined && index > open + 1 && mayClose(before, after)) {
      pairs.push({ mark, open: lineStart + open, close: lineStart + index })
      open = undefined
    } else if (open === undefined && mayOpen(before, after)) {
      open = index
    } else {
      refers ||= open === undefined && /\S/.test(before)
    }
  }
  const stray = open === undefined ? loneEnd(line, mark, indexes) : strayOpening(line, mark, open)
  if (stray === undefined) return { pairs, strays: [], refers }
  const start = lineStart + stray.start
  const span = { start, end: start + 1 }
  return { pairs, strays: [{ mark, span, side: stray.side }], refers }
}

/** Marks that stand alone: a row of the same one formats nothing. */
const singleMarks: { readonly [mark in Mark]: RegExp } = {
  '*': /(?<!\*)\*(?!\*)/g,
  _: /(?<!_)_(?!_)/g,
  '~': /(?<!~)~(?!~)/g,
  '`': /(?<!`)`(?!`)/g,
}

type StrayPlace = Pick<StrayMark, 'side'> & { readonly start: number }

function strayOpening(line: string, mark: Mark, start: number): StrayPlace | undefined {
  // `~5 minutes` means about five.
  const isAbout = mark === '~' && /[\p{N}\p{Sc}\uFFFC]/u.test(characterAfter(line, start))
  return isAbout ? undefined : { start, side: 'open' }
}

/** `Sale*` and `Sale_`; a star after a number or a sign refers to a footnote. */
function loneEnd(line: string, mark: Mark, indexes: readonly number[]): StrayPlace | undefined {
  const [start] = indexes
  if (start === undefined || indexes.length > 1 || (mark !== '*' && mark !== '_')) return undefined
  const [before, after] = [characterBefore(line, start), characterAfter(line, start)]
  const isEnd = /[\p{L}\uFFFC!]/u.test(before) && !/[\p{L}\p{N}\uFFFC]/u.test(after)
  return isEnd ? { start, side: 'close' } : undefined
}

function characterBefore(line: string, index: number): string {
  return [...line.slice(Math.max(0, index - 2), index)].at(-1) ?? ''
}

function characterAfter(line: string, index: number): string {
  return [...line.slice(index + 1, index + 3)][0] ?? ''
}

function mayOpen(before: string, after: string): boolean {
  // Before it a blank, the start, another mark or what opens a phrase.
  const isFree = /^$|[\s([{"'“‘«¡¿—–,;!?.*_~]|\p{Extended_Pictographic}/u.test(before)
  // After it what a phrase in marks begins with.
  return isFree && /[\p{L}\p{N}\p{Sc}\p{Extended_Pictographic}\uFFFC"'“‘«(¡¿#@*_~`]/u.test(after)
}

/** Generous, so that nothing that is shown as meant is called stray. */
function mayClose(before: string, after: string): boolean {
  return /\S/.test(before) && !/[A-Za-z0-9]/.test(after)
}
