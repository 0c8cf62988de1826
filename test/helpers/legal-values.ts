import fc from 'fast-check'
import { checkValue } from '../../src/model/check-variables.ts'
import type { Declaration, Declarations, Variables } from '../../src/model/declaration.ts'
import { type JsonObject, type JsonValue, setOwn } from '../../src/model/json.ts'
import { rangeOf } from '../../src/model/number-range.ts'
import { witnessOf } from '../../src/model/witness.ts'

/** A source of whole numbers from 0 up to, not including, a bound. */
export type Dice = (sides: number) => number

/** Dice that throw the same for the same seed. */
export const dice: fc.Arbitrary<Dice> = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((seed) => {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
})

const pieces = [
  'a',
  'A',
  'b',
  'Z',
  '0',
  '9',
  '-',
  ' ',
  '\n',
  '"',
  '\\',
  'é',
  'ß',
  'Σ',
  'ς',
  '漢',
  '😀',
  '\u3000',
]

/** One legal value for every variable; undefined where one of them has none. */
export function legalVariables(declarations: Declarations, roll: Dice): Variables | undefined {
  const variables: JsonObject = {}
  for (const [name, declaration] of Object.entries(declarations)) {
    const value = legalValue(declaration, roll)
    if (value === undefined) return undefined
    setOwn(variables, name, value)
  }
  return variables
}

/** A value that a declaration allows, as it is used; often one at the edges of what it allows. */
export function legalValue(declaration: Declaration, roll: Dice): JsonValue | undefined {
  for (let attempt = 0; attempt < 6; attempt++) {
    const { value, problems } = checkValue(declaration, candidate(declaration, roll), [])
    if (problems.length === 0 && value !== undefined) return value
  }
  const witness = witnessOf(declaration, 'shortest', roll(3))
  return witness === undefined ? undefined : checkValue(declaration, witness, []).value
}

function candidate(declaration: Declaration, roll: Dice): JsonValue {
  if (declaration.enum !== undefined && declaration.enum.length > 0) {
    return declaration.enum[roll(declaration.enum.length)] ?? null
  }
  // Lists and objects are put together below: their witnesses take too long to find so often.
  const isFlat = declaration.type !== 'array' && declaration.type !== 'object'
  if (isFlat && roll(3) === 0) {
    return witnessOf(declaration, roll(2) === 0 ? 'longest' : 'shortest', roll(3)) ?? null
  }
  switch (declaration.type) {
    case 'string':
      return Array.from({ length: roll(8) }, () => pieces[roll(pieces.length)]).join('')
    case 'integer':
    case 'number':
      return number(rangeOf(declaration), roll)
    case 'boolean':
      return roll(2) === 0
    case 'array': {
      const { minItems = 0, maxItems, items } = declaration
      const length = minItems + roll(Math.min(maxItems, minItems + 4) - minItems + 1)
      return Array.from({ length }, () => legalValue(items, roll) ?? null)
    }
    case 'object': {
      const object: JsonObject = {}
      for (const [name, property] of Object.entries(declaration.properties)) {
        setOwn(object, name, legalValue(property, roll) ?? null)
      }
      return object
    }
    default:
      return declaration satisfies never
  }
}

function number({ min, max }: { readonly min: number; readonly max: number }, roll: Dice): number {
  const [low, high] = [Math.max(min, -1e9), Math.min(max, 1e9)]
  if (roll(2) === 0) return roll(2) === 0 ? low : high
  return Math.floor(low + ((high - low) * roll(1000)) / 1000)
}
