import { describe, expect, it } from 'vitest'
import { readCell } from '../../src/language/read-cell.ts'
import type { Declaration } from '../../src/model/declaration.ts'

const text: Declaration = { type: 'string', maxLength: 40 }
const integer: Declaration = { type: 'integer' }
const number: Declaration = { type: 'number' }
const boolean: Declaration = { type: 'boolean' }
const list: Declaration = { type: 'array', items: text, maxItems: 3 }
const object: Declaration = { type: 'object', properties: { id: text } }

describe('readCell', () => {
  it.each([
    [text, ' Ana ', ' Ana '],
    [text, '', ''],
    [text, '=SUM(A1)', '=SUM(A1)'],
    [text, '007', '007'],
    [integer, ' 42 ', 42],
    [integer, '-7', -7],
    [integer, '+7', 7],
    [integer, '007', 7],
    [number, '2.50', 2.5],
    [boolean, 'TRUE', true],
    [boolean, 'no', false],
    [boolean, '0', false],
    [list, '["a","b"]', ['a', 'b']],
    [object, '{"id":"1"}', { id: '1' }],
    // Of the wrong shape, which the declaration judges.
    [object, '[1]', [1]],
  ] as const)('reads as %j: %j', (declaration, cell, value) => {
    expect(readCell(cell, declaration)).toEqual({ value })
  })

  it.each([
    [{ ...text, default: 'x' }, ''],
    [integer, ''],
    [number, '  '],
    [boolean, ''],
    [list, ''],
  ] as const)('leaves an empty cell out: %j', (declaration, cell) => {
    expect(readCell(cell, declaration)).toEqual({})
  })

  it.each([
    [integer, '1.5', /whole number.*digits only/],
    [integer, '1E+10', /spreadsheet/],
    [integer, '1,000', /without separators/],
    [integer, '1.000.000', /without separators/],
    [integer, '1234567890123456', /16 digits.*string/],
    [number, '3,5', /point/],
    [number, '1e3', /spreadsheet/],
    [number, 'x', /digits/],
    [number, 'Infinity', /digits/],
    [number, '0.1234567890123456789', /19 digits/],
    [boolean, 'ja', /true or false/],
    [list, 'a, b', /JSON such as \[…\].*character 1 of the cell/],
    [object, '{"id": "1"', /ends too early/],
    [object, '{"id": "1", "id": "2"}', /twice/],
  ] as const)('says what is wrong with %j: %j', (declaration, cell, message) => {
    const read = readCell(cell, declaration)
    expect('message' in read ? read.message : read).toMatch(message)
  })
})
