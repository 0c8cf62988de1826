import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { helloYaml } from '../helpers/hello-message.ts'
import {
  accepted,
  type RecordedAnswer,
  type RecordingServer,
  startRecordingServer,
} from '../helpers/recording-server.ts'
import { type MainResult, type MainRun, runMain } from '../helpers/run-main.ts'
import { makeTempFolder, type TempFolder } from '../helpers/temp-folder.ts'

vi.setConfig({ testTimeout: 30_000 })

const key = 'sk-live-0123456789abcdef'
const fast = ['--rate', '1000000', '--concurrency', '1']

let folder: TempFolder
let server: RecordingServer
beforeEach(() => {
  folder = makeTempFolder({ 'messages/hello.yaml': helloYaml, 'list.csv': listOf(3) })
})

function numberOf(row: number): string {
  return `+1604${4440000 + row}`
}

function listOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => `${numberOf(index + 1)},Ana\n`)
  return `to,customer\n${lines.join('')}`
}

/** Answers in turn, the last one again and again. */
async function answerWith(...answers: readonly RecordedAnswer[]): Promise<void> {
  server = await startRecordingServer(...answers)
}

/** Runs `bulk`, and makes sure that the key shows nowhere. */
async function bulk(
  args: readonly string[] = ['--yes'],
  run: Partial<MainRun> = {},
): Promise<MainResult> {
  const env = {
    CONNECTLY_API_KEY: key,
    CONNECTLY_BUSINESS_ID: 'shop',
    CONNECTLY_BASE_URL: server.url,
  }
  const result = await runMain(['bulk', 'hello', 'list.csv', ...fast, ...args], {
    cwd: folder.path,
    env,
    ...run,
  })
  const written = folder.list().map((name) => readFileSync(join(folder.path, name), 'latin1'))
  expect(result.stdout + result.stderr + written.join('')).not.toContain(key)
  return result
}

/** To whom requests were made, in order. */
function sentTo(): readonly unknown[] {
  return server.requests.map(({ body }) => {
    const { recipient, number } = JSON.parse(body)
    return recipient?.id ?? number
  })
}

function report(): readonly unknown[] {
  return folder
    .read('report.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const refused: RecordedAnswer = {
  status: 400,
  body: { code: 'ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT', type: 'ERROR_TYPE_X', cntTraceId: '77' },
}
const closed: RecordedAnswer = {
  status: 400,
  body: { code: 'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW' },
}

describe('connectly bulk', () => {
  it('sends to everybody once, and says so', async () => {
    await answerWith(accepted)
    const { code, stdout, stderr } = await bulk()
    expect(code).toBe(0)
    expect(sentTo()).toEqual([1, 2, 3].map(numberOf))
    expect(stdout).toMatch(/accepted +3\n +refused +0\n +unknown +0\n +not started +0/)
    expect(stderr).toContain('3 of 3, accepted 3')
  })

  it('shows what it is about to do before it asks', async () => {
    await answerWith(accepted)
    const { code, stderr, questions } = await bulk([], { answer: 'y' })
    expect(code).toBe(0)
    expect(questions).toEqual(['Send 3 messages? [y/N] '])
    expect(stderr).toContain('countries    +1 3')
    expect(stderr).toContain('session messages')
    expect(stderr).toContain('"text": "Hello Ana, 1 parcels"')
    expect(stderr).toContain('line 2, to +1…0001')
    expect(stderr).toContain('set `tracking: true` in the config')
    expect(stderr).not.toContain(numberOf(1))
  })

  it.each(['', 'n', 'no', 'x'])('sends nothing when the answer is %j', async (answer) => {
    await answerWith(accepted)
    const { code, stderr } = await bulk([], { answer })
    expect(code).toBe(0)
    expect(stderr).toContain('nothing was sent')
    expect(server.requests).toEqual([])
    expect(folder.has('list.csv.journal')).toBe(false)
  })

  it('needs --yes where nobody can be asked', async () => {
    await answerWith(accepted)
    const { code, stderr } = await bulk([])
    expect(code).toBe(2)
    expect(stderr).toContain('add --yes')
    expect(server.requests).toEqual([])
  })

  it('sends nothing when one row of many is wrong', async () => {
    await answerWith(accepted)
    folder.write({ 'list.csv': `${listOf(2000)}+1604,Ana\n` })
    const { code, stderr } = await bulk()
    expect(code).toBe(2)
    expect(stderr).toContain('list.csv:2002:1 error invalid-recipient')
    expect(stderr).toContain('1 error in list.csv (2,001 rows), so nothing was sent')
    expect(server.requests).toEqual([])
    expect(folder.has('list.csv.journal')).toBe(false)
  })

  it('needs neither key nor network for a dry run, and writes nothing', async () => {
    await answerWith(accepted)
    const { code, stdout } = await bulk(['--dry-run'], { env: {} })
    expect(code).toBe(0)
    expect(stdout).toContain('list.csv, 3 rows')
    expect(folder.list()).toEqual(['list.csv', 'messages/hello.yaml'])
  })

  it('says what is missing without a key', async () => {
    await answerWith(accepted)
    const { code, stderr } = await bulk(['--yes'], { env: {} })
    expect(code).toBe(2)
    expect(stderr).toContain('add --sandbox')
  })

  it('begins no run with a list without rows', async () => {
    await answerWith(accepted)
    folder.write({ 'list.csv': 'to,customer\n\n' })
    const { code, stderr } = await bulk()
    expect(code).toBe(0)
    expect(stderr).toContain('list.csv holds no rows')
    expect(folder.has('list.csv.journal')).toBe(false)
  })

  it('keeps journals of the sandbox apart', async () => {
    await answerWith(accepted)
    const rate = ['--rate', '200']
    const { code, stdout } = await bulk(['--yes', '--sandbox', ...rate], { env: {} })
    expect(code).toBe(0)
    expect(stdout).toMatch(/accepted +3/)
    expect(folder.has('list.csv.sandbox.journal')).toBe(true)
    expect((await bulk()).code).toBe(0)
  })

  it('reports each row by its line', async () => {
    await answerWith(accepted, refused, 'reset')
    const { code } = await bulk(['--yes', '--report', 'report.jsonl'])
    expect(code).toBe(3)
    expect(report()).toMatchObject([
      { row: 1, line: 2, state: 'accepted', id: '01FRRVK645V350357FGV2Y1B16', code: null },
      {
        row: 2,
        line: 3,
        state: 'refused',
        id: null,
        code: 'ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT',
        traceId: '77',
        status: 400,
      },
      { row: 3, line: 4, state: 'unknown', reason: 'connection' },
    ])
  })

  it('ends with 1 when a delivery was refused', async () => {
    await answerWith(refused, accepted)
    const { code, stdout } = await bulk()
    expect(code).toBe(1)
    expect(stdout).toContain('1  ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT')
  })

  it('writes neither numbers nor variables into the journal unless asked', async () => {
    await answerWith(accepted)
    await bulk()
    const text = (): string => readFileSync(join(folder.path, 'list.csv.journal'), 'latin1')
    expect(text()).not.toMatch(/\+1604|Ana/)
    await bulk(['--yes', '--again', '--journal', 'kept.journal', '--journal-pii'])
    const kept = readFileSync(join(folder.path, 'kept.journal'), 'latin1')
    expect(kept).toContain(numberOf(3))
    expect(kept).toContain('Ana')
  })

  it('sends the fallback template only when asked to, and says of which row', async () => {
    await answerWith(closed, accepted)
    const { code } = await bulk(['--yes', '--limit', '1', '--fallback', '--report', 'report.jsonl'])
    expect(code).toBe(0)
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/v1/businesses/shop/send/messages',
      '/v1/businesses/shop/send/whatsapp_templated_messages',
    ])
    expect(report()[0]).toMatchObject({ state: 'accepted', template: true })
  })

  it('names the template of every locale in the list before it asks', async () => {
    folder.write({
      'messages/hello.es.yaml': `message: { text: "Hola {{ customer }}, {{ count }}" }
fallback: { templateName: hola, language: es, parameters: { body_1: "{{ customer }}" } }
`,
      'connectly.config.json': '{"locales": {"default": "en", "all": ["en", "es"]}}',
      'list.csv': `to,customer,locale\n${numberOf(1)},Ana,es\n${numberOf(2)},Bob,\n`,
    })
    await answerWith(accepted)
    const planned = await bulk(['--dry-run', '--fallback'])
    expect(planned.stdout.replace(/\s+/g, ' ')).toContain(
      "the templates `hola` (es) and `hello` (en), by the row's locale, which cost money",
    )
    folder.write({ 'list.csv': `to,customer,locale\n${numberOf(1)},Ana,es\n` })
    const spanish = await bulk(['--dry-run', '--fallback'])
    expect(spanish.stdout).toContain('template `hola` (es), which')
    expect(spanish.stdout).not.toContain('`hello` (en)')
  })

  it('shows the pace that is aimed at, and the most that any second holds', async () => {
    const run = ['bulk', 'hello', 'list.csv', '--dry-run', '--rate']
    const planned = await runMain([...run, '200'], { cwd: folder.path })
    expect(planned.stdout).toContain('180 a second (never more than 200), 64 at once at most')
    const slow = await runMain([...run, '20'], { cwd: folder.path })
    expect(slow.stdout).toContain('20 a second, 64 at once')
    const help = await runMain(['bulk', '--help'], { cwd: folder.path })
    expect(help.stdout.replace(/\s+/g, ' ')).toContain('200, of which 180 are aimed at')
  })

  it('names the locale of each row', async () => {
    folder.write({
      'messages/hello.es.yaml': `message: { text: "Hola {{ customer }}, {{ count }}" }
fallback: { templateName: hola, language: es, parameters: { body_1: "{{ customer }}" } }
`,
      'connectly.config.json': '{"locales": {"default": "en", "all": ["en", "es"]}}',
      'list.csv': `to,customer,locale\n${numberOf(1)},Ana,es\n${numberOf(2)},Bob,\n`,
    })
    await answerWith(accepted)
    expect((await bulk()).code).toBe(0)
    expect(server.requests.map(({ body }) => JSON.parse(body).message.text)).toEqual([
      'Hola Ana, 1',
      'Hello Bob, 1 parcels',
    ])
  })
})

describe('connectly bulk, in several goes', () => {
  it('goes on with what a limit left', async () => {
    await answerWith(accepted)
    const first = await bulk(['--yes', '--limit', '2'])
    expect(first.code).toBe(0)
    expect(first.stderr).toContain('--resume')
    const second = await bulk(['--yes', '--resume'])
    expect(second.code).toBe(0)
    expect(sentTo()).toEqual([1, 2, 3].map(numberOf))
    const third = await bulk(['--yes', '--resume'])
    expect(third.code).toBe(0)
    expect(server.requests).toHaveLength(3)
  })

  it('refuses a journal that was used, and names the ways on', async () => {
    await answerWith(accepted)
    await bulk()
    const { code, stderr } = await bulk()
    expect(code).toBe(2)
    expect(stderr).toContain('3 of 3 rows are done')
    expect(stderr).toContain('--resume')
    expect(stderr).toContain('--journal FILE')
    expect(server.requests).toHaveLength(3)
  })

  it('needs a journal to go on with', async () => {
    await answerWith(accepted)
    const { code, stderr } = await bulk(['--yes', '--resume'])
    expect(code).toBe(2)
    expect(stderr).toContain('there is no journal list.csv.journal')
    expect(folder.has('list.csv.journal')).toBe(false)
  })

  it('leaves unknown rows alone, until a person says otherwise', async () => {
    await answerWith('reset', accepted)
    expect((await bulk()).code).toBe(3)
    const resumed = await bulk(['--yes', '--resume'])
    expect(resumed.code).toBe(3)
    expect(resumed.stderr).toContain('1 row may have been sent already and is left alone')
    expect(server.requests).toHaveLength(3)

    const refusedAgain = await bulk(['--resume', '--resend-unknown'], { answer: 'n' })
    expect(refusedAgain.questions[0]).toContain('1 row may have been sent already')
    expect(server.requests).toHaveLength(3)

    const again = await bulk(['--resume', '--resend-unknown'], { answer: 'yes' })
    expect(again.code).toBe(0)
    expect(sentTo()).toEqual([1, 2, 3, 1].map(numberOf))
  })

  it('says why there are more causes than refused rows', async () => {
    await answerWith('reset', refused)
    const first = await bulk()
    expect(first.code).toBe(3)
    expect(first.stdout).not.toContain('the causes count')
    const again = await bulk(['--yes', '--resume', '--resend-unknown'])
    const told = 'the causes count 1 unknown row too, sent again and not accepted'
    expect(again.stdout).toMatch(/refused +2\n +unknown +1 .*\n.*\n +3 +ERROR_CODE_/)
    expect(again.stdout).toContain(told)
    const run = ['journal', 'status', 'list.csv.journal']
    expect((await runMain(run, { cwd: folder.path })).stdout).toContain(told)
  })

  it('breaks what it says of a run into lines of 80 columns', async () => {
    await answerWith('reset', accepted)
    const unknown = await bulk()
    const used = await bulk()
    const { stderr } = await runMain(['bulk', 'hello', 'list.csv', '--yes', '--sandbox'], {
      cwd: folder.path,
    })
    for (const line of `${unknown.stderr}${used.stderr}${stderr}`.split('\n')) {
      expect(line.length).toBeLessThanOrEqual(80)
    }
  })

  it('asks for --resume with --resend-unknown', async () => {
    await answerWith(accepted)
    const { code, stderr } = await bulk(['--yes', '--resend-unknown'])
    expect(code).toBe(2)
    expect(stderr).toContain('add --resume')
  })

  it('tries rows again that were refused for a cause outside of them', async () => {
    await answerWith({ status: 401, body: {} }, accepted)
    const first = await bulk()
    expect(first.code).toBe(4)
    expect(first.stderr).toContain('does not accept the API key')
    expect(server.requests).toHaveLength(1)
    const second = await bulk(['--yes', '--resume'])
    expect(second.code).toBe(0)
    expect(sentTo()).toEqual([1, 1, 2, 3].map(numberOf))
  })

  it('sends the template to whom a closed window refused, and only when asked to', async () => {
    await answerWith(closed, refused, closed, closed, accepted, accepted)
    const first = await bulk()
    expect(first.code).toBe(1)
    const hint = '2 were refused since the 24-hour window is closed: --resume --fallback sends them'
    expect(first.stdout.replace(/\s+/g, ' ')).toContain(hint)
    const status = ['journal', 'status', 'list.csv.journal']
    const told = (await runMain(status, { cwd: folder.path })).stdout
    expect(told.replace(/\s+/g, ' ')).toContain(hint)

    expect((await bulk(['--yes', '--resume'])).code).toBe(1)
    expect(server.requests).toHaveLength(3)

    const again = await bulk(['--yes', '--resume', '--fallback', '--report', 'report.jsonl'])
    expect(again.code).toBe(1)
    expect(sentTo().slice(3)).toEqual([1, 1, 3].map(numberOf))
    expect(server.requests.map(({ path }) => path.includes('templated'))).toEqual([
      false,
      false,
      false,
      false,
      true,
      false,
    ])
    expect(report()).toMatchObject([
      { state: 'accepted', template: true, attempts: 3 },
      { state: 'refused', attempts: 1 },
      { state: 'accepted', template: false, attempts: 2 },
    ])
    expect(again.stdout).not.toContain('--fallback')
  })

  it('offers no template that the message does not have, or that was refused too', async () => {
    await answerWith(closed, closed, closed, accepted)
    const refusedTwice = await bulk(['--yes', '--limit', '1', '--fallback'])
    expect(refusedTwice.stdout).not.toContain('--fallback')
    await bulk(['--yes', '--resume', '--fallback'])
    expect(sentTo()).toEqual([1, 1, 2, 2, 3].map(numberOf))
    folder.write({ 'messages/hello.yaml': helloYaml.replace(/fallback:[\s\S]*/, '') })
    await answerWith(closed)
    const without = await bulk(['--yes', '--journal', 'other.journal', '--again'])
    expect(without.stdout).toMatch(/refused +3/)
    expect(without.stdout).not.toContain('--fallback')
  })

  it.each([
    ['the list', 'list.csv', `${listOf(3)}\n`, 'is not the list'],
    ['the message', 'messages/hello.yaml', helloYaml.replace('Hello', 'Hi'), '`hello` changed'],
  ])('refuses to go on when %s changed', async (_, name, text, message) => {
    await answerWith(accepted)
    await bulk(['--yes', '--limit', '1'])
    folder.write({ [name]: text })
    const { code, stderr } = await bulk(['--yes', '--resume'])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(server.requests).toHaveLength(1)
  })

  it.each([
    ['another sender', ['--sender', '+14151111234'], 'has no --sender'],
    ['the sandbox', ['--sandbox', '--journal', 'list.csv.journal'], 'goes to http://127'],
  ])('refuses to go on with %s', async (_, more, message) => {
    await answerWith(accepted)
    await bulk(['--yes', '--limit', '1'])
    const { code, stderr } = await bulk(['--yes', '--resume', '--rate', '200', ...more])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(server.requests).toHaveLength(1)
  })
})

describe('connectly bulk, when much goes wrong', () => {
  it('stops at the first limit of the business', async () => {
    const limits = { status: 400, body: { code: 'ERROR_CODE_BUSINESS_REACHED_LIMITS' } }
    await answerWith(accepted, limits)
    const { code, stderr } = await bulk()
    expect(code).toBe(4)
    expect(stderr).toContain('reached its limits')
    expect(server.requests).toHaveLength(2)
  })

  it('stops when more than half of the last hundred answers failed', async () => {
    folder.write({ 'list.csv': listOf(200) })
    await answerWith(refused)
    const { code, stdout } = await bulk()
    expect(code).toBe(4)
    expect(server.requests).toHaveLength(51)
    expect(stdout).toMatch(/not started +149/)
  })

  it('waits for what is under way when it is asked to stop', async () => {
    const stop = new AbortController()
    folder.write({ 'list.csv': listOf(50) })
    await answerWith(accepted)
    let seen = 0
    const timer = setInterval(() => {
      seen = server.requests.length
      if (seen > 5) stop.abort()
    }, 1)
    const { stdout, stderr } = await bulk(['--yes'], { signal: stop.signal })
    clearInterval(timer)
    const sent = server.requests.length
    expect(sent).toBeLessThan(50)
    expect(stdout).toContain(`accepted     ${String(sent).padStart(2)}`)
    expect(stdout).toMatch(/unknown +0/)
    expect(stderr).toContain('stopped by a signal')
    await bulk(['--yes', '--resume'])
    expect(sentTo()).toEqual(Array.from({ length: 50 }, (_, index) => numberOf(index + 1)))
  })
})

describe('connectly bulk, wrong usage', () => {
  it.each([
    [['--limit', '0'], '--limit 0: give a whole number above 0'],
    [['--rate', 'x'], '--rate x: give a number'],
    [['--concurrency', '5000'], '1000 is the most'],
    [['--journal', 'list.csv'], 'list.csv cannot be the list and the journal at once'],
    [['--report', 'no/where.jsonl', '--yes'], 'the report no/where.jsonl cannot be written'],
    [['--journal', 'no/where', '--yes'], 'no such file or folder'],
    [['--locale', 'es'], 'does not exist in `es`'],
  ])('%j', async (more, message) => {
    await answerWith(accepted)
    const { code, stderr } = await bulk(more)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(server.requests).toEqual([])
  })

  it.each([
    ['list.txt', 'its ending says which'],
    ['none.csv', 'none.csv cannot be read: no such file'],
    ['messages', 'its ending says which'],
  ])('%s is no list', async (name, message) => {
    const { code, stderr } = await runMain(['bulk', 'hello', name, '--dry-run'], {
      cwd: folder.path,
    })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  it('refuses a folder and a pipe, which cannot be read twice', async () => {
    folder.write({ 'folder.csv/x': '' })
    const { code, stderr } = await runMain(['bulk', 'hello', 'folder.csv', '--dry-run'], {
      cwd: folder.path,
    })
    expect(code).toBe(2)
    expect(stderr).toContain('no regular file')
  })
})
