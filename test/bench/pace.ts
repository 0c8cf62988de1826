import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { createDelivery, type Delivery } from '../../src/host/delivery.ts'
import { mostInASecond } from '../helpers/most-in-a-second.ts'
import { judgeGoal } from './goal.ts'

// The pace in real time, as a server sees it: no second holds more than 200 requests, the mean is
// 170 at least. Another business meets half a minute of 429 meanwhile, and loses nobody. It takes
// about two minutes.

const sends = 20_000
const stormSends = 300
const stormMs = 30_000
const arrivals: number[] = []
const storm = { begun: 0, refused: [] as number[], taken: new Map<string, number>() }

const server = createServer(async (request, response) => {
  const now = performance.now()
  const body = await text(request)
  if (request.url?.includes('/steady/') === true) arrivals.push(now)
  else if (!takeInStorm(now, String(JSON.parse(body).recipient.id))) {
    response.writeHead(429, { 'content-type': 'application/json' }).end('{}')
    return
  }
  response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"x"}')
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`

function takeInStorm(now: number, to: string): boolean {
  if (storm.begun === 0) storm.begun = now
  if (now - storm.begun < stormMs) {
    storm.refused.push(now)
    return false
  }
  storm.taken.set(to, (storm.taken.get(to) ?? 0) + 1)
  return true
}

/** Sends to so many, 64 at once; returns how many were accepted. */
async function sendMany(
  delivery: Delivery,
  count: number,
  onPause: () => void = () => {},
): Promise<number> {
  let [left, accepted] = [count, 0]
  const work = async (): Promise<void> => {
    while (left > 0) {
      const recipient = { id: `+1604${1_000_000 + left--}`, channelType: 'whatsapp' } as const
      const body = { recipient, message: { text: 'Hello' } }
      const outcome = await delivery.deliver(
        { endpoint: 'send/messages', body },
        { onEvent: ({ type }) => type === 'pause' && onPause() },
      )
      if (outcome.state === 'accepted') accepted++
    }
  }
  await Promise.all(Array.from({ length: 64 }, work))
  return accepted
}

let pauses = 0
const options = { apiKey: 'bench', baseUrl }
const [steady, stormy] = await Promise.all([
  sendMany(createDelivery({ businessId: 'steady', ...options }), sends),
  sendMany(createDelivery({ businessId: 'stormy', ...options }), stormSends, () => pauses++),
])
server.close()

const seconds = ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1000
const mean = (arrivals.length - 1) / seconds
const most = mostInASecond(arrivals)
const doubled = [...storm.taken.values()].filter((count) => count > 1).length
// What was under way when the first 429 came is no probe.
const probes = storm.refused.filter((at) => at - storm.begun > 1000).length

console.log('\nthe pace in real time, as the server sees it\n')
console.log(`accepted                       ${steady} of ${sends} in ${seconds.toFixed(1)} s`)
console.log(`mean a second                  ${mean.toFixed(1)}${judgeGoal(mean, { least: 170 })}`)
console.log(`most in any second             ${most}${judgeGoal(most, { most: 200 })}`)
const lost = stormSends - stormy
console.log(`${stormMs / 1000} s of 429, lost               ${lost}${judgeGoal(lost, { most: 0 })}`)
console.log(`doubled                        ${doubled}${judgeGoal(doubled, { most: 0 })}`)
console.log(
  `probes in ${pauses} pauses             ${probes}${judgeGoal(probes, { most: pauses })}`,
)
