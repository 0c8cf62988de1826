import { type RowSettings, readRow } from '../../src/emit/judge-row.ts'
import type { BlockFile } from '../../src/host/block-file.ts'
import { type CheckedList, checkRecipients } from '../../src/host/check-recipients.ts'
import {
  createNotes,
  isProblem,
  type ListFormat,
  readRecipientList,
} from '../../src/host/recipient-list.ts'
import { isBsuid } from '../../src/model/bsuid.ts'
import { checkVariables } from '../../src/model/check-variables.ts'
import { formats } from '../../src/model/formats.ts'
import { compileHello } from '../helpers/hello-message.ts'
import { caseSeed, type Dice, diceOf, pick } from '../proof/dice.ts'

/** What a run of the fuzzer found. */
export interface RecipientsReport {
  readonly cases: number
  /** Lists without a mistake. */
  readonly clean: number
  readonly problems: number
  readonly failures: readonly {
    readonly seed: number
    readonly text: string
    readonly fault: string
  }[]
}

const message = compileHello()
const settings: RowSettings = {
  message,
  sender: undefined,
  locale: 'default',
  hasFallback: true,
  run: 'FUZZ',
}

/** Mutates lists of recipients, and checks what is said of each. */
export async function fuzzRecipients(seed: number, cases: number): Promise<RecipientsReport> {
  const failures: { seed: number; text: string; fault: string }[] = []
  let [clean, problems] = [0, 0]
  for (let index = 0; index < cases; index++) {
    const roll = diceOf(caseSeed(seed, index))
    const format = pick(roll, ['csv', 'jsonl'] as const)
    const bytes = mutate(roll, Buffer.from(format === 'csv' ? csvOf(roll) : jsonlOf(roll)))
    const text = bytes.toString('latin1')
    try {
      const whole = await check(bytes, format, bytes.length + 1)
      const fault =
        faultOf(whole, bytes) ??
        faultOfSplit(whole, await check(bytes, format, 1 + roll(40))) ??
        (whole.problemCount === 0 ? await faultOfRows(bytes, format) : undefined)
      if (fault !== undefined) failures.push({ seed: caseSeed(seed, index), text, fault })
      clean += Number(whole.problemCount === 0)
      problems += whole.problemCount
    } catch (error) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
      failures.push({ seed: caseSeed(seed, index), text, fault })
    }
  }
  return { cases, clean, problems, failures }
}

const names = ['Ana', 'Bob', 'Cyd', '', 'Ana1', ' Eve ', '"', 'a,b', 'x\ny', 'É', '=1+1']
const counts = ['1', '99', '100', '', 'x', '1.5', '1e3', ' 7 ', '007', '-1', '9'.repeat(20)]

/** Half of the values are right, so that some lists have one mistake or none. */
function rightOr(roll: Dice, right: string, others: readonly string[]): string {
  return roll(2) === 0 ? right : pick(roll, others)
}

function numberOf(roll: Dice): string {
  const digits = 4440000 + roll(4000)
  if (roll(4) > 0) return `+1604${digits}`
  return pick(roll, [
    `+1604${digits}`,
    `+1 (604) ${String(digits).slice(0, 3)}-${String(digits).slice(3)}`,
    `US.${digits}`,
    `+44 7911 ${digits}`,
    `1604${digits}`,
    '1.60444E+10',
    '',
  ])
}

function csvOf(roll: Dice): string {
  const delimiter = pick(roll, [',', ';', '\t', '|'])
  const end = pick(roll, ['\n', '\r\n', '\r'])
  const header = pick(roll, [
    ['to', 'customer'],
    ['to', 'customer', 'count'],
    ['to', 'name', 'locale', 'customer', 'variables.count'],
    ['count', 'to', 'segment', 'customer'],
  ])
  const cellOf = (column: string): string => {
    if (column === 'to') return numberOf(roll)
    if (column === 'locale') return pick(roll, ['', 'default', 'es'])
    return column.endsWith('count') ? rightOr(roll, '7', counts) : rightOr(roll, 'Ana', names)
  }
  const quote = (text: string): string =>
    /[",;\t|\r\n]/.test(text) || roll(4) === 0 ? `"${text.replaceAll('"', '""')}"` : text
  const rows = Array.from({ length: roll(5) }, () => header.map((column) => quote(cellOf(column))))
  return [header, ...rows].map((cells) => cells.join(delimiter)).join(end)
}

function jsonlOf(roll: Dice): string {
  const lines = Array.from({ length: 1 + roll(5) }, () =>
    JSON.stringify({
      to: numberOf(roll),
      ...(roll(3) === 0 ? { name: pick(roll, [null, 'Ana', 5, 'x\ny']) } : {}),
      ...(roll(4) === 0 ? { locale: pick(roll, ['default', 'es', 1, null]) } : {}),
      variables: pick(roll, [
        { customer: rightOr(roll, 'Ana', names) },
        { customer: 'Eve', count: 7 },
        { customer: 'Ana', count: roll(120) },
        { customer: 'Ana', count: '1' },
        [],
        null,
      ]),
    }),
  )
  return lines.join(pick(roll, ['\n', '\r\n', '\n\n']))
}

const inserts: readonly string[] = [
  '"',
  ',',
  ';',
  '\n',
  '\r\n',
  '\r',
  '\uFEFF',
  '\0',
  '\u202E',
  '__proto__',
  '{"to":',
  '\\u0000',
  '"a":1,"a":2,',
  '[[[[[[[[',
  'to',
  '😀',
  'x'.repeat(70_000),
]

function mutate(roll: Dice, original: Buffer): Buffer {
  let bytes = original
  for (let times = roll(4); times > 0; times--) {
    const at = roll(bytes.length + 1)
    const until = Math.min(bytes.length, at + roll(12))
    const [start, end] = [bytes.subarray(0, at), bytes.subarray(until)]
    switch (roll(6)) {
      case 0:
        bytes = Buffer.concat([start, end])
        break
      case 1:
        bytes = Buffer.concat([start, Buffer.from([roll(256)]), end])
        break
      case 2:
        bytes = Buffer.concat([start, bytes.subarray(at, until), bytes.subarray(at)])
        break
      case 3:
        bytes = start
        break
      default:
        // The long one is slow, and one of many is enough.
        bytes = Buffer.concat([
          start,
          Buffer.from(pick(roll, roll(20) === 0 ? inserts : inserts.slice(0, -1))),
          bytes.subarray(at),
        ])
    }
  }
  return Buffer.from(bytes)
}

/** A file that is read in blocks of a size of our choice. */
function fileOf(bytes: Buffer, blockBytes: number): BlockFile {
  return {
    digest: undefined,
    read: async function* read() {
      for (let start = 0; start < bytes.length; start += blockBytes) {
        yield bytes.subarray(start, start + blockBytes)
      }
    },
    close: async () => {},
  }
}

function check(bytes: Buffer, format: ListFormat, blockBytes: number): Promise<CheckedList> {
  const options = { format, delimiter: undefined, message }
  return checkRecipients(fileOf(bytes, blockBytes), options, settings)
}

/** Each problem has a place inside the file and says something. */
function faultOf({ problems, problemCount }: CheckedList, bytes: Buffer): string | undefined {
  if (problems.length !== Math.min(problemCount, 100)) return `${problemCount} problems counted`
  const lines = bytes.toString('utf8').split(/\r\n|\n|\r/)
  for (const { line, column, message: text } of problems) {
    const length = lines[line - 1]?.length
    if (length === undefined) return `line ${line} of ${lines.length}: ${text}`
    if (!(column >= 1 && column <= length + 1)) return `${line}:${column} of ${length}: ${text}`
    if (text.trim() === '') return `${line}:${column} says nothing`
  }
  return undefined
}

/** The mistakes do not depend on where blocks end. */
function faultOfSplit(whole: CheckedList, split: CheckedList): string | undefined {
  const print = ({ rows, lines, problems }: CheckedList): string =>
    JSON.stringify([rows, [...lines], problems])
  return print(whole) === print(split) ? undefined : `${print(whole)}\nin blocks: ${print(split)}`
}

/** What passed is judged once more, by other means: recipients, variables and repetitions. */
async function faultOfRows(bytes: Buffer, format: ListFormat): Promise<string | undefined> {
  const seen = new Set<string>()
  let row = 0
  const options = { format, delimiter: undefined, message }
  for await (const listed of readRecipientList(fileOf(bytes, 7), options, createNotes())) {
    if (isProblem(listed)) return `the second reading found ${listed.message}`
    const read = readRow(listed, ++row, settings)
    if (!('row' in read)) return `row ${row} does not read again`
    const { to, variables } = read.row
    if (!formats.e164.matches(to) && !isBsuid(to)) return `row ${row} goes to ${to}`
    if (seen.has(to)) return `row ${row} repeats ${to}`
    seen.add(to)
    if (checkVariables(message.variables, variables).problems.length > 0) return `row ${row} is bad`
  }
  return undefined
}
