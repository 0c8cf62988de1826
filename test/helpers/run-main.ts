import { main } from '../../src/main.ts'
import type { RunResult } from './run-cli.ts'

/** How a command line is run inside this process. */
export interface MainRun {
  readonly cwd: string
  readonly env?: { readonly [name: string]: string }
  /** What whoever sits at the terminal answers; nobody sits there where it is missing. */
  readonly answer?: string
  readonly signal?: AbortSignal
  readonly abort?: AbortSignal
  readonly stdin?: string | Uint8Array
}

/** What it did, and what it asked. */
export interface MainResult extends RunResult {
  readonly questions: readonly string[]
}

/** Runs a command line as `start` does, without a process of its own. */
export async function runMain(args: readonly string[], run: MainRun): Promise<MainResult> {
  let stdout = ''
  let stderr = ''
  const questions: string[] = []
  const { answer } = run
  const ask = async (question: string): Promise<string> => {
    questions.push(question)
    return answer ?? ''
  }
  const code = await main(args, {
    createIo: (options) => ({
      out: (text) => {
        stdout += text
      },
      log: (text) => {
        stderr += text
      },
      readStdin: async () => {
        const { stdin = '' } = run
        return typeof stdin === 'string' ? Buffer.from(stdin) : stdin
      },
      env: run.env ?? {},
      cwd: options.cwd ?? run.cwd,
      color: false,
      width: 80,
      signal: run.signal ?? new AbortController().signal,
      abort: run.abort ?? new AbortController().signal,
      isLogTerminal: false,
      ask: answer === undefined ? undefined : ask,
    }),
  })
  return { code, stdout, stderr, questions }
}
