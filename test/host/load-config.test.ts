import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigError } from '../../src/host/config-error.ts'
import { type LoadConfigOptions, loadConfig } from '../../src/host/load-config.ts'
import { resolveConfig } from '../../src/model/config.ts'

let folder = ''

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'connectly-config-')))
  await mkdir(join(folder, '.git'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function write(files: { readonly [path: string]: string }): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

async function failure(options: Partial<LoadConfigOptions> = {}): Promise<ConfigError> {
  const error = await loadConfig({ cwd: folder, ...options }).catch((reason: unknown) => reason)
  if (error instanceof ConfigError) return error
  throw new Error('no ConfigError', { cause: error })
}

describe('loadConfig', () => {
  it('gives the defaults where there is no config', async () => {
    expect(await loadConfig({ cwd: folder })).toEqual({ config: resolveConfig({}), root: folder })
  })

  it.each([
    ['connectly.config.yaml', 'preset: strict\n'],
    ['connectly.config.yml', '# ours\npreset: strict\n'],
    ['connectly.config.json', '{\n\t"$schema": "./x.json",\n\t"preset": "strict"\n}\n'],
    ['connectly.config.ts', "export default { preset: 'strict' as const, output: undefined }\n"],
  ])('loads %s from a folder above', async (name, text) => {
    await write({ [name]: text, 'a/b/x.txt': '' })
    const loaded = await loadConfig({ cwd: join(folder, 'a/b') })
    expect(loaded.config).toMatchObject({ preset: 'strict', output: 'generated' })
    expect(loaded).toMatchObject({ path: join(folder, name), root: folder })
  })

  it('prefers the nearest config', async () => {
    await write({
      'connectly.config.yaml': 'output: far\n',
      'a/connectly.config.yaml': 'output: near\n',
    })
    const { config, root } = await loadConfig({ cwd: join(folder, 'a') })
    expect(config.output).toBe('near')
    expect(root).toBe(join(folder, 'a'))
  })

  it('says how a locale is written that another system writes otherwise', async () => {
    await write({ 'connectly.config.yaml': 'locales: { default: en, all: [en, es_MX] }\n' })
    const { diagnostics } = await failure()
    expect(diagnostics).toMatchObject([
      { path: ['locales', 'all', 1], message: '`locales.all[1]` is "es_MX": write `es-MX`' },
    ])
  })

  it('lists each locale once where another is named', async () => {
    await write({
      'connectly.config.yaml':
        'locales: { default: en, all: [en, es], fallback: { default: [en] } }\n',
    })
    const { diagnostics } = await failure()
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '`default` is none of the locales of `locales.all` (en, es)',
    ])
  })

  it('refuses rules that do not exist, and settings that nothing may make', async () => {
    await write({
      'connectly.config.yaml':
        'rules:\n  text-too-lng: off\noverrides:\n  - files: [a]\n    rules: { text-too-long: warning }\n',
    })
    const { diagnostics } = await failure()
    expect(diagnostics).toMatchObject([
      { path: ['rules', 'text-too-lng'], message: expect.stringContaining('`text-too-long`?') },
      {
        path: ['overrides', 0, 'rules', 'text-too-long'],
        message: expect.stringContaining('cannot be turned off or lowered'),
      },
    ])
  })

  it('never looks above the repository', async () => {
    await write({ 'connectly.config.yaml': 'output: above\n', 'repository/a/x.txt': '' })
    await mkdir(join(folder, 'repository/.git'))
    const { path } = await loadConfig({ cwd: join(folder, 'repository/a') })
    expect(path).toBeUndefined()
  })

  it('finds nothing under other names and follows no settings of its own loader', async () => {
    await write({
      '.connectlyrc': 'output: other\n',
      '.config/config.js': 'globalThis.configRan = true; export default {}',
      'connectly.config.js': 'globalThis.configRan = true; export default {}',
      'package.json': '{ "connectly": { "output": "other" } }',
    })
    expect((await loadConfig({ cwd: folder })).path).toBeUndefined()
    expect(globalThis).not.toHaveProperty('configRan')
  })

  it('refuses several configs in one folder', async () => {
    await write({ 'connectly.config.yaml': '', 'connectly.config.json': '{}' })
    const error = await failure()
    expect(error.message).toContain('`connectly.config.json` and `connectly.config.yaml`')
    const { config } = await loadConfig({ cwd: folder, file: 'connectly.config.json' })
    expect(config).toEqual(resolveConfig({}))
  })

  it('loads the file that it is told to, and searches nothing then', async () => {
    await write({ 'connectly.config.yaml': 'output: a\n', 'configs/ci.yaml': 'output: b\n' })
    const loaded = await loadConfig({ cwd: folder, file: 'configs/ci.yaml' })
    expect(loaded.config.output).toBe('b')
    expect(loaded.root).toBe(join(folder, 'configs'))
    expect(await failure({ file: 'none.yaml' })).toMatchObject({
      diagnostics: [{ file: 'none.yaml', message: expect.stringContaining('no such file') }],
    })
    expect(await failure({ file: 'none.ts' })).toMatchObject({
      diagnostics: [{ file: 'none.ts', message: expect.stringContaining('no such file') }],
    })
    expect((await failure({ file: 'config.toml' })).message).toContain('`.yaml`')
  })

  it('takes a config of comments alone for an empty one', async () => {
    await write({ 'connectly.config.yaml': '# nothing yet\n' })
    expect((await loadConfig({ cwd: folder })).config).toEqual(resolveConfig({}))
  })

  it('does not run code where that is refused', async () => {
    await write({ 'connectly.config.ts': 'globalThis.configRan = true; export default {}' })
    const error = await failure({ isCodeRefused: true })
    expect(error.message).toContain('--no-config-code')
    expect(globalThis).not.toHaveProperty('configRan')
  })

  it('says at which key of a YAML config a mistake stands', async () => {
    const text = 'output: generated\npresets: strict\n'
    await write({ 'connectly.config.yaml': text })
    const error = await failure()
    expect(error.diagnostics).toHaveLength(1)
    expect(error.diagnostics[0]).toMatchObject({
      file: 'connectly.config.yaml',
      severity: 'error',
      message: expect.stringContaining('`preset`'),
      range: { start: text.indexOf('presets'), end: text.indexOf('presets') + 7 },
    })
  })

  it.each([
    ['rules: { emoji-in-button: warn }', 'did you mean `warning`'],
    ['rules: { emoji-in-button: 2 }', 'one of `off`, `info`, `warning`, `error`'],
    ['locales: [en, es]', 'write `locales: { default: en, all: [en, es] }`'],
    ['rules: [emoji-in-button]', 'the name of each rule with its severity'],
  ])('tells what %s ought to be', async (text, wayOut) => {
    await write({ 'connectly.config.yaml': `${text}\n` })
    const { diagnostics } = await failure()
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]?.message).toContain(wayOut)
  })

  it('says at which value of a JSON config a mistake stands', async () => {
    const text = '{\n  "rules": { "emoji-in-button": "of" }\n}\n'
    await write({ 'connectly.config.json': text })
    const error = await failure()
    expect(error.diagnostics[0]?.range.start).toBe(text.indexOf('"of"'))
    expect(error.source).toEqual({ path: 'connectly.config.json', text })
  })

  it('says where a JSON config is no JSON, once', async () => {
    const text = '{\n  "output": "a", // the folder\n}\n'
    await write({ 'connectly.config.json': text })
    expect((await failure()).diagnostics).toMatchObject([{ range: { start: text.indexOf('//') } }])
  })

  it('finds a key that stands twice in a JSON config', async () => {
    const text = '{ "output": "a", "output": "b" }'
    await write({ 'connectly.config.json': text })
    expect((await failure()).diagnostics).toHaveLength(1)
  })

  it('says at which key path of a TypeScript config a mistake stands', async () => {
    await write({
      'connectly.config.ts': "export default { overrides: [{ files: ['a'], rules: { x: 1 } }] }",
    })
    const [diagnostic] = (await failure()).diagnostics
    expect(diagnostic).toMatchObject({
      file: 'connectly.config.ts',
      path: ['overrides', 0, 'rules', 'x'],
      message: expect.stringContaining('overrides[0].rules.x'),
    })
  })

  it.each([
    ['export const config = {}', 'default export'],
    ['export default () => ({})', 'a function'],
    ['export default { messages: new Set() }', '`messages` is an object of a class'],
    ["throw new Error('out of order')", 'out of order'],
    ['export default {\n  output: 1 2\n}', 'cannot be loaded: line 2: '],
    ['\n\nnull.output', 'cannot be loaded: line 3: '],
    ['const a = {}; a.messages = a; export default a', 'levels deep'],
  ])('refuses the TypeScript config %s', async (text, message) => {
    await write({ 'connectly.config.ts': text })
    expect((await failure()).message).toContain(message)
  })

  it.each([
    ['connectly.config.yaml', 'output: a\napiKey: sesame-open\n'],
    ['connectly.config.yaml', 'api_key: >\n  sesame-open\n'],
    ['connectly.config.yaml', 'defaults: { CONNECTLY_API_KEY: sesame-open }\n'],
    ['connectly.config.yaml', 'apiKey: "sesame-open\n'],
    ['connectly.config.json', '{ "apiKey":\n"sesame-open" }'],
    ['connectly.config.ts', "export default { apiKey: 'sesame-open' }"],
  ])('refuses an API key in %s and does not show it: %j', async (name, text) => {
    await write({ [name]: text })
    const error = await failure()
    expect(error.diagnostics).toHaveLength(1)
    expect(JSON.stringify(error) + error.stack + JSON.stringify(error.source)).not.toContain(
      'sesame-open',
    )
    if (error.source !== undefined) expect(error.source.text).toHaveLength(text.length)
  })

  it('tells the way out to whoever wrote an API key', async () => {
    await write({ 'connectly.config.yaml': 'output: a\napiKey: sesame-open\n' })
    expect((await failure()).diagnostics).toMatchObject([
      {
        rule: 'api-key-in-config',
        message: expect.stringContaining('CONNECTLY_API_KEY'),
        range: { start: 10, end: 16 },
      },
    ])
  })

  it('finds locales that the config does not list', async () => {
    const text = 'locales:\n  default: en\n  all: [en, es]\n  fallback: { es: [en, pt] }\n'
    await write({ 'connectly.config.yaml': text })
    expect((await failure()).diagnostics).toMatchObject([
      { path: ['locales', 'fallback', 'es', 1], range: { start: text.indexOf('pt') } },
    ])
  })

  it('reads no API key from the environment', async () => {
    await write({ 'connectly.config.yaml': 'output: a\n' })
    const before = process.env['CONNECTLY_API_KEY']
    process.env['CONNECTLY_API_KEY'] = 'sesame-open'
    try {
      expect(JSON.stringify(await loadConfig({ cwd: folder }))).not.toContain('sesame-open')
    } finally {
      if (before === undefined) delete process.env['CONNECTLY_API_KEY']
      else process.env['CONNECTLY_API_KEY'] = before
    }
  })
})
