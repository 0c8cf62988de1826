import type { TextEdit } from '../model/diagnostic.ts'
import type { Range } from '../model/source.ts'
import { isKnownName } from './message-schema.ts'
import type { RangedFinding } from './ranged-finding.ts'
import { isInsignificant, type YamlToken } from './yaml-lex.ts'
import { startOfLine } from './yaml-text-run.ts'

/** White space that YAML takes for letters: wikis, word processors and keyboards put it in. */
const foreign = '\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff'
const anyForeign = new RegExp(`[${foreign}]`)

/** What stands behind the indentation of a line: `(blanks)`. */
const indentation = new RegExp(`^[ ${foreign}]*[${foreign}][ ${foreign}]*`)
const item = new RegExp(`^-[ ${foreign}]`)
const keyOnly = /^["']?[A-Za-z_$][\w$.-]*["']?$/
/** `key:(blank)`, `-(blank)key`: what lacks a blank that YAML knows. */
const glued = new RegExp(`^(?:(- *)?([A-Za-z_$][\\w$]*):|-)([${foreign}]+)`)

/**
 * Finds the blanks of a structure that are none to YAML, in all lines: whoever pasted one pasted
 * the others. Texts may hold them.
 */
export function findForeignBlanks(
  text: string,
  tokens: Iterable<YamlToken>,
): RangedFinding | undefined {
  if (!anyForeign.test(text)) return undefined
  const edits = [...findEdits(text, tokens)]
  const [first] = edits
  if (first === undefined) return undefined
  const written = text.slice(first.start, first.end)
  const start = first.start + written.search(anyForeign)
  const isIndent = startOfLine(text, first.start) === first.start
  const where = isIndent ? 'indents this line' : 'separates nothing here'
  const more = edits.length > 1 ? ` (and in ${edits.length - 1} more places)` : ''
  return {
    rule: 'yaml-syntax',
    severity: 'error',
    message: `${nameOf(text.charCodeAt(start))} ${where}, and YAML knows blanks only: replace it${more}`,
    range: { start, end: first.end },
    path: [],
    fixes: [{ title: 'write blanks', safe: true, edits }],
  }
}

function* findEdits(text: string, tokens: Iterable<YamlToken>): Generator<TextEdit> {
  const last: YamlToken[] = []
  for (const token of tokens) {
    if (isInsignificant(token)) continue
    yield* editsOfLast(text, last, token.type === 'map-value-ind')
    last.push(token)
    if (last.length > 2) last.shift()
  }
  yield* editsOfLast(text, last, false)
}

function* editsOfLast(
  text: string,
  [before, token = before]: readonly YamlToken[],
  isKey: boolean,
): Generator<TextEdit> {
  if (token?.type !== 'plain' || !anyForeign.test(token.lexeme)) return
  const { start, end } = token
  const first = startOfLine(text, start)
  if (/^ *$/.test(text.slice(first, start))) {
    yield* editsOfLines(text, { start: first, end }, isKey)
    return
  }
  // `{ text:(blank)Hello }`; elsewhere behind a mark is a text, which may hold them.
  const isEntry = before?.type === 'flow-map-start' || before?.type === 'comma'
  if (isEntry) yield* editsOfEntry(text, { start, end }, isKey)
  const next = text.indexOf('\n', start) + 1
  if (next > 0 && next < end) yield* editsOfLines(text, { start: next, end }, isKey)
}

function* editsOfEntry(text: string, { start, end }: Range, isKey: boolean): Generator<TextEdit> {
  const [blanks = ''] = indentation.exec(text.slice(start, end)) ?? []
  const from = start + blanks.length
  const isName = isKey && blanks !== '' && keyOnly.test(text.slice(from, end))
  if (isName) yield { start, end: from, text: asBlanks(blanks) }
  else yield* editsOfGap(text, { start, end })
}

/** The lines of a text; the last one may be a key. */
function* editsOfLines(text: string, { start, end }: Range, isKey: boolean): Generator<TextEdit> {
  for (let line = start; line < end; ) {
    const feed = text.indexOf('\n', line)
    const lineEnd = feed < 0 || feed > end ? end : feed
    const [blanks = ''] = indentation.exec(text.slice(line, lineEnd)) ?? []
    const from = blanks === '' ? line + text.slice(line).search(/[^ ]/) : line + blanks.length
    const rest = text.slice(from, lineEnd)
    const gaps = [...editsOfGap(text, { start: from, end: lineEnd })]
    const isCertain = gaps.length > 0 || (isKey && lineEnd === end && keyOnly.test(rest))
    if (blanks !== '' && (isCertain || (line === start && item.test(rest)))) {
      yield { start: line, end: from, text: asBlanks(blanks) }
    }
    yield* gaps
    line = lineEnd + 1
  }
}

function* editsOfGap(text: string, { start, end }: Range): Generator<TextEdit> {
  const [all = '', , name, gap = ''] = glued.exec(text.slice(start, end)) ?? []
  if (gap === '' || (name !== undefined && !isKnownName(name))) return
  const at = start + all.length - gap.length
  yield { start: at, end: start + all.length, text: asBlanks(gap) || ' ' }
}

/** What has no width was seen by nobody. */
function asBlanks(text: string): string {
  return text.replaceAll(/[\u200b\ufeff]/g, '').replaceAll(/[^ ]/g, ' ')
}

function nameOf(code: number): string {
  const name = names.get(code) ?? 'a blank of another kind'
  return `${name} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`
}

const names: ReadonlyMap<number, string> = new Map([
  [0xa0, 'a no-break space'],
  [0x200b, 'a space without width'],
  [0x202f, 'a narrow no-break space'],
  [0x3000, 'an ideographic space'],
  [0xfeff, 'a byte-order mark'],
])
