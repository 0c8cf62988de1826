import type { Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openConnection } from '../../src/host/http.ts'
import type { Verdict } from '../../src/host/verdict.ts'
import { diceOf, pick } from '../proof/dice.ts'
import { httpAnswer, type RawServer, startRawServer } from './raw-server.ts'

// Connections are kept and used again, and a server may end one at any moment, also in the one in
// which the next request is written to it. Whatever happens, no request may be written twice.

const acceptance = (row: number): string => httpAnswer(201, JSON.stringify({ id: `id-${row}` }))

/** What a server does to a request, and what that makes of it; undefined where it depends. */
const moods: readonly {
  readonly state: Verdict['state']
  readonly react: (socket: Socket, row: number) => void
}[] = [
  { state: 'accepted', react: (socket, row) => socket.write(acceptance(row)) },
  { state: 'accepted', react: (socket, row) => socket.write(acceptance(row)) },
  { state: 'accepted', react: (socket, row) => socket.write(acceptance(row)) },
  { state: 'accepted', react: (socket, row) => socket.end(acceptance(row)) },
  {
    state: 'accepted',
    react: (socket, row) => socket.write(acceptance(row), () => setImmediate(() => socket.end())),
  },
  { state: 'unknown', react: (socket) => socket.resetAndDestroy() },
  { state: 'unknown', react: (socket) => socket.end() },
  {
    state: 'unknown',
    react: (socket) => socket.end('HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{"id":"1"}'),
  },
  { state: 'unknown', react: (socket) => socket.write(httpAnswer(500, '{}')) },
  { state: 'refused', react: (socket) => socket.write(httpAnswer(421, '{}')) },
  { state: 'refused', react: (socket) => socket.write(httpAnswer(400, '{}')) },
  { state: 'refused', react: (socket) => socket.end(httpAnswer(429, '{}')) },
]

let server: RawServer | undefined

afterEach(async () => {
  await server?.close()
})

function rowOf(request: string): number {
  return Number(/"row":(\d+)/.exec(request)?.[1])
}

describe('requests over connections that are kept', () => {
  it('are written once each, whatever a server does to the connection', async () => {
    const roll = diceOf(20_261_122)
    const intended = new Map<number, Verdict['state']>()
    const started = await startRawServer((socket, request) => {
      const row = rowOf(request)
      const mood = pick(roll, moods)
      intended.set(row, mood.state)
      mood.react(socket, row)
    })
    server = started
    const { exchange } = openConnection({
      businessId: 'shop',
      apiKey: 'a-key-of-this-test',
      baseUrl: started.url,
    })
    const verdicts = new Map<number, Verdict>()
    let next = 0
    const work = async (): Promise<void> => {
      while (next < 400) {
        const row = next++
        verdicts.set(row, await exchange({ endpoint: 'send/messages', body: { row } }))
      }
    }
    await Promise.all(Array.from({ length: 8 }, work))

    const arrived = started.requests.map(rowOf)
    expect(new Set(arrived).size).toBe(arrived.length)
    for (const [row, verdict] of verdicts) {
      const truth = intended.get(row)
      // A connection that ends while the next request is written to it: lost, and nobody knows.
      if (truth === undefined) expect(verdict.state).toBe('unknown')
      else expect({ row, state: verdict.state }).toEqual({ row, state: truth })
      if (verdict.state === 'accepted') expect(verdict.id).toBe(`id-${row}`)
    }
  }, 30_000)
})
