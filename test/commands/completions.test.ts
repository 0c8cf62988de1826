import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { nameOf } from '../../src/commands/parse-arguments.ts'
import { formats } from '../../src/emit/reporters/reporter.ts'
import { ruleNames } from '../../src/language/rules/index.ts'
import { cliPath } from '../helpers/cli-process.ts'
import { runMain } from '../helpers/run-main.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const cwd = import.meta.dirname

/** What bash offers for the last of several words, taken apart as bash takes them apart. */
function complete(script: string, words: readonly string[], folder = cwd): readonly string[] {
  const program = `${script}
COMP_LINE=$1; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_connectly; printf '%s\\n' "\${COMPREPLY[@]}"`
  const line = words.join(' ').replace(/ ([:=]) ?/g, '$1')
  const args = ['--norc', '-c', program, 'bash', line, ...words]
  const output = execFileSync('bash', args, { cwd: folder, encoding: 'utf8' })
  return output.split('\n').filter((line) => line !== '')
}

async function scriptFor(shell: string): Promise<string> {
  const { code, stdout } = await runMain(['completions', shell], { cwd })
  expect(code).toBe(0)
  return stdout
}

describe('connectly completions bash', () => {
  it('offers every command, and every option of each', async () => {
    const script = await scriptFor('bash')
    const names = commands.map(({ name }) => name)
    expect(complete(script, ['connectly', ''])).toEqual([...names, '--help', '--version'])
    for (const { name, load } of commands) {
      const options = ((await load()).options ?? []).map((option) => `--${nameOf(option)}`)
      const offered = complete(script, ['connectly', name, '--'])
      expect(offered).toEqual(expect.arrayContaining([...options, '--config', '--help']))
    }
  })

  it('offers rules, severities, formats and choices where they are due', async () => {
    const script = await scriptFor('bash')
    const offered = (...words: readonly string[]): readonly string[] =>
      complete(script, ['connectly', ...words])
    const rules = [...ruleNames].toSorted()
    expect(offered('explain', '')).toEqual(expect.arrayContaining(rules))
    expect(offered('explain', 'ERROR_CODE_MESSAGE_CUSTOMER_O')).toHaveLength(1)
    expect(offered('lint', '--rule', '')).toEqual(rules)
    expect(offered('lint', '--rule', 'emoji-in-button', ':', 'w')).toEqual(['warning'])
    expect(offered('lint', '--rule', 'emoji-in-button', ':')).toHaveLength(4)
    expect(offered('lint', '--format', '')).toEqual(formats)
    expect(offered('lint', '--preset', '=', 's')).toEqual(['strict'])
    expect(offered('lint', '--preset', '=')).toEqual(['recommended', 'strict'])
    expect(offered('completions', 'f')).toEqual(['fish'])
  })

  it('offers the names of messages, and files where the list is due', async () => {
    const { path } = makeTempFolder({
      'messages/hello.yaml': 'not: [read',
      'messages/hello.es.yaml': '',
      'messages/orders/shipped.yaml': '',
      'list.csv': '',
      'connectly.config.ts': 'throw new Error("run by a key")',
      connectly: `#!/bin/sh\nexec '${process.execPath}' '${cliPath}' "$@"\n`,
    })
    const command = join(path, 'connectly')
    chmodSync(command, 0o755)
    const script = await scriptFor('bash')
    const offered = (...words: readonly string[]): readonly string[] =>
      complete(script, [command, ...words], path)
    expect(offered('render', '')).toEqual(['hello', 'orders/shipped'])
    expect(offered('bulk', 'o')).toEqual(['orders/shipped'])
    expect(offered('bulk', 'hello', 'l')).toEqual(['list.csv'])
    expect(offered('bulk', 'hello', '--except', 'l')).toEqual(['list.csv'])
  })

  it('offers files with blanks in their names, and folders alone where one is due', async () => {
    const { path } = makeTempFolder({ 'my messages/a.yaml': '', 'my file.yaml': '' })
    const script = await scriptFor('bash')
    expect(complete(script, ['connectly', 'lint', 'my'], path).toSorted()).toEqual([
      'my file.yaml',
      'my messages',
    ])
    expect(complete(script, ['connectly', 'lint', '--cwd', 'my'], path)).toEqual(['my messages'])
  })
})

describe('connectly completions', () => {
  it('lists messages by the globs and locales of a config', async () => {
    const { path } = makeTempFolder({
      'texts/a.yaml': '',
      'texts/a.pt-BR.yaml': '',
      'messages/b.yaml': '',
      'connectly.config.json': '{"messages": ["texts/*.yaml"]}',
    })
    const { code, stdout } = await runMain(['completions', 'messages'], { cwd: path })
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'a\n' })
  })

  it.each(['zsh', 'fish'])('names every command and option for %s', async (shell) => {
    const script = await scriptFor(shell)
    for (const { name, load } of commands) {
      const { options = [] } = await load()
      for (const text of [name, ...options.map(nameOf)]) expect(script).toContain(text)
    }
  })

  it('knows three shells', async () => {
    const { code, stderr } = await runMain(['completions', 'bsh'], { cwd })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'there are no completions for bsh: known are bash, zsh, fish: did you mean bash?\n',
    })
  })
})
