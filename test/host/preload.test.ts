import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CacheSurroundings } from '../../src/host/code-cache.ts'
import { type Preloaded, preload } from '../../src/host/preload.ts'
import { makeTempFolder, type TempFolder } from '../helpers/temp-folder.ts'

const program = `// A line of its own.
const { join } = require('node:path')
exports.place = join(__dirname, 'x')
exports.double = (value) => value * 2
exports.later = () => require('./other.mjs')
exports.fail = () => { throw new Error('wrong') }
exports.self = module
`

function makeProgram(text: string = program): TempFolder {
  return makeTempFolder({ 'a.cjs': text, 'other.mjs': 'export const other = 3' })
}

function load(folder: TempFolder, digest?: string): Preloaded | undefined {
  const surroundings: CacheSurroundings = {
    env: { XDG_CACHE_HOME: join(folder.path, 'cache') },
    platform: 'linux',
    userId: process.geteuid?.(),
  }
  const file = join(folder.path, 'a.cjs')
  delete require.cache[file]
  return preload(file, digest, surroundings)
}

const require = createRequire(import.meta.url)

it('loads a file so that `require` finds it done', () => {
  const folder = makeProgram()
  expect(load(folder, 'a digest')?.isFromCache).toBe(false)
  const loaded = require(join(folder.path, 'a.cjs'))
  expect(loaded.place).toBe(join(folder.path, 'x'))
  expect(loaded.double(2)).toBe(4)
  expect(loaded.later()).toMatchObject({ other: 3 })
  expect(loaded.self).toMatchObject({ loaded: true, filename: join(folder.path, 'a.cjs') })
})

it('uses the code that an earlier run kept, and says the same of errors', async () => {
  const folder = makeProgram()
  const first = load(folder, 'a digest')
  const stackOf = (): string => {
    try {
      return require(join(folder.path, 'a.cjs')).fail()
    } catch (error) {
      return error instanceof Error ? (error.stack?.split('\n')[1] ?? '') : ''
    }
  }
  const stack = stackOf()
  expect(stack).toContain(`${join(folder.path, 'a.cjs')}:6:`)
  expect(await first?.keep()).toBe(true)
  expect(load(folder, 'a digest')?.isFromCache).toBe(true)
  expect(stackOf()).toBe(stack)
})

it('uses no code of a file that has changed since, even if it has the same length', async () => {
  const folder = makeProgram()
  await load(folder, 'a digest')?.keep()
  expect(load(folder, 'b digest')?.isFromCache).toBe(false)
  folder.write({ 'a.cjs': program.replace('value * 2', 'value * 3') })
  expect(load(folder, 'a digest')?.isFromCache).toBe(false)
  expect(require(join(folder.path, 'a.cjs')).double(2)).toBe(6)
})

it('leaves alone what has no digest', () => {
  const folder = makeProgram('throw new Error("not loaded")')
  expect(load(folder)).toBeUndefined()
})
