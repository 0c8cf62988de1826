import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { onTestFinished, vi } from 'vitest'
import { cleanEnv, cliPath } from './cli-process.ts'
import type { TempFolder } from './temp-folder.ts'

// A process takes its time to start, the more so beside other tests.
vi.setConfig({ testTimeout: 30_000 })

/** A command that goes on until it is told to stop. */
export interface Watched {
  readonly child: ChildProcessWithoutNullStreams
  /** Waits until the command has said something that it had not said before. */
  says(text: string): Promise<void>
  /** What ended it. */
  readonly ended: Promise<number | null>
  readonly stdout: () => string
}

/** Starts a command with `--watch`. */
export function watchCli(
  name: string,
  { path }: Pick<TempFolder, 'path'>,
  args: readonly string[] = [],
): Watched {
  const command = [cliPath, name, '--watch', ...args]
  const child = spawn(process.execPath, command, { cwd: path, env: cleanEnv() })
  onTestFinished(() => void child.kill('SIGKILL'))
  let [said, heard, stdout] = ['', 0, '']
  let wake = (): void => {}
  const listen = (chunk: Buffer): void => {
    said += String(chunk)
    wake()
  }
  child.stderr.on('data', listen)
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += String(chunk)
    listen(chunk)
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    child,
    ended,
    stdout: () => stdout,
    says: async (text) => {
      while (!said.slice(heard).includes(text)) {
        if (child.exitCode !== null) throw new Error(`it ended and said: ${said}`)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      heard = said.indexOf(text, heard) + text.length
    },
  }
}
