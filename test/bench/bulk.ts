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
import { judgeGoal } from './goal.ts'

// How many messages a second a bulk run reaches with its journal on and its pace lifted, against a
// server in a process of its own, beside what bare `fetch` reaches there.

const rows = 10_000
const concurrency = 64
const rounds = 3

const message = compileHello()
const folder = mkdtempSync(join(tmpdir(), 'connectly-bench-'))
const list = join(folder, 'list.csv')
writeFileSync(list, listOf(rows))
const server = fork(join(import.meta.dirname, 'bulk-server.ts'))
const [url] = await once(server, 'message')

async function benchFetch(): Promise<number> {
  const body = JSON.stringify({
    recipient: { id: '+16041000001', channelType: 'whatsapp' },
    message: { text: 'Hello Ana, 1 parcels' },
  })
  const headers = { 'content-type': 'application/json', 'x-api-key': 'bench' }
  let left = rows
  const start = performance.now()
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
  await Promise.all(Array.from({ length: concurrency }, work))
  return (rows / (performance.now() - start)) * 1000
}

async function benchBulk(round: number): Promise<number> {
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
      keepsRecipients: false,
      startedAt: '',
    },
    lines,
  )
  const start = performance.now()
  await runBulk({
    rows: pending(),
    render: (row) => renderRow(row, settings),
    delivery,
    journal,
    concurrency,
    keepsRecipients: false,
  })
  const perSecond = (rows / (performance.now() - start)) * 1000
  const { accepted } = journal.countStates()
  if (accepted !== rows) throw new Error(`${accepted} of ${rows} rows were accepted`)
  journal.close()
  await file.close()
  return perSecond
}

const fetched: number[] = []
const sent: number[] = []
await benchFetch()
for (let round = 0; round < rounds; round++) {
  // Taken in turns, so that a busy moment of the machine meets both.
  fetched.push(await benchFetch())
  sent.push(await benchBulk(round))
}
server.kill()
rmSync(folder, { recursive: true })

const best = Math.max(...fetched)
const reached = Math.max(...sent)
const share = reached / best
console.log(`\nbulk run of ${rows} rows, best of ${rounds}, ${concurrency} at once\n`)
console.log(`bare fetch                     ${best.toFixed(0).padStart(7)} requests/s`)
console.log(
  `bulk, with its journal         ${reached.toFixed(0).padStart(7)} requests/s  × ${share.toFixed(2)}${judgeGoal(share, { least: 0.6 })}`,
)
