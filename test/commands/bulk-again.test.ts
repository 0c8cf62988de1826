import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Journal, openJournal } from '../../src/host/journal.ts'
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

const first = 'list.csv.journal'
const refused: RecordedAnswer = { status: 400, body: { code: 'ERROR_CODE_INVALID_MESSAGE' } }

let folder: TempFolder
let server: RecordingServer
beforeEach(() => {
  folder = makeTempFolder({ 'messages/hello.yaml': helloYaml, 'list.csv': listOf(6) })
})

function numberOf(row: number): string {
  return `+1604${4440000 + row}`
}

function listOf(rows: number, spell = numberOf): string {
  const lines = Array.from({ length: rows }, (_, index) => `${spell(index + 1)},Ana\n`)
  return `to,customer\n${lines.join('')}`
}

async function bulk(args: readonly string[], run: Partial<MainRun> = {}): Promise<MainResult> {
  const env = {
    CONNECTLY_API_KEY: 'sk-live-1',
    CONNECTLY_BUSINESS_ID: 'shop',
    CONNECTLY_BASE_URL: server.url,
  }
  const fast = ['--rate', '1000000', '--concurrency', '1']
  return runMain(['bulk', 'hello', 'list.csv', ...fast, ...args], { cwd: folder.path, env, ...run })
}

/** The last digits of everyone whom requests were for, in order. */
function sentTo(): readonly number[] {
  return server.requests.map(({ body }) => Number(JSON.parse(body).recipient.id.slice(-3)))
}

/** Sends rows 1 to 3: accepted, refused, unknown. */
async function beginRun(...more: readonly string[]): Promise<void> {
  server = await startRecordingServer(accepted, refused, 'reset', accepted)
  await bulk(['--yes', '--limit', '3', ...more])
  expect(sentTo()).toEqual([1, 2, 3])
}

const second = ['--yes', '--journal', 'second.journal']

describe('connectly bulk --except', () => {
  it('leaves out whom an earlier run has reached or may have reached', async () => {
    await beginRun()
    const { code, stdout, stderr } = await bulk([...second, '--except', first])
    expect(code).toBe(0)
    expect(sentTo()).toEqual([1, 2, 3, 2, 4, 5, 6])
    expect(stderr).toContain(`left out     2 rows: 1 accepted and 1 unknown in ${first}`)
    expect(stderr).toContain('6 rows, 4 of them now')
    expect(stdout).toMatch(/accepted +4\n.*\n.*\n.*\n +left out +2 /)
  })

  it('never sends to them when the new run is gone on with', async () => {
    await beginRun()
    await bulk([...second, '--except', first, '--limit', '1'])
    const { code } = await bulk([...second, '--resume'])
    expect(code).toBe(0)
    expect(sentTo()).toEqual([1, 2, 3, 2, 4, 5, 6])
    const status = await bulk([...second, '--resume', '--report', 'rows.jsonl'])
    expect(status.stdout).toMatch(/not started +0\n +left out +2 /)
    expect(folder.read('rows.jsonl').match(/"row":/g)).toHaveLength(4)
  })

  it('knows recipients again in another spelling, order and list', async () => {
    await beginRun()
    const spaced = listOf(7, (row) => `+1 (604) 444-${String(row).padStart(4, '0')}`)
    const [head, ...rows] = spaced.trimEnd().split('\n')
    folder.write({ 'list.csv': `${[head, ...rows.toReversed()].join('\n')}\n` })
    expect((await bulk([...second, '--except', first])).code).toBe(0)
    expect(sentTo().slice(3)).toEqual([7, 6, 5, 4, 2])
  })

  it('leaves out also whom that run had left out', async () => {
    await beginRun()
    await bulk([...second, '--except', first, '--limit', '1'])
    const third = ['--yes', '--journal', 'third.journal', '--except', 'second.journal']
    const { code, stderr } = await bulk(third)
    expect(code).toBe(0)
    expect(stderr).toContain('left out     3 rows: 1 accepted and 2 left out in second.journal')
    expect(sentTo()).toEqual([1, 2, 3, 2, 4, 5, 6])
  })

  it('counts a recipient for the first of several journals', async () => {
    await beginRun()
    await bulk([...second, '--again', '--limit', '1'])
    const both = ['--except', first, '--except', 'second.journal', '--dry-run']
    const { stdout } = await bulk(['--journal', 'third.journal', ...both])
    expect(stdout).toContain(`left out     2 rows: 1 accepted and 1 unknown in ${first}\n`)
  })

  it('begins no run where nobody is left', async () => {
    server = await startRecordingServer(accepted)
    await bulk(['--yes'])
    const { code, stderr } = await bulk([...second, '--except', first])
    expect(code).toBe(0)
    expect(stderr).toContain('nothing is left to send: every row is left out')
    expect(folder.has('second.journal')).toBe(false)
  })

  it('refuses what is no journal of this business', async () => {
    await beginRun()
    await bulk(['--sandbox', '--yes', '--rate', '200', '--limit', '1'])
    for (const [name, message] of [
      ['none.journal', '--except none.journal: there is no such journal'],
      ['list.csv.sandbox.journal', 'its run goes to sandbox, and this one to http'],
      ['messages/hello.yaml', 'messages/hello.yaml is no journal'],
      ['second.journal', 'the new run needs one of its own: add --journal FILE'],
    ] as const) {
      const { code, stderr } = await bulk([...second, '--except', name])
      expect({ name, code }).toEqual({ name, code: 2 })
      expect(stderr).toContain(message)
    }
    expect(sentTo()).toEqual([1, 2, 3])
    expect(folder.has('none.journal') || folder.has('second.journal')).toBe(false)
  })

  it('refuses a journal without a run, one that is in use, and a run that is gone on with', async () => {
    await beginRun()
    const journal = openJournal(join(folder.path, 'empty.journal'))
    const used = await bulk([...second, '--except', 'empty.journal'])
    expect(used.stderr).toContain('empty.journal is in use')
    journal.close()
    const empty = await bulk([...second, '--except', 'empty.journal'])
    expect(empty.stderr).toContain('--except empty.journal: it holds no run')
    const resumed = await bulk(['--yes', '--resume', '--except', first])
    expect(resumed.stderr).toContain('--except is about a new run')
    expect([used.code, empty.code, resumed.code]).toEqual([2, 2, 2])
    expect(sentTo()).toEqual([1, 2, 3])
  })

  it('needs no key for a dry run', async () => {
    await beginRun()
    const env = { CONNECTLY_BASE_URL: server.url }
    const args = ['--journal', 'second.journal', '--except', first, '--dry-run']
    const { code, stdout } = await bulk(args, { env })
    expect(code).toBe(0)
    expect(stdout).toContain('left out     2 rows')
  })
})

describe('connectly bulk, for a list that was sent to before', () => {
  const told = `1 of these recipients is accepted in ${first}, 1 more is unknown there`

  it.each([
    ['the same list', {}],
    ['a changed message', { 'messages/hello.yaml': helloYaml.replace('Hello', 'Hi') }],
    ['an edited list', { 'list.csv': listOf(7) }],
  ])('sends nothing without being asked to: %s', async (_, changes) => {
    await beginRun()
    folder.write(changes)
    const { code, stderr } = await bulk(second)
    expect(code).toBe(2)
    expect(sentTo()).toEqual([1, 2, 3])
    expect(stderr).toContain(`nothing was sent: ${told}`)
    expect(stderr).toContain(`--except ${first}`)
    expect(stderr).toContain('--again')
    expect(folder.has('second.journal')).toBe(false)
  })

  it('sends to everybody with --again', async () => {
    await beginRun()
    const { code, stderr } = await bulk([...second, '--again'])
    expect(code).toBe(0)
    expect(sentTo()).toEqual([1, 2, 3, 1, 2, 3, 4, 5, 6])
    expect(stderr.replace(/\s+/g, ' ')).toContain(`again ${told}: they get it again`)
  })

  it('says so before it asks', async () => {
    await beginRun()
    const args = ['--journal', 'second.journal']
    const { code, stderr, questions } = await bulk(args, { answer: 'n' })
    expect(code).toBe(0)
    expect(stderr.replace(/\s+/g, ' ')).toContain(`leave them out with --except ${first}`)
    expect(questions).toEqual([
      'Some of these customers get the message again: see `again` above.\nSend 6 messages? [y/N] ',
    ])
    expect((await bulk(args, { answer: 'y' })).code).toBe(0)
    expect(sentTo()).toHaveLength(9)
  })

  it('finds a journal under whichever name, and the list under another one', async () => {
    await beginRun('--journal', 'monday.sqlite')
    const renamed = await bulk(['--yes'])
    expect(renamed.code).toBe(2)
    expect(renamed.stderr).toContain('accepted in monday.sqlite')
    folder.write({ 'copy.csv': folder.read('list.csv') })
    const env = { CONNECTLY_API_KEY: 'x', CONNECTLY_BUSINESS_ID: 'shop' }
    const copied = await runMain(['bulk', 'hello', 'copy.csv', '--yes'], {
      cwd: folder.path,
      env: { ...env, CONNECTLY_BASE_URL: server.url },
    })
    expect(copied.code).toBe(2)
    expect(copied.stderr).toContain('accepted in monday.sqlite')
    expect(sentTo()).toEqual([1, 2, 3])
  })

  it('looks only at runs of the same message and business', async () => {
    await beginRun()
    folder.write({ 'messages/other.yaml': 'message: { text: Hello }\n' })
    const args = ['bulk', 'other', 'list.csv', '--rate', '1000000', ...second]
    const env = { CONNECTLY_API_KEY: 'x', CONNECTLY_BASE_URL: server.url }
    const shop = { ...env, CONNECTLY_BUSINESS_ID: 'shop' }
    expect((await runMain(args, { cwd: folder.path, env: shop })).code).toBe(0)
    const elsewhere = { env: { ...env, CONNECTLY_BUSINESS_ID: 'elsewhere' } }
    expect((await bulk(['--yes', '--journal', 'third.journal'], elsewhere)).code).toBe(0)
  })

  it('takes no journal that is in use for one without recipients', async () => {
    await beginRun()
    const journal: Journal = openJournal(join(folder.path, first))
    const { code, stderr } = await bulk(second)
    expect(code).toBe(2)
    expect(stderr).toContain(`nothing was sent: the journal ${first} is in use`)
    expect(stderr).toContain('add --again')
    journal.close()
    expect(sentTo()).toEqual([1, 2, 3])
  })

  it('does not let an older run go on with whom a newer one has reached', async () => {
    await beginRun()
    await bulk([...second, '--except', first, '--limit', '2'])
    expect(sentTo()).toEqual([1, 2, 3, 2, 4])
    const { code, stderr } = await bulk(['--yes', '--resume'])
    expect(code).toBe(2)
    expect(stderr).toContain('1 of these recipients is accepted in second.journal')
    expect(stderr).toContain('--resume --journal second.journal')
    expect((await bulk([...second, '--resume'])).code).toBe(0)
    expect(sentTo()).toEqual([1, 2, 3, 2, 4, 5, 6])
  })
})

describe('connectly bulk --resume of a run that was begun otherwise', () => {
  it.each([
    ['the message', { 'messages/hello.yaml': helloYaml.replace('Hello', 'Hi') }, 'changed'],
    ['the list', { 'list.csv': listOf(7) }, 'is not the list'],
    ['tracking', { 'connectly.config.json': '{"tracking": true}' }, '`tracking: false`'],
  ])('says whom another run would send to again: %s', async (_, changes, message) => {
    await beginRun()
    folder.write(changes)
    const { code, stderr } = await bulk(['--yes', '--resume'])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr).toContain(`--journal FILE --except ${first}`)
    expect(stderr).toContain('(without --except it sends to 1 accepted and 1 unknown again)')
  })

  it('recommends no tracking that a run cannot change over to', async () => {
    await beginRun()
    const { stderr } = await bulk(['--yes', '--resume'])
    expect(stderr).toContain('tracking     off')
    expect(stderr).not.toContain('tracking: true')
  })

  it('tells so of a journal that was used, too', async () => {
    await beginRun()
    const { stderr } = await bulk(['--yes'])
    expect(stderr).toContain('(without --except it sends to 1 accepted and 1 unknown again)')
    expect(stderr).toContain(`--journal FILE --except ${first}`)
  })
})
