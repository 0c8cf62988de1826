import { controlInLines } from '../model/check-string.ts'
import type { TextFix } from '../model/diagnostic.ts'
import type { Path, Range } from '../model/source.ts'
import type { RangedFinding } from './ranged-finding.ts'
import type { ScalarPlace } from './yaml-place.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\0-\x08\x0b-\x1f\x7f-\x9f]/

/**
 * Where what is written is sent as it stands: of what no variable can bring there, nothing may be
 * written, either. Template values have a rule for tabs.
 */
const sentRoots: ReadonlySet<unknown> = new Set(['message', 'campaignName'])

/** Finds the first character of a text that nobody can see, and halves of characters. */
export function* checkCharacters(
  place: ScalarPlace,
  path: Path,
  source: string,
): Generator<RangedFinding> {
  const text = String(place.value)
  const isWhole = text.isWellFormed()
  const looked = sentRoots.has(path[0]) ? controlInLines : control
  const index = isWhole ? text.search(looked) : findLoneSurrogate(text)
  if (index < 0) return
  const range = rangeOf(place, index)
  const written = range && source.slice(range.start, range.end)
  const isTab = isWhole && text[index] === '\t'
  const fix = isTab ? mendTabs(place, source) : undefined
  yield {
    rule: 'control-character',
    severity: 'error',
    message: isWhole ? explain(text.charCodeAt(index), written) : explainHalf(text, index),
    range: range ?? place.range,
    path,
    ...(fix && { fixes: [fix] }),
  }
}

function findLoneSurrogate(text: string): number {
  return text.search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
}

function rangeOf(place: ScalarPlace, index: number): Range | undefined {
  const located = place.locate()
  const start = located?.starts[index]
  const end = located?.ends[index]
  return start === undefined || end === undefined ? undefined : { start, end }
}

function explain(code: number, written: string | undefined): string {
  if (code === 0x09) {
    return written === '\\t'
      ? 'YAML reads `\\t` in double quotes as a tab (U+0009), and nobody knows what an app shows for one: write `\\\\t` for a backslash and a `t`, or a blank'
      : 'the text holds a tab (U+0009), and nobody knows what an app shows for one: write blanks'
  }
  if (code === 0x2028 || code === 0x2029) {
    return `the text holds ${nameOf(code)}, which ends a line for some programs only: write a line feed, or remove it`
  }
  return `the text holds the control character ${nameOf(code)}, which nobody can see: remove it`
}

function explainHalf(text: string, index: number): string {
  return `the text holds ${nameOf(text.charCodeAt(index))}, half of a character: write the whole character, or remove it`
}

function nameOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** `C:\temp` lacks a backslash; every other tab is a gap. */
function mendTabs(place: ScalarPlace, source: string): TextFix | undefined {
  const text = String(place.value)
  const tabs = [...text.matchAll(/\t/g)].map(({ index }) => index)
  const edits = tabs.flatMap((index) => rangeOf(place, index) ?? [])
  if (edits.length < tabs.length) return undefined
  const isPath =
    tabs.every((index) => isInPath(text, index)) &&
    edits.every(({ start, end }) => source.slice(start, end) === '\\t')
  return isPath
    ? {
        title: 'double the backslash',
        safe: false,
        edits: edits.map(({ start }) => ({ start, end: start, text: '\\' })),
      }
    : {
        title: 'write a blank',
        safe: false,
        edits: edits.map((edit) => ({ ...edit, text: ' ' })),
      }
}

/** Whether a drive, or another backslash, stands before it in its word. */
function isInPath(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 200), index)
  return (
    /(?:^|[\s("'])(?:[A-Za-z]:|\S*\\)[^ ]*$/.test(before) &&
    /^\t\S/.test(text.slice(index, index + 2))
  )
}
