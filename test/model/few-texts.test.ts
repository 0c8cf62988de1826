import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { multiplesBetween } from '../../src/model/decimal.ts'
import type { JsonValue } from '../../src/model/json.ts'
import { listValues } from '../../src/model/list-values.ts'
import { declare } from './arbitrary-declaration.ts'

function valuesOf(raw: JsonValue): readonly JsonValue[] | undefined {
  const declaration = declare(raw)
  if (declaration === undefined) throw new Error('the declaration is refused')
  return listValues(declaration)
}

describe('the values of a declaration', () => {
  it.each<[JsonValue, readonly JsonValue[] | undefined]>([
    [{ type: 'string', pattern: '^(?:cat|dog)s?$' }, ['cat', 'dog', 'cats', 'dogs']],
    [{ type: 'string', pattern: '^[ab]*$', maxLength: 1 }, ['a', 'b']],
    [{ type: 'string', pattern: '^[ab]*$', minLength: 0, maxLength: 1 }, ['', 'a', 'b']],
    [{ type: 'string', pattern: '^[x ]{2}$' }, ['xx']],
    [{ type: 'string', pattern: '^[x ]{2}$', trim: false }, ['  ', ' x', 'x ', 'xx']],
    [{ type: 'string', pattern: '^😀{1,2}$', maxLength: 3 }, ['😀']],
    [{ type: 'string', pattern: '^[0-9]{2}$' }, undefined],
    [{ type: 'string', pattern: 'cat' }, undefined],
    [{ type: 'number', minimum: -0.5, maximum: 1, multipleOf: 0.5 }, [-0.5, 0, 0.5, 1]],
    [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.3, multipleOf: 0.1 }, [0.1, 0.2]],
    [{ type: 'number', minimum: 0, maximum: 1 }, undefined],
    [{ type: 'number', minimum: 0, multipleOf: 1 }, undefined],
    [{ type: 'integer', minimum: -7, maximum: 7, multipleOf: 5 }, [-5, 0, 5]],
  ])('of %j are %j', (raw, expected) => {
    expect(valuesOf(raw)?.toSorted()).toEqual(expected?.toSorted())
  })
})

describe('multiplesBetween', () => {
  it('gives the decimal multiples and no other number', () => {
    const hundredths = fc.integer({ min: -300, max: 300 })
    fc.assert(
      fc.property(hundredths, hundredths, fc.integer({ min: 1, max: 90 }), (one, other, step) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const expected: number[] = []
        for (let units = low; units <= high; units++)
          if (units % step === 0) expected.push(units / 100 + 0)
        expect(multiplesBetween(low / 100, high / 100, step / 100)).toEqual(expected)
      }),
    )
  })
})
