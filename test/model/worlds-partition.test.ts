import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ItemBounds, Loop, SequenceBounds } from '../../src/model/bounds.ts'
import { traceMessage } from '../../src/model/fill.ts'
import { isObject } from '../../src/model/json.ts'
import { everyLimit } from '../../src/model/limits.ts'
import { measureFilled } from '../../src/model/measure-filled.ts'
import { arePartition, countIn, countTogether } from '../../src/model/worlds.ts'
import { compileAlone, compileYaml } from '../helpers/compile-yaml.ts'

const variables = `variables:
  gift: boolean
  parcels:
    type: array
    minItems: 2
    maxItems: 6
    uniqueBy: id
    items:
      type: object
      properties: { id: string(5), late: boolean, big: boolean }
`

/** One row of a list: repeated for every parcel, or there once, under a condition or none. */
interface Row {
  readonly each?: string
  readonly condition?: string
}

function rowYaml({ each, condition }: Row, index: number): string {
  const keys = [
    ...(each === undefined ? [] : [`$each: ${each} in parcels`]),
    ...(condition === undefined ? [] : [`$if: ${condition}`]),
    each === undefined ? `id: fixed${index}` : `id: "${index}:{{ ${each}.id }}"`,
    each === undefined ? `text: Row ${index}` : `text: "${index} {{ ${each}.id }}"`,
  ]
  return `          - { ${keys.join(', ')} }\n`
}

interface Section {
  readonly condition?: string
  readonly rows: readonly Row[]
}

function messageYaml(sections: readonly Section[]): string {
  const text = sections.map(({ condition, rows }, index) => {
    const guard = condition === undefined ? '' : `$if: ${condition}\n        `
    return `      - ${guard}title: Section ${index}\n        rows:\n${rows
      .map((row, at) => rowYaml(row, index * 10 + at))
      .join('')}`
  })
  return `${variables}message:
  text: Which parcel?
  listMessage:
    button: { text: Choose }
    sections:
${text.join('')}`
}

function rowsOf(sections: readonly Section[]): readonly SequenceBounds[] {
  const { bounds } = compileAlone(messageYaml(sections))
  return (bounds?.sequences ?? []).filter(({ field }) => field.endsWith('.rows'))
}

function countAll(sections: readonly Section[]): ReturnType<typeof countTogether> {
  return countTogether(rowsOf(sections).flatMap(({ items }) => items))
}

const late: Row = { each: 'a', condition: 'a.late' }
const onTime: Row = { each: 'b', condition: 'not b.late' }
const whole = { min: 2, max: 6 }
const twice = { min: 0, max: 12 }

describe('two items that share the elements of a list out', () => {
  it('count as many as the list has', () => {
    const [rows] = rowsOf([{ rows: [late, onTime, {}] }])
    expect(rows && countIn(rows)).toEqual({ min: 3, max: 7 })
    expect(countAll([{ rows: [late, onTime] }])).toEqual(whole)
  })

  it('may stand in two sections that are both there once', () => {
    expect(countAll([{ rows: [late] }, { rows: [onTime] }])).toEqual(whole)
  })

  it('are two where their sections need not both be there', () => {
    const sections = [{ rows: [late] }, { condition: 'gift', rows: [onTime] }]
    // Without the gift the late ones alone, with it all of them.
    expect(countAll(sections)).toEqual({ min: 0, max: 6 })
    expect(countAll([{ condition: 'gift', rows: [late, onTime] }])).toEqual({ min: 0, max: 6 })
  })

  it('leave a third one to itself', () => {
    expect(countAll([{ rows: [late, onTime, late] }])).toEqual({ min: 2, max: 12 })
  })
})

describe('two items are counted each for itself', () => {
  it.each([
    ['with the same condition', late, { each: 'b', condition: 'b.late' }],
    ['with conditions on two properties', late, { each: 'b', condition: 'not b.big' }],
    ['with a flag of the message', late, { each: 'b', condition: 'not gift' }],
  ])('%s', (_, left, right) => {
    expect(countAll([{ rows: [left, right] }])).toEqual(twice)
  })

  it('with a condition on one of them only', () => {
    expect(countAll([{ rows: [late, { each: 'b' }] }])).toEqual({ min: 2, max: 12 })
  })

  const list: Loop['list'] = { type: 'array', maxItems: 4, items: { type: 'boolean' } }

  function repeated(loop: Loop, value: boolean, parent?: ItemBounds): ItemBounds {
    const ownGuard = [{ flag: `${loop.name}.late`, value, declaredAt: [], loop }]
    const loops = [...(parent?.loops ?? []), loop]
    const place = { path: [], field: 'x', guard: ownGuard, loops, ownGuard }
    const item = { ...place, count: { min: 0, max: list.maxItems } }
    return parent === undefined ? item : { ...item, parent }
  }

  function loopOver(name: string, declaredAt: string, parent?: Loop): Loop {
    const loop = { name, list, source: name, declaredAt: ['variables', declaredAt] }
    return parent === undefined ? loop : { ...loop, parent }
  }

  it('over two lists', () => {
    const [left, right] = [loopOver('a', 'parcels'), loopOver('b', 'letters')]
    expect(arePartition(repeated(left, true), repeated(right, false))).toBe(false)
  })

  it('over the lists of two loops, and where only the loop around has the flag', () => {
    const [one, other] = [loopOver('s', 'shops'), loopOver('t', 'shops')]
    const [inner, apart] = [loopOver('a', 'rows', one), loopOver('b', 'rows', other)]
    const beside = loopOver('b', 'rows', one)
    expect(arePartition(repeated(inner, true), repeated(beside, false))).toBe(true)
    expect(arePartition(repeated(inner, true), repeated(apart, false))).toBe(false)
    const outer = repeated(one, true)
    const still: ItemBounds = { ...outer, parent: outer }
    expect(arePartition(still, { ...still, ownGuard: repeated(one, false).ownGuard })).toBe(false)
  })

  it('but not where each element is in one of two items that may be there more than once', () => {
    const shops = loopOver('s', 'shops')
    const around = { ...repeated(shops, true), ownGuard: [], guard: [], count: { min: 1, max: 3 } }
    const [left, right] = [loopOver('a', 'parcels'), loopOver('b', 'parcels')]
    const beside = { ...around, count: { min: 1, max: 5 } }
    const split = [repeated(left, true, around), repeated(right, false, beside)]
    expect(countTogether(split)).toEqual({ min: 0, max: 20 })
    const joined = [repeated(left, true, around), repeated(right, false, around)]
    expect(countTogether(joined)).toEqual({ min: 0, max: 12 })
  })
})

const condition = fc.constantFrom(undefined, 'gift', 'not gift')
const row = fc.oneof(
  condition.map((flag): Row => (flag === undefined ? {} : { condition: flag })),
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('late', 'big', 'none'), fc.boolean())
    .map(([each, flag, isNot]): Row => {
      return flag === 'none'
        ? { each }
        : { each, condition: `${isNot ? 'not ' : ''}${each}.${flag}` }
    }),
)
const section = fc
  .tuple(condition, fc.array(row, { minLength: 1, maxLength: 4 }))
  .map(([flag, rows]): Section => (flag === undefined ? { rows } : { condition: flag, rows }))
const values = fc.record({
  gift: fc.boolean(),
  parcels: fc
    .array(fc.record({ late: fc.boolean(), big: fc.boolean() }), { minLength: 2, maxLength: 6 })
    .map((parcels) => parcels.map((parcel, index) => ({ id: `p${index}`, ...parcel }))),
})

it('no filled message has more or fewer rows than were counted', () => {
  fc.assert(
    fc.property(fc.array(section, { minLength: 1, maxLength: 3 }), values, (sections, given) => {
      const { root, declarations, bounds } = compileAlone(messageYaml(sections))
      const message = root?.['message']
      if (!isObject(message)) throw new Error('there is no message')
      const body = { message }
      const definition = { name: 'x', variables: declarations, bodies: { en: body } }
      const filled = traceMessage(definition, body, given)
      const rows = measureFilled(filled.message, everyLimit).sequences.filter(({ field }) =>
        field.endsWith('.rows'),
      )
      const counted = (bounds?.sequences ?? []).filter(({ field }) => field.endsWith('.rows'))
      const all = countTogether(counted.flatMap(({ items }) => items))
      const there = rows.reduce((sum, { items }) => sum + items.length, 0)
      expect(there).toBeGreaterThanOrEqual(all.min)
      expect(there).toBeLessThanOrEqual(all.max)
      for (const { path, items } of rows) {
        const place = filled.sourcePath(path).join('.')
        const own = counted.find((other) => other.path.join('.') === place)
        if (own === undefined) throw new Error(place)
        expect(items.length).toBeGreaterThanOrEqual(countIn(own).min)
        expect(items.length).toBeLessThanOrEqual(countIn(own).max)
      }
    }),
    { numRuns: 100 },
  )
}, 60_000)

it('a list that is split in two sections is accepted up to ten rows', () => {
  const lint = (maxItems: number): readonly string[] => {
    const rows = [late, onTime].map((own) => ({ rows: [own] }))
    const text = messageYaml(rows).replace('maxItems: 6', `maxItems: ${maxItems}`)
    return compileYaml(text)
      .diagnostics.filter(({ rule }) => rule === 'too-many-items')
      .map(({ message }) => message)
  }
  expect(lint(10)).toEqual([])
  expect(lint(11)).toEqual([expect.stringMatching(/^up to 11 rows .*`parcels` `maxItems: 10`/)])
})
