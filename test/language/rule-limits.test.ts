import { expect, it } from 'vitest'
import { lintBounds } from '../../src/language/lint.ts'
import { limitsOf } from '../../src/language/rule-limits.ts'
import { rules } from '../../src/language/rules/index.ts'
import { compileAlone } from '../helpers/compile-yaml.ts'

const broken = rules.flatMap(({ examples }) =>
  examples.flatMap(({ yaml }) => {
    const { bounds } = compileAlone(yaml)
    return bounds === undefined ? [] : lintBounds(bounds).findings
  }),
)
const pairs = broken.flatMap(({ rule, limit }) => (limit === undefined ? [] : [{ rule, limit }]))

it('knows every limit that an example breaks as one of its rule', () => {
  const unknown = pairs.filter(({ rule, limit }) => !limitsOf(rule).includes(limit))
  expect(unknown.map(({ rule, limit }) => `${rule}: ${limit.id}`)).toEqual([])
  expect(pairs.length).toBeGreaterThan(20)
})

it('knows only rules that exist, and none for a name of an object', () => {
  const names = new Set(pairs.map(({ rule }) => rule))
  for (const name of names) expect(limitsOf(name).length).toBeGreaterThan(0)
  expect(limitsOf('constructor')).toEqual([])
})
