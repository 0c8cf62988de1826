import { expect, it } from 'vitest'
import { readDeclarations } from '../../src/language/declarations.ts'
import { checkVariables } from '../../src/model/check-variables.ts'
import { type Declarations, defaultBounds } from '../../src/model/declaration.ts'
import { isObject, type JsonObject } from '../../src/model/json.ts'
import { listAssignments } from '../../src/model/list-assignments.ts'
import { caseSeed, diceOf } from '../proof/dice.ts'
import { objectsOf } from '../proof/enumerate.ts'
import { randomSpec } from '../proof/random-spec.ts'

function declare(variables: JsonObject): Declarations {
  return readDeclarations(variables, defaultBounds).declarations
}

function asTexts(all: readonly JsonObject[] | undefined): readonly string[] {
  return [...new Set(all?.map((one) => JSON.stringify(one)))].toSorted()
}

it('lists what an enumerator lists that knows nothing of it', () => {
  let compared = 0
  for (let index = 0; index < 300; index++) {
    const { variables } = randomSpec(diceOf(caseSeed(9, index)), 'tiny')
    const raw = isObject(variables) ? variables : {}
    const { declarations, broken } = readDeclarations(raw, defaultBounds)
    // Chance makes lists that cannot be filled, which are refused.
    if (broken.size > 0) continue
    const listed = listAssignments(declarations, 1000)
    const wanted = objectsOf(raw, 1000)
    if (listed === undefined || wanted === undefined) continue
    const legal = wanted.filter((one) => checkVariables(declarations, one).problems.length === 0)
    expect(asTexts(listed)).toEqual(asTexts(legal))
    compared++
  }
  expect(compared).toBeGreaterThan(100)
})

it.each<[why: string, variables: JsonObject]>([
  ['a text of any words', { a: 'string(3)' }],
  ['too many numbers', { a: { type: 'integer', minimum: 0, maximum: 2000 } }],
  ['a list that can be too long', { a: { type: 'array', maxItems: 2000, items: 'boolean' } }],
  ['too many pairs', Object.fromEntries(Array.from('abcdefghijk', (name) => [name, 'boolean']))],
])('gives up at %s', (_, variables) => {
  expect(listAssignments(declare(variables), 1000)).toBeUndefined()
})
