import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createDelivery } from '../../src/host/delivery.ts'
import { mostInASecond } from '../helpers/most-in-a-second.ts'
import { judgeGoal } from './goal.ts'

// The pace in real time: no second holds more than 200 starts, the mean is 170 at least. Another
// business meets half a minute of 429 meanwhile, and loses nobody. It takes about two minutes, and
// a process that others keep from running cannot reach the mean.

const server = fork(join(import.meta.dirname, 'pace-server.ts'))
const [baseUrl] = await once(server, 'message')

interface Sent {
  readonly accepted: number
  readonly starts: readonly number[]
  /** When requests started that were answered with 429. */
  readonly limited: readonly number[]
  readonly pauses: readonly number[]
}

/** Sends so many messages, 64 at once. */
async function sendMany(businessId: string, count: number): Promise<Sent> {
  const [starts, limited, pauses] = [[] as number[], [] as number[], [] as number[]]
  const noted = async (request: Request): Promise<Response> => {
    const start = performance.now()
    starts.push(start)
    const response = await fetch(request)
    if (response.status === 429) limited.push(start)
    return response
  }
  const { deliver } = createDelivery({
    businessId,
    apiKey: 'bench',
    baseUrl: String(baseUrl),
    fetch: noted,
  })
  const onEvent: Parameters<typeof deliver>[1] = {
    onEvent: ({ type }) => {
      if (type === 'pause') pauses.push(performance.now())
    },
  }
  let [left, accepted] = [count, 0]
  const work = async (): Promise<void> => {
    while (left > 0) {
      const recipient = { id: `+1604${1_000_000 + left--}`, channelType: 'whatsapp' }
      const body = { recipient, message: { text: 'Hello' } }
      const { state } = await deliver({ endpoint: 'send/messages', body }, onEvent)
      if (state === 'accepted') accepted++
    }
  }
  await Promise.all(Array.from({ length: 64 }, work))
  return { accepted, starts, limited, pauses }
}

const [steady, stormy] = await Promise.all([sendMany('steady', 20_000), sendMany('stormy', 300)])
server.kill()

const seconds = ((steady.starts.at(-1) ?? 0) - (steady.starts[0] ?? 0)) / 1000
const mean = (steady.starts.length - 1) / seconds
const most = Math.max(mostInASecond(steady.starts), mostInASecond(stormy.starts))
const lost = 20_300 - steady.accepted - stormy.accepted
// Each accepted once, so whatever else was started was answered with 429.
const doubled = stormy.starts.length - stormy.limited.length - stormy.accepted
const probes = stormy.limited.filter((start) => start > (stormy.pauses[0] ?? 0)).length

console.log(`\nthe pace in real time: 20000 sends in ${seconds.toFixed(0)} s, and 30 s of 429\n`)
const lines: readonly (readonly [string, number, string])[] = [
  ['mean starts a second', mean, judgeGoal(mean, { least: 170 })],
  ['most starts in any second', most, judgeGoal(most, { most: 200 })],
  ['lost', lost, judgeGoal(lost, { most: 0 })],
  ['doubled', doubled, judgeGoal(doubled, { most: 0 })],
  [
    `probes in ${stormy.pauses.length} pauses`,
    probes,
    judgeGoal(probes, { most: stormy.pauses.length }),
  ],
]
for (const [name, value, verdict] of lines) {
  console.log(`${name.padEnd(44)} ${String(Math.round(value * 10) / 10).padStart(7)}${verdict}`)
}
