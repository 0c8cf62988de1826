import type { TextFix } from '../model/diagnostic.ts'
import type { Range } from '../model/source.ts'
import { explainColumns } from './yaml-columns.ts'
import type { YamlError } from './yaml-parse.ts'
import { endOfLine, endOfText, quoteText, showText, startOfLine } from './yaml-text-run.ts'

/** A syntax error as people read it. */
export interface ExplainedError {
  readonly message: string
  readonly range: Range
  readonly fix?: TextFix
}

/** Says in plain words what YAML stumbled over; `scalar` is the text that begins there, if any. */
export function explainSyntaxError(
  error: YamlError,
  source: string,
  scalar: Range | undefined,
): ExplainedError {
  if (error.code === 'BAD_DQ_ESCAPE') return explainEscape(error, source)
  if (error.code === 'BAD_SCALAR_START') return explainStart(error, source, scalar)
  const isOfColumns = columnCodes.has(error.code) && !error.message.includes('closing')
  const misplaced = isOfColumns ? explainColumns(source, error.start) : undefined
  return misplaced ?? { message: explain(error, source), range: visibleRange(error, source) }
}

/** What YAML stumbles over where a line begins in a column in which nothing may begin. */
const columnCodes: ReadonlySet<YamlError['code']> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'UNEXPECTED_TOKEN',
])

/** Where something is missing the text before it is shown, else what YAML stumbled over. */
function visibleRange({ message, start, end }: YamlError, source: string): Range {
  const part = source.slice(start, end)
  if (/\S/.test(part) && !/end with a/.test(message)) {
    const first = start + part.search(/\S/)
    return { start: first, end: Math.min(endOfLine(source, first), end) }
  }
  if (message.startsWith('Tabs')) return { start, end }
  const next = start + source.slice(start).search(/\S|$/)
  if (next < source.length && !/end with a/.test(message)) return { start: next, end: next + 1 }
  const last = source.slice(0, start).trimEnd().length
  return { start: Math.max(0, last - 1), end: last }
}

function explainEscape({ start }: YamlError, source: string): ExplainedError {
  const range = { start, end: Math.min(start + 2, source.length) }
  const written = source.slice(range.start, range.end)
  if (/^\\[xuU]/.test(written)) return { message: badCodePoint(written), range }
  return {
    message: `\`${written}\` means nothing in double quotes: write \`\\${written}\` for a backslash, or use single quotes`,
    range,
    // A customer would read the backslash, and it may be there for nothing.
    fix: { title: 'double the backslash', safe: false, edits: [{ start, end: start, text: '\\' }] },
  }
}

function explainStart(
  { start }: YamlError,
  source: string,
  scalar: Range | undefined,
): ExplainedError {
  const range = scalar ?? { start, end: endOfText(source, start, { inFlow: false }) }
  const text = source.slice(range.start, range.end)
  return {
    message: `a text cannot begin with \`${text.charAt(0)}\` without quotes: put \`${showText(text)}\` in quotes`,
    range,
    fix: { title: 'put it in quotes', safe: true, edits: [{ ...range, text: quoteText(text) }] },
  }
}

function badCodePoint(written: string): string {
  return `\`${written}\` needs the number of a character: two hexadecimal digits after \`\\x\`, four after \`\\u\`, eight after \`\\U\``
}

const missing: readonly (readonly [part: string, message: string])[] = [
  ['closing', 'a quoted text is never closed: add the missing quote'],
  [
    'Comments must be',
    'a comment needs a blank before its `#`; a text that holds a `#` needs quotes',
  ],
  ['must end with a }', '`{` is never closed: add the missing `}`, or put the text in quotes'],
  ['must end with a ]', '`[` is never closed: add the missing `]`, or put the text in quotes'],
  [
    'Implicit map keys',
    'a colon is missing: this is neither `key: value` nor part of a text above it',
  ],
  [
    'Missing , ',
    'a comma is missing between two items; a text with braces or brackets needs quotes',
  ],
  ['Missing space after :', 'a blank is missing after the colon'],
  ['Sequence item', 'a dash is missing: every item of a list begins with `- `'],
  [
    'Tags and anchors',
    'an anchor or a tag ends with a blank; a text that begins with `&` or `!` needs quotes',
  ],
  [
    'more-indented leading',
    'the empty lines above the text are indented deeper than the text itself: indent them alike',
  ],
  ['directives-end', '`---` is missing after the directives'],
  ['directives-end marker', 'the first key stands on the line of `---`: move it to the next line'],
  [
    'Missing newline after',
    'a list begins on the line of its anchor or tag: move it to the next line',
  ],
]

const byCode: { readonly [code: string]: string } = {
  ALIAS_PROPS: 'an alias can have neither an anchor nor a tag of its own',
  BAD_ALIAS:
    'an anchor or alias needs a name without a colon; a text that begins with `&` or `*` needs quotes',
  BAD_DIRECTIVE: 'a line that begins with `%` is a directive, and this one is none that YAML knows',
  BAD_PROP_ORDER: 'anchors and tags stand after the dash or colon, directly before the value',
  BLOCK_AS_IMPLICIT_KEY:
    'there are two keys on one line: put the text in quotes, or the second key on a line of its own',
  BLOCK_IN_FLOW:
    'inside `{ … }` and `[ … ]` lists and mappings are written with brackets and braces',
  KEY_OVER_1024_CHARS:
    'a key has more than 1024 characters: a quote or a colon is in the wrong place',
  MULTILINE_IMPLICIT_KEY:
    'a key goes over several lines: the line above lacks its colon, or this one is indented wrongly',
  MULTIPLE_ANCHORS: 'a value can have one anchor only',
  MULTIPLE_TAGS: 'a value can have one tag only',
  TAB_AS_INDENT: 'a tab indents this line, and YAML indents with blanks only: replace it',
  TAG_RESOLVE_FAILED: 'the tag does not fit its value: remove it',
}

function explain(error: YamlError, source: string): string {
  switch (error.code) {
    case 'MISSING_CHAR':
      return missing.find(([part]) => error.message.includes(part))?.[1] ?? unreadable
    case 'BAD_INDENT':
      return explainIndent(error)
    case 'UNEXPECTED_TOKEN':
      return explainUnexpected(error, source)
    default:
      return byCode[error.code] ?? unreadable
  }
}

const unreadable = 'YAML cannot read this: check quotes, colons and indentation'

function explainIndent({ message }: YamlError): string {
  if (message.includes('end with a')) {
    const mark = message.includes('}') ? '{' : '['
    return `\`${mark}\` is not closed, or its lines are indented less than the key before it`
  }
  if (message.startsWith('Block scalar')) {
    return 'the text after `|` or `>` is indented less than its first line, or not at all: indent its lines alike'
  }
  return 'this line is indented differently from the lines that it belongs to: keys of one mapping and items of one list begin in one column'
}

function explainUnexpected({ message, start, end }: YamlError, source: string): string {
  const shown = showText(source.slice(start, Math.min(end, endOfLine(source, start))))
  const before = source.slice(startOfLine(source, start), start)
  if (message.includes('block-seq-ind')) {
    return 'a list begins on the line of its key: move `-` to the next line, or put the text in quotes'
  }
  if (message.startsWith('Block scalar header') || /[\s:][|>][-+0-9]*[ \t]*$/.test(before)) {
    return 'after `|` or `>` the text begins on the next line; a text that begins with one of these needs quotes'
  }
  if (shown === '') return unreadable
  if (/["'][ \t]*$/.test(before)) {
    return `the quoted text ends before \`${shown}\`: put the whole text in quotes of the other kind`
  }
  return `\`${shown}\` is out of place here: a text that holds braces, brackets or commas needs quotes around all of it`
}
