import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type CountingServer, startCountingServer } from '../crash/counting-server.ts'
import { listOf } from '../crash/crash-run.ts'
import { cleanEnv, cliPath } from '../helpers/cli-process.ts'
import { helloYaml } from '../helpers/hello-message.ts'
import { makeTempFolder, type TempFolder } from '../helpers/temp-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Site {
  readonly folder: TempFolder
  readonly server: CountingServer
  /** Starts `bulk`, in a shell that first runs `limit`. */
  start(limit?: string): ChildProcess
}

async function makeSite(rows: number, delayMs: number): Promise<Site> {
  const server = await startCountingServer(() => delayMs)
  onTestFinished(server.close)
  const folder = makeTempFolder({ 'messages/hello.yaml': helloYaml, 'list.csv': listOf(rows) })
  const env = {
    CONNECTLY_API_KEY: 'sk-live-1',
    CONNECTLY_BUSINESS_ID: 'shop',
    CONNECTLY_BASE_URL: server.url,
  }
  return {
    folder,
    server,
    start: (limit = ':') => {
      const bulk = `exec "$0" "$1" bulk hello list.csv --yes --rate 100000 --concurrency 8`
      const args = ['-c', `${limit}; ${bulk}`, process.execPath, cliPath]
      return spawn('sh', args, { cwd: folder.path, env: cleanEnv(env) })
    },
  }
}

async function endOf(
  child: ChildProcess,
): Promise<{ readonly code: unknown; readonly stdout: string; readonly stderr: string }> {
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close'),
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
  ])
  return { code, stdout, stderr }
}

/** Resolves once the process has written a word to its log. */
function told(child: ChildProcess, word: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  child.stderr?.on('data', (chunk) => {
    if (String(chunk).includes(word)) resolve()
  })
  return promise
}

describe('the process of connectly bulk', () => {
  it('waits for nothing once it is asked twice to stop, and says what it does not know', async () => {
    const { server, start } = await makeSite(500, 60_000)
    const child = start()
    const end = endOf(child)
    await server.reach(8)
    child.kill('SIGTERM')
    // Two signals at once are one.
    await told(child, 'stopping')
    child.kill('SIGTERM')
    const { code, stdout, stderr } = await end
    expect(code).toBe(143)
    expect(stdout).toMatch(/unknown +8 .*\n +not started +492/)
    expect(stderr).toContain('stopped by a signal')
    expect(server.total).toBe(8)
  })

  it('sends nothing whose intent it cannot store: the disk is full', async () => {
    const { server, start } = await makeSite(500, 0)
    // In blocks of 512 bytes: the journal can be begun, and takes some dozens of commits.
    const { code, stdout, stderr } = await endOf(start('ulimit -f 200'))
    expect(stderr).toContain('the journal list.csv.journal cannot be written')
    const taken = server.total
    expect(taken).toBeLessThan(500)
    // Taken and stored, or taken and called unknown: nothing else.
    const [, accepted = '', unknown = ''] =
      /accepted +(\d+)[\s\S]*unknown +(\d+)/.exec(stdout) ?? []
    expect(Number(accepted)).toBeLessThanOrEqual(taken)
    expect(Number(accepted) + Number(unknown)).toBeGreaterThanOrEqual(taken)
    expect(code).toBe(Number(unknown) > 0 ? 3 : 2)
  })
})
