import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isObject, type JsonValue } from '../../src/model/json.ts'
import { findRepeatedKey, locateJson } from '../../src/model/json-text.ts'
import type { Path } from '../../src/model/source.ts'

function* placesIn(value: JsonValue, path: Path = []): Iterable<readonly [Path, JsonValue]> {
  yield [path, value]
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* placesIn(item, [...path, index])
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) yield* placesIn(member, [...path, key])
  }
}

describe('locateJson', () => {
  it('finds every value of any JSON, however it is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        const value = JSON.parse(JSON.stringify(json))
        const text = ` ${JSON.stringify(value, null, indent)} `
        for (const [path, found] of placesIn(value)) {
          const rest = text.slice(locateJson(text, path))
          const written = JSON.stringify(found, null, indent).split('\n', 1)[0] ?? ''
          expect(rest.startsWith(written)).toBe(true)
        }
      }),
    )
  })

  it('stops at the last value on the way', () => {
    const text = '{"a": [1, 2]}'
    expect(locateJson(text, ['a', 5])).toBe(6)
    expect(locateJson(text, ['b', 'c'])).toBe(0)
    expect(locateJson(text, ['a', 'x'])).toBe(6)
  })
})

describe('findRepeatedKey', () => {
  it.each([
    ['{"a": 1, "a": 2}', 9],
    ['{"a": 1, "\\u0061": 2}', 9],
    ['[{"x": {"b": 1, "c": {"b": 1}, "b": 2}}]', 31],
    ['{"a": {"a": 1}, "b": [{"a": 1}, {"a": 1}]}', undefined],
    ['{"a": "a\\": ", "b": "a"}', undefined],
  ])('%s', (text, start) => {
    expect(findRepeatedKey(text)?.start).toBe(start)
  })

  it('finds none in what was written from a value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(findRepeatedKey(JSON.stringify(value))).toBeUndefined()
      }),
    )
  })
})
