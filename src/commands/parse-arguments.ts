import { nearMiss } from '../model/near-miss.ts'
import { type Command, type CommandOption, type OptionValues, UsageError } from './command.ts'

/** What was written on a command line. */
export interface ParsedArguments {
  readonly args: readonly string[]
  readonly options: OptionValues
}

/** The options that every command has. */
export const globalOptions: readonly CommandOption[] = [
  { flags: '--config <file>', description: 'the config file (default: searched upwards)' },
  { flags: '--no-config', description: 'use no config file' },
  {
    flags: '--no-config-code',
    description: 'refuse a config in TypeScript, since loading runs it',
  },
  { flags: '--cwd <dir>', description: 'work in another folder' },
  { flags: '--color', description: 'colour the output' },
  { flags: '--no-color', description: 'never colour the output' },
  { flags: '--help', description: 'print this help' },
]

/**
 * Reads the arguments of a command.
 * @throws {@link UsageError} for an unknown option, a missing value, too many or too few arguments.
 */
export function parseArguments(command: Command, args: readonly string[]): ParsedArguments {
  const known = new Map(
    [...(command.options ?? []), ...globalOptions].map((option) => [nameOf(option), option]),
  )
  // An `import` of this module would load all of it, a text differ among it: 5 ms of a start.
  const { parseArgs } = process.getBuiltinModule('node:util')
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      [...known].map(([name, option]) => [
        name,
        {
          type: takesValue(option) ? 'string' : 'boolean',
          ...(name === 'help' ? { short: 'h' } : {}),
        },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const options: { [name: string]: unknown } = {}
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = known.get(token.name)
    if (option === undefined) throw unknownOption(token.rawName, known)
    addOption(options, option, token.value)
  }
  if (options['help'] !== true) checkCount(command, positionals)
  return { args: positionals, options }
}

/** The name of an option without its dashes. */
export function nameOf({ flags }: CommandOption): string {
  return flags.replace(/^--/, '').replace(/[ =<[].*$/, '')
}

function takesValue({ flags }: CommandOption): boolean {
  return flags.includes('<')
}

function addOption(
  options: { [name: string]: unknown },
  option: CommandOption,
  value: string | undefined,
): void {
  const name = nameOf(option)
  const key = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  if (!takesValue(option)) {
    if (value !== undefined) throw new UsageError(`--${name} takes no value`)
    options[key] = true
    return
  }
  if (value === undefined) throw new UsageError(`--${name} needs a value: ${option.flags}`)
  const { choices } = option
  if (choices !== undefined && !choices.includes(value)) {
    const meant = nearMiss(value, choices)
    throw new UsageError(
      `--${name} ${value}: known are ${choices.join(', ')}${meant ? `: did you mean \`${meant}\`?` : ''}`,
    )
  }
  const known = options[key]
  if (option.isRepeatable) options[key] = [...(Array.isArray(known) ? known : []), value]
  else options[key] = value
}

function unknownOption(written: string, known: ReadonlyMap<string, CommandOption>): UsageError {
  const meant = nearMiss(written.replace(/^-+/, ''), [...known.keys()])
  return new UsageError(
    `there is no option ${written}${meant === undefined ? ': see --help' : `: did you mean --${meant}?`}`,
  )
}

function checkCount({ name, arguments: expected = [] }: Command, args: readonly string[]): void {
  const needed = expected.filter((argument) => argument.name.startsWith('<')).length
  const takesMany = expected.some((argument) => argument.name.includes('...'))
  if (args.length < needed) {
    throw new UsageError(`connectly ${name} needs ${expected[args.length]?.name}: see --help`)
  }
  if (!takesMany && args.length > expected.length) {
    throw new UsageError(
      `connectly ${name} takes ${expected.length === 0 ? 'no arguments' : `only ${expected.map((argument) => argument.name).join(' ')}`}: what is ${args[expected.length]}?`,
    )
  }
}
