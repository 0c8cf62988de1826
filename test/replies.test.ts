import { describe, expect, it } from 'vitest'
import { checkVariables } from '../src/model/check-variables.ts'
import { fuzzEvents } from './fuzz/event-run.ts'
import { tableAsGenerated } from './helpers/as-generated.ts'
import { judgeRoundTrip } from './helpers/judge-round-trip.ts'
import { readMessages } from './helpers/read-messages.ts'
import { makeTable, sendAndTap } from './helpers/reply-round-trip.ts'
import { tapRandomMessages, tapWithRandomValues } from './helpers/tap-random-messages.ts'

describe.each([false, true])('the messages of this repository, tracking %s', (tracking) => {
  const { messages } = readMessages({ tracking })
  const made = makeTable(messages)
  const offering = messages.filter(({ name }) => made.table.messages[name]?.choices !== undefined)

  it.each(offering)('$name: every tap in every example and locale comes back', (message) => {
    const seen = new Set<string>()
    for (const { variables } of message.examples) {
      const { values } = checkVariables(message.variables, variables)
      for (const body of Object.values(message.bodies)) {
        for (const sent of sendAndTap(message, body, values)) {
          expect([sent.id, judgeRoundTrip(sent, made)]).toEqual([sent.id, undefined])
          seen.add(sent.template)
        }
      }
    }
    const written = made.table.messages[message.name]?.choices?.map(({ id }) => id)
    expect([...seen].toSorted()).toEqual(written?.toSorted())
  })
})

describe.each([false, true])('random values, tracking %s', (tracking) => {
  it('come back from every tap in the messages of this repository', () => {
    const { messages } = readMessages({ tracking })
    expect(tapWithRandomValues(messages, { numRuns: 60 }).taps).toBeGreaterThan(50)
  }, 60_000)
})

describe('random messages', () => {
  it('come back from every tap, or honestly among the candidates', () => {
    expect(tapRandomMessages({ numRuns: 60 }).taps).toBeGreaterThan(50)
  }, 60_000)
})

describe.each([false, true])('random webhooks, tracking %s', (tracking) => {
  it('never make the decoder throw, and reach exactly one handler each', async () => {
    const { table } = makeTable(readMessages({ tracking }).messages)
    const { types, failures } = await fuzzEvents(tableAsGenerated(table), { seed: 3, cases: 2000 })
    expect(failures).toEqual([])
    expect(types.keys()).toContain(tracking ? 'foreign-choice' : 'choice')
    expect(types.size).toBeGreaterThanOrEqual(8)
  }, 30_000)
})
