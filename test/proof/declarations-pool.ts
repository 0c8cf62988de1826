import type { JsonObject, JsonValue } from '../../src/model/json.ts'
import { chance, type Dice, pick } from './dice.ts'

/** A mapping that is still being written. */
export type Draft = Record<string, JsonValue>

/** Whether all values of the variables are few enough to be tried one by one. */
export type Size = 'tiny' | 'wide'

const string = (rest: JsonObject): JsonObject => ({ type: 'string', ...rest })

const tinyTexts: readonly JsonObject[] = [
  string({ enum: ['x', 'y'] }),
  string({ enum: ['x', 'xyz'] }),
  string({ enum: ['ab', 'Ab', 'b'] }),
  string({ enum: [' x', 'y'], trim: false }),
  string({ enum: ['"', 'é', '\\'] }),
  string({ const: 'x' }),
  string({ enum: ['x', ''], minLength: 0 }),
  string({ enum: ['', 'y'], minLength: 0 }),
  string({ pattern: '^x\\n?$', trim: false, multiline: true }),
  string({ pattern: '^[xy]{1,2}$' }),
  string({ maxLength: 1, pattern: '^[xY]+$' }),
  string({ minLength: 0, maxLength: 1, pattern: '^[xy]*$' }),
  string({ pattern: '^[x ]{1,2}$', trim: false }),
  string({ pattern: '^[x ]{1,2}$' }),
  string({ pattern: '^(x|yy)$' }),
  { type: 'integer', minimum: 0, maximum: 2 },
  { type: 'integer', minimum: 9, maximum: 11, multipleOf: 1 },
  { type: 'boolean' },
]

const wideTexts: readonly JsonObject[] = [
  ...tinyTexts,
  ...[1, 2, 3, 7, 12, 17, 20, 24, 40, 60, 100, 300].map((maxLength) => string({ maxLength })),
  string({ minLength: 4, maxLength: 4 }),
  string({ minLength: 0, maxLength: 9 }),
  string({ maxLength: 30, multiline: true }),
  string({ maxLength: 5, trim: false }),
  string({ maxLength: 20, pattern: '^[^"]*"[^"]*$' }),
  string({ pattern: '^[A-Z]{2}[0-9]{6}$' }),
  string({ pattern: '^[0-9]{1,12}$' }),
  string({ pattern: '^\\p{Lu}\\p{L}{1,4}$' }),
  string({ pattern: '^(cat|horses|😀)$' }),
  string({ pattern: '[äö]', maxLength: 8 }),
  string({ pattern: '^\\s*x?\\s*$', trim: false, minLength: 0, maxLength: 4 }),
  string({ pattern: '^a\\n?b$', multiline: true }),
  string({}),
  ...['date', 'date-time', 'time', 'uuid', 'email', 'uri', 'e164'].map((format) =>
    string({ format }),
  ),
  { type: 'integer' },
  { type: 'integer', minimum: 0, maximum: 99_999 },
  { type: 'integer', minimum: -5, maximum: 1_000_000 },
  { type: 'integer', minimum: -123_456, maximum: 7 },
  { type: 'number' },
  { type: 'number', minimum: 0, maximum: 10, multipleOf: 0.5 },
  { type: 'integer', minimum: -1000, maximum: 999 },
  { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 100, multipleOf: 7 },
]

const tinyNumbers: readonly JsonObject[] = [
  { type: 'integer', minimum: 88, maximum: 91 },
  { type: 'integer', minimum: -1, maximum: 1 },
  { type: 'integer', minimum: -181, maximum: -179 },
  { type: 'integer', minimum: 500, maximum: 501 },
]

const wideNumbers: readonly JsonObject[] = [
  ...tinyNumbers,
  { type: 'number', minimum: -90, maximum: 90 },
  { type: 'number', exclusiveMinimum: -90, maximum: 90.5 },
  { type: 'integer', minimum: -180, maximum: 180 },
  { type: 'number' },
]

/** What may stand in a text. */
export function textDeclaration(roll: Dice, size: Size): JsonObject {
  return pick(roll, size === 'tiny' ? tinyTexts : wideTexts)
}

/** What may stand for a coordinate. */
export function numberDeclaration(roll: Dice, size: Size): JsonObject {
  return pick(roll, size === 'tiny' ? tinyNumbers : wideNumbers)
}

/** A list with few or many items. */
export function listDeclaration(
  roll: Dice,
  size: Size,
  properties: JsonObject,
  keys: readonly string[],
): JsonObject {
  const most =
    size === 'tiny'
      ? 1 + roll(2)
      : pick(roll, [1, 2, 2, 3, 3, 4, 5, 9, 10, 11, chance(roll, 3) ? 30 : 1])
  const minItems = Math.min(roll(3), most)
  const uniqueBy = keys.filter(() => roll(2) === 0)
  const by: JsonValue = uniqueBy.length === 1 && roll(2) === 0 ? (uniqueBy[0] ?? '') : uniqueBy
  return {
    type: 'array',
    ...(minItems === 0 && roll(2) === 0 ? {} : { minItems }),
    maxItems: most,
    ...(uniqueBy.length === 0 ? {} : { uniqueBy: by }),
    ...(roll(6) === 0 ? { uniqueItems: true } : {}),
    items: { type: 'object', properties },
  }
}
