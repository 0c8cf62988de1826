import type { NumberDeclaration } from './declaration.ts'
import { rangeOf } from './number-range.ts'
import { stepsOf } from './number-shape.ts'
import { remember } from './remember.ts'

/** Yields different integers that a declaration allows, the longest or the shortest first. */
export function* integerCandidates(
  declaration: NumberDeclaration,
  aim: 'longest' | 'shortest',
): Generator<number> {
  const { first, last, step, count } = stepsOf(declaration)
  if (aim === 'longest') {
    const isFromBelow = String(first).length > String(last).length
    for (let index = 0; index < count; index++) {
      yield isFromBelow ? first + index * step : last - index * step
    }
    return
  }
  const nearest = first > 0 ? first : Math.min(0, last)
  for (let value = nearest; value <= last; value += step) yield value
  for (let value = nearest - step; value >= first; value -= step) yield value
}

// Factors that bring out as many digits as there are: -0.0000012345678901234567 and its like.
const longScales = [-1e-6, -1e-300, 1e-300]

const samples = 64

/** Numbers in and at the ends of a range, the longest or the shortest first. */
export function realCandidates(
  declaration: NumberDeclaration,
  aim: 'longest' | 'shortest',
): readonly number[] {
  const { longest, shortest } = realNumbersOf(declaration)
  return aim === 'longest' ? longest : shortest
}

/** Numbers that a declaration allows, in both orders: asked for with every list of numbers. */
const realNumbersOf = remember((declaration: NumberDeclaration) => {
  const shortest = findNumbers(declaration)
    .map((number) => ({ number, length: String(number).length }))
    .sort((left, right) => left.length - right.length)
  const longest = shortest.toSorted((left, right) => right.length - left.length)
  return {
    shortest: shortest.map(({ number }) => number),
    longest: longest.map(({ number }) => number),
  }
})

function findNumbers(declaration: NumberDeclaration): readonly number[] {
  const range = rangeOf(declaration)
  const low = Math.max(range.min, -Number.MAX_VALUE)
  const high = Math.min(range.max, Number.MAX_VALUE)
  const inside = Array.from({ length: samples }, (_, index) => between(low, high, index))
  const found = [low, high, ...inside, ...longNumbers(low, high), ...wholeNumbers(low, high)]
  for (const number of inside) {
    for (const digits of [0, 1, 2, 3]) found.push(Number(number.toFixed(digits)))
  }
  if (declaration.multipleOf !== undefined) {
    found.push(...multiplesNear(declaration.multipleOf, [low, high, 0, ...inside]))
  }
  return [...new Set(found.map((number) => number + 0))].filter(
    (number) => number >= low && number <= high,
  )
}

/** Spreads over the range without order: the golden ratio never comes near where it was. */
function between(low: number, high: number, index: number): number {
  const share = ((index + 1) * 0.6180339887498949) % 1
  return low * (1 - share) + high * share
}

/** Numbers with as many digits as there can be, near zero and near both ends. */
function longNumbers(low: number, high: number): readonly number[] {
  const small = longScales.flatMap((scale) =>
    Array.from({ length: samples }, (_, index) => scale * (1.1 + index / 7)),
  )
  const offsets = Array.from({ length: samples }, (_, index) => (index + 1) / 3e5)
  return [...small, ...offsets.flatMap((offset) => [low + offset, high - offset])]
}

function wholeNumbers(low: number, high: number): readonly number[] {
  const first = Math.ceil(low)
  const last = Math.floor(high)
  const nearest = first > 0 ? first : Math.min(0, last)
  const steps = Array.from({ length: samples }, (_, index) => index)
  return steps.flatMap((index) => [nearest + index, nearest - index, last - index, first + index])
}

/** The multiples of a step beside some numbers, with no more decimals than the step has. */
function multiplesNear(step: number, places: readonly number[]): readonly number[] {
  return places.flatMap((place) => {
    const times = Math.round(place / step)
    return [-2, -1, 0, 1, 2].map((offset) => Number(((times + offset) * step).toPrecision(15)))
  })
}
