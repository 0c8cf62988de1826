import fc from 'fast-check'
import { readDeclarations } from '../../src/language/declarations.ts'
import { type Declaration, defaultBounds } from '../../src/model/declaration.ts'
import type { JsonObject, JsonValue } from '../../src/model/json.ts'

const words = fc.constantFrom(
  'a',
  'Ana',
  'B"q',
  'zwei Wörter',
  '漢字',
  '😀',
  'x\ny',
  ' lead',
  '',
  'ÀB',
)

const lengths = fc.record({ minLength: fc.nat(6), maxLength: fc.nat(12) }, { requiredKeys: [] })
const kinds = fc.record(
  {
    multiline: fc.boolean(),
    trim: fc.boolean(),
    pattern: fc.constantFrom(
      ...['^[A-Z]{2}[0-9]{3}$', '^[0-9]+$', '^\\s*x?\\s*$', '^(cat|horses|😀)$', '[äö]', '^.+$'],
      ...[
        '^(ab|cde)*$',
        '^[^"]*"[^"]*$',
        '^\\p{Lu}\\p{L}{1,4}$',
        '^a\\n?b$',
        'x$|^y',
        '^[\\u3040-\\u30ff]{2,3}$',
      ],
    ),
    format: fc.constantFrom('date', 'date-time', 'time', 'uuid', 'email', 'uri', 'e164'),
  },
  { requiredKeys: [] },
)
const plainStrings = fc
  .tuple(lengths, kinds, fc.boolean())
  .map(([length, kind, isBare]) => ({ type: 'string', ...length, ...(isBare ? {} : kind) }))
const formatStrings = kinds.map(({ format, trim }) => ({
  type: 'string',
  ...(format ? { format } : {}),
  ...(trim === undefined ? {} : { trim }),
}))
const strings = fc.oneof(
  plainStrings,
  formatStrings,
  fc
    .tuple(fc.array(words, { minLength: 1, maxLength: 4 }), fc.boolean(), fc.boolean())
    .map(([choices, trim, multiline]) => ({ type: 'string', enum: choices, trim, multiline })),
)

const bounds = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -9, max: 9 }))
const numbers = fc.record(
  {
    type: fc.constantFrom('integer', 'number'),
    minimum: bounds,
    maximum: bounds,
    exclusiveMinimum: bounds,
    exclusiveMaximum: bounds,
    multipleOf: fc.constantFrom(1, 2, 7, 50, 0.01, 0.5, 1e-7),
  },
  { requiredKeys: ['type'] },
)

const scalars: fc.Arbitrary<JsonObject> = fc.oneof(
  strings as fc.Arbitrary<JsonObject>,
  numbers as fc.Arbitrary<JsonObject>,
  fc.constant({ type: 'boolean' }),
)

const composites: fc.Arbitrary<JsonObject> = fc.letrec<{ any: JsonObject }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    scalars,
    fc
      .tuple(tie('any'), fc.nat(3), fc.nat(5), fc.boolean())
      .map(([items, minItems, maxItems, uniqueItems]) => ({
        ...{ type: 'array', items, minItems, maxItems, uniqueItems },
      })),
    fc
      .tuple(tie('any'), tie('any'), fc.nat(2), fc.nat(4))
      .map(([id, label, minItems, maxItems]) => ({
        type: 'array',
        items: { type: 'object', properties: { id, label } },
        ...{ minItems, maxItems, uniqueBy: 'id' },
      })),
    fc
      .dictionary(fc.constantFrom('a', 'bé', 'constructor'), tie('any'), { maxKeys: 3 })
      .map((properties) => ({ type: 'object', properties })),
  ),
})).any

/** Reads a declaration as a file would hold it; undefined where it is refused. */
export function declare(raw: JsonValue): Declaration | undefined {
  return readDeclarations({ it: raw }, defaultBounds).declarations['it']
}

/** Sound declarations of strings, numbers and booleans. */
export const scalarDeclarations: fc.Arbitrary<Declaration> = sound(scalars)

/** Sound declarations of any type. */
export const anyDeclarations: fc.Arbitrary<Declaration> = sound(composites)

function sound(raw: fc.Arbitrary<JsonObject>): fc.Arbitrary<Declaration> {
  return raw.map(declare).filter((declaration) => declaration !== undefined)
}

/** Texts that are near the edges of what declarations say. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...('abxyZ09"\\ é漢😀'.match(/./gu) ?? []),
      '\n',
      '\u3000',
      '\ufeff',
      'cde',
      'ab',
      'カ',
      'Äö',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** Numbers of every size. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -2000, max: 2000 }),
  fc.integer({ min: -200_000, max: 200_000 }).map((cents) => cents / 100),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
)
