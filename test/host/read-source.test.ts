import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeSource, maxFileBytes, readSource } from '../../src/host/read-source.ts'

let absolute = ''
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connectly-read-'))
  absolute = join(folder, 'a.yaml')
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('readSource', () => {
  it('reads text and keeps a byte-order mark', async () => {
    await writeFile(absolute, '\ufeffa: é👍\n')
    expect(readSource({ path: 'a.yaml', absolute })).toEqual({
      source: { path: 'a.yaml', text: '\ufeffa: é👍\n' },
    })
  })

  it('does not read a file that is too large', async () => {
    await writeFile(absolute, 'a')
    await truncate(absolute, maxFileBytes + 1)
    expect(readSource({ path: 'a.yaml', absolute })).toMatchObject({
      diagnostic: { file: 'a.yaml', message: expect.stringContaining(`${maxFileBytes + 1} bytes`) },
    })
  })

  it('says why there is nothing to read', async () => {
    expect(readSource({ path: 'a.yaml', absolute })).toMatchObject({
      diagnostic: { severity: 'error', message: expect.stringContaining('no such file') },
    })
    expect(readSource({ path: '.', absolute: folder })).toMatchObject({
      diagnostic: { message: 'this is no regular file' },
    })
  })
})

describe('decodeSource', () => {
  it.each([
    [[0x61, 0xff, 0x62], '0xff at byte offset 1'],
    [[0xc3, 0xa9, 0x80], '0x80 at byte offset 2'],
    [[0x61, 0xe2, 0x82], '0xe2 at byte offset 1'],
    [[0x61, 0xe2, 0x82, 0x61], '0xe2 at byte offset 1'],
    [[0xed, 0xa0, 0x80], '0xed at byte offset 0'],
    [[0xc0, 0x80], '0xc0 at byte offset 0'],
    [[0xf0, 0x9f, 0x91, 0x8d, 0xf5], '0xf5 at byte offset 4'],
    [[0xff, 0xfe, 0x61, 0x00], 'UTF-16'],
  ])('names the first wrong byte of %j', (bytes, message) => {
    expect(decodeSource('a.yaml', Uint8Array.from(bytes))).toMatchObject({
      diagnostic: { message: expect.stringContaining(message) },
    })
  })

  it('finds the offset of a wrong byte after any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (before, after) => {
        const head = new TextEncoder().encode(`a${before.toWellFormed()}`)
        const bytes = Uint8Array.from([...head, 0xff, ...new TextEncoder().encode(after)])
        expect(decodeSource('a.yaml', bytes)).toMatchObject({
          diagnostic: { message: expect.stringContaining(`0xff at byte offset ${head.length} `) },
        })
      }),
    )
  })
})
