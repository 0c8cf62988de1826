import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, vi } from 'vitest'
import { readAgain } from '../../src/host/read-again.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

// A process takes its time to start, the more so beside other tests.
vi.setConfig({ testTimeout: 30_000 })

it('reads a module and what it imports as they are now', async () => {
  const folder = makeTempFolder({ 'package.json': '{ "type": "module" }' })
  const address = pathToFileURL(join(folder.path, 'a.ts')).href
  const code = "import { b } from './b.ts'\nexport default { b, u: undefined as undefined }\n"
  for (const b of [1, 2]) {
    folder.write({ 'a.ts': code, 'b.ts': `export const b: number = ${b}\n` })
    expect(await readAgain(address)).toEqual({ b, u: undefined })
  }
})

it.each([
  ['does not parse', 'export default {', '<eof>'],
  ['throws', "throw new Error('no way')", 'no way'],
  ['throws no error', "throw 'no way'", 'no way'],
  ['holds what is no data', 'export default { f: () => 1 }', 'could not be cloned'],
  ['ends its process', 'process.exit(0)', 'it ended the process'],
])('says why a module cannot be read that %s', async (_, code, expected) => {
  const folder = makeTempFolder({ 'package.json': '{ "type": "module" }', 'a.ts': code })
  const address = pathToFileURL(join(folder.path, 'a.ts')).href
  await expect(readAgain(address)).rejects.toThrow(expected)
})
