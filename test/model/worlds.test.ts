import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, Guard, ItemBounds, Loop, SequenceBounds } from '../../src/model/bounds.ts'
import type { Interval } from '../../src/model/shape.ts'
import { canCoexist, countIn, countTogether, holdsIn, worldsOf } from '../../src/model/worlds.ts'

const loop: Loop = {
  name: 'p',
  list: { type: 'array', maxItems: 3, items: { type: 'boolean' } },
  source: 'ps',
  declaredAt: ['variables', 'ps'],
}
const on = (flag: string): Condition => ({ flag, value: true, declaredAt: [] })
const off = (flag: string): Condition => ({ flag, value: false, declaredAt: [] })
const ofElement: Condition = {
  flag: 'p.late',
  value: true,
  declaredAt: [],
  loop,
}

function item(
  ownGuard: Guard,
  count: Interval = { min: 1, max: 1 },
  parent?: ItemBounds,
): ItemBounds {
  const guard = [...(parent?.guard ?? []), ...ownGuard]
  const place = { path: [], field: 'x', guard, loops: [], count, ownGuard }
  return parent === undefined ? place : { ...place, parent }
}

function sequence(items: readonly ItemBounds[], guard: Guard = []): SequenceBounds {
  return { path: [], field: 'x', guard, loops: [], items }
}

describe('worldsOf', () => {
  it('has one world without flags, and two for every flag', () => {
    expect(worldsOf([])).toHaveLength(1)
    expect(worldsOf([[ofElement]])).toHaveLength(1)
    expect(worldsOf([[on('a'), off('b')], [off('a')]])).toHaveLength(4)
  })

  it('gives up where there are too many to try', () => {
    const guards = Array.from({ length: 40 }, (_, index) => [on(`f${index}`)])
    expect(worldsOf(guards)).toBeUndefined()
  })
})

describe('canCoexist', () => {
  it('is false only for a flag of the whole message that would need both values', () => {
    expect(canCoexist([on('a')], [off('a')])).toBe(false)
    expect(canCoexist([on('a')], [on('a'), off('b')])).toBe(true)
    expect(canCoexist([], [off('a')])).toBe(true)
    expect(canCoexist([ofElement], [{ ...ofElement, value: false }])).toBe(true)
  })
})

describe('countIn', () => {
  it('counts items with opposite conditions as one', () => {
    expect(countIn(sequence([item([on('a')]), item([off('a')]), item([])]))).toEqual({
      min: 2,
      max: 2,
    })
  })

  it('takes the conditions around the sequence as given', () => {
    expect(countIn(sequence([item([on('a')]), item([])], [on('a')]))).toEqual({ min: 2, max: 2 })
    expect(countIn(sequence([item([on('a')])], [off('a')]))).toEqual({ min: 0, max: 0 })
  })

  it('takes a flag of an element that it lies in as one for all of its items', () => {
    const notLate = { ...ofElement, value: false }
    const maybe = { min: 0, max: 1 }
    const inElement = (guard: Guard, ...items: readonly ItemBounds[]): SequenceBounds => {
      return { ...sequence(items, guard), loops: [loop] }
    }
    const [late, onTime] = [item([ofElement], maybe), item([notLate], maybe)]
    expect(countIn(inElement([], late, onTime))).toEqual({ min: 1, max: 1 })
    expect(countIn(inElement([], late, late, onTime))).toEqual({ min: 1, max: 2 })
    expect(countIn(inElement([ofElement], late, item([])))).toEqual({ min: 2, max: 2 })
    expect(countIn(inElement([notLate], late))).toEqual({ min: 0, max: 0 })
    expect(countIn(inElement([], item([ofElement, notLate], { min: 0, max: 0 })))).toEqual({
      min: 0,
      max: 0,
    })
    expect(countIn(sequence([late, onTime]))).toEqual({ min: 0, max: 2 })
  })

  it('takes many flags as independent', () => {
    const items = Array.from({ length: 40 }, (_, index) => item([on(`f${index}`)]))
    expect(countIn(sequence(items))).toEqual({ min: 0, max: 40 })
  })

  it('holds what really is there, for every setting of the flags', () => {
    const flag = fc.constantFrom('a', 'b', 'c')
    const guards = fc.array(fc.record({ flag, value: fc.boolean(), declaredAt: fc.constant([]) }), {
      maxLength: 2,
    })
    const counts = fc.tuple(fc.nat(2), fc.nat(2)).map(([min, more]) => ({ min, max: min + more }))
    const items = fc.array(fc.tuple(guards, counts), { maxLength: 5 })
    fc.assert(
      fc.property(items, guards, (parts, given) => {
        const all = sequence(
          parts.map(([guard, count]) => item(guard, count)),
          given,
        )
        const bounds = countIn(all)
        for (const world of worldsOf([[on('a'), on('b'), on('c')]]) ?? []) {
          if (!holdsIn(given, world)) continue
          const there = parts.filter(([guard]) => holdsIn(guard, world)).map(([, count]) => count)
          expect(sumOf(there, 'min')).toBeGreaterThanOrEqual(bounds.min)
          expect(sumOf(there, 'max')).toBeLessThanOrEqual(bounds.max)
        }
      }),
    )
  })
})

describe('countTogether', () => {
  it('multiplies by the sequences around', () => {
    const outer = item([], { min: 1, max: 3 })
    const inner = [item([], { min: 2, max: 4 }, outer), item([on('a')], { min: 1, max: 1 }, outer)]
    expect(countTogether(inner)).toEqual({ min: 2, max: 15 })
  })

  it('knows that one section is there when the other is not', () => {
    const [first, second] = [item([on('a')]), item([off('a')])]
    const rows = [item([], { min: 6, max: 6 }, first), item([], { min: 7, max: 7 }, second)]
    expect(countTogether(rows)).toEqual({ min: 6, max: 7 })
  })
})

function sumOf(counts: readonly Interval[], end: 'min' | 'max'): number {
  return counts.reduce((sum, count) => sum + count[end], 0)
}
