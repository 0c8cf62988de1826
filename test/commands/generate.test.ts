import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const hello = 'variables:\n  name: string(40)\nmessage:\n  text: "Hello {{ name }}"\n'
const bye = 'message:\n  text: Goodbye\n'
const broken = 'message:\n  text: "Hello {{ nobody }}"\n'

const project = {
  'connectly.config.yaml': 'output: code/messages\n',
  'messages/hello.yaml': hello,
  'messages/shop/bye.yaml': bye,
}

const generated = [
  'code/messages/.connectly-manifest.json',
  'code/messages/hello.ts',
  'code/messages/index.ts',
  'code/messages/shop/bye.ts',
]

describe('connectly generate', () => {
  it('writes one module a message and an index, and the same again', async () => {
    const folder = makeTempFolder(project)
    const first = await runCli(['generate'], { cwd: folder.path })
    expect(first).toEqual({
      code: 0,
      stdout: '2 messages in code/messages: 4 written, 0 unchanged\n',
      stderr: '',
    })
    expect(folder.list()).toEqual([...generated, ...Object.keys(project)].toSorted())
    expect(folder.read('code/messages/hello.ts')).toContain('export function sendHello(')
    const second = await runCli(['generate'], { cwd: folder.path })
    expect(second.stdout).toBe('2 messages in code/messages: 0 written, 4 unchanged\n')
  })

  it('deletes what a removed message left, and nothing that it did not write', async () => {
    const folder = makeTempFolder(project)
    await runCli(['generate'], { cwd: folder.path })
    folder.write({
      'code/messages/shop/notes.md': 'ours',
      'code/messages/shop/own.ts': 'export {}\n',
    })
    rmSync(join(folder.path, 'messages/shop/bye.yaml'))
    const { code, stdout } = await runCli(['generate'], { cwd: folder.path })
    expect(code).toBe(0)
    expect(stdout).toContain('1 deleted')
    expect(folder.list().filter((name) => name.startsWith('code/'))).toEqual([
      'code/messages/.connectly-manifest.json',
      'code/messages/hello.ts',
      'code/messages/index.ts',
      'code/messages/shop/notes.md',
      'code/messages/shop/own.ts',
    ])
  })

  it('never overwrites a file that somebody else wrote', async () => {
    const folder = makeTempFolder({ ...project, 'code/messages/hello.ts': 'export {}\n' })
    const { code, stdout, stderr } = await runCli(['generate'], { cwd: folder.path })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('hello.ts')
    expect(folder.read('code/messages/hello.ts')).toBe('export {}\n')
    expect(folder.has('code/messages/index.ts')).toBe(false)
  })

  it('writes nothing where a file has errors, and shows them on standard error', async () => {
    const folder = makeTempFolder({ ...project, 'messages/broken.yaml': broken })
    const { code, stdout, stderr } = await runCli(['generate'], { cwd: folder.path })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('messages/broken.yaml:2:16 error undeclared-variable')
    expect(folder.has('code')).toBe(false)
  })

  it('ends with 2 where there is no message', async () => {
    const { path } = makeTempFolder()
    expect(await runCli(['generate'], { cwd: path })).toMatchObject({ code: 2, stdout: '' })
  })

  it('writes the same from a folder below the config', async () => {
    const folder = makeTempFolder({ ...project, 'deep/er/x.txt': '' })
    const { code } = await runCli(['generate'], { cwd: join(folder.path, 'deep/er') })
    expect(code).toBe(0)
    expect(folder.has('code/messages/shop/bye.ts')).toBe(true)
    expect(folder.has('deep/er/code')).toBe(false)
  })

  it('names modules with .js where the config says so', async () => {
    const folder = makeTempFolder({
      ...project,
      'connectly.config.yaml': 'output: out\nimportExtension: js\n',
    })
    await runCli(['generate'], { cwd: folder.path })
    expect(folder.read('out/index.ts')).toContain("from './shop/bye.js'")
  })
})

describe('connectly generate with `emit: js`', () => {
  const asJavaScript = { ...project, 'connectly.config.yaml': 'output: code/messages\nemit: js\n' }

  it('writes JavaScript beside one file of types', async () => {
    const folder = makeTempFolder(asJavaScript)
    const first = await runCli(['generate'], { cwd: folder.path })
    expect(first).toEqual({
      code: 0,
      stdout: '2 messages in code/messages: 5 written, 0 unchanged\n',
      stderr: '',
    })
    expect(folder.list().filter((name) => name.startsWith('code/'))).toEqual([
      'code/messages/.connectly-manifest.json',
      'code/messages/hello.js',
      'code/messages/index.d.ts',
      'code/messages/index.js',
      'code/messages/shop/bye.js',
    ])
    expect(await runCli(['generate', '--check'], { cwd: folder.path })).toMatchObject({ code: 0 })
  })

  it('replaces what was TypeScript before, and the other way round', async () => {
    const folder = makeTempFolder(project)
    await runCli(['generate'], { cwd: folder.path })
    folder.write({ 'connectly.config.yaml': asJavaScript['connectly.config.yaml'] })
    const check = await runCli(['generate', '--check'], { cwd: folder.path })
    expect(check.code).toBe(1)
    expect(check.stdout).toContain('missing    code/messages/index.d.ts\n')
    expect(check.stdout).toContain('left over  code/messages/hello.ts\n')
    const there = await runCli(['generate'], { cwd: folder.path })
    expect(there.stdout).toBe('2 messages in code/messages: 5 written, 3 deleted, 0 unchanged\n')
    folder.write({ 'connectly.config.yaml': project['connectly.config.yaml'] })
    const back = await runCli(['generate'], { cwd: folder.path })
    expect(back.stdout).toBe('2 messages in code/messages: 4 written, 4 deleted, 0 unchanged\n')
    expect(folder.list()).toEqual([...generated, ...Object.keys(project)].toSorted())
  })

  it('refuses an ending of TypeScript, which nothing would have', async () => {
    const config = { 'connectly.config.yaml': 'emit: js\nimportExtension: ts\n' }
    const { path } = makeTempFolder({ ...project, ...config })
    const { code, stderr } = await runCli(['generate'], { cwd: path })
    expect(code).toBe(2)
    expect(stderr).toContain('connectly.config.yaml:2:18')
    expect(stderr).toContain('leave `importExtension` out')
  })
})

describe('connectly generate --check', () => {
  it('ends with 1 and names what is missing, stale and left over, and writes nothing', async () => {
    const folder = makeTempFolder(project)
    const check = () => runCli(['generate', '--check'], { cwd: folder.path })
    const before = await check()
    expect(before.code).toBe(1)
    expect(before.stdout).toContain('missing    code/messages/hello.ts\n')
    expect(folder.has('code')).toBe(false)
    await runCli(['generate'], { cwd: folder.path })
    expect(await check()).toMatchObject({ code: 0, stdout: 'code/messages is up to date\n' })
    folder.write({ 'messages/hello.yaml': hello.replace('40', '41') })
    rmSync(join(folder.path, 'messages/shop/bye.yaml'))
    const after = await check()
    expect(after.code).toBe(1)
    expect(after.stdout).toContain('stale      code/messages/hello.ts\n')
    expect(after.stdout).toContain('left over  code/messages/shop/bye.ts\n')
    expect(after.stderr).toContain('connectly generate')
    expect(folder.has('code/messages/shop/bye.ts')).toBe(true)
  })
})
