import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callingCodeOf } from '../../src/model/calling-code.ts'
import { readRecipient } from '../../src/model/recipient.ts'

describe('readRecipient', () => {
  it.each([
    ['+16044441111', '+16044441111'],
    [' +1 (604) 444-1111 ', '+16044441111'],
    ['+1.604.444.1111', '+16044441111'],
    ['+44\u00A07911\u2011123456', '+447911123456'],
    ['\u202A+16044441111\u202C', '+16044441111'],
    ['US.13491208655302741918', 'US.13491208655302741918'],
  ])('brings %j into one form', (text, to) => {
    expect(readRecipient(text)).toEqual({ to })
  })

  it.each([
    ['', /missing/],
    ['   ', /missing/],
    ['1.60444E+10', /spreadsheet/],
    ['1,60444e10', /spreadsheet/],
    ['16044441111.0', /spreadsheet/],
    ['16044441111', /country code/],
    ['06044441111', /instead of the 0/],
    ['0016044441111', /instead of 00/],
    ['+44 (0)7911 123456', /\(0\)/],
    ['+0044441111', /7 to 15 digits/],
    ['+123456', /7 to 15 digits/],
    ['+1234567890123456', /7 to 15 digits/],
    ["'+16044441111", /country code/],
    ['=+16044441111', /country code/],
    ['+1604444١١١١', /country code/],
    ['us.1349', /country code/],
    ['bsuid:US.1349', /country code/],
    ['Ana', /country code/],
  ])('guesses nothing: %j', (text, message) => {
    const read = readRecipient(text)
    expect('message' in read ? read.message : read.to).toMatch(message)
  })

  it('reads what it gives', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'+0123456789 ()-.eE,US') }), (text) => {
        const read = readRecipient(text)
        if ('to' in read) expect(readRecipient(read.to)).toEqual(read)
      }),
    )
  })
})

describe('callingCodeOf', () => {
  it.each([
    ['+16044441111', '+1'],
    ['+79261234567', '+7'],
    ['+447911123456', '+44'],
    ['+351912345678', '+351'],
    ['+5511912345678', '+55'],
    ['+85291234567', '+852'],
    ['US.1349', 'US'],
  ])('%s is in %s', (to, code) => {
    expect(callingCodeOf(to)).toBe(code)
  })
})
