import type { Fix, TextFix } from '../model/diagnostic.ts'
import type { JsonValue } from '../model/json.ts'
import { lazily } from '../model/lazily.ts'
import { LineIndex, type Path, type Range, type Source, type Span } from '../model/source.ts'
import { judgeDocument, placeText } from './document-findings.ts'
import { resolveEdits } from './document-fix.ts'
import type { RangedFinding } from './ranged-finding.ts'
import { readEverydayYaml } from './yaml-everyday.ts'
import { explainPlace, type UnquotedText } from './yaml-explain.ts'
import type { YamlToken } from './yaml-lex.ts'
import type { EntryPlace, Place } from './yaml-place.ts'

export type { RangedFinding } from './ranged-finding.ts'

/** A comment of a document. */
export interface DocumentComment {
  /** From its `#` on. */
  readonly text: string
  readonly range: Range
  /** 1-based. */
  readonly line: number
  /** Whether nothing else stands on its line. */
  readonly ownLine: boolean
}

/** A parsed text: its value, and the places of everything in it. */
export interface Document {
  readonly source: Source
  readonly lines: LineIndex
  /** The root as plain JSON; undefined where the text could not be read. */
  readonly value: JsonValue | undefined
  readonly findings: readonly RangedFinding[]
  readonly comments: readonly DocumentComment[]
  /**
   * The place of a value, or of its nearest ancestor that exists; with a span, the place of that
   * part of the string.
   */
  rangeAt(path: Path, span?: Span): Range
  /** The place of the key that leads to a value; where there is none, the place of the value. */
  keyRangeAt(path: Path): Range
  /** Why a value is no text although one was due, if it lacks nothing but quotes. */
  explainUnquoted(path: Path): UnquotedText | undefined
  /** Turns a fix by path into one by offset; undefined where it does not apply. */
  resolveFix(fix: Fix): TextFix | undefined
}

/** Reads a YAML text; whatever is wrong with it is a finding, never an exception. */
export function parseDocument(source: Source): Document {
  const { text } = source
  const lines = lazily(() => new LineIndex(text))
  const read = readEverydayYaml(text) ?? judgeDocument(text, lines())
  const { value, comments, findings } = read
  const known = 'root' in read ? { root: read.root } : undefined
  // Places are asked for where something was found: they cost more than all the rest.
  const root = lazily(() => (known === undefined ? placeText(text, lines()) : known.root))
  return {
    source,
    get lines() {
      return lines()
    },
    value,
    findings,
    comments: comments.map((token) => toComment(token, text, lines)),
    rangeAt: (path, span) => rangeAt(root(), path, span),
    keyRangeAt: (path) => {
      const place = root()
      return findEntry(place, path)?.keyRange ?? rangeAt(place, path)
    },
    explainUnquoted: (path) => {
      const place = findPlace(root(), path)
      return place && explainPlace(place, text)
    },
    resolveFix: ({ title, safe, edits: changes }) => {
      const place = root()
      const edits = place && resolveEdits(place, changes, text)
      return edits && { title, safe, edits }
    },
  }
}

function toComment(token: YamlToken, text: string, lines: () => LineIndex): DocumentComment {
  const { lexeme, start, end } = token
  return {
    text: lexeme,
    range: { start, end },
    get line() {
      return lines().positionAt(start).line
    },
    get ownLine() {
      return text.slice(lines().lineStart(this.line), start).trim() === ''
    },
  }
}

function childOf(place: Place, step: string | number): Place | undefined {
  if (place.type === 'mapping') return place.entries.get(String(step))?.value
  if (place.type === 'sequence') return place.items[Number(step)]?.value
  return undefined
}

function findPlace(root: Place | undefined, path: Path): Place | undefined {
  let place = root
  for (const step of path) place = place && childOf(place, step)
  return place
}

function findEntry(root: Place | undefined, path: Path): EntryPlace | undefined {
  const parent = findPlace(root, path.slice(0, -1))
  const key = path.at(-1)
  return parent?.type === 'mapping' && key !== undefined
    ? parent.entries.get(String(key))
    : undefined
}

function rangeAt(root: Place | undefined, path: Path, span?: Span): Range {
  if (root === undefined) return { start: 0, end: 0 }
  let place = root
  for (const step of path) {
    const child = childOf(place, step)
    if (child === undefined) return place.range
    place = child
  }
  return (span && rangeOfSpan(place, span)) ?? place.range
}

function rangeOfSpan(place: Place, span: Span): Range | undefined {
  if (place.type !== 'scalar' || typeof place.value !== 'string') return undefined
  const located = place.locate()
  if (located === undefined) return undefined
  const { starts, ends } = located
  const first = starts[span.start] ?? ends.at(-1)
  if (first === undefined) return undefined
  const last = span.end > span.start ? ends[Math.min(span.end, ends.length) - 1] : first
  return { start: first, end: Math.max(first, last ?? first) }
}
