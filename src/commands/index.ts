import type { Command } from './command.ts'

/** A command that is read only when it is asked for. */
export interface CommandEntry {
  /** The name that the loaded command has too. */
  readonly name: string
  load(): Promise<Command>
}

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  { name: 'init', load: async () => (await import('./init.ts')).init },
  { name: 'lint', load: async () => (await import('./lint.ts')).lint },
  { name: 'diff', load: async () => (await import('./diff.ts')).diff },
  { name: 'explain', load: async () => (await import('./explain.ts')).explain },
  { name: 'generate', load: async () => (await import('./generate.ts')).generate },
  { name: 'render', load: async () => (await import('./render.ts')).render },
  { name: 'send', load: async () => (await import('./send.ts')).send },
  { name: 'bulk', load: async () => (await import('./bulk.ts')).bulk },
  { name: 'journal', load: async () => (await import('./journal.ts')).journal },
  { name: 'sandbox', load: async () => (await import('./sandbox.ts')).sandbox },
  {
    name: 'completions',
    load: async () => (await import('./completions.ts')).createCompletions(commands),
  },
]
