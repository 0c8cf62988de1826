import { wrapText } from '../emit/printable.ts'
import type { Command, CommandOption } from './command.ts'
import { globalOptions } from './parse-arguments.ts'

const width = 80
const indent = 26

/** What `connectly --help` prints. */
export function describeProgram(commands: readonly Command[]): string {
  return [
    'WhatsApp messages as YAML files: checked, compiled to typed senders, sent.',
    '',
    'Usage: connectly <command> [options]',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => row(name, summary)),
    '',
    'Options of every command:',
    ...globalOptions.map(optionRow),
    row('--version', 'print the version'),
    '',
    'connectly <command> --help shows what a command takes, with examples.',
    '',
  ].join('\n')
}

/** What `connectly <command> --help` prints. */
export function describeCommand(command: Command): string {
  const { name, summary, arguments: expected = [], options = [], examples } = command
  const section = (title: string, rows: readonly string[]): readonly string[] =>
    rows.length === 0 ? [] : ['', title, ...rows]
  return [
    `Usage: connectly ${[name, ...expected.map((argument) => argument.name)].join(' ')} [options]`,
    '',
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ...section(
      'Arguments:',
      expected.map((argument) => row(argument.name, argument.description)),
    ),
    ...section('Options:', options.map(optionRow)),
    ...section('Options of every command:', globalOptions.map(optionRow)),
    ...section(
      'Examples:',
      examples.map((line) => `  $ ${line}`),
    ),
    '',
  ].join('\n')
}

function optionRow({ flags, description, choices, isRepeatable }: CommandOption): string {
  const notes = [
    ...(choices === undefined ? [] : [choices.join(' or ')]),
    ...(isRepeatable && !description.includes('repeated') ? ['may be repeated'] : []),
  ]
  return row(flags, notes.length === 0 ? description : `${description} (${notes.join('; ')})`)
}

function row(name: string, text: string): string {
  const lines = wrapText(text, width - indent)
  const first = `  ${name.padEnd(indent - 2)}`
  const rest = lines.slice(1).map((line) => `${' '.repeat(indent)}${line}`)
  // Two columns apart at least, or the text goes below.
  if (name.length > indent - 4)
    return [`  ${name}`, ...lines.map((line) => `${' '.repeat(indent)}${line}`)].join('\n')
  return [`${first}${lines[0] ?? ''}`, ...rest].join('\n')
}
