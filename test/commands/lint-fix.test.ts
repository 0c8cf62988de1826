import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { replaceText } from '../../src/host/replace-text.ts'
import { runCli } from '../helpers/run-cli.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const clean = 'message:\n  text: Hello\n'
const unquoted = 'variables:\n  name: string(40)\nmessage:\n  text: {{ name }} # greeting\n'
const quoted = unquoted.replace('{{ name }}', '"{{ name }}"')
const long = `variables:
  name: string(40)
message:
  text: Choose
  replyButtonMessage:
    buttons:
      - { id: call, text: "Ask {{ name }}" }
`
const short = long.replace('string(40)', '{ type: string, maxLength: 16 }')

describe('connectly lint --fix', () => {
  it('writes what changed, says so, and reports what is left', async () => {
    const folder = makeTempFolder({
      'messages/a.yaml': unquoted,
      'messages/b.yaml': long,
      'messages/c.yaml': clean,
    })
    const modified = statSync(join(folder.path, 'messages/c.yaml')).mtimeMs
    const { code, stdout, stderr } = await runCli(['lint', '--fix'], { cwd: folder.path })
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'fixed messages/a.yaml\n' })
    expect(stdout).toContain('messages/b.yaml:7:32 error text-too-long')
    expect(stdout).toContain('1 error in 3 files')
    expect(folder.read('messages/a.yaml')).toBe(quoted)
    expect(folder.read('messages/b.yaml')).toBe(long)
    expect(statSync(join(folder.path, 'messages/c.yaml')).mtimeMs).toBe(modified)
    expect(folder.list()).toEqual(['messages/a.yaml', 'messages/b.yaml', 'messages/c.yaml'])
  })

  it('ends with the code of the fixed files, and has nothing to do the next time', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': unquoted })
    const first = await runCli(['lint', '--fix'], { cwd: folder.path })
    const second = await runCli(['lint', '--fix'], { cwd: folder.path })
    expect(first).toMatchObject({ code: 0, stderr: 'fixed messages/a.yaml\n' })
    expect(second).toMatchObject({ code: 0, stderr: '', stdout: first.stdout })
  })

  it('leaves the report to programs as it is', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': unquoted, 'messages/b.yaml': long })
    const args = ['lint', '--fix', '--format', 'json']
    const { stdout } = await runCli(args, { cwd: folder.path })
    expect(JSON.parse(stdout).summary).toMatchObject({ files: 2, errors: 1 })
  })

  it('keeps line ends, a byte-order mark, permissions and links', async () => {
    const windows = `\ufeff${unquoted.replaceAll('\n', '\r\n')}`
    const folder = makeTempFolder({ 'messages/a.yaml': clean, 'elsewhere/b.yaml': windows })
    const target = join(folder.path, 'elsewhere/b.yaml')
    chmodSync(target, 0o640)
    symlinkSync(target, join(folder.path, 'messages/b.yaml'))
    const args = ['lint', '--fix', 'messages/b.yaml']
    const { code } = await runCli(args, { cwd: folder.path })
    expect(code).toBe(0)
    expect(readFileSync(target, 'utf8')).toBe(`\ufeff${quoted.replaceAll('\n', '\r\n')}`)
    expect(statSync(target).mode & 0o777).toBe(0o640)
    expect(lstatSync(join(folder.path, 'messages/b.yaml')).isSymbolicLink()).toBe(true)
  })

  it('refuses standard input and names what works', async () => {
    const { path } = makeTempFolder()
    for (const option of ['--fix', '--fix-unsafe']) {
      const result = await runCli(['lint', '-', option], { cwd: path, stdin: unquoted })
      expect(result).toMatchObject({ code: 2, stdout: '' })
      expect(result.stderr).toContain('--fix-dry-run')
    }
  })
})

describe('connectly lint --fix-unsafe', () => {
  it('narrows what callers may pass', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': unquoted, 'messages/b.yaml': long })
    const { code, stderr } = await runCli(['lint', '--fix-unsafe'], { cwd: folder.path })
    expect(code).toBe(0)
    expect(stderr).toBe('fixed messages/a.yaml\nfixed messages/b.yaml\n')
    expect(folder.read('messages/a.yaml')).toBe(quoted)
    expect(folder.read('messages/b.yaml')).toBe(short)
  })
})

describe('connectly lint --fix-dry-run', () => {
  it('shows the safe changes and what would be left, and writes nothing', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': unquoted, 'messages/b.yaml': long })
    const { code, stdout, stderr } = await runCli(['lint', '--fix-dry-run'], { cwd: folder.path })
    expect(code).toBe(1)
    expect(stderr).toBe(
      'nothing was written: 1 file would change, and the report is of what would be left\n',
    )
    expect(stdout).toMatch(/^--- messages\/a\.yaml\n\+\+\+ messages\/a\.yaml\n@@ -1,4 \+1,4 @@\n/)
    expect(stdout).toContain(
      '\n-  text: {{ name }} # greeting\n+  text: "{{ name }}" # greeting\n\n',
    )
    expect(stdout).toContain('\nmessages/b.yaml:7:32 error text-too-long')
    expect(folder.read('messages/a.yaml')).toBe(unquoted)
  })

  it('shows every change with --fix-unsafe, and still writes nothing', async () => {
    const folder = makeTempFolder({ 'messages/b.yaml': long })
    const args = ['lint', '--fix', '--fix-unsafe', '--fix-dry-run']
    const { code, stdout } = await runCli(args, { cwd: folder.path })
    expect(code).toBe(0)
    expect(stdout).toContain('\n+  name: { type: string, maxLength: 16 }\n')
    expect(folder.read('messages/b.yaml')).toBe(long)
  })

  it('takes standard input', async () => {
    const { path } = makeTempFolder()
    const args = ['lint', '-', '--fix-dry-run', '--stdin-filename', 'messages/draft.yaml']
    const { code, stdout } = await runCli(args, { cwd: path, stdin: unquoted })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^--- messages\/draft\.yaml\n/)
  })

  it('keeps out of what a program reads from standard output', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': unquoted })
    const args = ['lint', '--fix-dry-run', '--format', 'json']
    const { code, stdout, stderr } = await runCli(args, { cwd: path })
    expect(code).toBe(0)
    expect(JSON.parse(stdout).diagnostics).toEqual([])
    expect(stderr).toMatch(/^--- messages\/a\.yaml\n/)
  })
})

describe('replaceText', () => {
  it('writes nothing over what somebody else wrote meanwhile', async () => {
    const folder = makeTempFolder({ 'a.yaml': 'theirs\n' })
    const problem = await replaceText(join(folder.path, 'a.yaml'), 'read\n', 'fixed\n')
    expect(problem).toMatch(/changed meanwhile/)
    expect(folder.read('a.yaml')).toBe('theirs\n')
  })

  it('says why a file cannot be written', async () => {
    const { path } = makeTempFolder()
    const problem = await replaceText(join(path, 'lost.yaml'), '', 'fixed\n')
    expect(problem).toBe('the file cannot be written: no such file or folder')
  })
})
