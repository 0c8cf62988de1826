import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { describeCommand, describeProgram } from '../../src/commands/help.ts'
import { commands } from '../../src/commands/index.ts'
import { runCli } from '../helpers/run-cli.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

describe('connectly --help', () => {
  it('lists every command', async () => {
    const { code, stdout, stderr } = await runCli(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const { name } of commands) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
  })

  it.each(commands)('shows what $name takes, with examples', async ({ name, load }) => {
    const command = await load()
    expect(command.name).toBe(name)
    const { code, stdout, stderr } = await runCli([command.name, '--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const { flags } of command.options ?? []) expect(stdout).toContain(flags)
    for (const example of command.examples) expect(stdout).toContain(`$ ${example}`)
  })

  it.each([40, 60, 80])('fits a terminal of %s columns', async (columns) => {
    const loaded = await Promise.all(commands.map((entry) => entry.load()))
    const texts = [
      describeProgram(loaded, columns),
      ...loaded.map((c) => describeCommand(c, columns)),
    ]
    // Commands and names are shown whole: they are there to be copied.
    const lines = texts
      .flatMap((text) => text.split('\n'))
      .filter((line) => !/^(?: {2}\$|Usage:| {2}(?!.* {2}))/.test(line))
    expect(lines.filter((line) => line.length > columns)).toEqual([])
  })

  it('is shown on standard error without a command, with 2', async () => {
    const { code, stdout, stderr } = await runCli([])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: connectly')
  })

  it('is no reason to do anything else', async () => {
    const folder = makeTempFolder()
    const { code } = await runCli(['init', '--help'], { cwd: folder.path })
    expect(code).toBe(0)
    expect(folder.list()).toEqual([])
  })
})

describe('connectly', () => {
  it.each([['--version'], ['-V']])('prints its version with %s', async (flag) => {
    const expected = { code: 0, stdout: `${packageJson.version}\n`, stderr: '' }
    expect(await runCli([flag])).toEqual(expected)
  })

  it('ends with 2 for a command that it does not have, and says which is near', async () => {
    const [near, far] = await Promise.all([runCli(['lnit']), runCli(['__proto__'])])
    expect(near).toMatchObject({ code: 2, stdout: '' })
    expect(near?.stderr).toContain('did you mean lint?')
    expect(far).toMatchObject({ code: 2, stdout: '' })
  })

  it('ends with 2 for arguments that a command does not take', async () => {
    const results = await Promise.all([
      runCli(['generate', 'messages']),
      runCli(['render', 'orders/shipped', 'orders/confirmed']),
      runCli(['generate', '--check=yes']),
    ])
    expect(results.map(({ code }) => code)).toEqual([2, 2, 2])
  })
})
