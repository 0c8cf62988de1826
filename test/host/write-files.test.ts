import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generateFiles, manifestName } from '../../src/emit/generate.ts'
import { checkFiles, OutputError, readManifest, writeFiles } from '../../src/host/write-files.ts'
import type { CompiledMessage } from '../../src/model/message.ts'

let folder = ''
let output = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connectly-write-'))
  output = join(folder, 'generated')
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function generate(...names: readonly string[]): Promise<Record<string, string>> {
  const messages = names.map((name): CompiledMessage => {
    const bodies = { default: { message: { text: name } } }
    return { name, variables: {}, bodies, examples: [], files: {} }
  })
  return { ...(await generateFiles(messages, { importExtension: 'ts' })) }
}

async function write(files: Record<string, string>): ReturnType<typeof writeFiles> {
  return writeFiles(output, files, await readManifest(output), folder)
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(output, path)), { recursive: true })
  await writeFile(join(output, path), text)
}

async function tree(): Promise<readonly string[]> {
  return (await readdir(output, { recursive: true })).sort()
}

describe('writeFiles', () => {
  it('writes everything, and nothing the second time', async () => {
    const files = await generate('a', 'orders/b')
    const paths = [manifestName, 'a.ts', 'index.ts', 'orders/b.ts']
    expect(await write(files)).toEqual({ written: paths, deleted: [], unchanged: [] })
    for (const path of paths) expect(await readFile(join(output, path), 'utf8')).toBe(files[path])
    const before = await stat(join(output, 'a.ts'))
    expect(await write(files)).toEqual({ written: [], deleted: [], unchanged: paths })
    expect((await stat(join(output, 'a.ts'))).mtimeMs).toBe(before.mtimeMs)
    expect(await tree()).toEqual([...paths, 'orders'].sort())
  })

  it('deletes what a removed message left behind, and the folder that is empty then', async () => {
    await write(await generate('a', 'orders/b', 'old/c', 'old/deep/d'))
    await put('old/mine.txt', 'mine')
    const result = await write(await generate('a'))
    expect(result.deleted).toEqual(['old/c.ts', 'old/deep/d.ts', 'orders/b.ts'])
    expect(await tree()).toEqual([manifestName, 'a.ts', 'index.ts', 'old', 'old/mine.txt'])
  })

  it('deletes nothing that it did not write', async () => {
    await write(await generate('a', 'b', 'c'))
    await put('b.ts', 'export const mine = 1\n')
    await put('d.ts', await readFile(join(output, 'c.ts'), 'utf8'))
    const { deleted } = await write(await generate('a'))
    expect(deleted).toEqual(['c.ts'])
    expect(await tree()).toEqual([manifestName, 'a.ts', 'b.ts', 'd.ts', 'index.ts'])
  })

  it('writes nothing at all when it would replace something of somebody else', async () => {
    await put('index.ts', 'export const mine = 1\n')
    await expect(write(await generate('a'))).rejects.toThrow(OutputError)
    expect(await tree()).toEqual(['index.ts'])
  })

  it('replaces what it wrote, also after somebody changed it', async () => {
    const files = await generate('a')
    await write(files)
    await put('a.ts', `${files['a.ts']}// changed\n`)
    expect((await write(files)).written).toEqual(['a.ts'])
  })

  it('believes no manifest that leads elsewhere', async () => {
    const files = await generate('a')
    await writeFile(join(folder, 'victim.ts'), files['a.ts'] ?? '')
    await symlink(folder, join(folder, 'link'))
    await mkdir(output)
    await symlink(folder, join(output, 'link'))
    const paths = ['../victim.ts', 'link/victim.ts', join(folder, 'victim.ts'), 'a/../victim.ts', 7]
    await put(manifestName, JSON.stringify({ files: paths }))
    expect((await write(files)).deleted).toEqual([])
    expect(await readFile(join(folder, 'victim.ts'), 'utf8')).toBe(files['a.ts'])
  })

  it.each([
    ['a link to a file', 'a.ts', 'file'],
    ['a link to a folder', 'orders', 'folder'],
  ])('writes through no %s', async (_, name, target) => {
    await mkdir(output)
    await mkdir(join(folder, 'folder'))
    await writeFile(join(folder, 'file'), (await generate('a'))['a.ts'] ?? '')
    await symlink(join(folder, target), join(output, name))
    await expect(write(await generate('a', 'orders/b'))).rejects.toThrow(OutputError)
    expect(await readdir(join(folder, 'folder'))).toEqual([])
  })

  it('refuses an output folder that leads out of the project', async () => {
    const project = join(folder, 'project')
    await mkdir(project)
    await symlink(folder, join(project, 'out'))
    const files = await generate('a')
    for (const path of ['out', 'out/deeper']) {
      const written = writeFiles(join(project, path), files, { files: [] }, project)
      await expect(written).rejects.toThrow(OutputError)
    }
    expect(await readdir(folder)).toEqual(['project'])
  })

  it('refuses paths that the generator does not make', async () => {
    await expect(write({ '../a.ts': 'x' })).rejects.toThrow(TypeError)
  })

  it('leaves the old file and no remains when a file cannot be written', async () => {
    await put('orders', 'a file where a folder is due')
    await expect(write(await generate('orders/b'))).rejects.toThrow(/no plain folder/)
    expect(await tree()).toEqual(['orders'])
  })
})

describe('checkFiles', () => {
  it('says of a file in the way what writing says', async () => {
    const files = await generate('a')
    await put('a.ts', '// mine\n')
    const wanted = /a\.ts was not generated and would be overwritten: move it away/
    await expect(checkFiles(output, files, await readManifest(output))).rejects.toThrow(wanted)
    await expect(write(files)).rejects.toThrow(wanted)
    expect(await tree()).toEqual(['a.ts'])
  })

  it('finds nothing after writing, whatever the line ends', async () => {
    const files = await generate('a')
    await write(files)
    await put('a.ts', (files['a.ts'] ?? '').replaceAll('\n', '\r\n'))
    const clean = { stale: [], missing: [], leftOver: [] }
    expect(await checkFiles(output, files, await readManifest(output))).toEqual(clean)
  })

  it('finds what is stale, missing and left over, and changes nothing', async () => {
    await write(await generate('a', 'b', 'c'))
    await put('a.ts', '// Generated by connectly-messages, long ago.\n')
    const before = await tree()
    const files = await generate('a', 'b', 'd')
    expect(await checkFiles(output, files, await readManifest(output))).toEqual({
      stale: [manifestName, 'a.ts', 'index.ts'],
      missing: ['d.ts'],
      leftOver: ['c.ts'],
    })
    expect(await tree()).toEqual(before)
  })

  it('does not mind the version of the tool in the manifest', async () => {
    await write(await generate('a'))
    const files = await generateFiles([], { importExtension: 'ts', version: '9.9.9' })
    const text = (files[manifestName] ?? '').replace('"index.ts"', '"a.ts", "index.ts"')
    await put(manifestName, text)
    const manifest = await readManifest(output)
    expect((await checkFiles(output, await generate('a'), manifest)).stale).toEqual([])
  })

  it('finds everything missing where there is no folder', async () => {
    const files = await generate('a')
    const { missing } = await checkFiles(output, files, await readManifest(output))
    expect(missing).toEqual([manifestName, 'a.ts', 'index.ts'])
  })
})

describe('readManifest', () => {
  it.each([['{'], ['[]'], ['{"files": {}}'], ['<<<<<<< HEAD']])(
    'lists nothing for %s',
    async (text) => {
      await put(manifestName, text)
      expect(await readManifest(output)).toEqual({ files: [] })
    },
  )
})
