import { gzipSync } from 'node:zlib'
import { bundleProgram } from '../helpers/bundle-client.ts'
import { judgeGoal } from './goal.ts'

// What the client adds to an application, minified and gzipped: what a function in the cloud loads
// at every cold start, and a page at every visit.

const goal = 25_000
const senderGoal = 1000

const client = "export { createClient, defineMessage } from 'connectly-messages/client'\n"
const sender = "export { sendOrdersDelivered } from './test/generated/index.ts'\n"
const largest = "export { sendOrdersShipped } from './test/generated/index.ts'\n"
const ky = "export { default } from 'ky'\n"
const all = "export * from 'connectly-messages/client'\n"

/** What generated modules import where a message needs it. */
const parts = [
  ['a format', 'dateFormat'],
  ['all formats', 'dateFormat, dateTimeFormat, emailFormat, timeFormat, uuidFormat'],
  ['tracking', 'withTracking'],
  ['a pattern that is no RegExp', 'linearPattern'],
] as const

const own = await sizeOf(client)
console.log('\nclient, all packages in it, minified and gzipped\n')
show('createClient and defineMessage', own, goal)
show('  of that ky', await sizeOf(ky))
show('one sender more', (await sizeOf(client + sender)) - own, senderGoal)
show('a list in two languages more', (await sizeOf(client + largest)) - own, senderGoal)
for (const [name, exported] of parts) {
  const program = `export { ${exported} } from 'connectly-messages/client'\n`
  show(`  where senders need it: ${name}`, (await sizeOf(client + program)) - own)
}
show('everything that the client exports', await sizeOf(all))

async function sizeOf(program: string): Promise<number> {
  return gzipSync(await bundleProgram(program), { level: 9 }).length
}

function show(name: string, bytes: number, most?: number): void {
  const verdict = most === undefined ? '' : judgeGoal(bytes / 1000, { most: most / 1000 })
  console.log(`${name.padEnd(52)} ${(bytes / 1000).toFixed(2).padStart(7)} kB${verdict}`)
}
