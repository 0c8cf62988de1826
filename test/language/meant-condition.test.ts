import { describe, expect, it } from 'vitest'
import { explainCondition, meantCondition } from '../../src/language/meant-condition.ts'

describe('meantCondition', () => {
  it.each([
    'late',
    ' late ',
    'parcel.late',
    '!!late',
    '(late)',
    '{{ late }}',
    '$' + '{late}',
    'late == true',
    'late === true',
    'late = true',
    'late is true',
    'true == late',
    'late != false',
    'late is not false',
    'not (late == false)',
    '{{ late }} == true',
  ])('reads %j as the flag itself', (text) => {
    expect(meantCondition(text)).toBe(text.includes('.') ? 'parcel.late' : 'late')
  })

  it.each([
    '!late',
    '! late',
    'not late',
    'NOT late',
    'not(late)',
    '!(late)',
    '{{ !late }}',
    'late == false',
    'late is false',
    'late != true',
    'late !== true',
    'late is not true',
    'false == late',
    '!(late == true)',
  ])('reads %j as its opposite', (text) => {
    expect(meantCondition(text)).toBe('not late')
  })

  it.each([
    '',
    'not',
    '!',
    'true',
    'late and gift',
    'late || gift',
    'days > 3',
    'late == gift',
    'late: true',
    '(late) && (gift)',
    'x'.repeat(300),
  ])('does not guess what %j means', (text) => {
    expect(meantCondition(text)).toBeUndefined()
  })

  it('takes a name that begins with a word of a condition for a name', () => {
    expect(meantCondition('notable')).toBe('notable')
    expect(meantCondition('isle == true')).toBe('isle')
  })
})

describe('explainCondition', () => {
  it('names one variable for two flags', () => {
    expect(explainCondition('late && !parcel.paid')).toContain('`lateAndNotParcelPaid`')
    expect(explainCondition('late or gift')).toContain('`lateOrGift`')
  })

  it('tells a comparison and a constant apart from a text that is neither', () => {
    expect(explainCondition('days > 3')).toContain('compares nothing')
    expect(explainCondition(true)).toContain('remove the condition')
    expect(explainCondition(false)).toContain('remove what it stands on')
    expect(explainCondition('late gift')).toBeUndefined()
    expect(explainCondition(null)).toBeUndefined()
  })
})
