import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cleanEnv, cliPath } from '../helpers/cli-process.ts'
import { runCli } from '../helpers/run-cli.ts'
import { makeTempFolder, type TempFolder } from '../helpers/temp-folder.ts'

const hello = 'message:\n  text: Hello\n'
const broken = 'message:\n  text: "Hello {{ nobody }}"\n'

interface Watched {
  readonly child: ChildProcessWithoutNullStreams
  /** Waits until the command has said something that it had not said before. */
  says(text: string): Promise<void>
  /** What ended it. */
  readonly ended: Promise<number | null>
  readonly stdout: () => string
}

function watch({ path }: TempFolder, args: readonly string[] = []): Watched {
  const command = [cliPath, 'generate', '--watch', ...args]
  const child = spawn(process.execPath, command, { cwd: path, env: cleanEnv() })
  onTestFinished(() => void child.kill('SIGKILL'))
  let [said, heard, stdout] = ['', 0, '']
  let wake = (): void => {}
  const listen = (chunk: Buffer): void => {
    said += String(chunk)
    wake()
  }
  child.stderr.on('data', listen)
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += String(chunk)
    listen(chunk)
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    child,
    ended,
    stdout: () => stdout,
    says: async (text) => {
      while (!said.slice(heard).includes(text)) {
        if (child.exitCode !== null) throw new Error(`it ended and said: ${said}`)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      heard = said.indexOf(text, heard) + text.length
    },
  }
}

describe('connectly generate --watch', () => {
  it('generates again when a message is added, changed, broken, mended and removed', async () => {
    const folder = makeTempFolder({ 'messages/a.yaml': hello })
    const { says, stdout, child, ended } = watch(folder)
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
    const { says, child, ended } = watch(folder)
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
    const { says, stdout, child, ended } = watch(folder)
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
