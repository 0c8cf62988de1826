import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type CacheEntry,
  findCacheEntry,
  packCode,
  readCacheEntry,
} from '../../src/host/code-cache.ts'
import { writeCacheEntry } from '../../src/host/write-code-cache.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const userId = process.geteuid?.()
const code = Buffer.from('the code of an earlier run')
const posix = { platform: 'linux', userId } as const

function keptEntry(more: Partial<CacheEntry> = {}): CacheEntry {
  const entry = { ...newEntry(), ...more }
  expect(writeCacheEntry(entry, code)).toBe(true)
  return entry
}

function newEntry(): CacheEntry {
  const env = { XDG_CACHE_HOME: makeTempFolder().path }
  const entry = findCacheEntry('a digest', { env, ...posix })
  if (entry === undefined) throw new Error('there is a folder')
  return entry
}

describe('findCacheEntry', () => {
  it.each([
    ['linux', { HOME: '/home/ana' }, '/home/ana/.cache/connectly-messages'],
    ['linux', { HOME: '/home/ana', XDG_CACHE_HOME: '/var/ana' }, '/var/ana/connectly-messages'],
    ['darwin', { HOME: '/Users/ana' }, '/Users/ana/Library/Caches/connectly-messages'],
  ] as const)('finds the folder of a user on %s with %o', (platform, env, folder) => {
    expect(findCacheEntry('a digest', { env, platform, userId })?.folder).toBe(folder)
  })

  it.each([
    [{}],
    [{ HOME: 'relative' }],
    [{ HOME: '/home/ana', NODE_DISABLE_COMPILE_CACHE: '1' }],
    [{ HOME: '/home/ana', NODE_V8_COVERAGE: 'coverage' }],
  ])('finds none with %o', (env) => {
    expect(findCacheEntry('a digest', { env, ...posix })).toBeUndefined()
  })

  it('has one entry for each content and each set of flags', () => {
    const env = { HOME: '/home/ana' }
    const entries = [
      findCacheEntry('one', { env, ...posix }),
      findCacheEntry('two', { env, ...posix }),
      findCacheEntry('one', { env: { ...env, NODE_OPTIONS: '--jitless' }, ...posix }),
    ]
    expect(new Set(entries.map((entry) => entry?.key)).size).toBe(3)
    expect(new Set(entries.map((entry) => entry?.file)).size).toBe(3)
  })
})

describe('readCacheEntry', () => {
  it('reads what was kept', () => {
    expect(readCacheEntry(keptEntry())).toEqual(code)
  })

  it('finds nothing where nothing was kept', () => {
    expect(readCacheEntry(newEntry())).toBeUndefined()
  })

  it('takes no code of another content', () => {
    const entry = keptEntry()
    expect(readCacheEntry({ ...entry, key: entry.key.replace('a digest', 'b digest') })).toBe(
      undefined,
    )
  })

  it('takes no code in which a single byte is another one, or missing', () => {
    const entry = keptEntry()
    const bytes = readFileSync(entry.file)
    for (let index = 0; index < bytes.length; index++) {
      const broken = Buffer.from(bytes)
      broken[index] = (broken[index] ?? 0) ^ 1
      writeFileSync(entry.file, broken)
      expect(readCacheEntry(entry)).toBeUndefined()
    }
    for (const length of [0, 1, 64, bytes.length - 2, bytes.length - 1]) {
      writeFileSync(entry.file, bytes.subarray(0, length))
      expect(readCacheEntry(entry)).toBeUndefined()
    }
  })

  it('takes no code that others could have written', () => {
    const entry = keptEntry()
    for (const mode of [0o620, 0o602]) {
      chmodSync(entry.file, mode)
      expect(readCacheEntry(entry)).toBeUndefined()
    }
  })

  it('takes no code from a folder that others can reach', () => {
    const entry = keptEntry()
    chmodSync(entry.folder, 0o755)
    expect(readCacheEntry(entry)).toBeUndefined()
  })

  it('takes no code of another user', () => {
    const entry = keptEntry()
    expect(readCacheEntry({ ...entry, userId: (userId ?? 0) + 1 })).toBeUndefined()
  })

  it('follows no link', () => {
    const [entry, other] = [keptEntry(), keptEntry()]
    const link = join(entry.folder, 'link.code')
    symlinkSync(entry.file, link)
    expect(readCacheEntry({ ...entry, file: link })).toBeUndefined()
    const folder = join(entry.folder, 'folder')
    symlinkSync(other.folder, folder)
    expect(readCacheEntry({ ...entry, folder })).toBeUndefined()
  })
})

describe('writeCacheEntry', () => {
  it('writes a file and a folder that are out of reach of others', () => {
    const { file, folder } = keptEntry()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file)).toEqual(packCode(code, keptEntry().key))
  })

  it('writes nothing into a folder that others can reach', () => {
    const entry = keptEntry()
    chmodSync(entry.folder, 0o777)
    expect(writeCacheEntry(entry, Buffer.from('more'))).toBe(false)
    expect(readFileSync(entry.file)).toEqual(packCode(code, entry.key))
  })

  it('says so where it cannot write', () => {
    const folder = makeTempFolder({ file: '' })
    const below = join(folder.path, 'file', 'connectly-messages')
    const entry = { ...newEntry(), folder: below, file: join(below, 'a.code') }
    expect(writeCacheEntry(entry, code)).toBe(false)
    expect(folder.list()).toEqual(['file'])
  })

  it('keeps the newest entries only, and nothing unfinished', () => {
    const entry = keptEntry()
    const files = Array.from({ length: 12 }, (_, index) => join(entry.folder, `${index}.code`))
    for (const file of files) expect(writeCacheEntry({ ...entry, file }, code)).toBe(true)
    const kept = files.filter((file) => statSync(file, { throwIfNoEntry: false }) !== undefined)
    expect(kept).toHaveLength(8)
    expect(kept).toContain(files.at(-1))
  })
})
