import { resolve } from 'node:path'
import type { CommandIo } from './commands/command.ts'
import { main } from './main.ts'

/** Connects the command line to this process. */
export async function start(args: readonly string[]): Promise<number> {
  const stop = new AbortController()
  let signalled = 0
  const onSignal = (signal: 'SIGINT' | 'SIGTERM'): void => {
    signalled = signal === 'SIGINT' ? 130 : 143
    stop.abort()
  }
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  ignoreClosedPipes()
  const code = await main(args, { createIo: (options) => createIo(options, stop.signal) })
  process.off('SIGINT', onSignal)
  process.off('SIGTERM', onSignal)
  return signalled === 0 || code === 70 ? code : signalled
}

function createIo(
  { cwd, color }: { readonly cwd?: string | undefined; readonly color?: boolean },
  signal: AbortSignal,
): CommandIo {
  const { stdout, stderr, stdin, env } = process
  return {
    out: (text) => stdout.write(text),
    log: (text) => stderr.write(text),
    readStdin: async () => (await import('node:stream/consumers')).buffer(stdin),
    env,
    cwd: cwd === undefined ? process.cwd() : resolve(cwd),
    color: color ?? wantsColor(),
    width: Math.max(40, stdout.columns ?? 80),
    signal,
  }
}

/** `NO_COLOR` wins over `FORCE_COLOR`; without both, a terminal decides. */
function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0'
  return process.stdout.isTTY === true
}

/** A reader that goes away (`connectly lint | head`) is no mistake of anybody. */
function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}
