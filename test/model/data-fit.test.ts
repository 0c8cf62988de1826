import { expect, it } from 'vitest'
import { findUnread } from '../../src/model/data-fit.ts'
import type { Declaration } from '../../src/model/declaration.ts'

const flag: Declaration = { type: 'boolean' }
const short: Declaration = { type: 'string', maxLength: 6 }

it('knows that the few texts of a written form are values of a variable', () => {
  const before = { written: { who: '{{ flag }}!' }, variables: { flag } }
  const after = { written: { who: '{{ who }}' }, variables: { who: short } }
  expect(findUnread(before, after)).toBeUndefined()
})

it('finds the place where one of them is not', () => {
  const before = { written: { who: '{{ flag }}!!' }, variables: { flag } }
  const after = { written: { who: '{{ who }}' }, variables: { who: short } }
  expect(findUnread(before, after)).toEqual(['who'])
})
