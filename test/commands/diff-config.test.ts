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

const unlisted = {
  'messages/a.yaml': 'message: { text: "Hello, all" }\n',
  'messages/b.yaml': `${ask}fallback: { templateName: ask, language: en }\n`,
  'messages/b.es.yaml': ask.slice(ask.indexOf('message')).replace('Hello', 'Hola'),
}
const listed = 'locales: { default: en, all: [en, es], fallback: { es: [en] } }\n'

it('finds no other texts where the config begins to list locales', async () => {
  const folder = makeGitFolder(unlisted)
  folder.write({ [config]: listed })
  const { code, stdout } = await diff(folder.path, '--fail-on=conversations')
  expect({ code, stdout: stdout.replace(/\([0-9a-f]{7,}\)/, '(…)') }).toEqual({
    code: 0,
    stdout: `b changed, messages/b.yaml messages/b.es.yaml
  breaks callers locale-removed at messages/b.yaml:1:1
    the texts without a locale are \`en\` now: callers that name \`default\` must
    name \`en\`

the texts without a locale are \`en\` now

1 message changed since main (…): 1 breaking change (callers), none of them fails (--fail-on conversations)
`,
  })
})

it('tells a text that changed together with the name of its locale once', async () => {
  const folder = makeGitFolder(unlisted)
  folder.write({ [config]: listed, 'messages/a.yaml': 'message: { text: "Hello, you" }\n' })
  const { stdout } = await diff(folder.path, 'messages/a.yaml')
  expect(stdout).toContain(`a changed, messages/a.yaml
  customers read in en and es, as it is written:
    - text  Hello, all
    + text  Hello, you
`)
})

it('finds no other texts where the config calls the default locale otherwise, or lists none', async () => {
  const folder = makeGitFolder({ ...unlisted, [config]: listed })
  folder.write({ [config]: listed.replaceAll('en', 'en-GB') })
  const { stdout } = await diff(folder.path, 'messages/a.yaml')
  expect(stdout).toMatch(/^the texts in `en` are `en-GB` now\n\nnothing changed/)
  folder.write({ [config]: 'preset: recommended\n' })
  const without = await diff(folder.path)
  expect(without.stdout).toMatch(/callers that name `en` must name\s+`default`/)
  expect(without.stdout).not.toContain('customers read')
})
