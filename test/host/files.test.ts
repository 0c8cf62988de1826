import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FindOptions, findMessageFiles, placeMessage } from '../../src/host/files.ts'

const patterns = ['messages/**/*.{yaml,yml}']
let folder = ''
let root = ''

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'connectly-files-')))
  root = join(folder, 'project')
  await write(
    'project/messages/orders/shipped.yaml',
    'project/messages/orders/shipped.es.yml',
    'project/messages/welcome.yaml',
    'project/messages/README.md',
    'project/messages/.drafts/secret.yaml',
    'project/messages/node_modules/x/y.yaml',
    'project/texts/hello.yaml',
    'project/texts/deep/bye.yml',
    'project/connectly.config.yaml',
    'outside/other.yaml',
  )
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function write(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), '')
  }
}

async function find(options: Partial<FindOptions> = {}): Promise<{
  readonly files: readonly string[]
  readonly problems: readonly string[]
}> {
  const found = await findMessageFiles({ cwd: root, root, patterns, ...options })
  return {
    files: found.files.map(({ path, messagePath }) => `${path} → ${messagePath}`),
    problems: found.problems.map(({ path, message }) => `${path}: ${message}`),
  }
}

describe('findMessageFiles', () => {
  it('finds what the globs of the config find, sorted', async () => {
    expect(await find()).toEqual({
      files: [
        'messages/orders/shipped.es.yml → orders/shipped.es.yml',
        'messages/orders/shipped.yaml → orders/shipped.yaml',
        'messages/welcome.yaml → welcome.yaml',
      ],
      problems: [],
    })
  })

  it('shows paths as seen from the working directory', async () => {
    const { files } = await find({ cwd: join(root, 'messages/orders') })
    expect(files.at(-1)).toBe('shipped.yaml → orders/shipped.yaml')
    expect(files).toContain('../welcome.yaml → welcome.yaml')
  })

  it('leaves out what a glob with ! names, in folders too', async () => {
    const excluding = [...patterns, '!messages/orders/**']
    const expected = ['messages/welcome.yaml → welcome.yaml']
    expect((await find({ patterns: excluding })).files).toEqual(expected)
    expect((await find({ patterns: excluding, paths: ['messages'] })).files).toEqual(expected)
  })

  it('takes a folder in the config for everything below it, and a file for itself', async () => {
    expect((await find({ patterns: ['./texts'] })).files).toEqual([
      'texts/deep/bye.yml → deep/bye.yml',
      'texts/hello.yaml → hello.yaml',
    ])
    expect((await find({ patterns: ['texts/deep/bye.yml'] })).files).toEqual([
      'texts/deep/bye.yml → bye.yml',
    ])
  })

  it('takes files that are named as they are, each once', async () => {
    const paths = ['messages/README.md', './messages/welcome.yaml', 'messages/welcome.yaml']
    expect((await find({ paths })).files).toEqual([
      'messages/README.md → README.md',
      'messages/welcome.yaml → welcome.yaml',
    ])
  })

  it('names files outside of every glob by folder argument, else by themselves', async () => {
    expect((await find({ paths: ['texts'] })).files).toEqual([
      'texts/deep/bye.yml → deep/bye.yml',
      'texts/hello.yaml → hello.yaml',
    ])
    expect((await find({ paths: ['texts/deep/bye.yml'] })).files).toEqual([
      'texts/deep/bye.yml → bye.yml',
    ])
    expect((await find({ paths: ['messages/orders'] })).files).toContain(
      'messages/orders/shipped.yaml → orders/shipped.yaml',
    )
  })

  it('searches a whole project without its config', async () => {
    expect((await find({ paths: ['.'] })).files).toEqual([
      'messages/orders/shipped.es.yml → orders/shipped.es.yml',
      'messages/orders/shipped.yaml → orders/shipped.yaml',
      'messages/welcome.yaml → welcome.yaml',
      'texts/deep/bye.yml → texts/deep/bye.yml',
      'texts/hello.yaml → texts/hello.yaml',
    ])
  })

  it('understands a glob that no shell has opened', async () => {
    expect((await find({ paths: ['texts/**/*.yml'] })).files).toEqual([
      'texts/deep/bye.yml → deep/bye.yml',
    ])
  })

  it('says which arguments lead nowhere', async () => {
    expect(await find({ paths: ['none.yaml', 'messages/welcome.yaml/x'] })).toEqual({
      files: [],
      problems: [
        'none.yaml: no such file or folder',
        'messages/welcome.yaml/x: no such file or folder',
      ],
    })
  })

  it('finds what lies outside when it is spelt out', async () => {
    expect((await find({ paths: ['../outside/other.yaml'] })).files).toEqual([
      '../outside/other.yaml → other.yaml',
    ])
    expect((await find({ patterns: ['../outside/*.yaml'] })).files).toEqual([
      '../outside/other.yaml → other.yaml',
    ])
  })

  it('follows no symbolic link out of the project', async () => {
    await symlink(join(folder, 'outside'), join(root, 'messages/link'))
    await symlink(join(folder, 'outside/other.yaml'), join(root, 'messages/other.yaml'))
    await symlink(join(folder, 'outside'), join(root, 'linked'))
    expect((await find()).files).toHaveLength(3)
    expect(await find({ patterns: ['linked/**/*.yaml'] })).toEqual({
      files: [],
      problems: ['linked/**/*.yaml: leads out of the project through a symbolic link'],
    })
    expect(await find({ paths: ['linked', 'messages/other.yaml'] })).toEqual({
      files: [],
      problems: [
        'linked: leads out of the project through a symbolic link',
        'messages/other.yaml: leads out of the project through a symbolic link',
      ],
    })
  })

  it('survives links that lead nowhere', async () => {
    await symlink('nowhere', join(root, 'broken'))
    expect(await find({ patterns: ['broken/**/*.yaml'] })).toEqual({ files: [], problems: [] })
    expect((await find({ paths: ['broken'] })).problems).toHaveLength(1)
  })
})

describe('siblings', () => {
  const siblingsOf = async (...paths: readonly string[]): Promise<readonly string[]> => {
    const found = await findMessageFiles({ cwd: root, root, patterns, paths })
    return found.siblings.map(({ path, messagePath }) => `${path} → ${messagePath}`)
  }

  it('are the other locales of a file that was named', async () => {
    await write('project/messages/orders/shipped-late.yaml', 'project/messages/orders/shipped.txt')
    expect(await siblingsOf('messages/orders/shipped.yaml')).toEqual([
      'messages/orders/shipped.es.yml → orders/shipped.es.yml',
    ])
    expect(await siblingsOf('messages/orders/shipped.es.yml')).toEqual([
      'messages/orders/shipped.yaml → orders/shipped.yaml',
    ])
  })

  it('are none where they were named as well, or a folder was', async () => {
    const both = ['messages/orders/shipped.es.yml', 'messages/orders/shipped.yaml']
    expect(await siblingsOf(...both)).toEqual([])
    expect(await siblingsOf('messages')).toEqual([])
  })
})

describe('placeMessage', () => {
  it('names a file that need not exist', async () => {
    const place = { path: 'new.yaml', absolute: join(root, 'messages/orders/new.yaml') }
    const { file, siblings } = await placeMessage(place, { root, patterns })
    expect(file.messagePath).toBe('orders/new.yaml')
    expect(siblings).toEqual([])
  })

  it('needs no folder that exists', async () => {
    const place = { path: 'x/new.yaml', absolute: join(root, 'x/new.yaml') }
    expect((await placeMessage(place, { root, patterns })).siblings).toEqual([])
  })
})
