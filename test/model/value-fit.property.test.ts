import { describe, expect, it } from 'vitest'
import { readDeclarations } from '../../src/language/declarations.ts'
import { checkValue } from '../../src/model/check-variables.ts'
import { type Declaration, defaultBounds } from '../../src/model/declaration.ts'
import type { JsonObject, JsonValue } from '../../src/model/json.ts'
import { type FitOptions, fitDeclaration, fitsValue } from '../../src/model/value-fit.ts'
import { chance, type Dice, diceOf, pick } from '../proof/dice.ts'

const numbers = [
  -7, -6, -5, -4, -3, -2.5, -2, -1.5, -1, -0.5, -0.25, 0, 0.25, 0.5, 1, 1.5, 2, 2.5,
].concat([3, 4, 5, 6, 7, 1e-9, -1e-9, 1.999, 2 ** 53, -(2 ** 53), 1e21, -1e21])

function textsUpTo(length: number): readonly string[] {
  if (length === 0) return ['']
  const shorter = textsUpTo(length - 1)
  const longest = shorter.filter((text) => text.length === length - 1)
  return [...shorter, ...longest.flatMap((text) => [' ', 'a', 'B', '1', '\n'].map((c) => text + c))]
}

const texts = textsUpTo(4)

function scalar(roll: Dice): JsonObject {
  return pick(roll, [number, number, string, string, choice])(roll)
}

function number(roll: Dice): JsonObject {
  const type = pick(roll, ['integer', 'number'])
  const isWhole = type === 'integer'
  const bound = (): number => (isWhole ? roll(9) - 4 : (roll(17) - 8) / 2)
  return {
    type,
    ...(chance(roll, 2) ? { [pick(roll, ['minimum', 'exclusiveMinimum'])]: bound() } : {}),
    ...(chance(roll, 2) ? { [pick(roll, ['maximum', 'exclusiveMaximum'])]: bound() } : {}),
    ...(chance(roll, 3) ? { multipleOf: pick(roll, isWhole ? [1, 2, 3] : [0.5, 1, 1.5, 2]) } : {}),
  }
}

function string(roll: Dice): JsonObject {
  return {
    type: 'string',
    ...(chance(roll, 2) ? { minLength: roll(3) } : {}),
    ...(chance(roll, 2) ? { maxLength: 1 + roll(4) } : {}),
    ...(chance(roll, 3)
      ? {
          pattern: pick(roll, [
            '^a[a-z]{0,2}$',
            '^[a-z]{1,3}$',
            '^[a-z ]{0,2}1$',
            '^a ?1?$',
            '^[aB]+$',
          ]),
        }
      : {}),
    ...(chance(roll, 3) ? { trim: false } : {}),
    ...(chance(roll, 4) ? { multiline: true } : {}),
  }
}

function choice(roll: Dice): JsonObject {
  return pick<JsonObject>(roll, [
    { type: 'boolean' },
    { type: 'boolean', const: true },
    { type: 'string', enum: ['a', 'B'] },
    { type: 'string', enum: ['a', 'B', 'a1'] },
    { type: 'string', const: 'a' },
    { type: 'integer', enum: [1, 2] },
    { type: 'number', enum: [0.5, 1, 2] },
    { type: 'integer', const: 2 },
  ])
}

function composite(roll: Dice, depth: number): JsonObject {
  const inner = (): JsonObject =>
    depth > 0 && chance(roll, 4) ? composite(roll, depth - 1) : scalar(roll)
  if (chance(roll, 2)) {
    const names = pick(roll, [['a'], ['a', 'b'], ['b'], []])
    return { type: 'object', properties: Object.fromEntries(names.map((name) => [name, inner()])) }
  }
  const isOfObjects = chance(roll, 3)
  const items = isOfObjects
    ? { type: 'object', properties: { a: scalar(roll), b: scalar(roll) } }
    : inner()
  const least = roll(3)
  return {
    type: 'array',
    minItems: least,
    maxItems: least + roll(3),
    items,
    ...(chance(roll, 3) ? { uniqueItems: true } : {}),
    ...(isOfObjects && chance(roll, 2) ? { uniqueBy: pick(roll, [['a'], ['b'], ['a', 'b']]) } : {}),
  }
}

/** A declaration, and the same with some keywords of another one. */
function pairOf(roll: Dice): readonly [JsonObject, JsonObject] {
  const one = chance(roll, 2) ? scalar(roll) : composite(roll, 1)
  const other = chance(roll, 2) ? scalar(roll) : composite(roll, 1)
  if (chance(roll, 2)) return [one, other]
  const kept = Object.entries(one).filter(([key]) => key === 'type' || !chance(roll, 3))
  const added = Object.entries(other).filter(([key]) => key !== 'type' && chance(roll, 2))
  const isOfKind = one['type'] === other['type']
  return [one, { ...Object.fromEntries(kept), ...(isOfKind ? Object.fromEntries(added) : {}) }]
}

function declare(data: JsonObject): Declaration | undefined {
  const { declarations, findings } = readDeclarations({ x: data }, defaultBounds)
  return findings.length === 0 ? declarations['x'] : undefined
}

/** Values that a declaration accepts: all of a few kinds, or so many. */
function valuesOf(declaration: Declaration, most: number): readonly JsonValue[] {
  return candidatesOf(declaration, most)
    .filter((value) => checkValue(declaration, value, []).problems.length === 0)
    .slice(0, most)
}

function candidatesOf(declaration: Declaration, most: number): readonly JsonValue[] {
  switch (declaration.type) {
    case 'boolean':
      return [true, false]
    case 'integer':
    case 'number':
      return numbers
    case 'string': {
      // Callers of a typed list pass what it lists, without blanks around it.
      const listed = declaration.const === undefined ? declaration.enum : [declaration.const]
      return listed ?? texts
    }
    case 'array':
      return listsOf(valuesOf(declaration.items, Math.min(most, 5)), 4)
    case 'object':
      return Object.entries(declaration.properties).reduce<readonly JsonObject[]>(
        (objects, [name, property]) =>
          objects.flatMap((object) =>
            valuesOf(property, Math.min(most, 6)).map((value) => ({ ...object, [name]: value })),
          ),
        [{}],
      )
  }
}

function listsOf(values: readonly JsonValue[], length: number): readonly JsonValue[][] {
  if (length === 0) return [[]]
  const shorter = listsOf(values, length - 1)
  const longest = shorter.filter((list) => list.length === length - 1)
  return [...shorter, ...longest.flatMap((list) => values.map((value) => [...list, value]))]
}

const ways: readonly FitOptions[] = [
  { from: 'passed', to: 'accepted' },
  { from: 'used', to: 'accepted' },
  { from: 'used', to: 'same' },
]

/** What is wrong with an answer; nothing where it is borne out. */
function faultOf(before: Declaration, after: Declaration, options: FitOptions): unknown {
  const fit = fitDeclaration(before, after, options)
  if (fit.fits === 'sometimes') {
    const { value, problems } = checkValue(before, fit.value, [])
    const given = options.from === 'used' ? value : fit.value
    if (problems.length > 0) return ['not of the first', fit.value]
    return given !== undefined && fitsValue(given, after, options) ? ['fits', given] : undefined
  }
  if (fit.fits === 'unknown') return undefined
  return valuesOf(before, 600)
    .map((value) => (options.from === 'used' ? checkValue(before, value, []).value : value))
    .map((value) => (value === undefined ? undefined : { misfit: value }))
    .find((one) => one !== undefined && !fitsValue(one.misfit, after, options))
}

describe('fitDeclaration', () => {
  it('says of declarations made by chance what trying values shows', () => {
    const roll = diceOf(5)
    const wrong: unknown[] = []
    const answers = { always: 0, sometimes: 0, unknown: 0 }
    for (let round = 0; round < 600; round++) {
      const [one, other] = pairOf(roll)
      const [before, after] = [declare(one), declare(other)]
      if (before === undefined || after === undefined) continue
      const options = pick(roll, ways)
      answers[fitDeclaration(before, after, options).fits]++
      const fault = faultOf(before, after, options)
      if (fault !== undefined) wrong.push({ one, other, options, fault })
    }
    expect(wrong).toEqual([])
    expect(answers.always).toBeGreaterThan(100)
    expect(answers.sometimes).toBeGreaterThan(150)
  })
})
