import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasCharacter } from '../../src/model/character-set.ts'
import { checkValue } from '../../src/model/check-variables.ts'
import type { Declaration } from '../../src/model/declaration.ts'
import type { JsonValue } from '../../src/model/json.ts'
import type { TextShape } from '../../src/model/shape.ts'
import {
  concatShapes,
  jsonBytesOf,
  jsonBytesOfValue,
  literalShape,
  shapeOf,
} from '../../src/model/shape-of.ts'
import { witnessOf } from '../../src/model/witness.ts'
import {
  anyDeclarations,
  anyNumber,
  anyText,
  declare,
  scalarDeclarations,
} from './arbitrary-declaration.ts'

const bytes = (text: string): number => new TextEncoder().encode(text).length

/** What a shape says wrongly of a text. */
function lies(shape: TextShape, text: string): readonly string[] {
  const size = bytes(JSON.stringify(text)) - 2
  const facts: [string, boolean][] = [
    ['length', shape.length.min <= text.length && text.length <= shape.length.max],
    ['jsonBytes', shape.jsonBytes.min <= size && size <= shape.jsonBytes.max],
    ['blank', agrees(shape.blank, text.trim() === '')],
    ['lineFeed', agrees(shape.lineFeed, text.includes('\n'))],
    ['leadingBlank', agrees(shape.leadingBlank, text.trimStart() !== text)],
    ['trailingBlank', agrees(shape.trailingBlank, text.trimEnd() !== text)],
    ['values', shape.values?.includes(text) ?? true],
    [
      'alphabet',
      [...text].every((character) =>
        hasCharacter(shape.alphabet ?? [[0, 0x10ffff]], character.codePointAt(0) ?? 0),
      ),
    ],
  ]
  return facts.filter(([, holds]) => !holds).map(([name]) => name)
}

function agrees(said: TextShape['blank'], holds: boolean): boolean {
  return said === 'sometimes' || (said === 'always') === holds
}

function shapeOfRaw(raw: JsonValue): TextShape {
  const declaration = declare(raw)
  if (declaration === undefined) throw new Error('the declaration is refused')
  return shapeOf(declaration)
}

/** Legal values: from the witnesses, and from what happens to fit. */
function legalValues(
  declaration: Declaration,
  samples: readonly JsonValue[],
): readonly JsonValue[] {
  const witnesses = [0, 1, 2, 5].flatMap((seed) => [
    witnessOf(declaration, 'longest', seed),
    witnessOf(declaration, 'shortest', seed),
  ])
  return [...witnesses, ...samples]
    .map((value) => checkValue(declaration, value, []).value)
    .filter((value) => value !== undefined)
}

describe('shapeOf', () => {
  it('says nothing that a legal value belies', () => {
    const samples = fc.array(fc.oneof(anyText, anyNumber, fc.boolean()), { maxLength: 12 })
    fc.assert(
      fc.property(scalarDeclarations, samples, (declaration, values) => {
        const shape = shapeOf(declaration)
        for (const value of legalValues(declaration, values)) {
          expect([declaration, value, lies(shape, String(value))]).toEqual([declaration, value, []])
        }
      }),
      { numRuns: 600 },
    )
  }, 60_000)

  it('is reached by the witnesses at both ends', () => {
    fc.assert(
      fc.property(scalarDeclarations, (declaration) => {
        // Which decimal fractions fit between two numbers has no formula: their bounds are outer.
        if (declaration.type === 'number') return
        if (declaration.type === 'string' && declaration.format && declaration.pattern) return
        const { length } = shapeOf(declaration)
        const ends = [witnessOf(declaration, 'shortest'), witnessOf(declaration, 'longest')]
        const isTime = declaration.type === 'string' && /time/.test(declaration.format ?? '')
        const reached = { min: String(ends[0]).length, max: String(ends[1]).length }
        // A time cannot be one character longer than the shortest.
        if (isTime) expect(length.max - reached.max).toBeLessThanOrEqual(1)
        else expect([declaration, reached]).toEqual([declaration, length])
      }),
      { numRuns: 600 },
    )
  })

  it.each<[JsonValue, number, number]>([
    ['string', 1, 256],
    ['string(40)', 1, 40],
    [{ type: 'string', minLength: 0, maxLength: 9 }, 0, 9],
    [{ type: 'string', pattern: '^[A-Z]{2}[0-9]{6}$' }, 8, 8],
    [{ type: 'string', pattern: '^(ab)+$', maxLength: 7 }, 2, 6],
    [{ type: 'string', pattern: '[0-9]' }, 1, 256],
    [{ type: 'string', pattern: '^ ?x ?$' }, 1, 1],
    [{ type: 'string', pattern: '^ ?x ?$', trim: false }, 1, 3],
    [{ type: 'string', pattern: '^a\\n?$', trim: false }, 1, 1],
    [{ type: 'string', format: 'date' }, 10, 10],
    [{ type: 'string', format: 'uuid' }, 36, 36],
    [{ type: 'string', format: 'e164' }, 8, 16],
    [{ type: 'string', format: 'uri' }, 8, 256],
    [{ type: 'string', format: 'email', maxLength: 80 }, 6, 80],
    [{ type: 'string', format: 'date-time' }, 20, 256],
    [{ type: 'string', enum: ['no', 'maybe'] }, 2, 5],
    [{ type: 'string', const: 'fixed' }, 5, 5],
    ['boolean', 4, 5],
    ['integer', 1, 17],
    ['number', 1, 25],
    [{ type: 'integer', minimum: 10, maximum: 999 }, 2, 3],
    [{ type: 'integer', minimum: -1000, maximum: -10 }, 3, 5],
    [{ type: 'integer', minimum: 1, maximum: 999, multipleOf: 100 }, 3, 3],
    [{ type: 'integer', exclusiveMinimum: 9, exclusiveMaximum: 100 }, 2, 2],
    [{ type: 'number', minimum: 0, maximum: 999.99, multipleOf: 0.01 }, 1, 6],
    [{ type: 'number', minimum: 0 }, 1, 24],
    [{ type: 'number', minimum: -90, maximum: 90 }, 1, 25],
  ])('%j is %i to %i units long', (raw, min, max) => {
    expect(shapeOfRaw(raw).length).toEqual({ min, max })
  })

  it('counts the bytes of JSON escapes and of UTF-8', () => {
    expect(shapeOfRaw('string(10)').jsonBytes).toEqual({ min: 1, max: 30 })
    expect(shapeOfRaw({ type: 'string', pattern: '^[0-9]{4}$' }).jsonBytes).toEqual({
      min: 4,
      max: 4,
    })
    expect(shapeOfRaw({ type: 'string', pattern: '^["a]{4}$' }).jsonBytes).toEqual({
      min: 4,
      max: 8,
    })
    expect(shapeOfRaw({ type: 'string', pattern: '^😀{2}$' }).jsonBytes).toEqual({ min: 8, max: 8 })
    expect(shapeOfRaw({ type: 'string', format: 'uri', maxLength: 99 }).jsonBytes.max).toBe(99)
    expect(shapeOfRaw({ type: 'string', enum: ['é', 'abc'] }).jsonBytes).toEqual({ min: 2, max: 3 })
  })

  it('knows when blanks and line feeds can happen', () => {
    const plain = shapeOfRaw('string')
    expect([plain.blank, plain.lineFeed, plain.leadingBlank]).toEqual(['never', 'never', 'never'])
    const free = shapeOfRaw({ type: 'string', multiline: true, trim: false })
    expect([free.blank, free.lineFeed, free.trailingBlank]).toEqual(Array(3).fill('sometimes'))
    expect(shapeOfRaw({ type: 'string', minLength: 0 }).blank).toBe('sometimes')
    expect(shapeOfRaw({ type: 'string', trim: false, pattern: '^[a-z]+$' }).blank).toBe('never')
  })

  it('lists the texts where they are few', () => {
    expect(shapeOfRaw('boolean').values).toEqual(['true', 'false'])
    expect(shapeOfRaw({ type: 'integer', minimum: 1, maximum: 3 }).values).toEqual(['1', '2', '3'])
    expect(shapeOfRaw({ type: 'string', enum: ['a', 'b'] }).values).toEqual(['a', 'b'])
    expect(shapeOfRaw('integer').values).toBeUndefined()
  })
})

describe('concatShapes', () => {
  it('says nothing that a joined text belies', () => {
    const part = fc.oneof(
      anyText.map((text) => ({ shape: literalShape(text), texts: [text] })),
      fc.tuple(scalarDeclarations, fc.array(anyText)).map(([declaration, samples]) => ({
        shape: shapeOf(declaration),
        texts: legalValues(declaration, samples).map(String),
      })),
    )
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 4 }),
        (parts, picks) => {
          const shape = concatShapes(parts.map((piece) => piece.shape))
          if (parts.some(({ texts }) => texts.length === 0)) return
          const text = parts
            .map(({ texts }, index) => texts[(picks[index] ?? 0) % texts.length])
            .join('')
          expect([text, lies(shape, text)]).toEqual([text, []])
        },
      ),
      { numRuns: 150 },
    )
  })

  it('is exact for literals', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
        expect(concatShapes(texts.map(literalShape))).toEqual(literalShape(texts.join('')))
      }),
    )
  })
})

describe('jsonBytesOf', () => {
  it('holds every legal value between its ends', () => {
    fc.assert(
      fc.property(anyDeclarations, fc.array(anyText), (declaration, samples) => {
        const { min, max } = jsonBytesOf(declaration)
        for (const value of legalValues(declaration, samples)) {
          const size = bytes(JSON.stringify(value))
          expect([declaration, value, min <= size && size <= max]).toContain(true)
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it.each<[JsonValue, number, number]>([
    ['boolean', 4, 5],
    ['string(3)', 3, 11],
    [{ type: 'array', items: 'boolean', minItems: 1, maxItems: 3 }, 6, 19],
    [{ type: 'array', items: 'boolean', maxItems: 9, uniqueItems: true }, 2, 13],
    [{ type: 'object', properties: { a: 'boolean', 'é"': 'string(1)' } }, 21, 24],
    [{ type: 'object', properties: {} }, 2, 2],
    [{ type: 'string', enum: ['a', 'b"'] }, 3, 5],
  ])('%j takes %i to %i bytes', (raw, min, max) => {
    const declaration = declare(raw)
    expect(declaration && jsonBytesOf(declaration)).toEqual({ min, max })
  })
})

describe('jsonBytesOfValue', () => {
  it('is the UTF-8 length of the compact JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as JsonValue
        expect(jsonBytesOfValue(plain)).toBe(bytes(JSON.stringify(plain)))
      }),
    )
    expect(jsonBytesOfValue('é漢😀"\n')).toBe(2 + 2 + 3 + 4 + 2 + 2)
  })
})
