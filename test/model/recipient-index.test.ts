import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRecipientIndex } from '../../src/model/recipient-index.ts'

const number = fc.bigInt({ min: 1000000n, max: 999999999999999n }).map((digits) => `+${digits}`)
const bsuid = fc.stringMatching(/^[A-Z]{2}\.[A-Za-z0-9]{1,40}$/)

describe('createRecipientIndex', () => {
  it('knows exactly what a Map knows', () => {
    const recipients = fc.array(fc.oneof(number, bsuid), { maxLength: 60 })
    fc.assert(
      fc.property(recipients, fc.array(fc.nat(59), { maxLength: 60 }), (all, again) => {
        const index = createRecipientIndex()
        const known = new Map<string, number>()
        const repeated = again.flatMap((position) => all[position] ?? [])
        for (const [line, to] of [...all, ...repeated].entries()) {
          expect(index.add(to, line + 1)).toBe(known.get(to))
          if (!known.has(to)) known.set(to, line + 1)
          expect(index.size).toBe(known.size)
        }
      }),
    )
  })

  it('keeps its first lines while it grows', () => {
    const index = createRecipientIndex()
    const toOf = (row: number): string => (row % 3 === 0 ? `US.${row}` : `+1604${1000000 + row}`)
    for (let row = 0; row < 20_000; row++) expect(index.add(toOf(row), row + 2)).toBeUndefined()
    for (let row = 0; row < 20_000; row++) expect(index.add(toOf(row), 1)).toBe(row + 2)
  })
})
