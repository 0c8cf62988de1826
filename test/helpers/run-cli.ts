import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { vi } from 'vitest'
import { cleanEnv, cliPath } from './cli-process.ts'

// A process takes its time to start, the more so beside other tests.
vi.setConfig({ testTimeout: 30_000 })

/** How a command line is started. */
export interface RunOptions {
  /** @defaultValue the root of this repository */
  readonly cwd?: string
  /** Added to an environment without settings of our own. */
  readonly env?: { readonly [name: string]: string }
  readonly stdin?: string | Uint8Array
  /** Is handed the process, for signals. */
  readonly onStart?: (child: ChildProcess) => void
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[]
}

/** What a command line did. */
export interface RunResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `connectly` as a child process and waits for its end. */
export async function runCli(
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const {
    cwd = join(import.meta.dirname, '../..'),
    env,
    stdin = '',
    nodeOptions = [],
    onStart,
  } = options
  const command = [...nodeOptions, cliPath, ...args]
  const child = spawn(process.execPath, command, { cwd, env: cleanEnv(env) })
  onStart?.(child)
  child.stdin.on('error', () => {}) // a command that does not read it may be gone first
  child.stdin.end(stdin)
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.on('error', reject)
  child.on('close', resolve)
  const [code, stdout, stderr] = await Promise.all([
    promise,
    text(child.stdout),
    text(child.stderr),
  ])
  return { code, stdout, stderr }
}
