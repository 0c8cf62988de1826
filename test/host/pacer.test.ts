import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { wait } from '../../src/host/clock.ts'
import { createPacer, type Pacer, type Turn } from '../../src/host/pacer.ts'
import { mostInASecond } from '../helpers/most-in-a-second.ts'
import { createVirtualClock, type VirtualClock } from '../helpers/virtual-clock.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** Makes so many requests that take no time, and returns when each of them started. */
function startMany(pacer: Pacer, clock: VirtualClock, count: number): Promise<readonly number[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const turn = await takeTurn(pacer)
      turn.start()
      turn.end({ type: 'answered' })
      return clock.now()
    }),
  )
}

async function takeTurn(pacer: Pacer): Promise<Turn> {
  return (await pacer.takeTurn()) ?? expect.fail('no turn')
}

describe('the pace', () => {
  it('holds 200 in any second and means 170 at least, over 20,000 starts', async () => {
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 200, clock })

    const starts = await clock.settle(startMany(pacer, clock, 20_000))

    expect(mostInASecond(starts)).toBeLessThanOrEqual(200)
    const seconds = ((starts.at(-1) ?? 0) - (starts[0] ?? 0)) / 1000
    expect(20_000 / seconds).toBeGreaterThanOrEqual(170)
  })

  it('holds with timers that come late, as they do on a machine that works', async () => {
    const latenesses = [0, 1, 1, 2, 5, 1, 16, 1, 40]
    let turns = 0
    const clock = createVirtualClock(() => latenesses[turns++ % latenesses.length] ?? 0)
    const pacer = createPacer({ maxPerSecond: 200, clock })

    const starts = await clock.settle(startMany(pacer, clock, 5000))

    expect(mostInASecond(starts)).toBeLessThanOrEqual(200)
    const seconds = ((starts.at(-1) ?? 0) - (starts[0] ?? 0)) / 1000
    expect(5000 / seconds).toBeGreaterThanOrEqual(170)
  })

  it('holds whatever comes between a turn and its start', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 400 }),
        fc.array(
          fc.record({
            arrivesMs: fc.integer({ min: 0, max: 3000 }),
            preparesMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2500 })),
            isUsed: fc.boolean(),
          }),
          { minLength: 1, maxLength: 500 },
        ),
        fc.infiniteStream(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 }))),
        async (maxPerSecond, requests, lateness) => {
          const clock = createVirtualClock(() => lateness.next().value)
          const pacer = createPacer({ maxPerSecond, clock })
          const starts: number[] = []
          const all = requests.map(async ({ arrivesMs, preparesMs, isUsed }) => {
            await wait(arrivesMs, clock, undefined)
            const turn = await takeTurn(pacer)
            await wait(preparesMs, clock, undefined)
            if (isUsed) {
              turn.start()
              starts.push(clock.now())
            }
            turn.end({ type: 'answered' })
          })

          await clock.settle(Promise.all(all))

          expect(mostInASecond(starts)).toBeLessThanOrEqual(maxPerSecond)
          expect(starts).toHaveLength(requests.filter(({ isUsed }) => isUsed).length)
          expect(clock.timers).toBe(0)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('counts turns that start together, however long ago they were given', async () => {
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 10, clock })
    const turns = await clock.settle(Promise.all(Array.from({ length: 10 }, () => takeTurn(pacer))))
    await clock.advance(5000)
    for (const turn of turns) turn.start()
    const begin = clock.now()

    const next = takeTurn(pacer)
    await clock.advance(950)
    for (const turn of turns) turn.end({ type: 'answered' })
    await clock.settle(next)

    expect(clock.now() - begin).toBeGreaterThan(1000)
    expect(clock.now() - begin).toBeLessThanOrEqual(1001)
  })

  it('does not know what time it is', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 200, clock })
    const started = startMany(pacer, clock, 1000)
    await clock.advance(2000)
    vi.setSystemTime(0)
    await clock.advance(1000)
    vi.setSystemTime('2099-12-31')

    const starts = await clock.settle(started)

    expect(mostInASecond(starts)).toBeLessThanOrEqual(200)
    expect(starts.at(-1)).toBeLessThan(1000 + 6000)
  })

  it('of 0.5 is one start every two seconds', async () => {
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 0.5, clock })

    const starts = await clock.settle(startMany(pacer, clock, 4))

    const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0))
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(1900)
  })

  it('takes the lowest of several wishes', async () => {
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 100, clock })
    pacer.limit(20)
    pacer.limit(50)

    const starts = await clock.settle(startMany(pacer, clock, 100))

    expect(mostInASecond(starts)).toBeLessThanOrEqual(20)
  })
})

describe('a queue', () => {
  it('holds nobody up for a signal that cannot be listened to', async () => {
    const pacer = createPacer({ maxPerSecond: 200, clock: createVirtualClock() })
    const broken: AbortSignal = JSON.parse('{"aborted":false}')
    expect(() => pacer.takeTurn(broken)).toThrow(TypeError)
    expect(await pacer.takeTurn()).toBeDefined()
  })

  it('serves first come, first served', async () => {
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 200, clock })
    const order: number[] = []

    const all = Array.from({ length: 300 }, async (_, index) => {
      const turn = await takeTurn(pacer)
      order.push(index)
      turn.start()
      turn.end({ type: 'answered' })
    })
    await clock.settle(Promise.all(all))

    expect(order).toEqual(Array.from({ length: 300 }, (_, index) => index))
  })

  it('lets those go whose signal is aborted, and leaves no timer behind', async () => {
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 1, clock })
    const controller = new AbortController()
    const first = await takeTurn(pacer)
    first.start()
    first.end({ type: 'answered' })

    const waiting = Array.from({ length: 100_000 }, () => pacer.takeTurn(controller.signal))
    expect(clock.timers).toBe(1)
    controller.abort()

    expect(new Set(await Promise.all(waiting))).toEqual(new Set([undefined]))
    expect(clock.timers).toBe(0)
    expect(await pacer.takeTurn(controller.signal)).toBeUndefined()
  })

  it('keeps those who wait behind somebody who leaves', async () => {
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 1, clock })
    const [first, second] = [new AbortController(), new AbortController()]
    await startMany(pacer, clock, 1)

    const left = pacer.takeTurn(first.signal)
    const stayed = pacer.takeTurn(second.signal)
    first.abort()

    expect(await left).toBeUndefined()
    expect(await clock.settle(stayed)).toBeDefined()
  })

  it('goes on when a turn is not used', async () => {
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 1, clock })
    const first = await takeTurn(pacer)
    const second = pacer.takeTurn()
    await clock.advance(5000) // it may still start, so nobody else can

    first.end({ type: 'unanswered' })

    expect(await clock.settle(second)).toBeDefined()
  })
})

describe('a 429', () => {
  async function limitedBy(retryAfterMs: number | undefined, random = () => 0) {
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 200, clock, random })
    const turn = await takeTurn(pacer)
    turn.start()
    return { clock, pacer, pauseMs: turn.end({ type: 'limited', retryAfterMs }) }
  }

  it('pauses everybody for as long as the answer asks', async () => {
    const { clock, pacer, pauseMs } = await limitedBy(7000)
    expect(pauseMs).toBe(7000)
    const begin = clock.now()

    await clock.settle(takeTurn(pacer))

    expect(clock.now() - begin).toBe(7000)
  })

  it.each([undefined, 0])('that asks for %s pauses for a jittered time', async (asked) => {
    expect((await limitedBy(asked, () => 0)).pauseMs).toBe(2000)
    expect((await limitedBy(asked, () => 0.5)).pauseMs).toBe(3000)
  })

  it('is followed by a single request until that is answered', async () => {
    const { clock, pacer } = await limitedBy(1000)
    const turns: Turn[] = []
    for (let index = 0; index < 50; index++) {
      void pacer.takeTurn().then((turn) => turn && turns.push(turn))
    }
    await clock.advance(60_000)
    expect(turns).toHaveLength(1)

    turns[0]?.start()
    await clock.advance(60_000)
    expect(turns).toHaveLength(1)

    turns[0]?.end({ type: 'answered' })
    await clock.advance(2000)
    expect(turns).toHaveLength(50)
  })

  it('that answers the request after a pause doubles the pause, up to a minute', async () => {
    const { clock, pacer } = await limitedBy(undefined)
    const pauses: (number | undefined)[] = []
    for (let index = 0; index < 6; index++) {
      const turn = await clock.settle(takeTurn(pacer))
      turn.start()
      pauses.push(turn.end({ type: 'limited', retryAfterMs: undefined }))
    }

    expect(pauses).toEqual([4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('that was under way before is no news, unless it asks for more', async () => {
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 200, clock })
    const [one, two, three] = [await takeTurn(pacer), await takeTurn(pacer), await takeTurn(pacer)]
    for (const turn of [one, two, three]) turn.start()
    const begin = clock.now()

    expect(one.end({ type: 'limited', retryAfterMs: 1000 })).toBe(1000)
    expect(two.end({ type: 'limited', retryAfterMs: undefined })).toBeUndefined()
    expect(three.end({ type: 'limited', retryAfterMs: 5000 })).toBeUndefined()
    await clock.settle(takeTurn(pacer))

    expect(clock.now() - begin).toBe(5000)
  })

  it('leaves the next one to probe when the first got no answer', async () => {
    const { clock, pacer } = await limitedBy(1000)
    const first = await clock.settle(takeTurn(pacer))
    const others: Turn[] = []
    for (let index = 0; index < 2; index++) {
      void pacer.takeTurn().then((turn) => turn && others.push(turn))
    }
    first.end({ type: 'unanswered' })
    await clock.advance(60_000)

    expect(others).toHaveLength(1)
  })

  it('that asks for more while a probe is out is obeyed whatever the probe finds', async () => {
    const clock = createVirtualClock()
    const pacer = createPacer({ maxPerSecond: 200, clock })
    const [one, two] = [await takeTurn(pacer), await takeTurn(pacer)]
    for (const turn of [one, two]) turn.start()
    one.end({ type: 'limited', retryAfterMs: 1000 })
    const probe = await clock.settle(takeTurn(pacer))
    probe.start()
    const begin = clock.now()

    two.end({ type: 'limited', retryAfterMs: 9000 })
    probe.end({ type: 'answered' })
    await clock.settle(takeTurn(pacer))

    expect(clock.now() - begin).toBe(9000)
  })

  it('slows the pace down, which comes back by itself', async () => {
    const { clock, pacer } = await limitedBy(1000)
    const starts = await clock.settle(startMany(pacer, clock, 5000))
    const begin = starts[0] ?? 0
    const during = (from: number): number =>
      starts.filter((at) => at >= begin + from && at < begin + from + 1000).length

    expect(during(0)).toBeLessThan(110)
    expect(during(5000)).toBeGreaterThan(120)
    expect(during(12_000)).toBeGreaterThan(175)
  })

  it('lets a process end that waits for nothing', async () => {
    const { clock, pacer } = await limitedBy(120_000)
    const controller = new AbortController()
    const waiting = pacer.takeTurn(controller.signal)
    expect(clock.timers).toBe(1)
    controller.abort()

    expect(await waiting).toBeUndefined()
    expect(clock.timers).toBe(0)
  })
})
