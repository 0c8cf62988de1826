import type { TextFix } from '../model/diagnostic.ts'
import type { Range } from '../model/source.ts'
import type { MappingPlace, Place, ScalarPlace, SequencePlace } from './yaml-place.ts'
import { endOfLine, endOfText, quoteText, showText } from './yaml-text-run.ts'

/** What YAML made of a text without quotes, and the fix that quotes it. */
export interface UnquotedText {
  readonly message: string
  readonly range: Range
  /** Absent where nobody knows what was meant. */
  readonly fix?: TextFix
}

/** Explains why a value is no text, if an author can have meant it as one. */
export function explainPlace(place: Place, source: string): UnquotedText | undefined {
  switch (place.type) {
    case 'scalar':
      return explainScalar(place, source)
    case 'mapping':
      return place.isFlow ? explainFlow(place, source) : explainMapping(place, source)
    case 'sequence':
      return place.isFlow ? explainFlow(place, source) : undefined
    default:
      return place satisfies never
  }
}

function explainScalar(place: ScalarPlace, source: string): UnquotedText | undefined {
  if (place.style !== 'plain' || place.hasTag || typeof place.value === 'string') return undefined
  const written = source.slice(place.range.start, place.range.end)
  if (written === '') return explainEmpty(place.range, source)
  const read = describe(place.value, written)
  return {
    message: `YAML reads \`${showText(written)}\` as ${read}, and a text is due: put it in quotes`,
    range: place.range,
    fix: quote(written, place.range, place.value !== null),
  }
}

/** As it is written it is one of its type; in another spelling it is the one with a usual one. */
function describe(value: ScalarPlace['value'], written: string): string {
  if (value === null) return '“no value” (null)'
  const type = typeof value === 'number' ? 'number' : 'boolean'
  return String(value) === written ? `a ${type}` : `the ${type} ${String(value)}`
}

/** `text: #sale`: what was typed is a comment. Otherwise nothing was typed at all. */
function explainEmpty({ start }: Range, source: string): UnquotedText {
  const lineEnd = endOfLine(source, start)
  const rest = source.slice(start, lineEnd)
  const comment = /^[ \t]*(?=#[^\s#])/.exec(rest)
  if (comment !== null) {
    const textStart = start + comment[0].length
    const range = { start: textStart, end: endOfText(source, textStart, { inFlow: false }) }
    const text = source.slice(range.start, range.end)
    const message = `YAML takes \`${showText(text)}\` for a comment, so that no text is left: put it in quotes`
    return { message, range, fix: quote(text, range, true) }
  }
  const message =
    'no text stands here, and YAML reads that as “no value” (null): write the text, or leave the key out where it may be left out'
  return { message, range: { start, end: start } }
}

function quote(text: string, range: Range, isSafe: boolean): TextFix {
  return { title: 'put it in quotes', safe: isSafe, edits: [{ ...range, text: quoteText(text) }] }
}

/** `- Hi: there`: one entry on one line, whose key looks like words rather than like a name. */
function explainMapping(place: MappingPlace, source: string): UnquotedText | undefined {
  const [entry, ...others] = place.entries.values()
  if (entry === undefined || others.length > 0 || entry.value.type !== 'scalar') return undefined
  const text = source.slice(place.range.start, place.range.end)
  const isName = /^[a-z$_][\w$]*$/.test(entry.key)
  if (isName || /[\r\n]/.test(text) || entry.value.range.start < place.range.start) return undefined
  return explainCollection('a mapping, because a blank follows its colon', text, place.range, true)
}

/** `[Sale] today`, `{name}`: brackets or braces with plain words between them. */
function explainFlow(
  place: MappingPlace | SequencePlace,
  source: string,
): UnquotedText | undefined {
  const text = source.slice(place.range.start, place.range.end)
  const isWords =
    place.type === 'sequence'
      ? place.items.every(({ value }) => value.type === 'scalar' && value.style === 'plain')
      : [...place.entries.values()].every(({ value }) => isEmpty(value))
  if (!isWords || /[\r\n]/.test(text)) return undefined
  const read =
    place.type === 'sequence'
      ? 'a list, because of its brackets'
      : 'a mapping, because of its braces'
  // One pair of braces or brackets may be there to be read, or be meant as something else.
  return explainCollection(read, text, place.range, text.startsWith('{{'))
}

function isEmpty(place: Place): boolean {
  return place.type === 'scalar' && place.value === null && place.range.start === place.range.end
}

function explainCollection(
  read: string,
  text: string,
  range: Range,
  isSafe: boolean,
): UnquotedText {
  return {
    message: `YAML reads \`${showText(text)}\` as ${read}, and a text is due: put it in quotes`,
    range,
    fix: quote(text, range, isSafe),
  }
}
