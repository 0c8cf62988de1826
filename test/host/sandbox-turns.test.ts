import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTurns } from '../../src/host/sandbox-turns.ts'

it('lets through exactly what keeps every sliding second within the rate', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 80 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), steps, (rate, gaps) => {
      const takeTurn = createTurns(rate)
      const starts: number[] = []
      let time = 0
      for (const gap of gaps) {
        time += gap
        const recent = starts.filter((start) => start > time - 1000).length
        expect(takeTurn(time)).toBe(recent < rate)
        if (recent < rate) starts.push(time)
      }
    }),
  )
})
