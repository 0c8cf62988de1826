import { describe, expect, it } from 'vitest'
import { createClock } from '../../src/host/sandbox-clock.ts'
import { ConnectlyError } from '../../src/model/errors.ts'

function clockAt(start: number) {
  let time = start
  const clock = createClock(() => time)
  return { clock, pass: (ms: number) => (time += ms) }
}

describe('the clock', () => {
  it('shows the time that it is given until it is moved, and runs on from there', () => {
    const { clock, pass } = clockAt(1000)
    expect(clock.now()).toBe(1000)
    pass(5)
    expect(clock.advance('1h')).toBe(3_601_005)
    pass(5)
    expect(clock.now()).toBe(3_601_010)
    clock.reset()
    expect(clock.now()).toBe(1010)
  })

  it.each([
    [1500, 1500],
    ['250ms', 250],
    ['1.5s', 1500],
    ['90m', 5_400_000],
    ['25h', 90_000_000],
    ['2d', 172_800_000],
    [0, 0],
  ])('is advanced by %j', (by, ms) => {
    const { clock } = clockAt(0)
    clock.advance(by)
    expect(clock.now()).toBe(ms)
  })

  it.each([
    ['2026-11-25T09:30:00Z'],
    ['2026-11-25T10:30:00+01:00'],
    [new Date('2026-11-25T09:30:00Z')],
    [Date.UTC(2026, 10, 25, 9, 30)],
  ])('is set to %j, back too', (to) => {
    const { clock } = clockAt(Date.UTC(2030, 1, 1))
    expect(clock.set(to)).toBe(Date.UTC(2026, 10, 25, 9, 30))
  })

  it.each(['25', '1w', '', '-1h', ' 1h', 'Infinityh', -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'is not advanced by %j',
    (by) => {
      expect(() => clockAt(0).clock.advance(by)).toThrow(ConnectlyError)
    },
  )

  it.each(['tomorrow', '2026-11-25', '2026-11-25T09:30:00', Number.NaN, -1, 1e99, new Date('?')])(
    'is not set to %j',
    (to) => {
      const { clock } = clockAt(7)
      expect(() => clock.set(to)).toThrow(ConnectlyError)
      expect(clock.now()).toBe(7)
    },
  )
})
