import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDeclarations } from '../../src/language/declarations.ts'
import { checkValue, checkVariables } from '../../src/model/check-variables.ts'
import { type Declarations, defaultBounds } from '../../src/model/declaration.ts'
import type { JsonObject, JsonValue } from '../../src/model/json.ts'
import { formatPath } from '../../src/model/source.ts'
import { anyDeclarations, declare } from './arbitrary-declaration.ts'

function declareAll(raw: JsonObject): Declarations {
  const { declarations, findings } = readDeclarations(raw, defaultBounds)
  expect(findings).toEqual([])
  return declarations
}

/** `keyword` and place of everything that is wrong with one value. */
function faults(raw: JsonValue, value: unknown): readonly string[] {
  const declaration = declare(raw)
  if (declaration === undefined) throw new Error('the declaration is refused')
  return checkValue(declaration, value, ['it']).problems.map(
    ({ keyword, path }) => `${keyword} ${formatPath(path)}`,
  )
}

function usedValue(raw: JsonValue, value: unknown): JsonValue | undefined {
  const declaration = declare(raw)
  return declaration && checkValue(declaration, value, []).value
}

describe('strings', () => {
  it.each<[JsonValue, unknown, JsonValue]>([
    ['string', '  Ana\u00a0\ufeff\n', 'Ana'],
    [{ type: 'string', trim: false }, ' Ana ', ' Ana '],
    [{ type: 'string', trim: false }, '   ', '   '],
    [{ type: 'string', minLength: 0 }, ' ', ''],
    [{ type: 'string', multiline: true }, 'a\nb\n', 'a\nb'],
    ['string(2)', '😀', '😀'],
    [{ type: 'string', enum: ['a', 'b'] }, ' b ', 'b'],
    [{ type: 'string', pattern: '^[0-9]+$' }, ' 12 ', '12'],
  ])('%j takes %j as %j', (raw, value, used) => {
    expect(usedValue(raw, value)).toBe(used)
  })

  it.each<[JsonValue, unknown, string]>([
    ['string', '', 'minLength'],
    ['string', ' \u3000 ', 'minLength'],
    ['string', 'a\nb', 'multiline'],
    ['string', 'a\tb', 'type'],
    ['string', 'a\u2028b', 'type'],
    ['string', 'a\u0085b', 'type'],
    ['string', 'a\u007fb', 'type'],
    ['string', 'a\ud800b', 'type'],
    [{ type: 'string', multiline: true }, 'a\r\nb', 'type'],
    [{ type: 'string', multiline: true }, 'a\u2029b', 'type'],
    ['string(1)', '😀', 'maxLength'],
    ['string', 'x'.repeat(257), 'maxLength'],
    [{ type: 'string', minLength: 3 }, 'ab ', 'minLength'],
    [{ type: 'string', pattern: '^[0-9]+$' }, '1a', 'pattern'],
    [{ type: 'string', pattern: '^[0-9]{3}$' }, '1234', 'pattern'],
    [{ type: 'string', format: 'date' }, '2026-02-30', 'format'],
    [{ type: 'string', enum: ['a', 'b'] }, 'A', 'enum'],
    [{ type: 'string', const: 'a' }, 'b', 'const'],
    ['string', 5, 'type'],
    ['string', null, 'type'],
    ['string', new String('a'), 'type'],
  ])('%j refuses %j because of %s', (raw, value, keyword) => {
    expect(faults(raw, value)).toEqual([`${keyword} it`])
  })
})

describe('numbers', () => {
  it.each<[JsonValue, unknown]>([
    ['integer', 1.5],
    ['integer', 2 ** 53],
    ['integer', '1'],
    ['integer', 1n],
    ['number', Number.NaN],
    ['number', Number.POSITIVE_INFINITY],
    [{ type: 'number', minimum: 1 }, 0.5],
    [{ type: 'number', exclusiveMinimum: 1 }, 1],
    [{ type: 'number', maximum: 1 }, 1.5],
    [{ type: 'number', exclusiveMaximum: 1 }, 1],
    [{ type: 'number', multipleOf: 0.01 }, 19.999],
    [{ type: 'number', enum: [1, 2] }, 3],
    ['boolean', 'true'],
    ['boolean', 0],
  ])('%j refuses %s', (raw, value) => {
    expect(faults(raw, value)).toHaveLength(1)
  })

  it('judges multiples by their decimal forms', () => {
    const cents = declare({ type: 'number', multipleOf: 0.01 })
    for (const value of [19.99, 0.07, 1.1, 4.35, 1e21, 0]) {
      expect(cents && checkValue(cents, value, []).problems).toEqual([])
    }
  })

  it('reads minus zero as zero', () => {
    expect(Object.is(usedValue('integer', -0), 0)).toBe(true)
  })
})

const parcels = {
  type: 'array',
  minItems: 1,
  maxItems: 3,
  uniqueBy: ['id', 'label'],
  items: { type: 'object', properties: { id: 'string(4)', label: 'string(9)' } },
}

describe('lists and objects', () => {
  it.each<[string, JsonValue, unknown, readonly string[]]>([
    ['too few items', parcels, [], ['minItems it']],
    ['too many items, without looking at them', parcels, Array(1e6).fill(0), ['maxItems it']],
    ['no list', parcels, { length: 1 }, ['type it']],
    ['a hole', { type: 'array', items: 'integer' }, new Array(1), ['type it[0]']],
    ['a missing property', parcels, [{ id: '1' }], ['required it[0].label']],
    ['an undefined property', parcels, [{ id: '1', label: undefined }], ['required it[0].label']],
    ['an unknown property', parcels, [{ id: '1', label: 'x', size: 1 }], ['unknown it[0].size']],
    ['a misspelt property once', parcels, [{ id: '1', lable: 'x' }], ['unknown it[0].lable']],
    ['a property of the wrong type', parcels, [{ id: 1, label: 'x' }], ['type it[0].id']],
    [
      'a repeated property',
      parcels,
      [
        { id: 'a', label: 'x' },
        { id: 'A ', label: 'y' },
      ],
      ['uniqueBy it[1].id'],
    ],
    [
      'repeated items',
      { type: 'array', items: 'string', uniqueItems: true },
      ['Straße', 'b', 'STRASSE'],
      ['uniqueItems it[2]'],
    ],
    ['an instance of a class', { type: 'object', properties: {} }, new Date(), ['type it']],
    ['a map', { type: 'object', properties: {} }, new Map(), ['type it']],
    [
      'an inherited property',
      { type: 'object', properties: { toString: 'string' } },
      {},
      ['required it.toString'],
    ],
  ])('report %s', (_, raw, value, expected) => {
    expect(faults(raw, value)).toEqual(expected)
  })

  it('compare objects without regard to the order of their keys', () => {
    const raw = {
      type: 'array',
      uniqueItems: true,
      items: { type: 'object', properties: { a: 'integer', b: 'integer' } },
    }
    expect(
      faults(raw, [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ]),
    ).toEqual(['uniqueItems it[1]'])
    expect(
      faults(raw, [
        { a: 1, b: 2 },
        { b: 1, a: 2 },
      ]),
    ).toEqual([])
  })

  it('accept objects without a prototype', () => {
    const bare = Object.assign(Object.create(null), { id: '1', label: 'x' })
    expect(faults(parcels, [bare])).toEqual([])
  })
})

describe('checkVariables', () => {
  const declarations = declareAll({
    customer: 'string(40)',
    greeting: { type: 'string', default: 'Hello' },
    parcels,
  })

  it('gives fresh, trimmed values with defaults, in the order of the declarations', () => {
    const given = { parcels: [{ label: ' x', id: '1' }], customer: ' Ana ' }
    const copy = structuredClone(given)
    const { values, problems } = checkVariables(declarations, given)
    expect(problems).toEqual([])
    expect(JSON.stringify(values)).toBe(
      '{"customer":"Ana","greeting":"Hello","parcels":[{"id":"1","label":"x"}]}',
    )
    expect(given).toEqual(copy)
    expect(values['parcels']).not.toBe(given.parcels)
  })

  it('takes undefined for absent', () => {
    const given = { customer: undefined, greeting: undefined, parcels: [{ id: '1', label: 'x' }] }
    const { values, problems } = checkVariables(declarations, given)
    expect(values['greeting']).toBe('Hello')
    expect(problems).toEqual([
      { path: ['customer'], keyword: 'required', message: '`customer` is missing: pass a string' },
    ])
  })

  it('reports a misspelt name once, and says what was meant', () => {
    const { problems } = checkVariables(declarations, {
      custmer: 'Ana',
      parcels: [{ id: '1', label: 'x' }],
    })
    expect(problems).toEqual([
      {
        path: ['custmer'],
        keyword: 'unknown',
        message: '`custmer` is no declared variable: did you mean `customer`',
      },
    ])
  })

  it.each([undefined, null, 'x', 3, [], () => 0])('refuses %j in place of variables', (value) => {
    expect(checkVariables(declarations, value).problems).toHaveLength(1)
  })

  it('counts own names only', () => {
    const own = declareAll({ toString: 'string', constructor: 'string' })
    const { problems } = checkVariables(own, {})
    expect(problems.map(({ path }) => path)).toEqual([['toString'], ['constructor']])
    const { values } = checkVariables(own, { toString: 'a', constructor: 'b' })
    expect(Object.entries(values)).toEqual([
      ['toString', 'a'],
      ['constructor', 'b'],
    ])
  })

  it('is not fooled by a `__proto__` of JSON', () => {
    const given: unknown = JSON.parse('{"customer":"Ana","__proto__":{"polluted":true}}')
    const { values, problems } = checkVariables({ customer: { type: 'string' } }, given)
    expect(problems.map(({ path, keyword }) => [path, keyword])).toEqual([
      [['__proto__'], 'unknown'],
    ])
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
    expect(Object.hasOwn({}, 'polluted')).toBe(false)
    const declared = JSON.parse('{"__proto__":{"type":"string"}}') as Declarations
    const checked = checkVariables(declared, JSON.parse('{"__proto__":"x"}'))
    expect(Object.entries(checked.values)).toEqual([['__proto__', 'x']])
  })

  it('says that an instance of a class is no plain object', () => {
    class Order {
      readonly name = 'Ana'
    }
    const own: Declarations = { order: { type: 'object', properties: {} } }
    const messages = [checkVariables({}, new Order()), checkVariables(own, { order: new Date() })]
      .flatMap(({ problems }) => problems)
      .map(({ message }) => message)
    expect(messages).toEqual([
      'variables are an instance of Order, and a plain object is needed: pass `{ name: value }`',
      '`order` is an instance of Date, and a plain object is needed',
    ])
    expect(checkVariables(own, { order: Object.create({}) }).problems).toHaveLength(1)
  })

  it('stops after a hundred problems', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`v${index}`, 1]))
    expect(checkVariables({}, many).problems).toHaveLength(100)
    const list = declareAll({ list: { type: 'array', items: 'integer', maxItems: 10_000 } })
    const { values, problems } = checkVariables(list, { list: Array(9000).fill('x') })
    expect(problems).toHaveLength(100)
    expect(values).toEqual({})
  })

  it('copes with any value, and is content with what it gave back', () => {
    fc.assert(
      fc.property(
        anyDeclarations,
        fc.anything({ withBigInt: true, withDate: true, withSparseArray: true }),
        (declaration, value) => {
          const { value: used, problems } = checkValue(declaration, value, [])
          expect(used === undefined).toBe(problems.length > 0)
          if (used === undefined) return
          expect(checkValue(declaration, used, [])).toEqual({ value: used, problems: [] })
          expect(JSON.parse(JSON.stringify(used))).toEqual(used)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('writes messages that start with the name, fit on a line and do not end in a full stop', () => {
    const given = {
      customer: 'x'.repeat(50),
      parcels: [{ id: 'a\nb', label: null }, 7],
      other: '\n',
    }
    const { problems } = checkVariables(declarations, given)
    expect(problems.length).toBeGreaterThan(3)
    for (const { path, message } of problems) {
      expect(message.startsWith(`\`${formatPath(path)}\` `)).toBe(true)
      expect(message).toMatch(/^[^\n]*[^.\n]$/)
    }
  })
})
