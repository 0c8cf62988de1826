import { type Command, type CommandIo, type ExitCode, exitCodes, UsageError } from './command.ts'

/** Asked for by the scripts, and for nobody to remember. */
const listed = 'messages'
const shells = ['bash', 'zsh', 'fish'] as const

/** Makes `connectly completions`. @param entries Every command, also this one */
export function createCompletions(entries: readonly Loadable[]): Command {
  return {
    ...manual,
    run: async ([name = ''], _options, io) => {
      if (name !== listed) return runCompletions(name, entries, io)
      const { listMessageNames } = await import('./list-message-names.ts')
      io.out((await listMessageNames(io)).map((found) => `${found}\n`).join(''))
      return exitCodes.done
    },
  }
}

interface Loadable {
  load(): Promise<Command>
}

const manual: Omit<Command, 'run'> = {
  name: 'completions',
  summary: 'print a script that lets a shell complete commands, options, rules and messages',
  arguments: [
    {
      name: '<shell>',
      description: `${shells.join(', ')}; \`${listed}\` prints the names that their scripts offer`,
    },
  ],
  examples: [
    'connectly completions bash > ~/.local/share/bash-completion/completions/connectly',
    'connectly completions zsh > ~/.zfunc/_connectly',
    'connectly completions fish > ~/.config/fish/completions/connectly.fish',
  ],
}

async function runCompletions(
  name: string,
  entries: readonly Loadable[],
  io: CommandIo,
): Promise<ExitCode> {
  const shell = shells.find((known) => known === name)
  if (shell === undefined) {
    const { nearMiss } = await import('../model/near-miss.ts')
    const meant = nearMiss(name, shells)
    throw new UsageError(
      `there are no completions for ${name}: known are ${shells.join(', ')}${meant ? `: did you mean ${meant}?` : ''}`,
    )
  }
  const { describeWords } = await import('./completion-words.ts')
  const { scripts } = await import('../emit/completion-scripts.ts')
  const loaded = await Promise.all(entries.map((entry) => entry.load()))
  io.out(scripts[shell](describeWords(loaded)))
  return exitCodes.done
}
