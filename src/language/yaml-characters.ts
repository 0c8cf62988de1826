import { controlInLines } from '../model/check-string.ts'
import type { TextFix } from '../model/diagnostic.ts'
import type { Path, Range } from '../model/source.ts'
import type { RangedFinding } from './ranged-finding.ts'
import type { Place, ScalarPlace } from './yaml-place.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\0-\x08\x0b-\x1f\x7f-\x9f]/

/** Template values have a rule for tabs. */
const lineEnds = /[\u2028\u2029]/

/** Where what is written is sent as it stands: what no variable can bring there is not written, either. */
const sentRoots: ReadonlyMap<string, RegExp> = new Map([
  ['message', controlInLines],
  ['campaignName', controlInLines],
  ['fallback', lineEnds],
])

/** Finds the first character of a text that nobody can see, and halves of characters. */
export function* checkCharacters(place: ScalarPlace, path: Path): Generator<RangedFinding> {
  const text = String(place.value)
  const index = text.isWellFormed() ? text.search(control) : findLoneSurrogate(text)
  if (index < 0) return
  const code = text.charCodeAt(index)
  const message = text.isWellFormed()
    ? `the text holds the control character ${nameOf(code)}, which nobody can see: remove it`
    : `the text holds ${nameOf(code)}, half of a character: write the whole character, or remove it`
  yield { ...common, message, range: rangeOf(place, index) ?? place.range, path }
}

const common = { rule: 'control-character', severity: 'error' } as const

/** Finds more of them in what is sent, also where an alias brings it there. */
export function* findSentCharacters(root: Place, source: string): Generator<RangedFinding> {
  if (root.type !== 'mapping') return
  for (const [name, looked] of sentRoots) {
    const place = root.entries.get(name)?.value
    if (place === undefined) continue
    for (const { text, path } of textsIn(place, [name])) {
      const finding = judgeSent(text, path, { source, looked })
      if (finding !== undefined) yield finding
    }
  }
}

function* textsIn(
  place: Place,
  path: Path,
): Generator<{ readonly text: ScalarPlace; readonly path: Path }> {
  if (place.type === 'mapping') {
    for (const { key, value } of place.entries.values()) yield* textsIn(value, [...path, key])
  } else if (place.type === 'sequence') {
    for (const [index, { value }] of place.items.entries()) yield* textsIn(value, [...path, index])
  } else if (typeof place.value === 'string') yield { text: place, path }
}

function judgeSent(
  place: ScalarPlace,
  path: Path,
  { source, looked }: { readonly source: string; readonly looked: RegExp },
): RangedFinding | undefined {
  const text = String(place.value)
  // Those were told when the text was read.
  if (!text.isWellFormed() || control.test(text)) return undefined
  const index = text.search(looked)
  if (index < 0) return undefined
  const range = rangeOf(place, index)
  const message = explain(text.charCodeAt(index), range && source.slice(range.start, range.end))
  const fix = text[index] === '\t' ? mendTabs(place, source) : undefined
  return { ...common, message, range: range ?? place.range, path, ...(fix && { fixes: [fix] }) }
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
  return `the text holds ${nameOf(code)}, which ends a line for some programs only: write a line feed, or remove it`
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
