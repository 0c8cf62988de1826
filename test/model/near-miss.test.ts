import { describe, expect, it } from 'vitest'
import { nearMiss } from '../../src/model/near-miss.ts'

describe('nearMiss', () => {
  it.each([
    ['custmer', 'customer'],
    ['cutsomer', 'customer'],
    ['Customer', 'customer'],
    ['customers', 'customer'],
    ['strng', 'string'],
    ['replyButtonsMessage', 'replyButtonMessage'],
    ['orderid', 'orderId'],
    ['ordreId', 'orderId'],
  ])('finds what %s was meant to be', (word, meant) => {
    expect(nearMiss(word, ['customer', 'orderId', 'string', 'replyButtonMessage'])).toBe(meant)
  })

  it.each(['', 'a', 'xy', 'parcels', 'x'.repeat(10_000)])('does not guess at %j', (word) => {
    expect(nearMiss(word, ['customer', 'orderId', 'id', 'b', ''])).toBeUndefined()
  })

  it('prefers the nearest, then the first', () => {
    expect(nearMiss('nams', ['game', 'names', 'name'])).toBe('names')
    expect(nearMiss('nama', ['namb', 'namc'])).toBe('namb')
  })

  it('prefers letters in another order to other letters', () => {
    expect(nearMiss('lnit', ['init', 'lint'])).toBe('lint')
    expect(nearMiss('form', ['for', 'from'])).toBe('from')
  })

  it('does not give back the word itself', () => {
    expect(nearMiss('name', ['name', 'names'])).toBe('names')
  })
})
