import { CommanderError, Option, Command as Parser } from 'commander'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  UsageError,
} from './commands/command.ts'
import { explainFailure } from './commands/explain-failure.ts'
import { commands } from './commands/index.ts'

/** What the command line is started with. */
export interface MainOptions {
  readonly version: string
  /** Makes the world of a command once its working directory and colours are known. */
  createIo(options: { readonly cwd?: string; readonly color?: boolean }): CommandIo
}

/** Runs a command line and returns its exit code; nothing is thrown. */
export async function main(args: readonly string[], options: MainOptions): Promise<ExitCode> {
  const { createIo } = options
  let exitCode: ExitCode = exitCodes.done
  const program = createParser(options, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    }
    return explainFailure(error, createIo({}))
  }
}

function createParser(options: MainOptions, setExitCode: (code: ExitCode) => void): Parser {
  const io = options.createIo({})
  const output = { writeOut: io.out, writeErr: io.log }
  const program = new Parser('connectly')
    .description('WhatsApp messages as YAML files: checked, compiled to typed senders, sent.')
    .version(options.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput(output)
    .addHelpText(
      'after',
      '\nconnectly <command> --help shows the options of a command and examples.',
    )
    .action(() => program.help({ error: true }))
  for (const command of commands) {
    program.addCommand(
      parserOf(command, options, setExitCode).exitOverride().configureOutput(output),
    )
  }
  return program
}

function parserOf(
  command: Command,
  { createIo }: MainOptions,
  setExitCode: (code: ExitCode) => void,
): Parser {
  const parser = new Parser(command.name)
    .description(command.summary)
    .helpOption('-h, --help', 'print this help')
  for (const { name, description } of command.arguments ?? []) parser.argument(name, description)
  for (const { flags, description, choices, isRepeatable } of command.options ?? []) {
    const option = new Option(flags, description)
    if (choices !== undefined) option.choices([...choices])
    if (isRepeatable)
      option.argParser((value: string, previous: string[] = []) => [...previous, value])
    parser.addOption(option)
  }
  addGlobalOptions(parser)
  parser.addHelpText(
    'after',
    `\nExamples:\n${command.examples.map((line) => `  $ ${line}`).join('\n')}`,
  )
  const count = command.arguments?.length ?? 0
  parser.allowExcessArguments(false).action(async (...received: unknown[]) => {
    const values = parser.opts()
    const args = received.slice(0, count).flatMap((value) => (value === undefined ? [] : value))
    const io = createIo({ cwd: values['cwd'], color: values['color'] })
    setExitCode(await runCommand(command, args.map(String), values, io))
  })
  return parser
}

function addGlobalOptions(parser: Parser): void {
  parser
    .option(
      '--config <file>',
      'the config file (default: searched from the working directory upwards)',
    )
    .option('--no-config', 'use no config file')
    .option('--no-config-code', 'refuse a config in TypeScript, which would run')
    .option('--cwd <dir>', 'work in another folder')
    .option('--color', 'colour the output')
    .option('--no-color', 'never colour the output')
}

async function runCommand(
  command: Command,
  args: readonly string[],
  values: { readonly [name: string]: unknown },
  io: CommandIo,
): Promise<ExitCode> {
  try {
    return await command.run(args, values, io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.log(`${error.message}\n`)
      return exitCodes.usage
    }
    return explainFailure(error, io)
  }
}
