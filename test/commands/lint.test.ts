import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { cleanEnv, cliPath } from '../helpers/cli-process.ts'
import { runCli } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const clean = 'message:\n  text: Hello\n'
const undeclared = 'message:\n  text: "Hello {{ name }}"\n'
const unused = 'variables:\n  name: string(40)\nmessage:\n  text: Hello\n'
const long = `variables:
  name: string(40)
message:
  text: Choose
  replyButtonMessage:
    buttons:
      - { id: call, text: "Ask {{ name }}" }
`

/** What could drive a terminal, hide from a reader, or be a command to a CI system. */
const unsafe = /[^\P{Cc}\n]|\p{Bidi_Control}|\u200B|##(?:vso)?\[/u

describe('connectly lint of one file of several', () => {
  const files = {
    'connectly.config.yaml': 'locales: { default: en, all: [en, es] }\n',
    'messages/a.yaml': 'variables: { name: string(9) }\nmessage: { text: "Hi {{ name }}" }\n',
    'messages/a.es.yaml': 'message: { text: "Hola {{ name }}" }\n',
  }

  it('knows what stands in the others, and reports nothing of them', async () => {
    const { path } = makeTempFolder({ ...files, 'messages/a.pt.yaml': 'message: { text: 1 }\n' })
    const results = await Promise.all([
      runMain(['lint', 'messages/a.yaml'], { cwd: path }),
      runMain(['lint', 'messages/a.es.yaml'], { cwd: path }),
      runMain(['lint', '-', '--stdin-filename', 'messages/a.es.yaml'], {
        cwd: path,
        stdin: files['messages/a.es.yaml'],
      }),
    ])
    for (const { code, stdout } of results) {
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: expect.stringMatching(/^no problems in 1 file/),
      })
    }
  })

  it('asks no other locales of a text without a name', async () => {
    const { path } = makeTempFolder(files)
    const stdin = 'message: { text: Hi }\n'
    const { stdout } = await runMain(['lint', '-'], { cwd: path, stdin })
    expect(stdout).toMatch(/^no problems in 1 file/)
  })

  it('fixes no file that was not named', async () => {
    const { path, read } = makeTempFolder({
      'messages/a.yaml': 'variables: { name: string(9) }\nmesage: { text: "Hi {{ name }}" }\n',
      'messages/a.es.yaml': 'mesage: { text: "Hola {{ name }}" }\n',
    })
    await runMain(['lint', '--fix', 'messages/a.es.yaml'], { cwd: path })
    expect(read('messages/a.es.yaml')).toContain('message:')
    expect(read('messages/a.yaml')).toContain('mesage:')
  })
})

describe('connectly lint --format to a file', () => {
  it('says in plain words why it cannot be written', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': clean })
    const { code, stderr } = await runMain(['lint', '--format', 'json:messages'], { cwd: path })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '--format json:messages cannot be written: a folder, and a file is meant\n',
    })
  })
})

describe('connectly lint', () => {
  it('says on standard output that nothing was found', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': clean })
    const result = await runMain(['lint'], { cwd: path })
    expect(result).toMatchObject({ code: 0, stderr: '' })
    expect(result.stdout).toMatch(/^no problems in 1 file, \d+ checks proven for every value\n$/)
  })

  it('shows an error with its place on standard output and ends with 1', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': undeclared })
    const { code, stdout, stderr } = await runCli(['lint'], { cwd: path })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toBe(`messages/a.yaml:2:16 error undeclared-variable
  \`name\` is not declared under \`variables\`
    1 │ message:
  > 2 │   text: "Hello {{ name }}"
      │                ^^^^^^^^^^

1 error in 1 file
`)
  })

  it('ends with 0 for warnings alone, and with 1 for more than --max-warnings', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': unused, 'messages/b.yaml': unused })
    const results = await Promise.all([
      runMain(['lint'], { cwd: path }),
      runMain(['lint', '--max-warnings', '2'], { cwd: path }),
      runMain(['lint', '--max-warnings', '1'], { cwd: path }),
      runMain(['lint', '--max-warnings=1', '--quiet'], { cwd: path }),
      runMain(['lint', '--max-warnings', '-1'], { cwd: path }),
    ])
    expect(results.map(({ code }) => code)).toEqual([0, 0, 1, 1, 2])
    expect(results[0]?.stdout).toContain('2 warnings in 2 files')
    expect(results[2]?.stderr).toBe('2 warnings, at most 1 are allowed by --max-warnings\n')
  })

  it('shows errors only with --quiet', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': unused, 'messages/b.yaml': undeclared })
    const { code, stdout } = await runMain(['lint', '--quiet'], { cwd: path })
    expect(code).toBe(1)
    expect(stdout).not.toContain('unused-variable')
    expect(stdout).toContain('undeclared-variable')
  })

  it('reads the files and folders that are named', async () => {
    const { path } = makeTempFolder({
      'messages/a.yaml': undeclared,
      'drafts/b.yaml': clean,
      'drafts/deep/c.yml': unused,
    })
    const { code, stdout } = await runMain(['lint', 'drafts'], { cwd: path })
    expect(code).toBe(0)
    expect(stdout).toContain('drafts/deep/c.yml:2:3 warning unused-variable')
    expect(stdout).toContain('1 warning in 2 files')
    const single = await runMain(['lint', 'drafts/b.yaml'], { cwd: path })
    expect(single.stdout).toContain('no problems in 1 file')
  })

  it('works in the folder of --cwd', async () => {
    const { path } = makeTempFolder({ 'shop/messages/a.yaml': undeclared })
    const { code, stdout } = await runCli(['lint', '--cwd', 'shop'], { cwd: path })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^messages\/a\.yaml:2:16 /)
  })
})

describe('connectly lint --format json', () => {
  it('prints one object in the order and shape that is documented', async () => {
    const { path } = makeTempFolder({ 'messages/b.yaml': long, 'messages/a.yaml': unused })
    const { code, stdout } = await runMain(['lint', '--format', 'json'], { cwd: path })
    const report = JSON.parse(stdout)
    expect(code).toBe(1)
    expect(report.summary.proven).toBeGreaterThan(0)
    const expected = {
      version: 1,
      summary: { files: 2, errors: 1, warnings: 1, proven: report.summary.proven },
      diagnostics: [
        {
          file: 'messages/a.yaml',
          rule: 'unused-variable',
          severity: 'warning',
          message:
            '`name` is declared and nothing uses it: use it as `{{ name }}`, or remove it, so that callers need not pass it',
          start: { line: 2, column: 3, offset: 13 },
          end: { line: 2, column: 7, offset: 17 },
          path: ['variables', 'name'],
        },
        {
          file: 'messages/b.yaml',
          rule: 'text-too-long',
          severity: 'error',
          message:
            'button text can be 44 characters, at most 20 are accepted: give `name` `maxLength: 16`',
          start: { line: 7, column: 32, offset: 120 },
          end: { line: 7, column: 42, offset: 130 },
          path: ['message', 'replyButtonMessage', 'buttons', 0, 'text'],
          counterexample: { name: expect.stringMatching(/^\S{40}$/) },
          fixes: [
            {
              title: 'give `name` `maxLength: 16`',
              safe: false,
              edits: [{ start: 19, end: 29, text: '{ type: string, maxLength: 16 }' }],
            },
          ],
        },
      ],
    }
    expect(report).toEqual(expected)
    // Keys stand in the documented order, two blanks deep.
    const example = report.diagnostics[1].counterexample
    const [first, second] = expected.diagnostics
    const diagnostics = [first, { ...second, counterexample: example }]
    expect(stdout).toBe(`${JSON.stringify({ ...expected, diagnostics }, null, 2)}\n`)
  })

  it('prints the same bytes for the same input, in whatever order it is named', async () => {
    const { path } = makeTempFolder({
      'messages/a.yaml': unused,
      'messages/b.yaml': long,
      'messages/c/d.yaml': undeclared,
    })
    const args = ['lint', '--format', 'json']
    const [first, second, reversed] = await Promise.all([
      runMain(args, { cwd: path }),
      runMain(args, { cwd: path }),
      runMain([...args, 'messages/c', 'messages/b.yaml', 'messages/a.yaml'], { cwd: path }),
    ])
    expect(second).toEqual(first)
    expect(reversed?.stdout).toBe(first?.stdout)
  })

  it('writes to a file beside what it shows', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': undeclared })
    const args = ['lint', '--format', 'pretty', '--format', 'json:report.json']
    const { code, stdout } = await runMain(args, { cwd: folder.path })
    expect(code).toBe(1)
    expect(stdout).toContain('messages/a.yaml:2:16 error')
    expect(JSON.parse(folder.read('report.json')).summary.errors).toBe(1)
  })

  it('has no colours in a file, whatever the screen has', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': undeclared })
    const args = ['lint', '--color', '--format', 'json', '--format', 'pretty:report.txt']
    await runCli(args, { cwd: folder.path })
    expect(folder.read('report.txt')).not.toContain('\u001B')
  })
})

describe('connectly lint -', () => {
  it('reads one file from standard input under the name that it is given', async () => {
    const { path } = makeTempFolder()
    const args = ['lint', '-', '--stdin-filename', 'messages/shop/draft.yaml', '--format', 'json']
    const { code, stdout } = await runMain(args, { cwd: path, stdin: undeclared })
    const report = JSON.parse(stdout)
    expect(code).toBe(1)
    expect(report.summary.files).toBe(1)
    expect(report.diagnostics[0]).toMatchObject({
      file: 'messages/shop/draft.yaml',
      start: { line: 2, column: 16 },
    })
  })

  it('takes settings for the name that it is given', async () => {
    const config = `overrides:
  - files: ['messages/legacy/**']
    rules: { unused-variable: error }
`
    const { path } = makeTempFolder({ 'connectly.config.yaml': config })
    const args = ['lint', '-', '--stdin-filename', 'messages/legacy/draft.yaml']
    const { code } = await runMain(args, { cwd: path, stdin: unused })
    expect(code).toBe(1)
  })

  it('has a name of its own without one', async () => {
    const { path } = makeTempFolder()
    const { code, stdout } = await runMain(['lint', '-'], { cwd: path, stdin: undeclared })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^stdin\.yaml:2:16 error/)
  })

  it('reports bytes that are no UTF-8', async () => {
    const { path } = makeTempFolder()
    const stdin = Buffer.from([0x6d, 0x3a, 0x20, 0xff, 0x0a])
    const { code, stdout } = await runMain(['lint', '-'], { cwd: path, stdin })
    expect(code).toBe(1)
    expect(stdout).toContain('UTF-8')
  })
})

describe('the rules of connectly lint', () => {
  it.each([
    ['error', 1],
    ['warning', 0],
    ['info', 0],
    ['off', 0],
  ])('can be set to %s on the command line', async (severity, expected) => {
    const { path } = makeTempFolder({ 'messages/a.yaml': unused })
    const args = ['lint', '--rule', `unused-variable:${severity}`, '--format', 'json']
    const { code, stdout } = await runMain(args, { cwd: path })
    const found = JSON.parse(stdout).diagnostics.map((item: { severity: string }) => item.severity)
    expect(code).toBe(expected)
    expect(found).toEqual(severity === 'off' ? [] : [severity])
  })

  it('are those of the command line before those of the config', async () => {
    const { path } = makeTempFolder({
      'connectly.config.yaml': 'rules: { unused-variable: off }\n',
      'messages/a.yaml': unused,
    })
    const results = await Promise.all([
      runMain(['lint'], { cwd: path }),
      runMain(['lint', '--rule', 'unused-variable:error'], { cwd: path }),
      runMain(['lint', '--no-config', '--max-warnings', '0'], { cwd: path }),
    ])
    expect(results.map(({ code }) => code)).toEqual([0, 1, 1])
  })

  it.each([
    ['unused-varable:off', 'unused-variable'],
    ['text-too-long:off', 'text-too-long'],
    ['text-too-long:warning', 'text-too-long'],
    ['unused-variable:of', '`off`'],
    ['unused-variable', 'id:severity'],
    ['constructor:off', 'constructor'],
  ])('end with 2 for --rule %s', async (setting, named) => {
    const { path } = makeTempFolder({ 'messages/a.yaml': clean })
    const { code, stdout, stderr } = await runMain(['lint', '--rule', setting], { cwd: path })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(named)
  })
})

describe('wrong usage of connectly lint', () => {
  it.each([
    ['a file that is not there', ['lint', 'messages/lost.yaml'], 'messages/lost.yaml'],
    ['an unknown option', ['lint', '--fromat', 'json'], '--fromat'],
    ['an unknown format', ['lint', '--format', 'jsn'], '`json`'],
    ['an unknown preset', ['lint', '--preset', 'strictest'], 'strict'],
    ['two formats on one screen', ['lint', '--format', 'json', '--format', 'pretty'], ':FILE'],
    ['an option without its value', ['lint', '--format'], '--format'],
    ['a config that is not there', ['lint', '--config', 'lost.yaml'], 'lost.yaml'],
  ])('ends with 2: %s', async (_, args, named) => {
    const { path } = makeTempFolder({ 'messages/a.yaml': clean })
    const { code, stdout, stderr } = await runMain(args, { cwd: path })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(named)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('ends with 2 where no file is found, unless that is allowed', async () => {
    const { path } = makeTempFolder()
    const [strict, allowed] = await Promise.all([
      runMain(['lint'], { cwd: path }),
      runMain(['lint', '--allow-empty'], { cwd: path }),
    ])
    expect(strict).toMatchObject({ code: 2, stdout: '' })
    expect(strict?.stderr).toMatch(/no message file was found .*--allow-empty/)
    expect(allowed).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('the config of connectly lint', () => {
  it('ends with 2 at the place of a mistake in YAML and in JSON', async () => {
    const yaml = makeTempFolder({ 'connectly.config.yaml': 'output: a\nprest: strict\n' })
    const json = makeTempFolder({ 'connectly.config.json': '{\n  "preset": "strcit"\n}\n' })
    const [fromYaml, fromJson] = await Promise.all([
      runMain(['lint'], { cwd: yaml.path }),
      runMain(['lint'], { cwd: json.path }),
    ])
    expect(fromYaml).toMatchObject({ code: 2, stdout: '' })
    expect(fromYaml?.stderr).toMatch(/^connectly\.config\.yaml:2:1 error /)
    expect(fromYaml?.stderr).toContain('`preset`')
    expect(fromJson).toMatchObject({ code: 2, stdout: '' })
    expect(fromJson?.stderr).toMatch(/^connectly\.config\.json:2:13 error /)
    expect(fromJson?.stderr).toContain('strict')
  })

  it('runs code, unless --no-config-code forbids it', async () => {
    const { path, has } = makeTempFolder({
      'connectly.config.ts': `import { writeFileSync } from 'node:fs'
writeFileSync(new URL('./ran', import.meta.url), '')
export default { messages: ['texts/*.yaml'] satisfies string[] }
`,
      'texts/a.yaml': clean,
    })
    const refused = await runCli(['lint', '--no-config-code'], { cwd: path })
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toContain('connectly.config.ts')
    expect(has('ran')).toBe(false)
    expect(await runCli(['lint'], { cwd: path })).toMatchObject({ code: 0 })
    expect(has('ran')).toBe(true)
  })

  it('is not looked for with --no-config', async () => {
    const { path } = makeTempFolder({
      'connectly.config.yaml': 'nonsense: true\n',
      'messages/a.yaml': clean,
    })
    expect(await runMain(['lint', '--no-config'], { cwd: path })).toMatchObject({ code: 0 })
  })
})

describe('the screen of connectly lint', () => {
  it('has colours where they are asked for, and none with NO_COLOR', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': undeclared })
    const run = (args: readonly string[], env: { readonly [name: string]: string } = {}) =>
      runCli(['lint', ...args], { cwd: path, env })
    const results = await Promise.all([
      run([]),
      run([], { NO_COLOR: '1', FORCE_COLOR: '1' }),
      run(['--no-color'], { FORCE_COLOR: '1' }),
      run([], { FORCE_COLOR: '1' }),
      run(['--color'], { NO_COLOR: '1' }),
    ])
    const isColored = results.map(({ stdout }) => stdout.includes('\u001B['))
    expect(isColored).toEqual([false, false, false, true, true])
  })

  it('never shows what a file could do to a terminal or to a CI system', async () => {
    const nasty = '\u001B]0;owned\u0007 \u202Eevil\u200B ##[error]x ##vso[task]y \u009B31m'
    const { path } = makeTempFolder({
      'messages/a.yaml': `message:\n  text: "{{ x }} ${nasty}"\n  ${'b'.repeat(9)}##[group]: 1\n`,
      'messages/b.yaml':
        'variables: { x: { type: string, enum: ["\\e[31m", "\\r##[x]"] } }\nmessage:\n  text: "{{ x }}{{ y }}"\n',
      'messages/\u001B[31m##[x].yaml': clean,
      'messages/c.yaml': 'message:\n  text: Hi\n  "a\\e[2J\\r\\u202E": 1\n',
    })
    const { code, stdout, stderr } = await runCli(['lint'], { cwd: path })
    expect(code).toBe(1)
    expect(stdout).toContain('evil')
    expect(stdout + stderr).not.toMatch(unsafe)
  })

  it('never shows control characters of the command line', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': clean })
    const nasty = '\u001B[31m\u202E##[x]'
    const results = await Promise.all([
      runMain(['lint', nasty], { cwd: path }),
      runMain(['lint', `--${nasty}`], { cwd: path }),
      runMain(['lint', '--rule', `${nasty}:off`], { cwd: path }),
      runMain(['lint', '--format', nasty], { cwd: path }),
      runMain([nasty], { cwd: path }),
      runMain(['render', nasty], { cwd: path }),
      runMain(['lint', '--config', nasty], { cwd: path }),
      runCli(['lint', '--cwd', nasty], { cwd: path }),
    ])
    for (const { code, stdout, stderr } of results) {
      expect(code).toBe(2)
      expect(stdout + stderr).not.toMatch(unsafe)
    }
  })

  it('ends in peace when its reader goes away', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': undeclared })
    const child = spawn(process.execPath, [cliPath, 'lint'], { cwd: path, env: cleanEnv() })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  })
})
