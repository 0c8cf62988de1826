import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'
import { watchCli } from '../helpers/watch-cli.ts'

const hello = 'message:\n  text: Hello\n'
const broken = 'message:\n  text: "Hello {{ nobody }}"\n'

describe('connectly generate --watch', () => {
  it('generates again when a message is added, changed, broken, mended and removed', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': hello })
    const { says, stdout, child, ended } = watchCli('generate', folder)
    await says('watching messages, the config; Ctrl+C ends it\n')
    await says('1 message in generated: 3 written, 0 unchanged\n')
    folder.write({ 'messages/shop/b.yaml': hello })
    await says('2 messages in generated: 3 written, 1 unchanged\n')
    folder.write({ 'messages/a.yaml': broken })
    await says('messages/a.yaml:2:16 error undeclared-variable')
    await says('nothing was written')
    folder.write({ 'messages/a.yaml': hello.replace('Hello', 'Hi') })
    await says('2 messages in generated: 1 written, 3 unchanged\n')
    rmSync(join(folder.path, 'messages/shop'), { recursive: true })
    await says('1 message in generated: 2 written, 1 deleted, 1 unchanged\n')
    rmSync(join(folder.path, 'messages/a.yaml'))
    await says('no message file was found')
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(stdout().trimEnd().split('\n')).toHaveLength(4)
    expect(folder.read('generated/a.ts')).toContain("text: 'Hi'")
  })

  it.each([
    ['connectly.config.yaml', (output: string) => `output: ${output}\n`],
    ['connectly.config.ts', (output: string) => `export default { output: '${output}' }\n`],
  ])('reads %s again when it comes, changes and is broken', async (name, config) => {
    const folder = makeTempFolder({ 'messages/a.yaml': hello, 'package.json': '{"type":"module"}' })
    const { says, child, ended } = watchCli('generate', folder)
    await says('1 message in generated')
    folder.write({ [name]: config('one') })
    await says('1 message in one: 3 written')
    folder.write({ [name]: config('two') })
    await says('1 message in two: 3 written')
    folder.write({ [name]: config('three').replace('output', 'outptu') })
    await says('did you mean `output`')
    folder.write({ 'messages/b.yaml': hello, [name]: config('two') })
    await says('2 messages in two: 3 written, 1 unchanged')
    child.kill('SIGTERM')
    expect(await ended).toBe(143)
  })

  it('does not begin again because of what it wrote itself', async () => {
    const folder = makeTempFolder({
      'connectly.config.yaml': 'messages: ["**/*.yaml"]\noutput: messages/code\n',
      'messages/a.yaml': hello,
    })
    const { says, stdout, child, ended } = watchCli('generate', folder)
    await says('1 message in messages/code: 3 written')
    folder.write({ 'messages/b.yaml': hello })
    await says('2 messages in messages/code: 3 written, 1 unchanged\n')
    child.kill('SIGTERM')
    expect(await ended).toBe(143)
    expect(stdout().trimEnd().split('\n')).toHaveLength(2)
  })

  it('is no check', async () => {
    const { path } = makeTempFolder({ 'messages/a.yaml': hello })
    const { code, stderr } = await runCli(['generate', '--watch', '--check'], { cwd: path })
    expect(code).toBe(2)
    expect(stderr).toBe('--check writes nothing and --watch writes: use one of them\n')
  })
})
