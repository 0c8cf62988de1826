import { charactersOf } from './character-set.ts'
import type { Declaration, NumberDeclaration, StringDeclaration } from './declaration.ts'
import { itemsOf } from './distinct-count.ts'
import { blanksOfGraph } from './graph-blanks.ts'
import { jsonBytesOfValue } from './json-bytes.ts'
import { listValues } from './list-values.ts'
import { lengthOfNumbers } from './number-shape.ts'
import { remember } from './remember.ts'
import { addIntervals, exactly, type Interval, multiplyIntervals, type TextShape } from './shape.ts'
import { factsOfString } from './string-facts.ts'
import { literalShape, shapeOfCharacters, shapeOfValues } from './text-shape.ts'

export { jsonBytesOfValue } from './json-bytes.ts'
export { concatShapes, literalShape } from './text-shape.ts'

/**
 * What the string form of a variable can become. Lists and objects have none; they, and a
 * declaration that allows nothing, get the shape of the empty text.
 */
export const shapeOf: (declaration: Declaration) => TextShape = remember((declaration) => {
  const listed = listValues(declaration)
  if (listed !== undefined) return shapeOfValues(listed.map(String))
  switch (declaration.type) {
    case 'string':
      return shapeOfString(declaration)
    case 'integer':
    case 'number':
      return shapeOfNumber(declaration)
    default:
      return literalShape('')
  }
})

function shapeOfString(declaration: StringDeclaration): TextShape {
  const facts = factsOfString(declaration)
  if (facts === undefined) return literalShape('')
  const isTrimmed = declaration.trim !== false
  const shape = shapeOfCharacters(facts.length, facts.jsonBytes, facts.alphabet, isTrimmed)
  if (isTrimmed || facts.graph === undefined) return shape
  return { ...shape, ...blanksOfGraph(facts.graph, facts.length.min === 0) }
}

function shapeOfNumber(declaration: NumberDeclaration): TextShape {
  const length = lengthOfNumbers(declaration)
  const characters = declaration.type === 'integer' ? '-0123456789' : '-+.e0123456789'
  return shapeOfCharacters(length, length, charactersOf(characters), true)
}

/** How many bytes the compact UTF-8 JSON of a variable can take, quotes and brackets included. */
export const jsonBytesOf: (declaration: Declaration) => Interval = remember((declaration) => {
  const listed = listValues(declaration)
  if (listed !== undefined) return hull(listed.map(jsonBytesOfValue))
  switch (declaration.type) {
    case 'string':
      return addIntervals(shapeOf(declaration).jsonBytes, exactly(2))
    case 'array': {
      const count = itemsOf(declaration)
      const commas = { min: Math.max(0, count.min - 1), max: Math.max(0, count.max - 1) }
      const inner = multiplyIntervals(count, jsonBytesOf(declaration.items))
      return addIntervals(addIntervals(inner, commas), exactly(2))
    }
    case 'object': {
      const members = Object.entries(declaration.properties).map(([key, property]) =>
        addIntervals(jsonBytesOf(property), exactly(jsonBytesOfValue(key) + 1)),
      )
      return members.reduce(addIntervals, exactly(2 + Math.max(0, members.length - 1)))
    }
    default:
      return shapeOf(declaration).jsonBytes
  }
})

function hull(numbers: readonly number[]): Interval {
  if (numbers.length === 0) return exactly(0)
  return { min: Math.min(...numbers), max: Math.max(...numbers) }
}
