import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wait } from '../../src/host/clock.ts'
import {
  createDelivery,
  type DeliveryEvent,
  deliverWith,
  type Outcome,
} from '../../src/host/delivery.ts'
import type { Exchange } from '../../src/host/http.ts'
import { createPacer, type Turn } from '../../src/host/pacer.ts'
import type { Verdict } from '../../src/host/verdict.ts'
import {
  ApiError,
  ConnectlyError,
  NetworkError,
  OutsideWindowError,
  RateLimitError,
  UnknownOutcomeError,
} from '../../src/model/errors.ts'
import type { Payload } from '../../src/model/payload.ts'
import { mostInASecond } from '../helpers/most-in-a-second.ts'
import { createVirtualClock } from '../helpers/virtual-clock.ts'

const message: Payload = { endpoint: 'send/messages', body: { message: { text: 'Hi' } } }
const template: Payload = {
  endpoint: 'send/whatsapp_templated_messages',
  body: { templateName: 'hi' },
}

const accepted: Verdict = { state: 'accepted', id: '01' }
const noConnection: Verdict = {
  state: 'not_sent',
  error: new NetworkError('no connection', { code: 'ECONNREFUSED' }),
}
const refused: Verdict = { state: 'refused', error: new ApiError('no', { status: 400 }) }
const unknown: Verdict = {
  state: 'unknown',
  error: new UnknownOutcomeError('lost', { reason: 'connection' }),
}
const windowClosed: Verdict = {
  state: 'refused',
  error: new OutsideWindowError('closed', { status: 400 }),
}

function limited(retryAfterMs?: number): Verdict {
  return { state: 'refused', error: new RateLimitError('slow', { status: 429 }, retryAfterMs) }
}

/** A delivery whose requests are answered by a script, in no time; the last answer is repeated. */
function scripted(...verdicts: readonly Verdict[]) {
  const clock = createVirtualClock()
  const requests: { readonly payload: Payload; readonly at: number }[] = []
  const events: DeliveryEvent[] = []
  const exchange: Exchange = async (payload, { signal, onStart } = {}) => {
    if (signal?.aborted) return { state: 'not_sent', error: undefined }
    onStart?.()
    requests.push({ payload, at: clock.now() })
    return verdicts[Math.min(requests.length, verdicts.length) - 1] ?? accepted
  }
  const random = (): number => 0.5
  const pacer = createPacer({ maxPerSecond: 200, clock, random })
  const { deliver } = deliverWith({ exchange, pacer, clock, random })
  return { clock, requests, events, deliver, onEvent: (event: DeliveryEvent) => events.push(event) }
}

describe('a delivery', () => {
  it.each([
    ['accepted', accepted],
    ['refused', refused],
    ['unknown', unknown],
    ['stopped', { state: 'not_sent', error: undefined } as const],
  ])('that is %s is over', async (_, verdict) => {
    const { clock, deliver, requests } = scripted(verdict, accepted)

    const outcome = await clock.settle(deliver(message))

    expect(outcome).toEqual({ ...verdict, about: 'message', attempts: 1 })
    expect(requests).toHaveLength(1)
  })

  it('is attempted again when no connection came about, after a jittered while', async () => {
    const { clock, deliver, requests, events, onEvent } = scripted(
      noConnection,
      noConnection,
      accepted,
    )

    const outcome = await clock.settle(deliver(message, { onEvent }))

    expect(outcome).toEqual({ ...accepted, about: 'message', attempts: 3 })
    expect(requests.map(({ at }) => at - 1000)).toEqual([0, 125, 375])
    expect(events).toMatchObject([
      { type: 'attempt', about: 'message', attempt: 1 },
      { type: 'retry', attempt: 2, delayMs: 125, cause: { code: 'ECONNREFUSED' } },
      { type: 'attempt', attempt: 2 },
      { type: 'retry', attempt: 3, delayMs: 250 },
      { type: 'attempt', attempt: 3 },
    ])
  })

  it('is attempted again after a 429, when the pause is over', async () => {
    const { clock, deliver, requests, events, onEvent } = scripted(limited(3000), accepted)

    const outcome = await clock.settle(deliver(message, { onEvent }))

    expect(outcome).toMatchObject({ state: 'accepted', attempts: 2 })
    expect(requests.map(({ at }) => at - 1000)).toEqual([0, 3000])
    expect(events).toMatchObject([
      { type: 'attempt' },
      { type: 'pause', pauseMs: 3000, cause: { status: 429 } },
      { type: 'retry', attempt: 2, delayMs: 0 },
      { type: 'attempt' },
    ])
  })

  it.each([
    ['no connection', noConnection],
    ['429', limited()],
    ['429 at once', limited(0)],
  ])('is attempted five times at most: %s', async (_, verdict) => {
    const { clock, deliver, requests } = scripted(verdict)

    const outcome = await clock.settle(deliver(message))

    expect(outcome).toEqual({ ...verdict, about: 'message', attempts: 5 })
    expect(requests).toHaveLength(5)
    expect(clock.timers).toBe(0)
  })

  it('outlasts half a minute of 429 without Retry-After, however the jitter falls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (r) => {
        const clock = createVirtualClock()
        const exchange: Exchange = async (_, { onStart } = {}) => {
          onStart?.()
          return clock.now() < 31_000 ? limited() : accepted
        }
        const pacer = createPacer({ maxPerSecond: 200, clock, random: () => r })
        const { deliver } = deliverWith({ exchange, pacer, clock, random: () => r })

        expect(await clock.settle(deliver(message))).toMatchObject({ state: 'accepted' })
      }),
    )
  })

  it('has a share of retries, so that an outage does not become a storm', async () => {
    const { clock, deliver, requests } = scripted(noConnection)

    const outcomes = await clock.settle(
      Promise.all(Array.from({ length: 1000 }, () => deliver(message))),
    )

    expect(outcomes.every(({ state }) => state === 'not_sent')).toBe(true)
    expect(requests.length).toBeGreaterThan(1000)
    expect(requests.length).toBeLessThanOrEqual(1000 + 50 + 200)
  })
})

describe('a turn', () => {
  it.each([
    ['read and answered', accepted, true, ['start', 'answered']],
    ['answered before it was read', refused, false, ['start', 'answered']],
    ['lost', unknown, true, ['start', 'unanswered']],
    ['never read', { state: 'not_sent', error: undefined }, false, ['unanswered']],
    ['limited', limited(7), true, ['start', 'limited 7']],
  ] as const)('hears what came of a request that is %s', async (_, verdict, isRead, heard) => {
    const log: string[] = []
    const end: Turn['end'] = (how) => {
      log.push(how.type === 'limited' ? `limited ${how.retryAfterMs}` : how.type)
      return undefined
    }
    const turn: Turn = { start: () => log.push('start'), end }
    const given = [turn]
    const { deliver } = deliverWith({
      exchange: async (_payload, { onStart } = {}) => {
        if (isRead) onStart?.()
        return verdict
      },
      pacer: { takeTurn: async () => given.pop(), limit: () => {} },
    })

    await deliver(message)

    expect(log).toEqual(heard)
  })
})

describe('the hook before a request', () => {
  it('ends before each attempt starts, and knows which it is', async () => {
    const { clock, deliver, requests } = scripted(noConnection, windowClosed, accepted)
    const calls: unknown[] = []

    const outcome = await clock.settle(
      deliver(message, {
        fallback: template,
        beforeRequest: async (attempt) => {
          await Promise.resolve()
          calls.push([attempt, requests.length])
        },
      }),
    )

    expect(outcome).toMatchObject({ state: 'accepted', about: 'fallback', attempts: 1 })
    expect(calls).toEqual([
      [{ about: 'message', attempt: 1 }, 0],
      [{ about: 'message', attempt: 2 }, 1],
      [{ about: 'fallback', attempt: 1 }, 2],
    ])
  })

  it('keeps a request back by throwing, and gives its turn to the next', async () => {
    const { clock, deliver, requests } = scripted(accepted)
    const full = new Error('disk full')
    const fail = (): never => {
      throw full
    }

    const failing = Array.from({ length: 500 }, () => deliver(message, { beforeRequest: fail }))

    expect(await clock.settle(Promise.allSettled(failing))).toEqual(
      failing.map(() => ({ status: 'rejected', reason: full })),
    )
    expect(await clock.settle(deliver(message))).toMatchObject({ state: 'accepted' })
    expect(requests).toHaveLength(1)
  })
})

describe('a signal', () => {
  it('that stops a delivery before its turn leaves it unsent', async () => {
    const { clock, deliver, requests } = scripted(accepted)
    const stop = AbortSignal.abort()

    expect(await clock.settle(deliver(message, { stop }))).toEqual({
      state: 'not_sent',
      error: undefined,
      about: 'message',
      attempts: 0,
    })
    expect(await clock.settle(deliver(message, { signal: stop }))).toMatchObject({
      state: 'not_sent',
      attempts: 0,
    })
    expect(requests).toHaveLength(0)
  })

  it.each([
    ['a pause', limited(60_000)],
    ['the wait for a connection', noConnection],
  ])('ends %s at once', async (_, verdict) => {
    const { clock, deliver, requests } = scripted(verdict)
    const controller = new AbortController()
    const delivery = deliver(message, { stop: controller.signal })
    await clock.advance(1)
    controller.abort()

    expect(await delivery).toMatchObject({ state: 'not_sent', error: undefined, attempts: 1 })
    expect(requests).toHaveLength(1)
    expect(clock.timers).toBe(0)
  })

  it('that comes while the hook is at work keeps the request back', async () => {
    for (const kind of ['stop', 'signal'] as const) {
      const { clock, deliver, requests } = scripted(accepted)
      const controller = new AbortController()
      const outcome = await clock.settle(
        deliver(message, {
          [kind]: controller.signal,
          beforeRequest: () => controller.abort(),
        }),
      )
      expect(outcome).toMatchObject({ state: 'not_sent', attempts: 0 })
      expect(requests).toHaveLength(0)
    }
  })

  it('that only stops still waits for an answer that is due', async () => {
    const clock = createVirtualClock()
    const controller = new AbortController()
    const exchange: Exchange = async (_, { onStart } = {}) => {
      onStart?.()
      controller.abort()
      return accepted
    }
    const pacer = createPacer({ maxPerSecond: 200, clock })
    const { deliver } = deliverWith({ exchange, pacer, clock })

    expect(await deliver(message, { stop: controller.signal })).toMatchObject({ id: '01' })
  })
})

describe('a fallback', () => {
  it('is sent where the window is closed, and says so', async () => {
    const { clock, deliver, requests, events, onEvent } = scripted(windowClosed, accepted)

    const outcome = await clock.settle(deliver(message, { fallback: template, onEvent }))

    expect(outcome).toEqual({ ...accepted, about: 'fallback', attempts: 1 })
    expect(requests.map(({ payload }) => payload)).toEqual([message, template])
    expect(events.map(({ type }) => type)).toEqual(['attempt', 'fallback', 'attempt'])
  })

  it('has an outcome and attempts of its own', async () => {
    const { clock, deliver } = scripted(windowClosed, noConnection, unknown)

    const outcome = await clock.settle(deliver(message, { fallback: template }))

    expect(outcome).toEqual({ ...unknown, about: 'fallback', attempts: 2 })
  })

  it('is not followed by another', async () => {
    const { clock, deliver, requests } = scripted(windowClosed)

    const outcome = await clock.settle(deliver(message, { fallback: template }))

    expect(outcome).toEqual({ ...windowClosed, about: 'fallback', attempts: 1 })
    expect(requests).toHaveLength(2)
  })

  it('is sent in no other case', async () => {
    for (const verdict of [accepted, refused, unknown, limited(1), noConnection]) {
      const { clock, deliver, requests } = scripted(verdict)
      const outcome = await clock.settle(deliver(message, { fallback: template }))
      expect(outcome.about).toBe('message')
      expect(requests.every(({ payload }) => payload === message)).toBe(true)
    }
    const { clock, deliver, requests } = scripted(windowClosed)
    expect(await clock.settle(deliver(message))).toMatchObject({ about: 'message' })
    expect(requests).toHaveLength(1)
  })
})

describe('a storm of 429', () => {
  interface Storm {
    readonly concurrency: number
    readonly count: number
    readonly retryAfterMs: number | undefined
  }

  /** A server that takes 200 in any second, and nothing between the seconds 5 and 35. */
  async function weather({ concurrency, count, retryAfterMs }: Storm) {
    const clock = createVirtualClock()
    const begin = clock.now()
    const taken: { readonly row: number; readonly at: number }[] = []
    const stormy: number[] = []
    const exchange: Exchange = async ({ body }, { onStart } = {}) => {
      onStart?.()
      const at = clock.now() - begin
      const { promise, resolve } = Promise.withResolvers<void>()
      clock.setTimer(resolve, 60)
      if (at >= 5000 && at < 35_000) {
        stormy.push(at)
        await promise
        return limited(retryAfterMs)
      }
      taken.push({ row: Number(body['row']), at })
      await promise
      return accepted
    }
    const pauses: number[] = []
    const pacer = createPacer({ maxPerSecond: 200, clock })
    const { deliver } = deliverWith({ exchange, pacer, clock })
    const outcomes: Outcome[] = []
    let row = 0
    const work = async (): Promise<void> => {
      while (row < count) {
        row += 1
        outcomes.push(
          await deliver(
            { endpoint: 'send/messages', body: { row } },
            { onEvent: ({ type }) => type === 'pause' && pauses.push(clock.now() - begin) },
          ),
        )
      }
    }
    await clock.settle(Promise.all(Array.from({ length: concurrency }, work)))
    return { taken, stormy, pauses, outcomes }
  }

  it.each([
    { concurrency: 50, count: 3000, retryAfterMs: undefined },
    { concurrency: 50, count: 3000, retryAfterMs: 1000 },
    { concurrency: 50, count: 3000, retryAfterMs: 20_000 },
    { concurrency: 400, count: 3000, retryAfterMs: undefined },
    { concurrency: 1, count: 300, retryAfterMs: undefined },
  ])('loses nothing, doubles nothing, and probes once a pause: %j', async (storm) => {
    const { taken, stormy, pauses, outcomes } = await weather(storm)

    expect(outcomes.every(({ state }) => state === 'accepted')).toBe(true)
    expect(taken.map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: storm.count }, (_, index) => index + 1),
    )
    expect(mostInASecond(taken.map(({ at }) => at))).toBeLessThanOrEqual(200)
    const [first = 0, ...others] = pauses
    const probes = stormy.filter((at) => at >= first)
    expect(probes).toHaveLength(others.length)
  })
})

describe('a server that takes less than it documents', () => {
  it.each([
    [150, undefined],
    [50, 1000],
    [5, undefined],
  ])('loses nothing at %i a second, told to wait %s ms', async (taken, retryAfterMs) => {
    const clock = createVirtualClock()
    let recent: number[] = []
    const exchange: Exchange = async (_, { onStart } = {}) => {
      onStart?.()
      const at = clock.now()
      recent = recent.filter((time) => time > at - 1000)
      const isTaken = recent.length < taken
      if (isTaken) recent.push(at)
      await wait(80, clock, undefined)
      return isTaken ? accepted : limited(retryAfterMs)
    }
    const pacer = createPacer({ maxPerSecond: 200, clock })
    const { deliver } = deliverWith({ exchange, pacer, clock })
    const outcomes: Outcome[] = []
    let begun = 0
    const work = async (): Promise<void> => {
      while (begun++ < 500) outcomes.push(await deliver(message))
    }

    await clock.settle(Promise.all(Array.from({ length: 20 }, work)))

    expect(outcomes.map(({ state }) => state)).toEqual(Array(500).fill('accepted'))
    const requests = outcomes.reduce((sum, { attempts }) => sum + attempts, 0)
    expect(requests).toBeLessThan(500 * 1.5)
  })
})

describe('createDelivery', () => {
  const options = { businessId: 'rates', apiKey: 'key-of-the-test' }

  it.each([
    ['above 200', { maxPerSecond: 201 }],
    ['of nothing', { maxPerSecond: 0, baseUrl: 'http://127.0.0.1:1' }],
    ['that is no number', { maxPerSecond: Number.NaN }],
    ['without end', { maxPerSecond: Number.POSITIVE_INFINITY, baseUrl: 'http://127.0.0.1:1' }],
  ])('refuses a rate %s', (_, more) => {
    expect(() => createDelivery({ ...options, ...more })).toThrow(ConnectlyError)
  })

  it('takes any rate up to 200, and more for this machine', () => {
    expect(() => createDelivery({ ...options, maxPerSecond: 200 })).not.toThrow()
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      const baseUrl = `http://${host}:1`
      expect(() => createDelivery({ ...options, baseUrl, maxPerSecond: 5000 })).not.toThrow()
    }
  })

  it('keeps one pace for all that send for a business, whichever client they use', async () => {
    const deliverAs = (businessId: string, status: number) =>
      createDelivery({
        ...options,
        businessId,
        fetch: async () => new Response('{"id":"1"}', { status }),
      }).deliver
    const controller = new AbortController()
    const { signal: stop } = controller
    const paused = Promise.withResolvers<void>()

    const first = deliverAs('one', 429)(message, {
      stop,
      onEvent: ({ type }) => type === 'pause' && paused.resolve(),
    })
    await paused.promise
    const second = deliverAs('one', 201)(message, { stop })
    const other = await deliverAs('another', 201)(message)
    controller.abort()

    expect(other).toMatchObject({ state: 'accepted' })
    expect(await first).toMatchObject({ state: 'not_sent', attempts: 1 })
    expect(await second).toMatchObject({ state: 'not_sent', attempts: 0 })
  })
})
