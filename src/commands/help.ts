import { wrapText } from '../emit/printable.ts'
import type { Command, CommandOption } from './command.ts'
import { globalOptions } from './parse-arguments.ts'

/** The column where texts begin; on a narrow terminal they stand below the names. */
const indent = 26
const narrowIndent = 6

/** No line is longer than this, however wide the terminal is. */
const widest = 80

/** Narrower than this nothing can be read anyway. */
const narrowest = 30

/** What `connectly --help` prints. */
export function describeProgram(commands: readonly Command[], columns: number): string {
  const width = widthFor(columns)
  return [
    ...wrapText(
      'WhatsApp messages as YAML files: checked, compiled to typed senders, sent.',
      width,
    ),
    '',
    'Usage: connectly <command> [options]',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => row(name, summary, width)),
    '',
    'Options of every command:',
    ...globalOptions.map((option) => optionRow(option, width)),
    row('--version', 'print the version', width),
    '',
    ...wrapText('connectly <command> --help shows what a command takes, with examples.', width),
    '',
  ].join('\n')
}

/** What `connectly <command> --help` prints. */
export function describeCommand(command: Command, columns: number): string {
  const width = widthFor(columns)
  const { name, summary, arguments: expected = [], options = [], examples } = command
  const section = (title: string, rows: readonly string[]): readonly string[] =>
    rows.length === 0 ? [] : ['', title, ...rows]
  return [
    `Usage: connectly ${[name, ...expected.map((argument) => argument.name)].join(' ')} [options]`,
    '',
    ...wrapText(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`, width),
    ...section(
      'Arguments:',
      expected.map((argument) => row(argument.name, argument.description, width)),
    ),
    ...section(
      'Options:',
      options.map((option) => optionRow(option, width)),
    ),
    ...section(
      'Options of every command:',
      globalOptions.map((option) => optionRow(option, width)),
    ),
    ...section(
      'Examples:',
      examples.map((line) => `  $ ${line}`),
    ),
    '',
  ].join('\n')
}

function widthFor(columns: number): number {
  return Math.max(narrowest, Math.min(columns, widest))
}

function optionRow(option: CommandOption, width: number): string {
  const { flags, description, choices, isRepeatable } = option
  const notes = [
    ...(choices === undefined ? [] : [choices.join(' or ')]),
    ...(isRepeatable && !description.includes('repeated') ? ['may be repeated'] : []),
  ]
  const text = notes.length === 0 ? description : `${description} (${notes.join('; ')})`
  return row(flags, text, width)
}

function row(name: string, text: string, width: number): string {
  const isNarrow = width < 2 * indent
  const margin = isNarrow ? narrowIndent : indent
  const lines = wrapText(text, width - margin)
  const blank = ' '.repeat(margin)
  // Two columns apart at least, or the text goes below.
  if (isNarrow || name.length > indent - 4) {
    return [`  ${name}`, ...lines.map((line) => blank + line)].join('\n')
  }
  const [first = '', ...rest] = lines
  return [`  ${name.padEnd(indent - 2)}${first}`, ...rest.map((line) => blank + line)].join('\n')
}
