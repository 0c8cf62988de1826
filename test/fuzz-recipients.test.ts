import { describe, expect, it, vi } from 'vitest'
import { fuzzRecipients } from './fuzz/recipients-run.ts'

vi.setConfig({ testTimeout: 60_000 })

// The long form is `npm run fuzz:recipients`.
describe('mutated lists of recipients', () => {
  it('are read, or refused with a place', async () => {
    const { failures, clean, problems } = await fuzzRecipients(1, 400)
    expect(failures).toEqual([])
    expect(clean).toBeGreaterThan(0)
    expect(problems).toBeGreaterThan(0)
  })
})
