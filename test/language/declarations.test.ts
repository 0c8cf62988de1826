import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDeclarations } from '../../src/language/declarations.ts'
import { defaultBounds } from '../../src/model/declaration.ts'
import type { JsonObject, JsonValue } from '../../src/model/json.ts'
import { formatPath } from '../../src/model/source.ts'

const defaults = { maxLength: 100, maxItems: 5 }

function read(raw: JsonValue): ReturnType<typeof readDeclarations> {
  return readDeclarations({ it: raw }, defaults)
}

/** Where findings are, below `variables.it`. */
function places(raw: JsonValue): readonly string[] {
  const { findings, broken, declarations } = read(raw)
  expect([...broken]).toEqual(findings.length > 0 ? ['it'] : [])
  expect(Object.hasOwn(declarations, 'it')).toBe(findings.length === 0)
  return findings.map(({ rule, path }) => {
    expect(rule).toBe('invalid-declaration')
    expect(path.slice(0, 2)).toEqual(['variables', 'it'])
    return formatPath(path.slice(2))
  })
}

describe('readDeclarations', () => {
  it.each<[JsonValue, JsonValue]>([
    ['string', { type: 'string', maxLength: 100 }],
    ['string(40)', { type: 'string', maxLength: 40 }],
    ['integer', { type: 'integer' }],
    ['number', { type: 'number' }],
    ['boolean', { type: 'boolean' }],
    [
      { type: 'string', minLength: 0 },
      { type: 'string', minLength: 0, maxLength: 100 },
    ],
    [
      { type: 'string', enum: ['a'] },
      { type: 'string', enum: ['a'] },
    ],
    [
      { type: 'string', const: 'a' },
      { type: 'string', const: 'a' },
    ],
    [
      { type: 'string', format: 'date' },
      { type: 'string', format: 'date' },
    ],
    [
      { type: 'string', format: 'e164' },
      { type: 'string', format: 'e164' },
    ],
    [
      { type: 'string', format: 'uri' },
      { type: 'string', format: 'uri', maxLength: 100 },
    ],
    [
      { type: 'string', pattern: '^a{2,900}$' },
      { type: 'string', pattern: '^a{2,900}$' },
    ],
    [
      { type: 'string', pattern: '^a+$' },
      { type: 'string', pattern: '^a+$', maxLength: 100 },
    ],
    [
      { type: 'string', pattern: '^a' },
      { type: 'string', pattern: '^a', maxLength: 100 },
    ],
    [
      { type: 'array', items: 'string(3)', uniqueItems: true },
      { type: 'array', items: { type: 'string', maxLength: 3 }, maxItems: 5, uniqueItems: true },
    ],
    [
      {
        type: 'array',
        maxItems: 99,
        uniqueBy: 'a',
        items: { type: 'object', properties: { a: 'integer' } },
      },
      {
        ...{ type: 'array', maxItems: 99, uniqueBy: ['a'] },
        items: { type: 'object', properties: { a: { type: 'integer' } } },
      },
    ],
    [
      { type: 'object', properties: {} },
      { type: 'object', properties: {} },
    ],
    [
      {
        type: 'integer',
        minimum: 1,
        maximum: 3,
        default: 2,
        title: 'T',
        description: 'D',
        examples: [1],
      },
      {
        type: 'integer',
        minimum: 1,
        maximum: 3,
        default: 2,
        title: 'T',
        description: 'D',
        examples: [1],
      },
    ],
    [
      { type: 'string', unknownWord: 1 },
      { type: 'string', maxLength: 100 },
    ],
  ])('reads %j', (raw, expected) => {
    const { declarations, findings } = read(raw)
    expect(findings).toEqual([])
    expect(declarations).toEqual({ it: expected })
  })

  it.each<[string, JsonValue, string]>([
    ['an unknown short form', 'strng', ''],
    ['a length of nothing', 'string(0)', ''],
    ['a length that is no number', 'string(many)', ''],
    ['a length of an integer', 'integer(3)', ''],
    ['a short form of an array', 'array', ''],
    ['null', null, ''],
    ['a number', 3, ''],
    ['a list', [], ''],
    ['no type', {}, ''],
    ['an unknown type', { type: 'text' }, 'type'],
    ['a type that is no text', { type: ['string', 'null'] }, 'type'],
    ['a keyword of another type', { type: 'integer', maxLength: 3 }, 'maxLength'],
    ['a keyword of the wrong kind', { type: 'string', maxLength: 'long' }, 'maxLength'],
    ['a negative length', { type: 'string', minLength: -1 }, 'minLength'],
    ['a broken length', { type: 'string', minLength: 1.5 }, 'minLength'],
    ['swapped lengths', { type: 'string', minLength: 5, maxLength: 4 }, 'minLength'],
    ['no room for a character', { type: 'string', maxLength: 0 }, 'maxLength'],
    ['a length above the default', { type: 'string', minLength: 101 }, 'minLength'],
    ['an unknown format', { type: 'string', format: 'datetime' }, 'format'],
    ['a date without room', { type: 'string', format: 'date', maxLength: 9 }, 'maxLength'],
    ['a date that must be longer', { type: 'string', format: 'date', minLength: 11 }, 'minLength'],
    ['a broken pattern', { type: 'string', pattern: '^(a$' }, 'pattern'],
    ['a pattern that matches nothing', { type: 'string', pattern: 'a^' }, 'pattern'],
    ['a pattern without room', { type: 'string', pattern: '^a{5}$', maxLength: 4 }, 'pattern'],
    [
      'a pattern that skips the lengths',
      { type: 'string', pattern: '^(ab)*$', minLength: 3, maxLength: 3 },
      'pattern',
    ],
    ['a pattern of blanks', { type: 'string', pattern: '^ +$' }, 'pattern'],
    ['a pattern of two lines', { type: 'string', pattern: '^a\\nb$' }, 'pattern'],
    [
      'a pattern against the format',
      { type: 'string', pattern: '^[a-z]+$', format: 'date' },
      'pattern',
    ],
    ['an empty enum', { type: 'string', enum: [] }, 'enum'],
    ['an enum value of another type', { type: 'string', enum: ['a', 1] }, 'enum[1]'],
    ['an enum value outside the rest', { type: 'integer', minimum: 2, enum: [1, 2] }, 'enum[0]'],
    ['an enum value with blanks', { type: 'string', enum: ['a', 'b '] }, 'enum[1]'],
    ['an empty enum value', { type: 'string', enum: ['', 'b'] }, 'enum[0]'],
    ['an enum value of two lines', { type: 'string', enum: ['a\nb'] }, 'enum[0]'],
    ['a const of another type', { type: 'boolean', const: 'true' }, 'const'],
    ['a const outside the enum', { type: 'string', enum: ['a'], const: 'b' }, 'const'],
    ['a default of another type', { type: 'string', default: 3 }, 'default'],
    ['a default outside the enum', { type: 'string', enum: ['a'], default: 'b' }, 'default'],
    ['a default that is too long', { type: 'string', maxLength: 2, default: 'abc' }, 'default'],
    [
      'a default with a wrong item',
      { type: 'array', items: 'integer', default: [1, 'x'] },
      'default[1]',
    ],
    [
      'a default without a property',
      { type: 'object', properties: { a: 'integer' }, default: {} },
      'default',
    ],
    ['swapped bounds', { type: 'number', minimum: 2, maximum: 1 }, 'minimum'],
    ['bounds that exclude all', { type: 'number', minimum: 1, exclusiveMaximum: 1 }, 'minimum'],
    [
      'no integer between',
      { type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 2 },
      'exclusiveMinimum',
    ],
    ['an unsafe bound', { type: 'integer', maximum: 2 ** 53 }, 'maximum'],
    ['a broken bound of an integer', { type: 'integer', minimum: 0.5 }, 'minimum'],
    ['a step of zero', { type: 'number', multipleOf: 0 }, 'multipleOf'],
    ['a negative step', { type: 'integer', multipleOf: -2 }, 'multipleOf'],
    [
      'no multiple in the range',
      { type: 'integer', minimum: 11, maximum: 19, multipleOf: 10 },
      'multipleOf',
    ],
    [
      'no decimal multiple in the range',
      { type: 'number', minimum: 0.11, maximum: 0.19, multipleOf: 0.1 },
      'multipleOf',
    ],
    ['no items', { type: 'array' }, ''],
    ['items that are wrong', { type: 'array', items: 'strng' }, 'items'],
    ['swapped counts', { type: 'array', items: 'string', minItems: 3, maxItems: 2 }, 'minItems'],
    ['a count above the default', { type: 'array', items: 'string', minItems: 6 }, 'minItems'],
    [
      'too few different values',
      { type: 'array', items: 'boolean', minItems: 3, uniqueItems: true },
      'minItems',
    ],
    [
      'a default inside items',
      { type: 'array', items: { type: 'string', default: 'a' } },
      'items.default',
    ],
    [
      'a default of a property',
      { type: 'object', properties: { a: { type: 'string', default: 'a' } } },
      'properties.a.default',
    ],
    [
      'unique properties of no object',
      { type: 'array', items: 'string', uniqueBy: 'id' },
      'uniqueBy',
    ],
    [
      'an unknown unique property',
      { type: 'array', items: { type: 'object', properties: { id: 'string' } }, uniqueBy: 'ids' },
      'uniqueBy',
    ],
    [
      'an inherited unique property',
      {
        type: 'array',
        items: { type: 'object', properties: { id: 'string' } },
        uniqueBy: ['id', 'toString'],
      },
      'uniqueBy[1]',
    ],
    ['no properties', { type: 'object' }, ''],
    ['properties that are a list', { type: 'object', properties: ['a'] }, 'properties'],
    [
      'a wrong property',
      { type: 'object', properties: { a: 'string', b: { type: 'integer', minimum: 'x' } } },
      'properties.b.minimum',
    ],
  ])('reports %s', (_, raw, place) => {
    expect(places(raw)).toEqual([place])
  })

  it('points into the pattern', () => {
    const [finding] = read({ type: 'string', pattern: '^a(?=b)$' }).findings
    expect(finding?.span).toEqual({ start: 2, end: 5 })
  })

  it.each<[JsonValue, string]>([
    ['strng(40)', 'did you mean `string(40)`'],
    ['int', 'did you mean `integer`'],
    [{ type: 'bool' }, 'did you mean `boolean`'],
    [{ type: 'string', format: 'datetime' }, 'did you mean `date-time`'],
    [{ type: 'integer', maxLength: 3 }, 'write `maximum`'],
    [{ type: 'string', maxItems: 3 }, 'write `maxLength`'],
    [{ type: 'string', enum: ['yes', 'no'], default: 'yse' }, 'did you mean "yes"'],
    [
      { type: 'array', items: { type: 'object', properties: { id: 'string' } }, uniqueBy: 'Id' },
      'did you mean `id`',
    ],
  ])('says for %j: %s', (raw, wayOut) => {
    expect(read(raw).findings[0]?.message).toContain(wayOut)
  })

  it.each(['order-id', '1st', 'größe', 'a b', '', '__proto__', '$each'])(
    'refuses the name %j at its key',
    (name) => {
      const raw = JSON.parse(`{${JSON.stringify(name)}:"string"}`) as JsonObject
      const { declarations, findings, broken } = readDeclarations(raw, defaults)
      expect(Object.keys(declarations)).toEqual([])
      expect([...broken]).toEqual([name])
      expect(findings.map(({ path, at }) => [path, at])).toEqual([[['variables', name], 'key']])
    },
  )

  it('keeps sound variables beside broken ones, in the order of the file', () => {
    const { declarations, broken } = readDeclarations(
      { toString: 'string', bad: 'strng', _a1: 'integer', constructor: 'boolean' },
      defaultBounds,
    )
    expect(Object.keys(declarations)).toEqual(['toString', '_a1', 'constructor'])
    expect([...broken]).toEqual(['bad'])
  })

  it('reports several mistakes of one declaration, each once', () => {
    expect(
      places({
        type: 'object',
        properties: { a: 'strng', b: { type: 'array' }, c: { type: 'string', pattern: '(' } },
      }),
    ).toEqual(['properties.a', 'properties.b', 'properties.c.pattern'])
    expect(places({ type: 'integer', minLength: 1, minimum: 1.5 })).toEqual([
      'minLength',
      'minimum',
    ])
  })

  it('copes with anything, and declares only what has no finding', () => {
    const words = fc.constantFrom(
      ...[
        'type',
        'enum',
        'const',
        'minLength',
        'maxLength',
        'pattern',
        'format',
        'minimum',
        'maximum',
      ],
      ...[
        'multipleOf',
        'items',
        'properties',
        'minItems',
        'maxItems',
        'uniqueBy',
        'default',
        'trim',
        '__proto__',
      ],
    )
    const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<JsonValue>(
          'string',
          'integer',
          'array',
          'object',
          'date',
          '^a$',
          '(',
          '',
          null,
          true,
          0,
          1,
          -1,
          1.5,
          7,
        ),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(words, tie('value'), { maxKeys: 5 }),
      ),
    }))
    fc.assert(
      fc.property(value, (raw) => {
        const { declarations, findings, broken } = read(raw)
        expect(Object.hasOwn(declarations, 'it')).toBe(findings.length === 0)
        expect(broken.has('it')).toBe(findings.length > 0)
        for (const { path, message } of findings) {
          expect(path[0]).toBe('variables')
          expect(message).toMatch(/^[^\n]*[^.\n]$/)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses what is nested without end instead of overflowing', () => {
    let raw: JsonValue = 'string'
    for (let depth = 0; depth < 20_000; depth++) raw = { type: 'array', items: raw }
    expect(read(raw).findings[0]?.message).toMatch(/nested too deep/)
  })
})

describe('declarations that stand in several files', () => {
  it('are one object, whose meaning is worked out once', () => {
    const [first, second] = [read('string(40)'), read('string(40)')]
    expect(second.declarations['it']).toBe(first.declarations['it'])
    const others = readDeclarations({ it: 'string' }, { maxLength: 99, maxItems: 5 })
    expect(others.declarations['it']).toMatchObject({ maxLength: 99 })
    expect(read('string').declarations['it']).toMatchObject({ maxLength: 100 })
  })

  it('take in each file what they take alone', () => {
    const raw = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `v${index}`,
        { type: 'string', pattern: `^[a-z]{${900 + index}}$` },
      ]),
    )
    const first = readDeclarations(raw, defaults)
    expect(first.findings).toHaveLength(1)
    expect(readDeclarations(raw, defaults)).toEqual(first)
  })
})
