import { expect, it } from 'vitest'
import { lazily } from '../../src/model/lazily.ts'
import { remember } from '../../src/model/remember.ts'

it('works something out once for each object, also where nothing comes of it', () => {
  const asked: object[] = []
  const read = remember((key: { readonly a?: number }) => {
    asked.push(key)
    return key.a
  })
  const [one, none] = [{ a: 1 }, {}]
  expect([read(one), read(one), read(none), read(none), read({ a: 1 })]).toEqual([
    1,
    1,
    undefined,
    undefined,
    1,
  ])
  expect(asked).toHaveLength(3)
})

it('makes a value when it is asked for first', () => {
  let made = 0
  const read = lazily(() => {
    made++
    return undefined
  })
  expect(made).toBe(0)
  read()
  read()
  expect(made).toBe(1)
})
