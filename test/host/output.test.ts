import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it, vi } from 'vitest'
import { cleanEnv } from '../helpers/cli-process.ts'

vi.setConfig({ testTimeout: 30_000 })

const module = join(import.meta.dirname, '../../src/host/output.ts')

/** Runs a program that has opened standard output as `out`. */
function start(program: string): ReturnType<typeof spawn> {
  const opened = `import { openOutput } from ${JSON.stringify(module)}\nconst out = openOutput('stdout')\n`
  return spawn(process.execPath, ['--input-type=module', '-e', opened + program], {
    env: cleanEnv(),
    // Pipes of Node are sockets.
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

it('writes all of a long text to a reader that takes its time', async () => {
  const { stdout } = start(`out.write('x'.repeat(3_000_000) + 'end')`)
  if (stdout === null) throw new Error('it is a pipe')
  await new Promise((resolve) => setTimeout(resolve, 100))
  const written = await text(stdout)
  expect(written).toHaveLength(3_000_003)
  expect(written.endsWith('end')).toBe(true)
})

it('takes it as no mistake that a reader goes away', async () => {
  const child = start(`for (let i = 0; i < 100; i++) out.write('x'.repeat(100_000))`)
  child.stdout?.once('data', () => child.stdout?.destroy())
  const { promise, resolve } = Promise.withResolvers<number | null>()
  child.on('close', resolve)
  const [code, problems] = await Promise.all([promise, child.stderr && text(child.stderr)])
  expect({ code, problems }).toEqual({ code: 0, problems: '' })
})

it('makes no stream for what is no terminal', async () => {
  const child = start(
    `out.write(String(process.moduleLoadList.includes('NativeModule net')) + out.isTerminal)`,
  )
  expect(child.stdout && (await text(child.stdout))).toBe('falsefalse')
})
