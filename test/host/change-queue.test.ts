import { describe, expect, it } from 'vitest'
import { createChangeQueue } from '../../src/host/change-queue.ts'

const never = new AbortController().signal

describe('createChangeQueue', () => {
  it('hands on together what changed shortly one after the other, and then nothing again', async () => {
    const queue = createChangeQueue(20)
    const next = queue.next(never)
    queue.add('a')
    queue.add('b')
    queue.add('a')
    expect([...((await next) ?? [])]).toEqual(['a', 'b'])
    queue.add('c')
    expect([...((await queue.next(never)) ?? [])]).toEqual(['c'])
  })

  it('keeps what changed while nobody waited', async () => {
    const queue = createChangeQueue(1)
    queue.add('a')
    expect([...((await queue.next(never)) ?? [])]).toEqual(['a'])
  })

  it('ends with the signal: before a change, while it waits, and in the moment after one', async () => {
    expect(await createChangeQueue(1).next(AbortSignal.abort())).toBe(undefined)
    const controller = new AbortController()
    const waiting = createChangeQueue(1).next(controller.signal)
    const queue = createChangeQueue(60_000)
    const quiet = queue.next(controller.signal)
    queue.add('a')
    setImmediate(() => controller.abort())
    expect(await Promise.all([waiting, quiet])).toEqual([undefined, undefined])
  })
})
