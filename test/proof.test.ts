import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { directedCases } from './proof/directed-cases.ts'
import { mutations } from './proof/mutations.ts'
import { runProof } from './proof/proof-run.ts'
import { isCertain, judgeGates } from './proof/proof-verdict.ts'
import { openSubject } from './proof/prove.ts'
import { proveFixes } from './proof/prove-fixes.ts'

describe('the transfer rules of the bounds', () => {
  it.each(directedCases)('$name', ({ ask, expected }) => {
    expect(ask()).toBe(expected)
  })
})

describe('the weakenings of the checker', () => {
  it('are weakenings of what stands in the sources', () => {
    const stale = mutations.filter(({ file, from }) => {
      const text = readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8')
      return !text.includes(from)
    })
    expect(stale.map(({ name }) => name)).toEqual([])
  })
})

describe('the checker, tried against files made by chance', () => {
  const report = runProof({ seed: 11, cases: 12, cap: 1000 })
  const count = (name: string): number => report.counts[name] ?? 0

  it('says of every file what trying its variables shows', () => {
    expect(report.failures.filter(isCertain)).toEqual([])
  })

  it('is tried with files of every kind', () => {
    expect(count('of them tried with every assignment')).toBeGreaterThan(8)
    expect(count('assignments tried')).toBeGreaterThan(1000)
    expect(count('files of many values')).toBeGreaterThan(8)
    expect(
      count('of them with a counterexample that is legal and breaks the rule'),
    ).toBeGreaterThan(20)
    expect(count('files broken by construction')).toBe(12)
  })

  it('finds every file that is broken by construction', () => {
    expect(count('of them silent')).toBe(0)
  })

  it.each(judgeGates(report))('limits the share of $name', ({ isHeld, text }) => {
    expect([text, isHeld]).toEqual([text, true])
  })
}, 60_000)

describe('a bound that a finding names', () => {
  it('is the largest one where a looser one lets no other number through', () => {
    const variables = { n: { type: 'integer', exclusiveMinimum: 0, multipleOf: 7 } }
    const subject = openSubject({ variables, message: { text: `${'x'.repeat(4095)}{{ n }}` } })
    if (typeof subject === 'string') throw new Error(subject)
    expect(subject.findings[0]?.fix?.edits).toMatchObject([{ key: 'maximum', value: 9 }])
    expect([...proveFixes(subject)]).toEqual(['mended', 'largest'])
  })
})
