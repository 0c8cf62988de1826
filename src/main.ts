import { statSync } from 'node:fs'
import {
  type Command,
  type CommandIo,
  type ExitCode,
  exitCodes,
  textOption,
  UsageError,
} from './commands/command.ts'
import { commands } from './commands/index.ts'
import { type ParsedArguments, parseArguments } from './commands/parse-arguments.ts'

/** What the command line is started with. */
export interface MainOptions {
  /** Makes the world of a command once its working directory and colours are known. */
  createIo(options: { readonly cwd?: string | undefined; readonly color?: boolean }): CommandIo
}

/** Runs a command line and returns its exit code; nothing is thrown. */
export async function main(args: readonly string[], { createIo }: MainOptions): Promise<ExitCode> {
  const [name, ...rest] = args
  let io = createIo({})
  try {
    const command = await findCommand(name, io)
    if (command === undefined) return exitCodes.done
    const parsed = parseArguments(command, rest)
    const { options } = parsed
    const color = readColor(options)
    io = createIo({ cwd: readCwd(options), ...(color === undefined ? {} : { color }) })
    if (options['help'] === true) {
      const { describeCommand } = await import('./commands/help.ts')
      io.out(describeCommand(command, io.width))
      return exitCodes.done
    }
    return await run(command, parsed, io)
  } catch (error) {
    const { explainFailure } = await import('./commands/explain-failure.ts')
    return explainFailure(error, io)
  }
}

function run(
  command: Command,
  { args, options }: ParsedArguments,
  io: CommandIo,
): Promise<ExitCode> {
  return command.run(args, options, io)
}

/** The command of a name; undefined where help was asked for and shown. */
async function findCommand(name: string | undefined, io: CommandIo): Promise<Command | undefined> {
  const entry = commands.find((candidate) => candidate.name === name)
  if (entry !== undefined) return entry.load()
  const { describeProgram } = await import('./commands/help.ts')
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(describeProgram(await loadAll(), io.width))
    return undefined
  }
  if (name === undefined) throw new UsageError(describeProgram(await loadAll(), io.width).trimEnd())
  const { nearMiss } = await import('./model/near-miss.ts')
  const meant = nearMiss(
    name,
    commands.map((candidate) => candidate.name),
  )
  throw new UsageError(
    `there is no command ${name}${meant === undefined ? ': connectly --help lists them' : `: did you mean ${meant}?`}`,
  )
}

function loadAll(): Promise<readonly Command[]> {
  return Promise.all(commands.map((entry) => entry.load()))
}

function readCwd(options: ParsedArguments['options']): string | undefined {
  const cwd = textOption(options, 'cwd')
  if (cwd === undefined || statSync(cwd, { throwIfNoEntry: false })?.isDirectory()) return cwd
  throw new UsageError(`--cwd ${cwd}: there is no such folder`)
}

function readColor(options: ParsedArguments['options']): boolean | undefined {
  if (options['noColor'] === true) return false
  return options['color'] === true ? true : undefined
}
