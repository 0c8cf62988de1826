import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RowSettings, readRow, renderRow } from '../../src/emit/judge-row.ts'
import { openBlockFile } from '../../src/host/block-file.ts'
import { runBulk } from '../../src/host/bulk-run.ts'
import { checkRecipients } from '../../src/host/check-recipients.ts'
import { createDelivery } from '../../src/host/delivery.ts'
import { openJournal } from '../../src/host/journal.ts'
import { createNotes, isProblem, readRecipientList } from '../../src/host/recipient-list.ts'
import type { RecipientRow } from '../../src/model/recipient-row.ts'
import { listOf } from '../crash/crash-run.ts'
import { compileHello } from '../helpers/hello-message.ts'
import { judgeGoal, median } from './goal.ts'

// How many messages a second a bulk run reaches with its journal on and its pace lifted, against a
// server in a process of its own, beside what bare `fetch` reaches there. Short rounds are taken in
// turns and each is compared with its neighbour, so that a busy moment of the machine meets both;
// on one that is busy all the time the time of the processor alone says something.

const rows = 2000
const concurrency = 64
const rounds = 15

const message = compileHello()
const folder = mkdtempSync(join(tmpdir(), 'connectly-bench-'))
const list = join(folder, 'list.csv')
writeFileSync(list, listOf(rows))
const server = fork(join(import.meta.dirname, 'bulk-server.ts'))
const [url] = await once(server, 'message')

interface Speed {
  readonly perSecond: number
  /** Of the processor, for one request. */
  readonly microseconds: number
}

async function measure(work: () => Promise<unknown>): Promise<Speed> {
  const [start, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  const seconds = (performance.now() - start) / 1000
  return { perSecond: rows / seconds, microseconds: (user + system) / rows }
}

async function benchFetch(): Promise<Speed> {
  const body = JSON.stringify({
    recipient: { id: '+16041000001', channelType: 'whatsapp' },
    message: { text: 'Hello Ana, 1 parcels' },
  })
  const headers = { 'content-type': 'application/json', 'x-api-key': 'bench' }
  let left = rows
  const work = async (): Promise<void> => {
    while (left-- > 0) {
      const response = await fetch(`${url}/v1/businesses/shop/send/messages`, {
        method: 'POST',
        headers,
        body,
      })
      JSON.parse(await response.text())
    }
  }
  return measure(() => Promise.all(Array.from({ length: concurrency }, work)))
}

async function benchBulk(round: number): Promise<Speed> {
  const settings: RowSettings = {
    message,
    sender: undefined,
    locale: 'default',
    hasFallback: false,
    run: 'BENCH',
  }
  const options = { format: 'csv', delimiter: undefined, message } as const
  const file = await openBlockFile(list, 'list.csv')
  const { lines } = await checkRecipients(file, options, settings)
  const journal = openJournal(join(folder, `${round}.journal`))
  const delivery = createDelivery({
    businessId: 'shop',
    apiKey: 'bench',
    baseUrl: String(url),
    maxPerSecond: 1_000_000,
  })
  async function* pending(): AsyncGenerator<RecipientRow> {
    let row = 0
    for await (const listed of readRecipientList(file, options, createNotes())) {
      if (isProblem(listed)) throw new Error(listed.message)
      const read = readRow(listed, ++row, settings)
      if ('row' in read) yield read.row
    }
  }
  journal.begin(
    {
      id: 'BENCH',
      message: message.name,
      messageDigest: '',
      recipients: 'list.csv',
      recipientsDigest: '',
      rows,
      target: String(url),
      sender: undefined,
      locale: 'default',
      isTracked: false,
      hasFallback: false,
      keepsRecipients: false,
      startedAt: '',
    },
    lines,
  )
  const speed = await measure(() =>
    runBulk({
      rows: pending(),
      render: (row) => renderRow(row, settings),
      delivery,
      journal,
      concurrency,
      keepsRecipients: false,
    }),
  )
  const { accepted } = journal.countStates()
  if (accepted !== rows) throw new Error(`${accepted} of ${rows} rows were accepted`)
  journal.close()
  await file.close()
  return speed
}

const pairs: { readonly fetched: Speed; readonly sent: Speed }[] = []
await benchFetch()
await benchBulk(0)
for (let round = 1; round <= rounds; round++) {
  pairs.push({ fetched: await benchFetch(), sent: await benchBulk(round) })
}
server.kill()
rmSync(folder, { recursive: true })

const middle = (value: (pair: (typeof pairs)[number]) => number): number => median(pairs.map(value))
const share = middle(({ fetched, sent }) => sent.perSecond / fetched.perSecond)
const cpuShare = middle(({ fetched, sent }) => fetched.microseconds / sent.microseconds)
console.log(
  `\nbulk run of ${rows} rows, median of ${rounds}, ${concurrency} at once: requests/s, µs of processor\n`,
)
const show = (name: string, speed: (pair: (typeof pairs)[number]) => Speed, more = ''): void => {
  const perSecond = middle((pair) => speed(pair).perSecond).toFixed(0)
  const microseconds = middle((pair) => speed(pair).microseconds).toFixed(0)
  console.log(`${name.padEnd(24)} ${perSecond.padStart(6)} ${microseconds.padStart(6)}${more}`)
}
show('bare fetch', ({ fetched }) => fetched)
show(
  'bulk, with its journal',
  ({ sent }) => sent,
  `  × ${share.toFixed(2)}${judgeGoal(share, { least: 0.6 })}, by the processor × ${cpuShare.toFixed(2)}`,
)
