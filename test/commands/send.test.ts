import type { ChildProcess } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import {
  accepted,
  type RecordedAnswer,
  type RecordingServer,
  startRecordingServer,
} from '../helpers/recording-server.ts'
import { type RunResult, runCli } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const key = 'sk-live-0123456789abcdef'
const files = {
  'messages/hello.yaml': `variables:
  name: { type: string, pattern: "^[A-Za-z]{1,40}$" }
message:
  text: "Hello {{ name }}"
fallback:
  templateName: hello
  language: en
  parameters: { body_1: "{{ name }}" }
`,
}
const send = ['send', 'hello', '--var', 'name=Ana', '--to', '+16044441111']
const id = '01FRRVK645V350357FGV2Y1B16'

interface Sent extends RunResult {
  readonly server: RecordingServer
}

/** Sends to a server on this machine, and makes sure that the key shows nowhere. */
async function sendTo(
  answers: readonly RecordedAnswer[],
  more: readonly string[] = [],
  config = '{}\n',
): Promise<Sent> {
  const server = await startRecordingServer(...answers)
  const { path, list, read } = makeTempFolder({ ...files, 'connectly.config.yaml': config })
  const env = {
    CONNECTLY_API_KEY: key,
    CONNECTLY_BUSINESS_ID: 'shop',
    CONNECTLY_BASE_URL: server.url,
  }
  const result = await runMain([...send, ...more], { cwd: path, env })
  const written = list().map(read).join('')
  expect(result.stdout + result.stderr + written).not.toContain(key)
  return { ...result, server }
}

function refusal(status: number, code: string): RecordedAnswer {
  const body = { message: `echo ${key}`, type: 'ERROR_TYPE_X', code, cntTraceId: '77' }
  return { status, body }
}

describe('connectly send', () => {
  it('prints the id that the API gives, and only that', async () => {
    const { code, stdout, stderr, server } = await sendTo([accepted])
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${id}\n` })
    expect(stderr).toContain('accepted')
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/v1/businesses/shop/send/messages',
      headers: { 'x-api-key': key, 'content-type': 'application/json' },
      body: '{"recipient":{"id":"+16044441111","channelType":"whatsapp"},"message":{"text":"Hello Ana"}}',
    })
  })

  it.each([
    ['400', refusal(400, 'ERROR_CODE_MESSAGE_TEXT_EMPTY'), 1],
    ['401', refusal(401, 'ERROR_CODE_UNSPECIFIED'), 1],
    ['404', refusal(404, 'ERROR_CODE_UNSPECIFIED'), 1],
    ['408', refusal(408, 'ERROR_CODE_UNSPECIFIED'), 3],
    ['500', refusal(500, 'ERROR_CODE_UNSPECIFIED'), 3],
    ['503', { status: 503, body: 'no JSON' }, 3],
    ['201 without an id', { status: 201, body: { ok: true } }, 3],
    ['a redirect', { status: 307, headers: { location: '/elsewhere' } }, 1],
    [
      'a redirect to another origin',
      { status: 302, headers: { location: 'http://127.0.0.1:9' } },
      1,
    ],
    ['a broken connection', 'reset', 3],
  ] as const)('sends once and says what became of it: %s', async (_, answer, expected) => {
    const { code, stdout, stderr, server } = await sendTo([answer])
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
    expect(stderr).toMatch(
      expected === 3 ? /may have been sent|probably sent/ : /^nothing was sent, /,
    )
    expect(stderr).not.toContain('mistake of connectly')
    expect(server.requests).toHaveLength(1)
  })

  it('sends again after a 429, when the answer allows it', async () => {
    const limited = { status: 429, headers: { 'retry-after': '1' }, body: {} }
    const { code, stdout, server } = await sendTo([limited, accepted])
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${id}\n` })
    expect(server.requests).toHaveLength(2)
  })

  it('sends the key of tracking along, with the fallback too', async () => {
    const closed = refusal(400, 'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW')
    const { server } = await sendTo([closed, accepted], ['--fallback'], 'tracking: true\n')
    expect(server.requests.map(({ body }) => JSON.parse(body).callbackData)).toEqual([
      { $c: 'hello' },
      { $c: 'hello' },
    ])
  })

  it('says of a wrong recipient or sender that it is wrong, not the message', async () => {
    const { path } = makeTempFolder(files)
    const run = (...args: readonly string[]) =>
      runMain(['send', 'hello', '--var', 'name=Ana', '--sandbox', ...args], { cwd: path })
    const recipient = await run('--to', '604')
    expect(recipient.code).toBe(1)
    expect(recipient.stderr).toContain('the recipient breaks a rule, nothing was sent:\n')
    expect(recipient.stderr).not.toContain('variables')
    for (const line of recipient.stderr.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    const sender = await run('--to', '+16044441111', '--sender', '604')
    expect(sender.stderr).toContain('the sender breaks a rule, nothing was sent:\n')
  })

  it.each([['send', '--dry-run'], ['render']])(
    'shows the request of the template beside that of the message: %s %s',
    async (...command) => {
      const { path } = makeTempFolder(files)
      const run = (...args: readonly string[]) =>
        runMain([...command, ...send.slice(1), ...args], { cwd: path })
      const plain = await run()
      const both = await run('--fallback')
      expect(JSON.parse(both.stdout)).toEqual({
        ...JSON.parse(plain.stdout),
        fallback: {
          method: 'POST',
          url: 'https://api.connectly.ai/v1/businesses/{businessId}/send/whatsapp_templated_messages',
          body: {
            number: '+16044441111',
            templateName: 'hello',
            language: 'en',
            parameters: [{ name: 'body_1', value: 'Ana' }],
          },
        },
      })
    },
  )

  it('names the code and the trace id of a refusal', async () => {
    const { stderr } = await sendTo([refusal(400, 'ERROR_CODE_MESSAGE_TEXT_EMPTY')])
    expect(stderr).toContain('ERROR_CODE_MESSAGE_TEXT_EMPTY')
    expect(stderr).toContain('77')
  })

  it('ends with 3 when no answer comes in time', async () => {
    const { createServer } = await import('node:net')
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const { path } = makeTempFolder(files)
    const env = {
      CONNECTLY_API_KEY: key,
      CONNECTLY_BUSINESS_ID: 'shop',
      CONNECTLY_BASE_URL: `http://127.0.0.1:${port}`,
    }
    const { code, stdout, stderr } = await runCli([...send, '--timeout', '0.3'], { cwd: path, env })
    silent.close()
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).not.toContain(key)
  })

  it('ends with 1 when nobody listens: nothing was sent', async () => {
    const { path } = makeTempFolder(files)
    const env = {
      CONNECTLY_API_KEY: key,
      CONNECTLY_BUSINESS_ID: 'shop',
      CONNECTLY_BASE_URL: 'http://127.0.0.1:9',
    }
    const { code, stdout, stderr } = await runCli(send, { cwd: path, env })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('nothing was sent: attempt 2 of 5 in')
    expect(stderr).toContain('gave up after 5 attempts')
    expect(stderr).not.toContain(key)
  })

  it('sends nothing where variables or the message break a rule', async () => {
    const broken = await sendTo([accepted], ['--var', `name=${'x'.repeat(41)}`])
    const wrong = await sendTo([accepted], ['--sender', '4151111234'])
    for (const { code, stdout, stderr, server } of [broken, wrong]) {
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toContain('nothing was sent')
      expect(server.requests).toEqual([])
    }
  })
})

describe('connectly send --fallback', () => {
  const closed = refusal(400, 'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW')

  it('sends the template when the window is closed, and says so', async () => {
    const { code, stdout, stderr, server } = await sendTo([closed, accepted], ['--fallback'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${id}\n` })
    expect(stderr).toContain('fallback')
    expect(server.requests[1]).toMatchObject({
      path: '/v1/businesses/shop/send/whatsapp_templated_messages',
      body: '{"number":"+16044441111","templateName":"hello","language":"en","parameters":[{"name":"body_1","value":"Ana"}]}',
    })
  })

  it('sends no template that nobody asked for, and says how to', async () => {
    const { code, stderr, server } = await sendTo([closed])
    expect(code).toBe(1)
    expect(stderr).toContain('--fallback sends it')
    expect(server.requests).toHaveLength(1)
  })

  it('judges the template by its own answer', async () => {
    const { code, stdout, stderr, server } = await sendTo(
      [closed, refusal(500, 'X')],
      ['--fallback'],
    )
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toContain('this is about the fallback template')
    expect(server.requests).toHaveLength(2)
  })

  it('sends no template after another refusal', async () => {
    const { code, server } = await sendTo([refusal(400, 'ERROR_CODE_OTHER')], ['--fallback'])
    expect(code).toBe(1)
    expect(server.requests).toHaveLength(1)
  })

  it('ends with 2 where the message has none', async () => {
    const { path } = makeTempFolder({ 'messages/hi.yaml': 'message:\n  text: Hi\n' })
    const args = ['send', 'hi', '--to', '+16044441111', '--sandbox', '--fallback']
    const { code, stderr } = await runCli(args, { cwd: path })
    expect(code).toBe(2)
    expect(stderr).toContain('fallback')
  })
})

describe('connectly send and a signal', () => {
  type Stage = (child: ChildProcess, answer: () => void) => void

  /** Starts a send to a server that answers when it is told to. */
  async function interrupted(first: RecordedAnswer, stage: Stage): Promise<RunResult> {
    const gate = Promise.withResolvers<void>()
    const { path } = makeTempFolder(files)
    const begun = Promise.withResolvers<ChildProcess>()
    const server = await startRecordingServer(async () => {
      stage(await begun.promise, gate.resolve)
      await gate.promise
      return first
    })
    const env = {
      CONNECTLY_API_KEY: key,
      CONNECTLY_BUSINESS_ID: 'shop',
      CONNECTLY_BASE_URL: server.url,
    }
    const result = await runCli(send, { cwd: path, env, onStart: begun.resolve })
    gate.resolve()
    expect(result.stdout + result.stderr).not.toContain(key)
    expect(server.requests).toHaveLength(1)
    return result
  }

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('waits for the answer that is due: %s', async (signal, expected) => {
    const { code, stdout, stderr } = await interrupted(accepted, (child, answer) => {
      onLog(child, 'stopping', answer)
      child.kill(signal)
    })
    expect({ code, stdout }).toEqual({ code: expected, stdout: `${id}\n` })
    expect(stderr).toContain('a second signal gives up')
  })

  it('gives up on a second one, and says that nobody knows', async () => {
    const { code, stdout, stderr } = await interrupted(accepted, (child) => {
      onLog(child, 'stopping', () => child.kill('SIGINT'))
      child.kill('SIGINT')
    })
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
    expect(stderr).toContain('may have been sent')
  })

  it('ends a pause at once, with nothing sent', async () => {
    const limited = { status: 429, headers: { 'retry-after': '60' }, body: {} }
    const { code, stdout, stderr } = await interrupted(limited, (child, answer) => {
      onLog(child, 'attempt 2 of 5 in 60.0 s', () => child.kill('SIGINT'))
      answer()
    })
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
    expect(stderr).toContain('nothing was sent')
  })

  /** Calls back once the command has said this. */
  function onLog(child: ChildProcess, text: string, callback: () => void): void {
    let log = ''
    const listen = (chunk: Buffer): void => {
      log += chunk
      if (!log.includes(text)) return
      child.stderr?.off('data', listen)
      callback()
    }
    child.stderr?.on('data', listen)
  }
})

describe('connectly send without an account', () => {
  it('prints an id with --sandbox, without a key', async () => {
    const { path } = makeTempFolder(files)
    const { code, stdout, stderr } = await runCli([...send, '--sandbox'], { cwd: path })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}\n$/)
    expect(stderr).toContain('nothing leaves this machine')
  })

  it('prints the request with --dry-run, without a key', async () => {
    const { path } = makeTempFolder(files)
    const { code, stdout } = await runCli([...send, '--dry-run'], { cwd: path })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      method: 'POST',
      url: 'https://api.connectly.ai/v1/businesses/{businessId}/send/messages',
      body: {
        recipient: { id: '+16044441111', channelType: 'whatsapp' },
        message: { text: 'Hello Ana' },
      },
    })
  })

  it.each([
    ['no key', {}, [], /CONNECTLY_API_KEY[\s\S]*--sandbox/],
    ['an empty key', { CONNECTLY_API_KEY: ' ' }, [], /CONNECTLY_API_KEY[\s\S]*--sandbox/],
    ['no business', { CONNECTLY_API_KEY: key }, [], /CONNECTLY_BUSINESS_ID/],
    ['a time-out that is no number', {}, ['--timeout', 'soon'], /--timeout/],
    ['a time-out of nothing', {}, ['--timeout', '0'], /--timeout/],
    [
      'an address in clear text',
      {
        CONNECTLY_API_KEY: key,
        CONNECTLY_BUSINESS_ID: 'a',
        CONNECTLY_BASE_URL: 'http://a.example',
      },
      [],
      /https:\/\//,
    ],
  ])('ends with 2: %s', async (_, env, more, expected) => {
    const { path } = makeTempFolder(files)
    const { code, stdout, stderr } = await runMain([...send, ...more], { cwd: path, env })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(expected)
    expect(stderr).not.toContain(key)
  })

  it('ends with 2 without a recipient', async () => {
    const { path } = makeTempFolder(files)
    const result = await runCli(['send', 'hello', '--var', 'name=Ana', '--sandbox'], { cwd: path })
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr).toContain('--to')
  })

  it('takes the key from nowhere but the environment', async () => {
    const { path } = makeTempFolder({ ...files, 'connectly.config.yaml': `apiKey: ${key}\n` })
    const [config, option] = await Promise.all([
      runCli(send, { cwd: path }),
      runCli([...send, '--no-config', '--api-key', key], { cwd: path }),
    ])
    expect(config).toMatchObject({ code: 2, stdout: '' })
    expect(option).toMatchObject({ code: 2, stdout: '' })
    expect(config?.stderr).toContain('CONNECTLY_API_KEY')
    expect(`${config?.stderr}${option?.stderr}`).not.toContain(key)
  })
})
