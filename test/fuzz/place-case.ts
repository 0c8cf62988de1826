import { chance, type Dice, pick } from '../proof/dice.ts'
import {
  type Lines,
  marks,
  type ScalarHost,
  type ScalarStyle,
  scalarStyles,
} from './write-scalar.ts'

/** A message file with one mistake in one of its texts, and where it stands. */
export interface PlaceCase {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly rule: string
  /** Where and how the text is written. */
  readonly title: string
}

/** Mistakes that concern a part of a text, by the rule that finds them. */
const mistakes: readonly (readonly [rule: string, written: string])[] = [
  ['undeclared-variable', '{{ nobody }}'],
  ['undeclared-variable', '{{nobody}}'],
  ['undeclared-variable', '{{ item.nobody }}'],
  ['template-syntax', '{{ 9 }}'],
  ['template-syntax', '{{ name | upper }}'],
  ['template-syntax', '{{ Zoë }}'],
  ['template-syntax', '{{ 👍 }}'],
  ['wrong-variable-type', '{{ list }}'],
  ['wrong-variable-type', '{{ item }}'],
]

const words = [
  ...[
    'a',
    'bc',
    'order',
    '5',
    'Zoë',
    'e\u0301',
    'n\u0303o\u0308',
    '😀',
    '👩‍👩‍👧',
    '🇧🇷',
    'ﷺ',
    '中文',
  ],
  ...["it's", 'say "hi"', 'a\\b', 'x\u00A0y', 'a/b', '{{ name }}', '{{name}}', '\\{{', 'a:b', '#5'],
  ...['\tx', 'x\ty', '{x}', '[y]', 'a,b', '&z', '*z*', '100%', '|', '>', '@', '~', '-'],
]

const variables = `variables:
  name: string(9)
  list: { type: array, minItems: 1, maxItems: 9, uniqueBy: [id], items: { type: object, properties: { id: string(9) } } }
  item: { type: object, properties: { id: string(9) } }
`
const uses = 'campaignName: "{{ name }} {{ item.id }}"\n'

/** A file with `@` where the text stands: in a block at a column, or between braces or brackets. */
interface Host extends ScalarHost {
  readonly yaml: string
}

function describe(yaml: string): Pick<Host, 'yaml' | 'mayHoldTabs'> {
  const before = yaml.slice(0, yaml.indexOf('@'))
  const isData = before.lastIndexOf('callbackData:') > before.lastIndexOf('message:')
  const mayHoldTabs = isData && !yaml.includes('*shared')
  return { yaml: `${variables}${uses}${yaml}`, mayHoldTabs }
}

function block(column: number, yaml: string): Host {
  return { column, isFlow: false, ...describe(yaml) }
}

function flow(column: number, yaml: string): Host {
  return { column, isFlow: true, ...describe(yaml) }
}

const rows = `  listMessage:
    button: { text: Go }
    sections:
      - title: T
        rows:
`
const hosts: readonly Host[] = [
  block(2, 'message:\n  text: @\n'),
  block(2, 'message:\n  "text": @\n'),
  block(2, "message:\n  'text' :   @\n"),
  block(2, 'message:\n  ? text\n  : @\n'),
  block(2, 'message:\n  text: !!str @\n'),
  block(2, 'message:\n  text: &shared @\ncallbackData: *shared\n'),
  block(2, 'callbackData:\n  a: &shared @\nmessage: { text: *shared }\n'),
  block(0, 'message: { text: Hi }\ncallbackData: @\n'),
  block(2, 'message: { text: Hi }\ncallbackData:\n  - @\n  - x\n'),
  block(4, 'message: { text: Hi }\ncallbackData:\n  - - @\n    - x\n'),
  block(6, 'message: { text: Hi }\ncallbackData:\n- - - - @\n'),
  block(4, 'message: { text: Hi }\ncallbackData:\n  - a: 1\n    b: @\n'),
  block(
    4,
    'message: { text: Hi }\nfallback:\n  templateName: t\n  language: en\n  parameters:\n    body_1: @\n',
  ),
  block(
    12,
    `message:\n  text: Hi\n${rows}          - $each: r in list\n            id: "{{ r.id }}"\n            text: @\n`,
  ),
  block(
    12,
    `message:\n  text: Hi\n${rows}          - id: a\n            text: a\n            description: @\n          - { id: b, text: b }\n`,
  ),
  block(
    6,
    'message:\n  text: Hi\n  replyButtonMessage:\n    footer:\n      text: @\n    buttons: [{ id: a, text: b }]\n',
  ),
  flow(0, 'message: { text: @ }\n'),
  flow(0, 'message: {"text":@}\n'),
  flow(0, 'message: {\n  text: # a note 😀\n    @,\n}\n'),
  flow(0, 'message: { text: Hi }\ncallbackData: [a, [@, b], { c: d }]\n'),
  flow(0, 'message: { text: Hi }\ncallbackData: { a: [{ b: @ }], é: 😀 }\n'),
  flow(
    10,
    `message:\n  text: Hi\n${rows}          - { $each: r in list, id: "{{ r.id }}", text: @ }\n`,
  ),
  flow(2, 'message:\n  text: Hi\n  replyButtonMessage: { buttons: [{ id: é, text: @ }] }\n'),
  flow(2, 'callbackData: [&shared @]\nmessage:\n  text: *shared\n'),
]

/** Puts a mistake at a random place of a text in a random style at a random place of a file. */
export function makePlaceCase(roll: Dice): PlaceCase {
  const host = pick(roll, hosts)
  const style = pick(
    roll,
    scalarStyles.filter(({ isForFlow }) => isForFlow || !host.isFlow),
  )
  const [rule, mistake] = pick(roll, mistakes)
  const lines = insert(makeLines(style, host, roll), mistake, roll)
  const scalar = style.write(lines, host, roll)
  const lead = pick(roll, ['', '', '# 😀 é\n', '\n', '# yaml-language-server: $schema=x\n'])
  const mark = chance(roll, 6) ? '\uFEFF' : ''
  const written = `${mark}${lead}${host.yaml.replace('@', () => scalar)}`
  const marked = chance(roll, 3) ? written.replaceAll('\n', '\r\n') : written
  const start = marked.indexOf(marks.start)
  const end = marked.indexOf(marks.end) - 1
  const text = marked.replace(marks.start, '').replace(marks.end, '')
  return {
    text,
    start,
    end,
    rule,
    title: `${style.name} in ${JSON.stringify(host.yaml.slice(variables.length + uses.length))}`,
  }
}

function makeLines(style: ScalarStyle, { mayHoldTabs }: ScalarHost, roll: Dice): Lines {
  const usable = words.filter(
    (word) => !style.refused.test(word) && (mayHoldTabs || !word.includes('\t')),
  )
  return Array.from({ length: 1 + roll(3) }, () =>
    Array.from({ length: 1 + roll(4) }, () => pick(roll, usable)),
  )
}

/** Marks the mistake and puts it before, into or behind a word, or over a break of lines. */
function insert(lines: Lines, mistake: string, roll: Dice): Lines {
  const line = roll(lines.length)
  if (line > 0 && chance(roll, 3)) {
    const cut = mistake.length - 2
    return lines.map((row, index) => {
      if (index === line - 1) return [...row, marks.start + mistake.slice(0, cut).trimEnd()]
      return index === line ? [mistake.slice(cut) + marks.end, ...row] : row
    })
  }
  return lines.map((row, index) => {
    if (index !== line) return row
    const at = roll(row.length)
    return row.map((word, other) => (other === at ? put(word, mistake, roll) : word))
  })
}

/** Not into a variable, behind a backslash, or between the parts of one character. */
function put(word: string, mistake: string, roll: Dice): string {
  const marked = marks.start + mistake + marks.end
  const isWhole = word.includes('{') || word.includes('\\')
  const characters = [...new Intl.Segmenter('en').segment(word)].map(({ segment }) => segment)
  const at = isWhole ? 0 : roll(characters.length + 1)
  const behind = characters.slice(at).join('')
  return characters.slice(0, at).join('') + marked + (behind.startsWith('{') ? ' ' : '') + behind
}
