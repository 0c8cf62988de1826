import { expect, it } from 'vitest'
import { describeLogEntry } from '../../src/commands/sandbox-log-line.ts'
import { createPaint } from '../../src/emit/style.ts'
import { createSandbox } from '../../src/host/sandbox.ts'
import { scenarioHeader } from '../../src/host/sandbox-plan.ts'
import { instantTime } from '../helpers/instant-time.ts'
import { customer, hello, sendRequest, template } from '../helpers/sandbox-request.ts'

function sandboxWithLines(status: number, color = false) {
  const lines: string[] = []
  const sandbox = createSandbox({
    time: instantTime(),
    webhook: () => new Response(null, { status }),
    statuses: [],
    log: (entry) => {
      const line = describeLogEntry(entry, new Date(2026, 0, 1, 9, 5, 7), createPaint(color))
      lines.push(line.replace(/01[0-9A-Z]{24}/g, 'ID'))
    },
  })
  return { sandbox, lines }
}

it.each([
  ['none', hello, '201 ID'],
  ['none', { ...hello, message: { text: '' } }, '400 ERROR_CODE_MESSAGE_TEXT_EMPTY blank-text'],
  ['reset-before', hello, 'reset (reset-before)'],
  ['reset-after', hello, 'reset after 201 ID (reset-after)'],
  ['cut-body', hello, '201, cut ID (cut-body)'],
  ['500', hello, '500 (500)'],
  ['500-after,slow', hello, '500 ID (500-after, slow)'],
  ['429-storm', hello, '429 (429-storm)'],
  ['opted-out', template, '400 ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT (opted-out)'],
])('tells of the scenario %s', async (scenario, body, words) => {
  const { sandbox, lines } = sandboxWithLines(200)
  await sandbox.fetch(sendRequest(body, { [scenarioHeader]: scenario })).catch(() => {})
  const endpoint = body === template ? 'whatsapp_templated_messages' : 'messages'
  expect(lines).toEqual([`09:05:07 POST /v1/businesses/shop/send/${endpoint} ${words}`])
})

it.each([
  ['hang', 'hang (hang)'],
  ['hang-after', 'hang after 201 ID (hang-after)'],
])('tells of the scenario %s', async (scenario, words) => {
  const { sandbox, lines } = sandboxWithLines(200)
  const controller = new AbortController()
  const request = sendRequest(hello, { [scenarioHeader]: scenario })
  const answer = sandbox.fetch(request, { signal: controller.signal })
  await expect.poll(() => lines).toHaveLength(1)
  controller.abort()
  await expect(answer).rejects.toThrow()
  expect(lines[0]).toBe(`09:05:07 POST /v1/businesses/shop/send/messages ${words}`)
})

it('tells of every attempt at a webhook', async () => {
  const { sandbox, lines } = sandboxWithLines(404)
  sandbox.receive({ from: customer, text: 'Hi' })
  await sandbox.settled()
  expect(lines).toEqual([
    '09:05:07 webhook messages 404 only 200 counts (again in 1 s)',
    '09:05:07 webhook messages 404 only 200 counts (again in 2 s)',
    '09:05:07 webhook messages 404 only 200 counts (again in 4 s)',
    '09:05:07 webhook messages 404 only 200 counts (again in 8 s)',
    '09:05:07 webhook messages 404 only 200 counts',
  ])
})

it('shows nothing of what could drive a terminal, and nothing of the key', async () => {
  const { sandbox, lines } = sandboxWithLines(200)
  await sandbox.handle({
    method: 'GET',
    target: '/\u001B[2J##[error]\u202E',
    header: () => 'live-7c0e5f1d',
    readText: async () => '',
  })
  expect(lines).toEqual(['09:05:07 GET /\\u001b[2J#\\#[error]\\u202e 404'])
})

it('colours when it is told to', async () => {
  const { sandbox, lines } = sandboxWithLines(200, true)
  await sandbox.fetch(sendRequest(hello))
  expect(lines[0]).toContain('\u001B[32m201\u001B[39m')
})
