import { hash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  oneof,
  record,
  tuple,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/emit/reporters/reporter.ts'
import { compileProject } from '../../src/language/project.ts'
import { recommended } from '../helpers/compile-yaml.ts'
import { runMain } from '../helpers/run-main.ts'
import { makeTempFolder, type TempFolder } from '../helpers/temp-folder.ts'

const clean = 'message: { text: Hi }\n'
const unused = 'variables: { name: string(40) }\nmessage: { text: Hi }\n'
const long = `variables: { name: string(40) }
examples: [{ name: short, variables: { name: Ana } }]
message:
  text: Choose
  replyButtonMessage:
    buttons:
      - { id: call, text: "Ask {{ name }}" }
`
const texts: readonly string[] = [
  clean,
  unused,
  long,
  long.replace('40', '9'),
  long.replace('40', '9').replace('Ana', '0123456789'),
  `# connectly-disable unused-variable -- later\n${unused}`,
  'message: { text: "Hi {{ name }}" }\n',
  'message: { text: Hi, sender: 1, text: Hi }\n',
  'sender: "+14151111234"\nmessage: { text: "Hi 👋\u0007" }\n',
  'variables: { n: { type: number, default: -0 } }\nmessage: { location: { latitude: "{{ n }}", longitude: 1 } }\n',
  'message: [\n',
]
const configs: readonly string[] = [
  '{}\n',
  'preset: strict\n',
  'rules: { unused-variable: error }\n',
  'overrides: [{ files: [messages/a*], rules: { unused-variable: "off" } }]\n',
  'locales: { default: en, all: [en, es] }\n',
  'defaults: { maxLength: 9, maxItems: 3 }\n',
  'senders: ["+14151111234"]\ntracking: true\n',
]
const options: readonly (readonly string[])[] = [
  [],
  ['--rule', 'unused-variable:info'],
  ['--preset', 'strict'],
  ['--quiet'],
  ['messages/a.yaml'],
  ['--max-warnings', '0'],
]
const names = ['a.yaml', 'a.es.yaml', 'b.yaml', 'deep/c.yaml']

interface Change {
  readonly files: readonly (readonly [name: string, text: string | undefined])[]
  readonly config: string
  readonly args: readonly string[]
}

const changes = array(
  record<Change>({
    files: array(
      tuple(constantFrom(...names), oneof(constantFrom(...texts), constant(undefined))),
      {
        maxLength: 2,
      },
    ),
    config: constantFrom(...configs),
    args: constantFrom(...options),
  }),
  { minLength: 3, maxLength: 6 },
)

function apply({ files, config }: Change, folder: TempFolder): void {
  folder.write({ 'connectly.config.yaml': config })
  for (const [name, text] of files) {
    if (text !== undefined) folder.write({ [`messages/${name}`]: text })
    else rmSync(join(folder.path, 'messages', name), { force: true })
  }
}

/** Everything that a run says, in every format. */
async function report(folder: TempFolder, args: readonly string[]): Promise<object> {
  const out = join(folder.path, 'reports')
  const written = formats.slice(1).map((format) => ['--format', `${format}:reports/${format}`])
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out)
  const all = ['lint', '--format', 'pretty', ...written.flat(), ...args]
  const { code, stdout, stderr } = await runMain(all, { cwd: folder.path })
  // A file that is not there is named: nothing is written.
  const reports = readdirSync(out).map((format) => readFileSync(join(out, format), 'utf8'))
  return { code, stdout, stderr, reports }
}

const project = { 'node_modules/x/package.json': '{}', 'messages/a.yaml': long }
const place = 'node_modules/.cache/connectly'

function cacheOf(folder: TempFolder): string {
  const [file] = folder.list().filter((name) => name.startsWith(place))
  if (file === undefined) throw new Error('nothing is kept')
  return join(folder.path, file)
}

describe('connectly lint --cache', () => {
  it('says what lint says, whatever changed since', async () => {
    await assert(
      asyncProperty(changes, async (steps) => {
        const folder = makeTempFolder({ ...project, 'messages/z.yaml': unused })
        for (const step of steps) {
          apply(step, folder)
          const expected = await report(folder, step.args)
          const first = await report(folder, [...step.args, '--cache'])
          const again = await report(folder, [...step.args, '--cache'])
          expect([first, again]).toEqual([expected, expected])
        }
      }),
      { numRuns: 4 },
    )
  }, 60_000)

  it('keeps findings in one file, and writes it only when there is something new', async () => {
    const folder = makeTempFolder(project)
    await report(folder, ['--cache'])
    const file = cacheOf(folder)
    expect(folder.list().filter((name) => name.startsWith(place))).toHaveLength(1)
    const kept = readFileSync(file, 'utf8')
    chmodSync(file, 0o400)
    await report(folder, ['--cache'])
    expect(readFileSync(file, 'utf8')).toBe(kept)
    folder.write({ 'messages/b.yaml': clean })
    await report(folder, ['--cache'])
    expect(readFileSync(cacheOf(folder), 'utf8').length).toBeGreaterThan(kept.length)
  })

  it('keeps what another run over other files found', async () => {
    const folder = makeTempFolder({ ...project, 'messages/b.yaml': unused })
    await report(folder, ['--cache'])
    const both = entriesIn(cacheOf(folder))
    folder.write({ 'messages/a.yaml': clean })
    await report(folder, ['--cache', 'messages/a.yaml'])
    expect(entriesIn(cacheOf(folder))).toBe(both + 1)
  })

  it.each([
    ['is cut off', (text: string) => text.slice(0, -20)],
    ['is empty', () => ''],
    ['is none of ours', () => '{"a": 1}'],
    [
      'was changed by hand',
      (text: string) => text.replace('"severity":"error"', '"severity":"info"'),
    ],
    ['comes from another version', (text: string) => text.replace(/\n\S+ v/, '\nx v')],
  ])('takes nothing from a cache that %s, and mends it', async (_, damage) => {
    const folder = makeTempFolder(project)
    const expected = await report(folder, [])
    await report(folder, ['--cache'])
    const file = cacheOf(folder)
    const kept = readFileSync(file, 'utf8')
    writeFileSync(file, damage(kept))
    expect(readFileSync(file, 'utf8')).not.toBe(kept)
    expect(await report(folder, ['--cache'])).toEqual(expected)
    expect(readFileSync(file, 'utf8')).toBe(kept)
  })

  it('takes nothing from a file that others can write', async () => {
    const folder = makeTempFolder(project)
    const expected = await report(folder, [])
    await report(folder, ['--cache'])
    const file = cacheOf(folder)
    const [title, program, , ...body] = readFileSync(file, 'utf8').trimEnd().split('\n')
    const entries: readonly (readonly [string, number])[] = JSON.parse(body.join('\n'))
    const forged = JSON.stringify(entries.map(([key, proven]) => [key, proven, []]))
    const digest = hash('sha256', forged, 'base64url')
    const forge = (mode: number): void => {
      writeFileSync(file, [title, program, digest, forged, ''].join('\n'))
      chmodSync(file, mode)
    }
    forge(0o622)
    expect(await report(folder, ['--cache'])).toEqual(expected)
    forge(0o600)
    expect(await report(folder, ['--cache'])).toMatchObject({ code: 0 })
  })

  it('keeps findings where it is told to', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': clean })
    const at = async (location: string): Promise<number | null> =>
      (await runMain(['lint', '--cache', '--cache-location', location], { cwd: folder.path })).code
    expect([await at('.lint-cache'), await at('caches/')]).toEqual([0, 0])
    expect(folder.list()).toEqual([
      '.lint-cache',
      expect.stringMatching(/^caches\/lint-[0-9a-f]{8}\.cache$/),
      'messages/a.yaml',
    ])
  })

  it('takes the folder of the user where no modules are installed', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': clean })
    const env = {
      XDG_CACHE_HOME: join(folder.path, 'home'),
      LOCALAPPDATA: join(folder.path, 'home'),
    }
    await runMain(['lint', '--cache'], { cwd: folder.path, env })
    expect(folder.list()[0]).toMatch(/^home\/connectly-messages-lint\/lint-[0-9a-f]{8}\.cache$/)
  })

  it('lints all the same where nothing can be kept, and says so', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': unused })
    const args = ['lint', '--cache', '--cache-location', 'messages/a.yaml/cache']
    const { code, stdout, stderr } = await runMain(args, { cwd: folder.path })
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('unused-variable'),
    })
    expect(stderr).toMatch(/^the cache cannot be written to \S+: /)
    const nowhere = await runMain(['lint', '--cache'], { cwd: folder.path })
    expect(nowhere.stderr).toContain('name one with --cache-location')
  })

  it('asks for --cache where only its place is named', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': clean })
    const args = ['lint', '--cache-location', 'x']
    expect(await runMain(args, { cwd: path })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--cache-location needs --cache'),
    })
  })
})

function entriesIn(file: string): number {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(3)
    .filter((line) => line !== '').length
}

describe('the memory of a project', () => {
  const path = { name: 'a', segments: ['a'] }
  const files = [{ source: { path: 'messages/a.yaml', text: unused }, path }]
  const options = { settingsFor: () => recommended, isWithoutMessages: true }

  it('is asked before a message is compiled', () => {
    const memory = { recall: () => ({ diagnostics: [], proven: 7 }), keep: () => {} }
    expect(compileProject(files, { ...options, memory })).toMatchObject({
      proven: 7,
      diagnostics: [],
    })
  })

  it('is given everything that findings depend on', () => {
    const seen = new Set<string>()
    const memory = { recall: (inputs: string) => void seen.add(inputs), keep: () => {} }
    const compile = (more: object, text = unused): void => {
      const [file] = files
      if (file === undefined) return
      const source = { ...file.source, text }
      compileProject([{ ...file, source }], { ...options, ...more, memory })
    }
    compile({})
    compile({})
    expect(seen.size).toBe(1)
    compile({}, clean)
    compile({ settingsFor: () => ({ preset: 'strict', rules: {} }) })
    compile({ settingsFor: () => ({ preset: 'recommended', rules: { 'unused-variable': 'off' } }) })
    compile({ defaults: { maxLength: 9, maxItems: 3 } })
    compile({ senders: ['+14151111234'] })
    compile({ tracking: true })
    compile({ maxDiagnostics: Number.POSITIVE_INFINITY })
    compile({ locales: { default: 'en', all: ['en', 'es'] } })
    expect(seen.size).toBe(9)
  })
})
