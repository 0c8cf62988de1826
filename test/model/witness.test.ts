import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkValue } from '../../src/model/check-variables.ts'
import { foldCase } from '../../src/model/fold-case.ts'
import type { JsonValue } from '../../src/model/json.ts'
import { type Aim, witnessOf } from '../../src/model/witness.ts'
import { anyDeclarations, declare } from './arbitrary-declaration.ts'

function witness(raw: JsonValue, aim: Aim, seed?: number): JsonValue | undefined {
  const declaration = declare(raw)
  if (declaration === undefined) throw new Error('the declaration is refused')
  return witnessOf(declaration, aim, seed)
}

describe('witnessOf', () => {
  it('gives legal values', () => {
    const aims = fc.constantFrom<Aim>('longest', 'shortest', 'heaviest')
    fc.assert(
      fc.property(anyDeclarations, aims, fc.nat(5), (declaration, aim, seed) => {
        const value = witnessOf(declaration, aim, seed)
        if (value === undefined) return
        expect([declaration, value, checkValue(declaration, value, [])]).toEqual([
          declaration,
          value,
          { value, problems: [] },
        ])
      }),
      { numRuns: 600 },
    )
  }, 60_000)

  it('finds one for nearly every declaration', () => {
    const sample = fc.sample(anyDeclarations, { numRuns: 400, seed: 7 })
    const found = sample.filter((declaration) => witnessOf(declaration, 'longest') !== undefined)
    expect(found.length).toBeGreaterThan(380)
  })

  it.each<[JsonValue, JsonValue, JsonValue]>([
    ['string(5)', 'W', 'WWWWW'],
    [{ type: 'string', minLength: 0, maxLength: 2 }, '', 'WW'],
    [{ type: 'string', pattern: '^[a-z]{2,4}$' }, 'ww', 'wwww'],
    [{ type: 'string', pattern: '^(no|perhaps)$' }, 'no', 'perhaps'],
    [{ type: 'string', format: 'e164' }, '+9999999', '+999999999999999'],
    [{ type: 'string', format: 'date' }, '2026-12-28', '2026-12-28'],
    [{ type: 'string', enum: ['b', 'long'] }, 'b', 'long'],
    [{ type: 'integer', minimum: -100, maximum: 99 }, 0, -100],
    [{ type: 'integer', minimum: 0, maximum: 100, multipleOf: 25 }, 0, 100],
    ['boolean', true, false],
    [{ type: 'array', items: 'string(2)', minItems: 1, maxItems: 3 }, ['W'], ['WW', 'WW', 'WW']],
    [
      { type: 'object', properties: { a: 'string(2)', b: 'boolean' } },
      { a: 'W', b: true },
      { a: 'WW', b: false },
    ],
    [{ type: 'array', items: 'boolean', uniqueItems: true, minItems: 0 }, [], [false, true]],
  ])('%j goes from %j to %j', (raw, shortest, longest) => {
    expect([witness(raw, 'shortest'), witness(raw, 'longest')]).toEqual([shortest, longest])
  })

  it('reaches the longest decimal form', () => {
    expect(String(witness('number', 'longest'))).toHaveLength(25)
    expect(String(witness({ type: 'number', minimum: -90, maximum: 90 }, 'longest'))).toHaveLength(
      25,
    )
    expect(
      String(witness({ type: 'number', minimum: 0, maximum: 999.99, multipleOf: 0.01 }, 'longest')),
    ).toHaveLength(6)
  })

  it('fills lists with items that differ where they must', () => {
    const raw = {
      type: 'array',
      items: {
        type: 'object',
        properties: { id: { type: 'string', pattern: '^[0-9]{1,12}$' }, label: 'string(3)' },
      },
      ...{ uniqueBy: ['id', 'label'], minItems: 2, maxItems: 40 },
    }
    const items = witness(raw, 'longest')
    expect(items).toHaveLength(40)
    expect(witness(raw, 'shortest')).toHaveLength(2)
    const labels = (items as { label: string }[]).map(({ label }) => foldCase(label))
    expect(new Set(labels).size).toBe(40)
    expect(labels.every((label) => label.length === 3)).toBe(true)
  })

  it.each<JsonValue>([
    'string(3)',
    'integer',
    'number',
    { type: 'string', pattern: '^[A-Z]{3}$' },
    ...['date', 'date-time', 'time', 'uuid', 'email', 'uri', 'e164'].map((format) => ({
      type: 'string',
      format,
    })),
  ])('gives another value of %j for every seed', (raw) => {
    for (const aim of ['longest', 'shortest'] as const) {
      const values = Array.from({ length: 30 }, (_, seed) =>
        foldCase(String(witness(raw, aim, seed))),
      )
      expect(new Set(values).size).toBe(30)
    }
  })

  it('does not fill the memory for a bound that nobody reaches', () => {
    const text = witness({ type: 'string', maxLength: 1e15 }, 'longest')
    expect(String(text).length).toBeGreaterThan(100_000)
    expect(witness({ type: 'array', items: 'integer', maxItems: 1e15 }, 'longest')).toHaveLength(
      2000,
    )
  })
})
