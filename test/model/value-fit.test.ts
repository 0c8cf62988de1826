import { describe, expect, it } from 'vitest'
import { readDeclarations } from '../../src/language/declarations.ts'
import { checkValue } from '../../src/model/check-variables.ts'
import { type Declaration, defaultBounds } from '../../src/model/declaration.ts'
import type { JsonObject, JsonValue } from '../../src/model/json.ts'
import { callerFit, fitDeclaration } from '../../src/model/value-fit.ts'

function declare(data: JsonObject): Declaration {
  const { x } = readDeclarations({ x: { type: 'string', ...data } }, defaultBounds).declarations
  if (x === undefined) throw new Error('no declaration')
  return x
}

describe('fitDeclaration', () => {
  it.each([
    [{ trim: false, maxLength: 5 }, { maxLength: 8 }],
    [{ trim: false, pattern: '^[a-z ]{3}$' }, { pattern: '^[a-z ]{0,3}$' }],
    [{ maxLength: 5 }, { maxLength: 5, trim: false }],
    [
      { minLength: 2, maxLength: 5 },
      { maxLength: 8, trim: false },
    ],
    [{ pattern: '^[0-9]{1,3}$' }, { pattern: '^[1-9][0-9]{0,2}$' }],
    [{ type: 'number' }, { type: 'number', exclusiveMinimum: -4 }],
    [{ type: 'number' }, { type: 'number', exclusiveMaximum: 1e9 }],
    [
      { type: 'number', minimum: 0 },
      { type: 'number', minimum: 0, exclusiveMaximum: 1e300 },
    ],
    [{ type: 'number' }, { type: 'number', minimum: -1e300 }],
    [
      { type: 'number', maximum: 0 },
      { type: 'number', maximum: -1e-300 },
    ],
  ])('finds a value of %j that %j refuses', (before, after) => {
    const [old, now] = [declare(before), declare(after)]
    const fit = fitDeclaration(old, now, callerFit)
    if (fit.fits !== 'sometimes') throw new Error(fit.fits)
    expect(checkValue(old, fit.value, []).problems).toEqual([])
    expect(checkValue(now, fit.value, []).problems).not.toEqual([])
  })

  const word = { type: 'string', pattern: '^[a-z].*$', maxLength: 9 }
  const untrimmed = { ...word, trim: false }
  const named = (name: JsonObject): JsonObject => ({ type: 'object', properties: { name } })
  it.each<[JsonObject, JsonObject, JsonObject, JsonValue]>([
    [{ uniqueItems: true }, untrimmed, word, ['a', 'a ']],
    [{ uniqueBy: ['name'] }, named(untrimmed), named(word), [{ name: 'a' }, { name: 'a ' }]],
  ])(
    'does not promise that items stay different: %j of %j, then %j',
    (list, before, after, used) => {
      const [old, now] = [before, after].map((items) =>
        declare({ type: 'array', maxItems: 5, ...list, items }),
      )
      if (old === undefined || now === undefined) throw new Error('no declaration')
      expect(checkValue(old, used, []).problems).toEqual([])
      expect(checkValue(now, used, []).problems).not.toEqual([])
      expect(fitDeclaration(old, now, callerFit).fits).not.toBe('always')
      expect(fitDeclaration(old, old, callerFit).fits).toBe('always')
    },
  )

  it.each([
    [
      { type: 'integer', minimum: 0, maximum: 99, multipleOf: 2 },
      { type: 'number', minimum: 0, exclusiveMaximum: 99 },
    ],
    [
      { type: 'number', minimum: -3, maximum: 7, multipleOf: 5 },
      { type: 'integer', minimum: 0, maximum: 5 },
    ],
    [
      { trim: false, maxLength: 5 },
      { minLength: 0, maxLength: 8 },
    ],
    [{ trim: false, pattern: '^[a-z]{1,3}$' }, { maxLength: 3 }],
    [{ trim: false, pattern: '^ [a-z]{1,3} $' }, { maxLength: 5 }],
    [{ pattern: '^[0-9]{1,3}$' }, { pattern: '^\\d{1,3}$' }],
  ])('knows that all values of %j are accepted by %j', (before, after) => {
    expect(fitDeclaration(declare(before), declare(after), callerFit).fits).toBe('always')
  })
})
