import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compareWays } from './fuzz/parity-run.ts'
import { runCli } from './helpers/run-cli.ts'
import { runMain } from './helpers/run-main.ts'
import { makeTempFolder } from './helpers/temp-folder.ts'

const folder = join(import.meta.dirname, 'fixtures/invalid')
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))

it('says the same of a file in the library, in a folder, by name, in a hook and on stdin', async () => {
  const { files, diagnostics, differences } = await compareWays(texts)
  expect(differences).toEqual([])
  expect(files).toBeGreaterThan(250)
  expect(diagnostics).toBeGreaterThanOrEqual(files)
}, 30_000)

it('prints the same bytes from a process of its own', async () => {
  const named = texts.map((text, index) => [`messages/m${index}.yaml`, text])
  const { path: cwd } = makeTempFolder(Object.fromEntries(named))
  const args = ['lint', '--format', 'json']
  const [outside, inside] = [await runCli(args, { cwd }), await runMain(args, { cwd })]
  expect(outside.stdout).toBe(inside.stdout)
  expect(JSON.parse(outside.stdout).diagnostics.length).toBeGreaterThan(250)
})
