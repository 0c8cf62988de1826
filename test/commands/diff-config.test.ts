import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeGitFolder } from '../helpers/git-folder.ts'
import { runCli } from '../helpers/run-cli.ts'
import { type MainResult, runMain } from '../helpers/run-main.ts'

const ask = `variables: { name: string }
message:
  text: "Hello {{ name }}, shall we call you?"
  replyButtonMessage: { buttons: [{ id: call, text: Call me }] }
`
const files = { 'messages/ask.yaml': ask }
const config = 'connectly.config.yaml'

function diff(cwd: string, ...args: readonly string[]): Promise<MainResult> {
  return runMain(['diff', 'main', ...args], { cwd })
}

it('finds what a config that turns `tracking` on breaks', async () => {
  const folder = makeGitFolder({ ...files, [config]: 'tracking: false\n' })
  folder.write({ [config]: 'tracking: true\n' })
  const { code, stdout } = await diff(folder.path)
  expect(code).toBe(1)
  expect(stdout).toContain('breaks conversations tracking-started')
  expect(stdout).toContain('`callbackData` carries the key of `tracking` now')
})

it('finds what a narrower default of a new config breaks', async () => {
  const folder = makeGitFolder(files)
  folder.write({ [config]: 'defaults: { maxLength: 20 }\n' })
  const { code, stdout } = await diff(folder.path)
  expect(code).toBe(1)
  expect(stdout).toContain('breaks callers variable-narrowed')
})

it('finds messages where the globs of then found them', async () => {
  const folder = makeGitFolder({ 'old/ask.yaml': ask, [config]: "messages: ['old/**/*.yaml']\n" })
  rmSync(join(folder.path, 'old'), { recursive: true })
  folder.write({ ...files, [config]: "messages: ['messages/**/*.yaml']\n" })
  const { code, stdout } = await diff(folder.path)
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^nothing changed for /)])
})

it('obeys what the config of now says of a rule', async () => {
  const folder = makeGitFolder(files)
  folder.write({
    'messages/ask.yaml': ask.replace('Call me }]', 'Call me }, { id: no, text: No }]'),
  })
  expect((await diff(folder.path)).stdout).toContain('choice-unhandled')
  folder.write({ [config]: 'rules: { choice-unhandled: off }\n' })
  const { code, stdout } = await diff(folder.path)
  expect(code).toBe(0)
  expect(stdout).not.toContain('choice-unhandled')
})

it('says so where the config of then is broken', async () => {
  const folder = makeGitFolder({ ...files, [config]: 'trakking: true\n' })
  folder.write({ [config]: 'tracking: true\n' })
  const { code, stdout } = await diff(folder.path)
  expect(code).toBe(0)
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /^the config of [0-9a-f]{8} cannot be read \(.*`trakking`.*\), so .* what it changes is not told nothing changed/,
  )
  const { stdout: json } = await diff(folder.path, '--format', 'json')
  expect(JSON.parse(json).remarks).toHaveLength(1)
})

it('runs a config in TypeScript as it was then, unless code is refused', async () => {
  const code = (tracking: boolean): string =>
    `import { sep } from 'node:path'\nexport default { tracking: sep === '' ? true : ${tracking} }\n`
  const folder = makeGitFolder({
    ...files,
    'package.json': '{ "type": "module" }',
    'connectly.config.ts': code(false),
  })
  folder.write({ 'connectly.config.ts': code(true) })
  const { stdout } = await runCli(['diff', 'main'], { cwd: folder.path })
  expect(stdout).toContain('tracking-started')
  rmSync(join(folder.path, 'connectly.config.ts'))
  folder.write({ [config]: 'tracking: true\n' })
  const moved = await runCli(['diff', 'main'], { cwd: folder.path })
  expect(moved.stdout).toContain('tracking-started')
  const refused = await diff(folder.path, '--no-config-code')
  expect(refused.stdout.replace(/\s+/g, ' ')).toContain(
    'cannot be read (it is code, which `--no-config-code` refuses), so',
  )
})
