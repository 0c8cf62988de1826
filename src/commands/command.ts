/** What a command ends with. Where several apply, the first of 70, 130/143, 4, 3, 2, 1 wins. */
export const exitCodes = {
  /** Clean, or done; warnings alone do not change it. */
  done: 0,
  /** Findings of severity error, stale output, or a delivery that surely did not happen. */
  findings: 1,
  /** Wrong usage, config or input file; no key. */
  usage: 2,
  /** A delivery whose outcome is unknown. */
  unknown: 3,
  /** A bulk run that stopped itself because too much went wrong. */
  stopped: 4,
  /** Our own mistake. */
  bug: 70,
} as const

/** A number of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The world, as far as a command may touch it. */
export interface CommandIo {
  /** Results. */
  readonly out: (text: string) => void
  /** Progress and errors. */
  readonly log: (text: string) => void
  readonly readStdin: () => Promise<Uint8Array>
  readonly env: { readonly [name: string]: string | undefined }
  readonly cwd: string
  /** Whether results may be coloured. */
  readonly color: boolean
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number
  /** Ends when the user asks the command to stop. */
  readonly signal: AbortSignal
  /** Ends when the user asks for it once more: nothing that is under way is waited for. */
  readonly abort: AbortSignal
  /** Whether progress is read on a terminal, where a line can be written anew. */
  readonly isLogTerminal: boolean
  /** Asks whoever sits at the terminal; absent where nobody does. */
  readonly ask: ((question: string) => Promise<string>) | undefined
}

/** The values of a command's options by their camel-case name. */
export interface OptionValues {
  readonly [name: string]: unknown
}

/** An option of a command. */
export interface CommandOption {
  /** `--quiet`, or `--port <number>` for one that takes a value. */
  readonly flags: string
  readonly description: string
  readonly choices?: readonly string[]
  /** Whether it can be given several times; the value is then a list. */
  readonly isRepeatable?: boolean
}

/** One command of the command line. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** `<name>` is compulsory, `[dir]` is not, `[paths...]` are any number. */
  readonly arguments?: readonly { readonly name: string; readonly description: string }[]
  readonly options?: readonly CommandOption[]
  readonly examples: readonly string[]
  run(args: readonly string[], options: OptionValues, io: CommandIo): Promise<ExitCode>
}

/** Wrong usage of a command: its message and the way out are shown, and the exit code is 2. */
export class UsageError extends Error {
  static {
    Object.defineProperty(UsageError.prototype, 'name', { value: 'UsageError' })
  }
}

/** The text of an option, where it was given. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** The values of an option that can be given several times. */
export function listOption(options: OptionValues, name: string): readonly string[] {
  const value = options[name]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
