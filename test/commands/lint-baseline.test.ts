import { describe, expect, it } from 'vitest'
import { runMain } from '../helpers/run-main.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const unused = 'variables:\n  name: string(40)\nmessage:\n  text: Hello\n'
const clean = 'message:\n  text: Hello\n'
const refused = 'message:\n  text: ""\n'
const files = { 'messages/a.yaml': unused, 'messages/b.yaml': unused }

const known = ['lint', '--baseline', 'known.json']
const update = [...known, '--update-baseline']

describe('connectly lint --baseline', () => {
  it('leaves out what the file holds and says how many, and reports what is new', async () => {
    const folder = makeTempFolder(files)
    const cwd = folder.path
    const made = await runMain(update, { cwd })
    expect(made).toMatchObject({ code: 0, stderr: 'made known.json with 2 findings\n' })
    expect(made.stdout).toMatch(/^no problems in 2 files, 2 in the baseline not shown/)
    folder.write({ 'messages/a.yaml': `# ten\n# lines\n${unused}` })
    folder.write({ 'messages/c.yaml': unused })
    const later = await runMain([...known, '--max-warnings=0'], { cwd })
    expect(later.code).toBe(1)
    expect(later.stdout).toContain('messages/c.yaml:2:3 warning unused-variable')
    expect(later.stdout).toContain('1 warning in 3 files, 2 in the baseline not shown')
    expect(later.stdout).not.toContain('messages/a.yaml')
  })

  it('writes one finding a line, sorted, the same bytes from any folder', async () => {
    const folder = makeTempFolder(files)
    await runMain(update, { cwd: folder.path })
    const text = folder.read('known.json')
    expect(text.split('\n').slice(2, 5)).toEqual([
      '  "findings": [',
      expect.stringMatching(
        /^ {4}\{"file":"messages\/a.yaml","rule":"unused-variable","fingerprint":"[0-9a-f]{16}","path":"variables.name","message":"/,
      ),
      expect.stringContaining('messages/b.yaml'),
    ])
    const inside = await runMain(['lint', 'a.yaml', '--baseline', '../known.json'], {
      cwd: `${folder.path}/messages`,
    })
    expect(inside.stdout).toMatch(/^no problems in 1 file, 1 in the baseline/)
  })

  it('only shrinks: adds nothing, and keeps what this run did not look at', async () => {
    const folder = makeTempFolder(files)
    const cwd = folder.path
    await runMain(update, { cwd })
    const before = folder.read('known.json')
    folder.write({ 'messages/a.yaml': clean, 'messages/c.yaml': unused })
    const hint = await runMain(known, { cwd })
    expect(hint.stderr).toBe(
      '1 finding of known.json no longer occurs: --update-baseline removes it\n  messages/a.yaml: unused-variable\n',
    )
    await runMain([...update, 'messages/b.yaml'], { cwd })
    expect(folder.read('known.json')).toBe(before)
    const second = await runMain(update, { cwd })
    expect(second.stdout).toContain('messages/c.yaml:2:3 warning unused-variable')
    expect(JSON.parse(folder.read('known.json')).findings).toEqual([
      expect.objectContaining({ file: 'messages/b.yaml' }),
    ])
    folder.write({ 'messages/b.yaml': 'message: [\n' })
    await runMain(update, { cwd })
    expect(folder.read('known.json')).toContain('messages/b.yaml')
  })

  it('holds nothing that makes the API refuse a message', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': refused, 'messages/B.yaml': clean })
    const cwd = folder.path
    const { code, stderr, stdout } = await runMain(update, { cwd })
    expect(code).toBe(1)
    expect(stderr).toContain(
      '2 findings cannot be put into a baseline, since the API refuses such a message: mend them',
    )
    expect(stdout).toContain('messages/a.yaml:2:9 error blank-text')
    expect(JSON.parse(folder.read('known.json')).findings).toEqual([])
  })

  it('knows a finding by its place where a fix of another changed the text', async () => {
    const gif = (url: string): string =>
      `message: { attachments: [{ type: image, url: "${url}" }] }\n`
    const folder = makeTempFolder({ 'messages/a.yaml': gif('http://shop.example/a.gif') })
    const cwd = folder.path
    const rulesIn = (): readonly string[] =>
      JSON.parse(folder.read('known.json')).findings.map(({ rule }: { rule: string }) => rule)
    await runMain(update, { cwd })
    expect(rulesIn()).toEqual(['unsupported-file', 'url-not-https'])
    await runMain(['lint', '--fix-unsafe'], { cwd })
    expect(folder.read('messages/a.yaml')).toBe(gif('https://shop.example/a.gif'))
    const hint = await runMain([...known, '--max-warnings=0'], { cwd })
    expect(hint).toMatchObject({
      code: 0,
      stderr: `1 finding of known.json is known by place and rule, the text there is another one: --update-baseline renews it
  messages/a.yaml: unsupported-file
1 finding of known.json no longer occurs: --update-baseline removes it
  messages/a.yaml: url-not-https
`,
    })
    const renewed = await runMain(update, { cwd })
    expect(renewed.stderr).toContain('the text there is another one: renewed')
    expect(rulesIn()).toEqual(['unsupported-file'])
    expect(await runMain(known, { cwd })).toMatchObject({ code: 0, stderr: '' })
    // Another place, or another rule, is a new finding.
    folder.write({ 'messages/b.yaml': gif('https://shop.example/b.gif') })
    const fresh = await runMain([...known, '--max-warnings=0'], { cwd })
    expect(fresh).toMatchObject({ code: 1, stdout: expect.stringContaining('messages/b.yaml:1:') })
  })

  it('lets one entry stand for one finding', async () => {
    const unusedOf = (...names: readonly string[]): string =>
      `variables: { ${names.map((name) => `${name}: string`).join(', ')} }\nmessage: { text: Hi }\n`
    const folder = makeTempFolder({ 'messages/a.yaml': unusedOf('x') })
    const cwd = folder.path
    await runMain(update, { cwd })
    folder.write({ 'messages/a.yaml': unusedOf('y', 'z') })
    const { stdout, stderr } = await runMain(known, { cwd })
    expect(stdout).toContain('2 warnings in 1 file')
    expect(stderr).toContain('1 finding of known.json no longer occurs')
  })

  it('takes what a rule finds when it is told to, and only that', async () => {
    const folder = makeTempFolder({ ...files, 'messages/c.yaml': refused })
    const cwd = folder.path
    await runMain(update, { cwd })
    folder.write({
      'connectly.config.yaml': 'locales: { default: en, all: [en, es] }\n',
      'messages/d.yaml': unused,
    })
    const added = await runMain([...known, '--add-to-baseline', 'missing-locale'], { cwd })
    expect(added.stderr).toBe('added to known.json: 4 findings of `missing-locale`\n')
    expect(added.stdout).toContain('messages/d.yaml:2:3 warning unused-variable')
    expect(added.stdout).not.toContain('missing-locale')
    const again = await runMain([...known, '--add-to-baseline', 'missing-locale'], { cwd })
    expect(again.stderr).toBe('added to known.json: 0 findings of `missing-locale`\n')
    const locked = await runMain([...known, '--add-to-baseline', 'blank-text'], { cwd })
    expect(locked.stderr).toContain('1 finding cannot be put into a baseline')
    expect(locked.code).toBe(1)
  })

  it('is made of the rules that are named', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': unused })
    const cwd = folder.path
    const made = await runMain([...known, '--add-to-baseline=emoji-in-button'], { cwd })
    expect(made.stderr).toBe('made known.json with 0 findings\n')
    expect(made.stdout).toContain('unused-variable')
  })

  it('is left out for no entry that was put in by hand', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': refused })
    const cwd = folder.path
    const { stdout } = await runMain(['lint', '--format', 'gitlab'], { cwd })
    const [{ fingerprint }] = JSON.parse(stdout)
    const finding = { file: 'messages/a.yaml', rule: 'blank-text', fingerprint, message: '' }
    folder.write({ 'known.json': JSON.stringify({ version: 1, findings: [finding] }) })
    const result = await runMain(known, { cwd })
    expect(result.code).toBe(1)
    expect(result.stderr).toContain('1 finding cannot be put into a baseline')
  })

  it.each([
    ['{\n  "version": 1,\n<<<<<<< main\n', 'known.json:3:1 error', 'a key in double quotes'],
    ['{ "version": 2, "findings": [] }', 'known.json:1:14 error', '`version: 1`'],
    ['{ "version": 1, "findings": {} }', 'known.json:1:29 error', 'a list'],
    ['{ "version": 1, "findings": [{ "file": 1 }] }', 'known.json:1:30 error', 'the texts `file`'],
    ['[]', 'known.json:1:1 error', 'a mapping'],
  ])('says where %j is broken, and leaves it alone', async (text, place, message) => {
    const folder = makeTempFolder({ ...files, 'known.json': text })
    const { code, stderr } = await runMain(update, { cwd: folder.path })
    expect(code).toBe(2)
    expect(stderr).toContain(place)
    expect(stderr).toContain(message)
    expect(folder.read('known.json')).toBe(text)
  })

  it('refuses what makes no sense', async () => {
    const { path: cwd } = makeTempFolder(files)
    const results = await Promise.all([
      runMain(known, { cwd }),
      runMain(['lint', '--update-baseline'], { cwd }),
      runMain([...update, '-'], { cwd, stdin: clean }),
      runMain([...update, '--fix-dry-run'], { cwd }),
      runMain(['lint', '--add-to-baseline', 'blank-text'], { cwd }),
      runMain([...known, '--add-to-baseline', 'blank-txt'], { cwd }),
    ])
    expect(results.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2])
    expect(results[5]?.stderr).toContain('did you mean `blank-text`?')
    expect(results[0]?.stderr).toContain('make it once with --update-baseline')
  })
})
