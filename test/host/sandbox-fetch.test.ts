import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { openConnection } from '../../src/host/http.ts'
import { createSandbox } from '../../src/host/sandbox.ts'
import { scenarioHeader } from '../../src/host/sandbox-plan.ts'
import type { ScenarioName } from '../../src/host/sandbox-scenarios.ts'
import { instantTime } from '../helpers/instant-time.ts'
import { choices, hello, sendRequest, template } from '../helpers/sandbox-request.ts'

function sandboxWithWaits() {
  const waits: number[] = []
  return { waits, sandbox: createSandbox({ time: instantTime(waits) }) }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

function meeting(scenario: ScenarioName | string, body: unknown = hello): Request {
  return sendRequest(body, { [scenarioHeader]: scenario })
}

describe('a scenario named in the header of a request', () => {
  it('500 accepts nothing', async () => {
    const { sandbox } = sandboxWithWaits()
    expect((await sandbox.fetch(meeting('500'))).status).toBe(500)
    expect(sandbox.accepted()).toEqual([])
  })

  it('500-after accepts the message', async () => {
    const { sandbox } = sandboxWithWaits()
    expect((await sandbox.fetch(meeting('500-after'))).status).toBe(500)
    expect(sandbox.accepted()).toMatchObject([{ body: hello, scenarios: ['500-after'] }])
  })

  it('429-storm accepts nothing and says when to come back', async () => {
    const { sandbox } = sandboxWithWaits()
    const response = await sandbox.fetch(meeting('429-storm'))
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('1')
    expect((await sandbox.fetch(sendRequest(hello))).status).toBe(201)
  })

  it.each([
    ['reset-before', 0],
    ['reset-after', 1],
  ] as const)('%s rejects as fetch does and accepts %i', async (name, count) => {
    const { sandbox } = sandboxWithWaits()
    const answer = sandbox.fetch(meeting(name))
    await expect(answer).rejects.toThrow(TypeError)
    await expect(answer).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect(sandbox.acceptedCount()).toBe(count)
  })

  it('cut-body answers with a body that breaks', async () => {
    const { sandbox } = sandboxWithWaits()
    const response = await sandbox.fetch(meeting('cut-body'))
    expect(response.status).toBe(201)
    await expect(response.text()).rejects.toThrow('terminated')
    expect(sandbox.acceptedCount()).toBe(1)
  })

  it.each([
    ['hang', 0],
    ['hang-after', 1],
  ] as const)('%s lasts until the signal is aborted and accepts %i', async (name, count) => {
    const { sandbox } = sandboxWithWaits()
    const controller = new AbortController()
    const reason = new Error('enough')
    const answer = sandbox.fetch(meeting(name), { signal: controller.signal })
    const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 20, 0))])
    expect(first).toBe(0)
    controller.abort(reason)
    await expect(answer).rejects.toBe(reason)
    expect(sandbox.acceptedCount()).toBe(count)
  })

  it('hang hears of an abort that comes long after', async () => {
    const { sandbox } = sandboxWithWaits()
    const controller = new AbortController()
    const answer = sandbox.fetch(meeting('hang'), { signal: controller.signal })
    const rejected = expect(answer).rejects.toThrow('enough')
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      collectGarbage()
    }
    controller.abort(new Error('enough'))
    await rejected
  })

  it('slow waits before it answers', async () => {
    const { sandbox, waits } = sandboxWithWaits()
    expect((await sandbox.fetch(meeting('slow'))).status).toBe(201)
    expect(waits).toEqual([3000])
  })

  it('slow comes on top of another', async () => {
    const { sandbox, waits } = sandboxWithWaits()
    expect((await sandbox.fetch(meeting('slow,500'))).status).toBe(500)
    expect(waits).toEqual([3000])
  })

  it.each([
    ['window-closed', 'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW', hello],
    ['opted-out', 'ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT', template],
    ['business-limits', 'ERROR_CODE_BUSINESS_REACHED_LIMITS', hello],
  ])('%s refuses with the documented %s', async (name, code, body) => {
    const { sandbox } = sandboxWithWaits()
    const response = await sandbox.fetch(meeting(name, body))
    expect(response.status).toBe(400)
    expect(response.headers.has('x-sandbox-assumed')).toBe(false)
    expect(await response.json()).toMatchObject({ code })
    expect(sandbox.acceptedCount()).toBe(0)
  })

  it('window-closed lets templates pass', async () => {
    const { sandbox } = sandboxWithWaits()
    expect((await sandbox.fetch(meeting('window-closed', template))).status).toBe(201)
  })

  it('takes the place of those that hold for every request', async () => {
    const sandbox = createSandbox({ scenarios: ['500'] })
    expect((await sandbox.fetch(meeting('none'))).status).toBe(201)
    expect((await sandbox.fetch(sendRequest(hello))).status).toBe(500)
    sandbox.setScenarios([])
    expect((await sandbox.fetch(sendRequest(hello))).status).toBe(201)
  })

  it('is not ignored when it is unknown', async () => {
    const { sandbox } = sandboxWithWaits()
    const response = await sandbox.fetch(meeting('reset-aftr'))
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('did you mean reset-after?')
    expect(sandbox.acceptedCount()).toBe(0)
  })
})

describe('fetch', () => {
  it('takes an address and options like the global one', async () => {
    const sandbox = createSandbox()
    const response = await sandbox.fetch('https://api.connectly.ai/v1/businesses/b/send/messages', {
      method: 'POST',
      headers: { 'x-api-key': 'sandbox-key' },
      body: JSON.stringify(choices),
    })
    expect(response.status).toBe(201)
  })

  it('rejects at once when its signal was aborted before', async () => {
    const sandbox = createSandbox()
    const signal = AbortSignal.abort()
    await expect(sandbox.fetch(sendRequest(hello), { signal })).rejects.toBe(signal.reason)
    expect(sandbox.acceptedCount()).toBe(0)
  })

  it('refuses a body beyond 1 MiB', async () => {
    const sandbox = createSandbox()
    const long = { message: { text: 'x'.repeat(2 ** 20) } }
    expect((await sandbox.fetch(sendRequest(long))).status).toBe(413)
  })

  it('refuses a body that is nested deeper than any message', async () => {
    const sandbox = createSandbox()
    const body = JSON.stringify({ ...hello, callbackData: 0 }).replace(
      '0}',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    )
    const request = new Request(sendRequest(hello), { body, method: 'POST' })
    expect((await sandbox.fetch(request)).status).toBe(400)
  })

  it('leaves a connection with an unknown outcome where the message was accepted', async () => {
    const sandbox = createSandbox({ scenarios: ['reset-after'] })
    const { exchange } = openConnection({
      businessId: 'shop',
      apiKey: 'sandbox-key',
      fetch: sandbox.fetch,
    })
    const verdict = await exchange({ endpoint: 'send/messages', body: hello })
    expect(verdict).toMatchObject({ state: 'unknown' })
    expect(sandbox.accepted()).toMatchObject([{ scenarios: ['reset-after'] }])
  })
})

it('remembers the newest messages and counts all', async () => {
  const sandbox = createSandbox({ keep: 2 })
  for (let count = 0; count < 5; count++) await sandbox.fetch(sendRequest(hello))
  expect(sandbox.accepted()).toHaveLength(2)
  expect(sandbox.acceptedCount()).toBe(5)
})

it('forgets everything on a reset', async () => {
  const sandbox = createSandbox({ windows: 'strict', now: () => 0, scenarios: ['slow:0.5'] })
  sandbox.receive({ from: '+16044441111', text: 'Hi' })
  await sandbox.fetch(sendRequest(hello))
  sandbox.clock.advance('1h')
  sandbox.setScenarios([])
  sandbox.reset()
  expect(sandbox.accepted()).toEqual([])
  expect(sandbox.acceptedCount()).toBe(0)
  expect(sandbox.windows()).toEqual([])
  expect(await sandbox.webhooks()).toEqual([])
  expect(sandbox.clock.now()).toBe(0)
})

it.each([
  [{ maxPerSecond: 0 }, 'maxPerSecond'],
  [{ maxPerSecond: 1.5 }, 'maxPerSecond'],
  [{ keep: 0 }, 'keep'],
  [JSON.parse('{"windows":"Strict"}'), '`windows` is "Strict": give'],
  [{ secret: '' }, 'secret'],
  [{ number: '12' }, 'E.164'],
  [{ scenarios: ['?'] }, 'scenario'],
  [{ webhook: 'nowhere' }, 'complete URL'],
  [{ webhook: 'ftp://localhost' }, 'complete URL'],
  [{ webhook: 'http://u:p@localhost/' }, 'user name'],
  [{ webhook: 'https://shop.example/hook' }, 'may not leave this machine'],
])('is not made with %j', (options, message) => {
  expect(() => createSandbox(options)).toThrow(message)
})
