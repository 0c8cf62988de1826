import { describe, expect, it } from 'vitest'
import { directedCases } from './proof/directed-cases.ts'
import { maxFalseAlarms, runProof } from './proof/proof-run.ts'

describe('the transfer rules of the bounds', () => {
  it.each(directedCases)('$name', ({ ask, expected }) => {
    expect(ask()).toBe(expected)
  })
})

describe('the checker, tried against files made by chance', () => {
  const { counts, failures } = runProof({ seed: 11, cases: 25, cap: 1200 })
  const count = (name: string): number => counts[name] ?? 0

  it('says of every file what trying its variables shows', () => {
    expect(failures).toEqual([])
  })

  it('is tried with files of every kind', () => {
    expect(count('of them tried with every assignment')).toBeGreaterThan(8)
    expect(count('assignments tried')).toBeGreaterThan(1000)
    expect(count('files of many values')).toBeGreaterThan(18)
    expect(count('counterexamples shown and true')).toBeGreaterThan(30)
    expect(count('broken files')).toBe(25)
  })

  it('finds every file that is broken by construction', () => {
    expect(count('broken files silent')).toBe(0)
  })

  it('leaves files alone that are safe by construction', () => {
    expect(count('safe files')).toBe(25)
    expect(count('safe files reported') / count('safe files')).toBeLessThanOrEqual(maxFalseAlarms)
  })
}, 60_000)
