import { join } from 'node:path'

/** The command line on the sources; Node runs them as they are. */
export const cliPath: string = join(import.meta.dirname, '../../src/cli.ts')

/** An environment in which nothing but the given variables speaks to the command. */
export function cleanEnv(more: { readonly [name: string]: string } = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, TMPDIR, ...more }
}
