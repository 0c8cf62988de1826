import type { PathEdit, TextEdit } from '../model/diagnostic.ts'
import type { MappingPlace } from './yaml-place.ts'
import { startOfLine } from './yaml-text-run.ts'

type Wrap = Extract<PathEdit, { readonly type: 'wrap' }>

/** Puts all entries of a mapping under one key: in braces as they are, in lines two blanks deeper. */
export function wrapMapping(
  { isFlow, range, entries }: MappingPlace,
  { key, beside, depth }: Wrap,
  source: string,
): readonly TextEdit[] | undefined {
  const other = beside.join(': ')
  if (isFlow) {
    const { start, end } = range
    return [
      { start, end: start, text: `{ ${other}, ${key}: ` },
      { start: end, end, text: ' }' },
    ]
  }
  const first = entries.values().next().value?.keyRange.start
  if (first === undefined) return undefined
  const lineStart = startOfLine(source, first)
  const indent = source.slice(lineStart, first)
  // Behind a dash, or an anchor, its first entry has no line of its own.
  if (!/^ *$/.test(indent)) return undefined
  const lineBreak = source.includes('\r\n') ? '\r\n' : '\n'
  const newLine = lineBreak + indent + '  '.repeat(depth)
  const text = `${other}${newLine}${key}:${newLine}  `
  return [{ start: first, end: first, text }, ...indentLines(source, first, range.end)]
}

/** Moves entries that follow each other under the one above them. */
export function indentEntries(
  { isFlow, entries }: MappingPlace,
  keys: readonly string[],
  source: string,
): readonly TextEdit[] | undefined {
  const moved = keys.flatMap((key) => entries.get(key) ?? [])
  const [first, last] = [moved[0], moved.at(-1)]
  if (isFlow || first === undefined || last === undefined) return undefined
  const start = startOfLine(source, first.keyRange.start)
  if (!/^ *$/.test(source.slice(start, first.keyRange.start))) return undefined
  const end = Math.max(last.keyRange.end, last.end)
  return [{ start, end: start, text: '  ' }, ...indentLines(source, start, end)]
}

function indentLines(source: string, start: number, end: number): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let next = source.indexOf('\n', start) + 1
  while (next > 0 && next < end) {
    if (!/[\r\n]/.test(source.charAt(next))) edits.push({ start: next, end: next, text: '  ' })
    next = source.indexOf('\n', next) + 1
  }
  return edits
}
