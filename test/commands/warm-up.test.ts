import { expect, it } from 'vitest'
import { warmUp } from '../../src/commands/warm-up.ts'

it('compiles a message without a finding', () => {
  const { diagnostics, messages, proven } = warmUp()
  expect(diagnostics).toEqual([])
  expect(messages).toHaveLength(1)
  expect(proven).toBeGreaterThan(20)
})
