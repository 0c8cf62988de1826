import fc from 'fast-check'
import { checkValue } from '../../src/model/check-variables.ts'
import type {
  ArrayDeclaration,
  Declaration,
  Declarations,
  Variables,
} from '../../src/model/declaration.ts'
import { type JsonObject, type JsonValue, setOwn } from '../../src/model/json.ts'
import { rangeOf } from '../../src/model/number-range.ts'
import type { Interval } from '../../src/model/shape.ts'
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
  switch (declaration.type) {
    case 'array':
      return legalList(declaration, roll)
    case 'object':
      return legalVariables(declaration.properties, roll)
    default:
      return legalScalar(declaration, roll)
  }
}

/** As many items as the dice say, each of which may stand beside those before it. */
function legalList(declaration: ArrayDeclaration, roll: Dice): JsonValue | undefined {
  const { minItems = 0, maxItems, items } = declaration
  const length = minItems + roll(Math.min(maxItems, minItems + 4) - minItems + 1)
  const open = { ...declaration, minItems: 0 }
  let list: JsonValue = []
  for (let attempt = 0; attempt < length * 5 && list.length < length; attempt++) {
    const item = legalValue(items, roll)
    if (item === undefined) break
    const longer: readonly JsonValue[] = [...list, item]
    if (checkValue(open, longer, []).problems.length === 0) list = longer
  }
  return list.length < minItems ? undefined : list
}

function legalScalar(declaration: Declaration, roll: Dice): JsonValue | undefined {
  const known = edgesOf(declaration)
  if (known.length > 0 && roll(2) === 0) {
    const { value, problems } = checkValue(declaration, candidate(declaration, roll), [])
    if (problems.length === 0) return value
  }
  return known[roll(known.length)]
}

const edges = new WeakMap<Declaration, readonly JsonValue[]>()

/** The longest and shortest values, searched once: that takes its time where there are few. */
function edgesOf(declaration: Declaration): readonly JsonValue[] {
  const known = edges.get(declaration)
  if (known !== undefined) return known
  const found = (['longest', 'shortest'] as const).flatMap((aim) => {
    const witness = witnessOf(declaration, aim)
    if (witness === undefined) return []
    return [witness, witnessOf(declaration, aim, 1) ?? witness]
  })
  const values = found.flatMap((value) => checkValue(declaration, value, []).value ?? [])
  edges.set(declaration, values)
  return values
}

function candidate(declaration: Declaration, roll: Dice): JsonValue {
  if (declaration.enum !== undefined && declaration.enum.length > 0) {
    return declaration.enum[roll(declaration.enum.length)] ?? null
  }
  switch (declaration.type) {
    case 'integer':
    case 'number':
      return number(rangeOf(declaration), roll)
    case 'boolean':
      return roll(2) === 0
    default:
      return Array.from({ length: roll(8) }, () => pieces[roll(pieces.length)]).join('')
  }
}

function number({ min, max }: Interval, roll: Dice): number {
  const [low, high] = [Math.max(min, -1e9), Math.min(max, 1e9)]
  if (roll(2) === 0) return roll(2) === 0 ? low : high
  return Math.floor(low + ((high - low) * roll(1000)) / 1000)
}
