import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openJournal } from '../../src/host/journal.ts'
import { helloYaml } from '../helpers/hello-message.ts'
import {
  accepted,
  type RecordedAnswer,
  type RecordingServer,
  startRecordingServer,
} from '../helpers/recording-server.ts'
import { type MainResult, runMain } from '../helpers/run-main.ts'
import { makeTempFolder, type TempFolder } from '../helpers/temp-folder.ts'

const list = 'to,customer\n+16044440001,Ana\n+16044440002,Bob\n+16044440003,Cyd\n'
const id = '01FRRVK645V350357FGV2Y1B17'

let folder: TempFolder
let server: RecordingServer
beforeEach(() => {
  folder = makeTempFolder({
    'connectly.config.json': '{"tracking": true}',
    'messages/hello.yaml': helloYaml,
    'list.csv': list,
  })
})

async function bulk(...answers: readonly RecordedAnswer[]): Promise<MainResult> {
  server = await startRecordingServer(...answers)
  return run(['bulk', 'hello', 'list.csv', '--yes', '--concurrency', '1'])
}

function run(args: readonly string[]): Promise<MainResult> {
  const env = {
    CONNECTLY_API_KEY: 'sk-live-1',
    CONNECTLY_BUSINESS_ID: 'shop',
    CONNECTLY_BASE_URL: server.url,
  }
  return runMain(args, { cwd: folder.path, env })
}

/** What comes back in webhooks of the n-th request. */
function callbackDataOf(request: number): unknown {
  return JSON.parse(server.requests[request - 1]?.body ?? '{}').callbackData
}

function eventOf(request: number, status: string, messageId = id): unknown {
  return {
    topic: 'delivery_status',
    timestamp: '1641513098',
    statusUpdate: { id: messageId, status, error: null },
    callbackData: callbackDataOf(request),
  }
}

function reconcile(...events: readonly unknown[]): Promise<MainResult> {
  folder.write({ 'events.jsonl': `${events.map((event) => JSON.stringify(event)).join('\n')}\n` })
  return run(['journal', 'reconcile', 'list.csv.journal', '--events', 'events.jsonl'])
}

async function rows(): Promise<readonly { readonly [key: string]: unknown }[]> {
  const { stdout } = await run(['journal', 'export', 'list.csv.journal'])
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('connectly journal status', () => {
  it('says what a run has done', async () => {
    await bulk(accepted, 'reset')
    const { code, stdout } = await run(['journal', 'status', 'list.csv.journal'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^run 01\w{24} of `hello` with list\.csv \(3 rows\)\n/)
    expect(stdout).toContain('tracking on')
    expect(stdout).toMatch(/accepted +1\n +refused +0\n +unknown +2 /)
  })

  it('calls what a killed run was sending unknown, and changes nothing', async () => {
    await bulk(accepted)
    const journal = openJournal(join(folder.path, 'list.csv.journal'))
    await journal.intend(3, '+16044441111')
    journal.close()
    const { stdout } = await run(['journal', 'status', 'list.csv.journal'])
    expect(stdout).toContain('1 row under way when the run ended')
    expect((await rows())[2]).toMatchObject({ line: 4, state: 'unknown', reason: 'interrupted' })
    const again = openJournal(join(folder.path, 'list.csv.journal'))
    expect(again.row(3)?.state).toBe('sending')
    again.close()
  })

  it.each([
    [['status', 'none.journal'], 'there is no journal none.journal'],
    [['stauts', 'list.csv'], 'known are status, export, reconcile'],
    [['status', 'list.csv'], 'is no journal'],
    [['reconcile', 'list.csv.journal'], 'add --events FILE.jsonl'],
  ])('%j is wrong usage', async (args, message) => {
    await bulk(accepted)
    folder.write({ 'list.csv': list.repeat(20) })
    const { code, stderr } = await run(['journal', ...args])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(folder.has('none.journal')).toBe(false)
  })
})

describe('connectly journal reconcile', () => {
  it('settles unknown rows by the events of their messages', async () => {
    expect((await bulk('reset', accepted, 'reset')).code).toBe(3)
    const { code, stdout } = await reconcile(eventOf(1, 'sent'), eventOf(1, 'delivered'))
    expect(code).toBe(0)
    expect(stdout).toBe(
      '1 unknown row settled as accepted by 2 events of this run\n1 row still unknown\n',
    )
    expect(await rows()).toMatchObject([
      { state: 'accepted', id },
      { state: 'accepted' },
      { state: 'unknown', id: null },
    ])
  })

  it('never unsettles a row for lack of events', async () => {
    await bulk(accepted)
    await reconcile()
    expect((await rows()).map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted'])
  })

  it('knows that a message was taken also from the event that it failed', async () => {
    await bulk('reset')
    const failed = {
      ...Object(eventOf(1, 'delivery_failed')),
      statusUpdate: { id, status: 'delivery_failed', error: { code: 'ERROR_CODE_X' } },
    }
    await reconcile(failed)
    expect((await rows())[0]).toMatchObject({ state: 'accepted', id, code: 'ERROR_CODE_X' })
  })

  it('leaves events of other sends and other webhooks out', async () => {
    await bulk('reset')
    const other = { ...Object(eventOf(1, 'sent')), callbackData: { $c: 'hello.OTHER.1' } }
    const untracked = { ...Object(eventOf(1, 'sent')), callbackData: { order: 1 } }
    const reply = { topic: 'messages', message: { text: 'Hi' }, callbackData: callbackDataOf(1) }
    const { stdout } = await reconcile(other, untracked, reply, 5)
    expect(stdout).toContain('2 events of other sends left out')
    expect(stdout).toContain('2 lines left out: no delivery event')
    expect((await rows())[0]).toMatchObject({ state: 'unknown' })
  })

  it('reads what the sandbox tells of its webhooks, whole or one by one', async () => {
    await bulk('reset', 'reset', accepted)
    const wrap = (event: unknown): unknown => ({
      event,
      signature: 'x',
      state: 'made',
      attempts: [],
    })
    const { code, stdout } = await reconcile(wrap(eventOf(1, 'sent')), {
      webhooks: [wrap(eventOf(2, 'sent')), wrap({ topic: 'messages', message: { text: 'Hi' } })],
    })
    expect(code).toBe(0)
    expect(stdout).toContain('2 unknown rows settled as accepted by 2 events of this run\n1 line')
    expect((await rows()).map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted'])
  })

  it('reads the answer of the sandbox as it is printed, over many lines', async () => {
    await bulk('reset', accepted)
    const webhooks = [{ event: eventOf(1, 'sent'), signature: 'x', state: 'made', attempts: [] }]
    folder.write({ 'events.json': JSON.stringify({ count: 1, webhooks }, null, 2) })
    const args = ['journal', 'reconcile', 'list.csv.journal', '--events', 'events.json']
    const { code, stdout } = await run(args)
    expect(code).toBe(0)
    expect(stdout).toContain('1 unknown row settled as accepted by 1 event of this run')
  })

  it('is wrong usage where no line is a delivery event', async () => {
    await bulk('reset')
    const { code, stderr } = await reconcile({ event: eventOf(1, 'sent') }, 5)
    expect(code).toBe(2)
    expect(stderr).toContain('events.jsonl: no delivery event is among its 2 lines: a line is')
    expect((await rows())[0]).toMatchObject({ state: 'unknown' })
  })

  it('tells of rows that were taken twice', async () => {
    await bulk(accepted)
    const { stdout } = await reconcile(eventOf(2, 'sent', 'another'))
    expect(stdout).toContain('1 row taken twice by the API: 2')
    expect((await rows())[1]).toMatchObject({ state: 'accepted' })
  })

  it('settles nothing from a file that is damaged', async () => {
    await bulk('reset')
    folder.write({ 'events.jsonl': `${JSON.stringify(eventOf(1, 'sent'))}\n{"a": \n` })
    const { code, stderr } = await run([
      'journal',
      'reconcile',
      'list.csv.journal',
      '--events',
      'events.jsonl',
    ])
    expect(code).toBe(2)
    expect(stderr).toContain('events.jsonl:2:7: ')
    expect((await rows())[0]).toMatchObject({ state: 'unknown' })
  })

  it('cannot work without tracking, and says so', async () => {
    folder.write({ 'connectly.config.json': '{}' })
    await bulk('reset')
    const { code, stderr } = await reconcile()
    expect(code).toBe(2)
    expect(stderr).toContain('begun without `tracking`')
  })
})
