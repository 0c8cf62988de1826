import { spawn } from 'node:child_process'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { rolldown } from 'rolldown'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { command, rules } from '../.rolldown.config.ts'
import packageJson from '../package.json' with { type: 'json' }
import { cleanEnv } from './helpers/cli-process.ts'
import { makeGitFolder } from './helpers/git-folder.ts'
import { runCli } from './helpers/run-cli.ts'
import { makeTempFolder } from './helpers/temp-folder.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const root = join(import.meta.dirname, '..')
let cli = ''

beforeAll(async () => {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'connectly-bundle-')))
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'))
  for (const [options, folder] of [
    [command, 'dist'],
    [rules, 'dist/command'],
  ] as const) {
    const build = await rolldown(options)
    await build.write({ ...options.output, dir: join(dir, folder) })
    await build.close()
  }
  cli = join(dir, 'dist/cli.cjs')
  return () => rmSync(dir, { recursive: true, force: true })
})

interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

async function run(
  args: readonly string[],
  env: { readonly [name: string]: string },
  cwd = root,
): Promise<Run> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: cleanEnv(env) })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [code, stdout, stderr] = await Promise.all([closed, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

const lint = ['lint', '--no-config', 'messages/orders/delivered.yaml']
const clean = { code: 0, stderr: '', stdout: expect.stringContaining('no problems in 1 file') }

function cacheFolder(): { readonly env: { XDG_CACHE_HOME: string }; entries(): string[] } {
  const { path } = makeTempFolder()
  const folder = join(path, 'connectly-messages')
  return {
    env: { XDG_CACHE_HOME: path },
    entries: () =>
      readdirSync(path).includes('connectly-messages')
        ? readdirSync(folder).map((name) => join(folder, name))
        : [],
  }
}

describe('the bundled command', () => {
  it('says its version', async () => {
    const expected = { code: 0, stdout: `${packageJson.version}\n`, stderr: '' }
    expect(await run(['--version'], {})).toEqual(expected)
  })

  it('keeps its code after the first `lint`, and starts with it from then on', async () => {
    const cache = cacheFolder()
    expect(await run(lint, cache.env)).toEqual(clean)
    const [file = '', ...more] = cache.entries()
    expect(more).toEqual([])
    const kept = readFileSync(file)
    expect(await run(lint, cache.env)).toEqual(clean)
    expect(cache.entries()).toEqual([file])
    expect(readFileSync(file)).toEqual(kept)
  })

  it('says nothing but what it is asked for, with kept code and without', async () => {
    const cache = cacheFolder()
    const expected = { ...clean, stdout: expect.stringContaining('no problems in') }
    for (const args of [
      ['lint', 'messages'],
      ['lint', '--config', 'connectly.config.ts', 'messages'],
      ['lint', 'messages/*/*.yaml'],
    ]) {
      expect(await run(args, cache.env)).toEqual(expected)
    }
    expect(await run(['generate', '--check'], cache.env)).toMatchObject({ stderr: '' })
  })

  it.each([
    [['lint', '--no-config', 'test/fixtures/invalid']],
    [['lint', '--no-config', '--format', 'json', 'test/fixtures/crlf']],
    [['lint', '--no-config', '--fix-dry-run', 'test/fixtures/invalid/trap-colon.yaml']],
  ])('finds with %o what the sources find', async (args) => {
    const [found, expected] = await Promise.all([run(args, cacheFolder().env), runCli(args)])
    expect(found).toEqual(expected)
    expect(found.stdout).toMatch(/text-too-long|unquoted-text|Hi: there/)
  })

  it('runs without code that was damaged, and keeps it anew', async () => {
    const cache = cacheFolder()
    await run(lint, cache.env)
    const [file = ''] = cache.entries()
    const damaged = readFileSync(file).fill(0x55, 5_000, 50_000)
    writeFileSync(file, damaged)
    expect(await run(lint, cache.env)).toEqual(clean)
    expect(readFileSync(file).equals(damaged)).toBe(false)
  })

  it('can be started several times at once', async () => {
    const cache = cacheFolder()
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(lint, cache.env)))
    expect(runs).toEqual(Array(4).fill(clean))
    expect(cache.entries()).toHaveLength(1)
  })

  it.each([
    ['that wants no cache', { NODE_DISABLE_COMPILE_CACHE: '1' }],
    ['without a folder of its own', { XDG_CACHE_HOME: join(root, 'package.json') }],
    ['with other flags', { NODE_OPTIONS: '--stack-trace-limit=5' }],
  ])('runs in an environment %s', async (_, env) => {
    const cache = cacheFolder()
    expect(await run(lint, { ...cache.env, ...env })).toEqual(clean)
    expect(await run(['lint', '--help'], { ...cache.env, ...env })).toMatchObject({
      code: 0,
      stderr: '',
    })
  })

  it('keeps nothing after a command that is wrong', async () => {
    const cache = cacheFolder()
    expect(await run(['lint', '--nonsense'], cache.env)).toMatchObject({ code: 2 })
    expect(cache.entries()).toEqual([])
  })
})

it('runs a config in TypeScript as it was in another commit', async () => {
  const code = (tracking: boolean): string => `export default { tracking: ${tracking} }\n`
  const button = 'replyButtonMessage: { buttons: [{ id: call, text: Call me }] }'
  const folder = makeGitFolder({
    'package.json': '{ "type": "module" }',
    'connectly.config.ts': code(false),
    'messages/ask.yaml': `message: { text: "Shall we call?", ${button} }\n`,
  })
  folder.write({ 'connectly.config.ts': code(true) })
  const { code: ended, stdout } = await run(['diff', 'main'], {}, folder.path)
  expect([ended, stdout]).toEqual([1, expect.stringContaining('tracking-started')])
})
