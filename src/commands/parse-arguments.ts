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
  const options: { [name: string]: unknown } = {}
  const positionals: string[] = []
  const rest = [...args]
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    if (next === '--') {
      positionals.push(...rest.splice(0))
    } else if (next === '-' || !next.startsWith('-')) {
      positionals.push(next)
    } else {
      const [written, inline] = splitOnce(next === '-h' ? '--help' : next)
      const option = written.startsWith('--') ? known.get(written.slice(2)) : undefined
      if (option === undefined) throw unknownOption(written, known)
      const isOpen =
        inline === undefined && takesValue(option) && rest[0]?.startsWith('--') !== true
      addOption(options, option, isOpen ? rest.shift() : inline)
    }
  }
  if (options['help'] !== true) checkCount(command, positionals)
  return { args: positionals, options }
}

/** `name=value` in two; without `=` there is no second. */
export function splitOnce(text: string): readonly [string, string?] {
  const index = text.indexOf('=')
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
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
