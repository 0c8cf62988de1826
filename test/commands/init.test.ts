import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { placeFiles } from '../../src/emit/place-files.ts'
import { runCli } from '../helpers/run-cli.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const starter = [
  '.github/workflows/messages.yml',
  'connectly.config.yaml',
  'messages/order-ready.yaml',
]

/** The package as it would be installed, on the sources instead of what is built. */
function install(folder: string): void {
  const path = join(folder, 'node_modules/connectly-messages')
  const source = pathToFileURL(join(import.meta.dirname, '../../src/index.ts')).href
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'package.json'), '{ "type": "module", "exports": "./index.js" }')
  writeFileSync(join(path, 'index.js'), `export * from '${source}'\n`)
}

describe('connectly init', () => {
  it('writes a project that lints clean, renders and generates', async () => {
    const folder = makeTempFolder()
    const result = await runCli(['init'], { cwd: folder.path })
    expect(result.code).toBe(0)
    expect(folder.list()).toEqual(starter)
    for (const path of starter) expect(result.stdout).toContain(`wrote  ${path}\n`)
    install(folder.path)
    const lint = await runCli(['lint', '--max-warnings', '0'], { cwd: folder.path })
    expect(lint).toMatchObject({ code: 0, stderr: '' })
    const args = ['render', 'order-ready', '--example', 'Ana', '--to', '+16044441111']
    const render = await runCli(args, { cwd: folder.path })
    expect(render.code).toBe(0)
    const generate = await runCli(['generate'], { cwd: folder.path })
    expect(generate).toMatchObject({ code: 0, stderr: '' })
    expect(folder.has('generated/order-ready.ts')).toBe(true)
  })

  it('writes a config in TypeScript where TypeScript files are modules', async () => {
    const folder = makeTempFolder({ 'package.json': '{ "type": "module" }' })
    const { stdout } = await runCli(['init'], { cwd: folder.path })
    expect(stdout).toContain('wrote  connectly.config.ts\n')
    install(folder.path)
    expect(await runCli(['lint'], { cwd: folder.path })).toMatchObject({ code: 0, stderr: '' })
  })

  it('names the schema where it is, and no workflow where nobody looks for one', async () => {
    const schema = 'node_modules/connectly-messages/schema/message.schema.json'
    const folder = makeTempFolder({ [schema]: '{}' })
    const { stdout, stderr } = await runCli(['init', 'services/mail'], { cwd: folder.path })
    expect(stdout).not.toContain('.github')
    expect(stderr).toContain('next: cd services/mail, then npx connectly lint')
    expect(folder.read('services/mail/messages/order-ready.yaml')).toContain(
      `$schema=../../../${schema}\n`,
    )
  })

  it('says on a second run that it kept everything, and changes nothing', async () => {
    const folder = makeTempFolder({ 'messages/order-ready.yaml': 'mine' })
    const first = await runCli(['init'], { cwd: folder.path })
    expect(first.stdout).toContain('kept   messages/order-ready.yaml\n')
    const before = starter.map((path) => folder.read(path))
    const second = await runCli(['init'], { cwd: folder.path })
    expect(second.code).toBe(0)
    expect(second.stdout).not.toContain('wrote')
    for (const path of starter) expect(second.stdout).toContain(`kept   ${path}\n`)
    expect(starter.map((path) => folder.read(path))).toEqual(before)
    expect(before).toContain('mine')
  })

  it('makes the folder that is named', async () => {
    const folder = makeTempFolder()
    const { code, stdout } = await runCli(['init', 'services/shop'], { cwd: folder.path })
    expect(code).toBe(0)
    expect(stdout).toContain('services/shop/connectly.config.yaml')
    expect(folder.list()).toEqual([
      'services/shop/connectly.config.yaml',
      'services/shop/messages/order-ready.yaml',
    ])
  })

  it('adds no second config beside one in another form', async () => {
    const folder = makeTempFolder({ 'connectly.config.yaml': 'output: out\n' })
    const { code } = await runCli(['init'], { cwd: folder.path })
    expect(code).toBe(0)
    expect(folder.has('connectly.config.ts')).toBe(false)
    expect(await runCli(['lint'], { cwd: folder.path })).toMatchObject({ code: 0 })
  })

  it('writes the files of another CI and of hooks where they are asked for', async () => {
    const folder = makeTempFolder({ '.pre-commit-config.yaml': 'repos: []\n' })
    const args = ['init', '--ci', 'gitlab', '--hook', 'lint-staged', '--hook', 'pre-commit']
    const { code, stdout, stderr } = await runCli(args, { cwd: folder.path })
    expect(code).toBe(0)
    expect(folder.has('.github/workflows/messages.yml')).toBe(false)
    for (const place of ['gitlab', 'lint-staged'] as const) {
      expect(folder.read(placeFiles[place].path)).toBe(placeFiles[place].text)
    }
    // What is there stays, and its owner is told what to add.
    expect(stdout).toContain('kept   .pre-commit-config.yaml\n')
    expect(folder.read('.pre-commit-config.yaml')).toBe('repos: []\n')
    expect(stderr).toContain(
      `add this to .pre-commit-config.yaml:\n\n${placeFiles['pre-commit'].text}`,
    )
  })

  it('shows below the root of a repository what to add at the root', async () => {
    const folder = makeTempFolder()
    const args = ['init', 'services/shop', '--ci', 'gitlab']
    const { stderr } = await runCli(args, { cwd: folder.path })
    expect(folder.has('services/shop/.gitlab-ci.yml')).toBe(false)
    expect(stderr).toContain('add this to .gitlab-ci.yml at the root of the repository:')
  })

  it('names the config and the folder of the packages in what it shows there', async () => {
    const folder = makeTempFolder({
      'package-lock.json': '{}',
      'services/shop/package.json': '{}',
      'tools/notify/package-lock.json': '{}',
    })
    const show = async (dir: string): Promise<string> =>
      (await runCli(['init', dir, '--ci', 'gitlab'], { cwd: folder.path })).stderr
    const run = '- npx connectly generate --config services/shop/connectly.config.yaml --check'
    expect(await show('services/shop')).toContain(run)
    expect(await show('tools/notify')).toContain('- npm ci --prefix tools/notify\n')
  })

  it('ends with 2 where a file stands in the way of a folder', async () => {
    const folder = makeTempFolder({ messages: 'a file' })
    const { code, stderr } = await runCli(['init'], { cwd: folder.path })
    expect(code).toBe(2)
    expect(stderr).toContain('messages')
  })
})
