import { tableAsGenerated } from '../helpers/as-generated.ts'
import { readMessages } from '../helpers/read-messages.ts'
import { makeTable } from '../helpers/reply-round-trip.ts'
import { tapRandomMessages, tapWithRandomValues } from '../helpers/tap-random-messages.ts'
import { fuzzEvents } from './event-run.ts'

// node test/fuzz/events.ts [bodies] [messages] [seed]: decodes random webhooks, none of which may
// throw, and taps everything in random messages, and in those of messages/ with random values of
// their variables: all of it must come back.

const bodies = Number(process.argv[2] ?? 1_000_000)
const messages = Number(process.argv[3] ?? 20_000)
const seed = Number(process.argv[4] ?? Date.now() % 1_000_000)

console.log(`seed ${seed}`)
let failed = 0
for (const tracking of [false, true]) {
  const own = readMessages({ tracking }).messages
  const { table } = makeTable(own)
  const { types, failures } = await fuzzEvents(tableAsGenerated(table), {
    seed,
    cases: Math.ceil(bodies / 2),
  })
  const counts = [...types].toSorted().map(([type, count]) => `${type} ${count}`)
  console.log(`tracking ${tracking}: ${counts.join(', ')}`)
  for (const { body, problem } of failures.slice(0, 5)) console.log(`\n${problem}\n${body}`)
  failed += failures.length
  const { taps } = tapWithRandomValues(own, { numRuns: messages, seed })
  console.log(`tracking ${tracking}: ${taps} taps in messages/ came back`)
}
const { taps } = tapRandomMessages({ numRuns: messages, seed })
console.log(`${taps} taps in random messages came back`)
process.exitCode = failed === 0 ? 0 : 1
