import { type ChildProcess, spawn } from 'node:child_process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cleanEnv, cliPath, runCli } from '../helpers/run-cli.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

interface Running {
  readonly url: string
  readonly greeting: string
  stop(signal: NodeJS.Signals): Promise<number | null>
}

async function startSandbox(): Promise<Running> {
  const { path } = makeTempFolder()
  const args = [cliPath, 'sandbox', '--port', '0']
  const child = spawn(process.execPath, args, { cwd: path, env: cleanEnv() })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const greeting = await readUntil(child, 'Ctrl-C')
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0] ?? ''
  return {
    url,
    greeting,
    stop: (signal) =>
      new Promise((resolve) => {
        child.on('close', resolve)
        child.kill(signal)
      }),
  }
}

function readUntil(child: ChildProcess, end: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
      if (text.includes(end)) resolve(text)
    })
    child.on('close', () => reject(new Error(`ended early: ${text}`)))
  })
}

describe('connectly sandbox', () => {
  it('says that it follows the documentation, and how to send to it', async () => {
    const { greeting, url } = await startSandbox()
    expect(greeting).toContain('follows the documentation, not the service')
    expect(greeting).toContain(`CONNECTLY_BASE_URL=${url}`)
  })

  it('answers 401 without a key, 400 for a broken limit, 201 for a message', async () => {
    const { url } = await startSandbox()
    const post = (body: unknown, headers: Record<string, string> = { 'x-api-key': 'sandbox-k' }) =>
      fetch(`${url}/v1/businesses/shop/send/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
    const recipient = { id: '+16044441111', channelType: 'whatsapp' }
    const hello = { recipient, message: { text: 'Hello' } }
    const unknown = await post(hello, {})
    const tooLong = await post({ recipient, message: { text: 'x'.repeat(4097) } })
    const taken = await post(hello)
    expect([unknown.status, tooLong.status, taken.status]).toEqual([401, 400, 201])
    expect(await tooLong.json()).toMatchObject({ code: 'ERROR_CODE_UNSPECIFIED' })
    expect(tooLong.headers.get('x-sandbox-assumed')).toBe('true')
    expect(await taken.json()).toEqual({ id: expect.stringMatching(/^[0-9A-Z]{26}$/) })
  })

  it('takes what `connectly send` sends', async () => {
    const { url } = await startSandbox()
    const { path } = makeTempFolder({ 'messages/hi.yaml': 'message:\n  text: Hi\n' })
    const env = {
      CONNECTLY_API_KEY: 'sandbox-anything',
      CONNECTLY_BUSINESS_ID: 'any-id',
      CONNECTLY_BASE_URL: url,
    }
    const args = ['send', 'hi', '--to', '+16044441111']
    const { code, stdout } = await runCli(args, { cwd: path, env })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^[0-9A-Z]{26}\n$/)
  })

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('ends on %s with %i', async (signal, code) => {
    const { stop, url } = await startSandbox()
    expect(await stop(signal)).toBe(code)
    await expect(fetch(url)).rejects.toThrow()
  })

  it('ends with 2 for a port that is taken or none', async () => {
    const { url } = await startSandbox()
    const taken = await runCli(['sandbox', '--port', new URL(url).port])
    const none = await runCli(['sandbox', '--port', '65536'])
    expect(taken).toMatchObject({ code: 2, stdout: '' })
    expect(taken.stderr).toContain('is taken')
    expect(none).toMatchObject({ code: 2, stdout: '' })
  })
})
