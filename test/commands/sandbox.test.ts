import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cleanEnv, cliPath } from '../helpers/cli-process.ts'
import { startRecordingServer } from '../helpers/recording-server.ts'
import { runCli } from '../helpers/run-cli.ts'
import { choices, customer, sendRequest } from '../helpers/sandbox-request.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

interface Running {
  readonly url: string
  readonly greeting: string
  /** The exit code, and all that was written to standard error. */
  stop(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly log: string }>
}

async function startSandbox(...options: readonly string[]): Promise<Running> {
  const { path } = makeTempFolder()
  const args = [cliPath, 'sandbox', '--port', '0', ...options]
  const child = spawn(process.execPath, args, { cwd: path, env: cleanEnv() })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let log = ''
  child.stderr.on('data', (chunk) => {
    log += chunk
  })
  const greeting = await readUntil(child, 'Ctrl-C')
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0] ?? ''
  return {
    url,
    greeting,
    stop: (signal) =>
      new Promise((resolve) => {
        child.on('close', (code) => resolve({ code, log }))
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
    for (const line of greeting.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
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
    expect(await stop(signal)).toMatchObject({ code })
    await expect(fetch(url)).rejects.toThrow()
  })

  it('plays the customer, closes windows, meets scenarios and tells of each in a line', async () => {
    const hook = await startRecordingServer({ status: 200 })
    const { stop, url } = await startSandbox(
      ...['--windows', 'strict', '--webhook', hook.url, '--secret', 'sandbox-s'],
      ...['--scenario', 'reset-after:0.5', '--scenario', 'webhooks-unordered'],
    )
    const send = () => fetch(sendRequest(choices, {}, url))
    expect((await send()).status).toBe(400)
    const init = { method: 'POST', headers: { 'content-type': 'application/json' } }
    await fetch(`${url}/sandbox/inbound`, {
      ...init,
      body: JSON.stringify({ from: customer, text: 'Hi' }),
    })
    await expect(send()).rejects.toThrow()
    await fetch(`${url}/sandbox/tap`, { ...init, body: '{"choice":"wait"}' })
    await expect.poll(() => hook.requests.length).toBe(5)
    const { code, log } = await stop('SIGTERM')
    expect(code).toBe(143)
    const lines = log.replace(/^[\d:]{8}/gm, 'TIME').replace(/01[0-9A-Z]{24}/g, 'ID')
    // Requests and webhooks are told of as they end, which is in no order between the two.
    expect(lines.trimEnd().split('\n').toSorted()).toEqual(
      [
        'TIME POST /v1/businesses/shop/send/messages 400 ERROR_CODE_MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION',
        'TIME POST /sandbox/inbound 200',
        'TIME webhook messages 200',
        'TIME POST /v1/businesses/shop/send/messages reset after 201 ID (reset-after, webhooks-unordered)',
        'TIME webhook delivery_status read ID 200',
        'TIME webhook delivery_status delivered ID 200',
        'TIME webhook delivery_status sent ID 200',
        'TIME POST /sandbox/tap 200',
        'TIME webhook messages 200',
      ].toSorted(),
    )
    const [tapped] = hook.requests.slice(-1)
    expect(tapped?.headers['x-connectly-hmac-sha256']).toBe(
      createHmac('sha256', 'sandbox-s')
        .update(tapped?.body ?? '')
        .digest('base64'),
    )
  })

  it('is silent with --quiet, and lets more than 200 requests a second pass with --rate', async () => {
    const { stop, url } = await startSandbox('--quiet', '--rate', '1000')
    const send = async () => (await fetch(sendRequest(choices, {}, url))).status
    const statuses = await Promise.all(Array.from({ length: 250 }, send))
    expect(new Set(statuses)).toEqual(new Set([201]))
    expect(await stop('SIGINT')).toEqual({ code: 130, log: '' })
  })

  it.each([
    [['--webhook', 'https://shop.example/hook'], 'allow it with `--unsafe-webhook`'],
    [['--scenario', 'reset-afer'], 'did you mean reset-after?'],
    [['--rate', '0'], 'give a number from 1 to'],
  ])('ends with 2 for %j', async (options, message) => {
    const { code, stdout, stderr } = await runCli(['sandbox', '--port', '0', ...options])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
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
