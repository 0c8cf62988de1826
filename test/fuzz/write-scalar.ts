import { chance, type Dice, pick } from '../proof/dice.ts'

/** What a scalar is written from: lines of words, one of which may be the marked one. */
export type Lines = readonly (readonly string[])[]

/** Stand around what was inserted until its place is known; no text holds them. */
export const marks = { start: '\uE000', end: '\uE001' } as const

/** Where a scalar stands. */
export interface ScalarHost {
  /** The column of the collection around it: what is below stands deeper. */
  readonly column: number
  readonly isFlow: boolean
  /** Whether it is data: a text that is sent to a customer may hold no tabs. */
  readonly mayHoldTabs: boolean
}

/** One way of writing a text. */
export interface ScalarStyle {
  readonly name: string
  readonly isForFlow: boolean
  /** Words that mean something else when they are written this way. */
  readonly refused: RegExp
  write(lines: Lines, host: ScalarHost, roll: Dice): string
}

function blanks(count: number): string {
  return ' '.repeat(count)
}

/** A break that is read as a blank, or with empty lines as line feeds. */
function foldedBreak({ column }: ScalarHost, roll: Dice): string {
  const trailing = pick(roll, ['', ' ', '  \t'])
  const empty = pick(roll, ['', '', '\n', '\n   ', '\n\n'])
  return `${trailing}${empty}\n${blanks(column + 1 + roll(4))}`
}

function joinWords(words: readonly string[], roll: Dice): string {
  return words
    .map((word, index) => (index === 0 ? '' : pick(roll, [' ', '  ', ' '])) + word)
    .join('')
}

function joinFolded(lines: Lines, host: ScalarHost, roll: Dice, write: (word: string) => string) {
  return lines
    .map((words, index) => {
      const lead = index === 0 ? '' : foldedBreak(host, roll)
      return lead + joinWords(words.map(write), roll)
    })
    .join('')
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\u00A0', '\\_'],
  ['/', '\\/'],
])

/** A character of a double-quoted text, as it is or in one of its escapes. */
function writeEscaped(character: string, roll: Dice): string {
  if (character === marks.start || character === marks.end) return character
  const must = character === '"' || character === '\\'
  if (!must && !chance(roll, 6)) return character
  const short = escapes.get(character)
  if (short !== undefined && !chance(roll, 3)) return short
  const code = character.codePointAt(0) ?? 0
  const hex = (digits: number): string => code.toString(16).padStart(digits, '0')
  if (code <= 0xff && chance(roll, 2)) return `\\x${hex(2)}`
  if (code <= 0xffff && chance(roll, 2)) return `\\u${hex(4)}`
  if (code > 0xffff && chance(roll, 2)) {
    const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16))
    return units.map((unit) => `\\u${unit}`).join('')
  }
  return `\\U${hex(8)}`
}

function writeDouble(lines: Lines, host: ScalarHost, roll: Dice): string {
  const body = lines
    .map((words, index) => {
      const escaped = chance(roll, 3)
        ? `\\\n${blanks(host.column + 1 + roll(4))}`
        : foldedBreak(host, roll)
      const line = words.map((word) => [...word].map((c) => writeEscaped(c, roll)).join(''))
      return (index === 0 ? '' : escaped) + joinWords(line, roll)
    })
    .join('')
  return `"${body}"`
}

/** A literal or folded text: any indentation, any end, empty and deeper lines. */
function writeBlock(mark: '|' | '>', lines: Lines, host: ScalarHost, roll: Dice): string {
  const { column } = host
  const tab = host.mayHoldTabs ? '\t' : ' '
  const deeper = 1 + roll(5)
  const isStated = chance(roll, 3)
  const end = pick(roll, ['', '-', '+'])
  const header = pick(roll, [`${isStated ? deeper : ''}${end}`, `${end}${isStated ? deeper : ''}`])
  const note = pick(roll, ['', '', ' ', ' # a note'])
  const body = lines.map((words, index) => {
    // Without an indicator the first line says how deep the text is.
    const extra = index === 0 && !isStated ? '' : pick(roll, ['', '', '', '  ', tab])
    const empty = pick(roll, ['', '', '', '\n', `${blanks(Math.min(column, 2))}\n`])
    const trailing = pick(roll, ['', '', ' ', tab])
    return `${empty}${blanks(column + deeper)}${extra}${joinWords(words, roll)}${trailing}`
  })
  const rest = pick(roll, ['', '', '\n', '\n\n'])
  return `${mark}${header}${note}\n${body.join('\n')}${rest}`
}

/** Every style of a scalar. */
export const scalarStyles: readonly ScalarStyle[] = [
  {
    name: 'plain',
    isForFlow: false,
    refused: /[\t#:]|^["'\\]/,
    write: (lines, host, roll) => `x ${joinFolded(lines, host, roll, (word) => word)}`,
  },
  {
    name: 'single-quoted',
    isForFlow: true,
    refused: /^$/,
    write: (lines, host, roll) =>
      `'${joinFolded(lines, host, roll, (word) => word.replaceAll("'", "''"))}'`,
  },
  { name: 'double-quoted', isForFlow: true, refused: /^$/, write: writeDouble },
  {
    name: 'literal',
    isForFlow: false,
    refused: /^$/,
    write: (lines, host, roll) => writeBlock('|', lines, host, roll),
  },
  {
    name: 'folded',
    isForFlow: false,
    refused: /^$/,
    write: (lines, host, roll) => writeBlock('>', lines, host, roll),
  },
]
