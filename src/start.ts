import { resolve } from 'node:path'
import type { CommandIo } from './commands/command.ts'
import { openQuestion } from './host/ask.ts'
import { type Output, openOutput } from './host/output.ts'
import { main } from './main.ts'
import { lazily } from './model/lazily.ts'

/** Connects the command line to this process. */
export async function start(args: readonly string[]): Promise<number> {
  const stop = lazily(() => new AbortController())
  let abort: AbortController | undefined
  let signalled = 0
  // The first one asks for an end. A command that waits for something then is told of the second
  // one; every other is killed by it.
  const onSignal = (signal: 'SIGINT' | 'SIGTERM'): void => {
    if (signalled !== 0 || abort === undefined) {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
    }
    if (signalled !== 0) abort?.abort()
    signalled = signal === 'SIGINT' ? 130 : 143
    stop().abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  const outputs = { out: openOutput('stdout'), log: lazily(() => openOutput('stderr')) }
  const code = await main(args, {
    createIo: (options) =>
      createIo(options, outputs, {
        stop,
        abort: () => {
          abort ??= new AbortController()
          return abort
        },
      }),
  })
  process.off('SIGINT', onSignal)
  process.off('SIGTERM', onSignal)
  return signalled === 0 || code === 70 ? code : signalled
}

interface Outputs {
  readonly out: Output
  readonly log: () => Output
}

function createIo(
  { cwd, color }: { readonly cwd?: string | undefined; readonly color?: boolean },
  { out, log }: Outputs,
  { stop, abort }: { readonly [name in 'stop' | 'abort']: () => AbortController },
): CommandIo {
  return {
    out: (text) => out.write(text),
    log: (text) => log().write(text),
    readStdin: async () => (await import('node:stream/consumers')).buffer(process.stdin),
    env: process.env,
    cwd: cwd === undefined ? process.cwd() : resolve(cwd),
    color: color ?? wantsColor(out),
    width: Math.max(40, out.columns ?? 80),
    get signal() {
      return stop().signal
    },
    get abort() {
      return abort().signal
    },
    get isLogTerminal() {
      return log().isTerminal
    },
    get ask() {
      return openQuestion()
    },
  }
}

/** `NO_COLOR` wins over `FORCE_COLOR`; without both, a terminal decides. */
function wantsColor(out: Output): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0'
  return out.isTerminal
}
