import { describe, expect, it } from 'vitest'
import type { TextBounds } from '../../src/model/bounds.ts'
import { mayBeEqual, repeatingLoop } from '../../src/model/may-be-equal.ts'
import { compileAlone } from '../helpers/compile-yaml.ts'

const declarations = `
  code: { type: string, pattern: '^[A-Z]{2}$' }
  digits: { type: string, pattern: '^[0-9]{1,3}$' }
  free: { type: string, maxLength: 9 }
  loose: { type: string, maxLength: 9, trim: false }
  empty: { type: string, maxLength: 9, minLength: 0 }
  choice: { type: string, enum: [One, two] }
  day: { type: string, format: date }
  half: { type: number, minimum: 0, maximum: 2, multipleOf: 0.5 }
  real: { type: number, minimum: 0 }
  ps: { type: array, maxItems: 3, uniqueBy: [id, no, loose], items: { type: object, properties: {
    id: { type: string, pattern: '^[0-9]{1,3}$' }, no: { type: string, pattern: '^[A-Z]{2}$' },
    label: { type: string, maxLength: 9 }, loose: { type: string, maxLength: 4, trim: false } } } }
  pairs: { type: array, maxItems: 3, uniqueItems: true, items: { type: object, properties: {
    one: { type: string, maxLength: 3 }, digit: { type: string, pattern: '^[0-9]$' } } } }
  qs: { type: array, maxItems: 3, uniqueItems: true, items: { type: string, pattern: '^[0-9]{1,3}$' } }
`

/** The bounds of the texts of buttons, each written out or, for `p in ps: …`, repeated. */
function textsOf(...sources: readonly string[]): readonly TextBounds[] {
  const buttons = sources.map((source) => {
    const [, each, text = source] = /^(\w+ in \w+): (.*)$/s.exec(source) ?? []
    return `      - ${JSON.stringify({ ...(each ? { $each: each } : {}), id: 'x', text })}`
  })
  const yaml = `variables:${declarations}message:
  text: Choose
  replyButtonMessage:
    buttons:
${buttons.join('\n')}
`
  const { bounds } = compileAlone(yaml)
  const field = 'message.replyButtonMessage.buttons[].text'
  const texts = bounds?.texts.filter((text) => text.field === field) ?? []
  expect(texts).toHaveLength(sources.length)
  return texts
}

describe('mayBeEqual', () => {
  it.each([
    ['a', 'a', true, true],
    ['a', 'A', false, true],
    ['Straße', 'STRASSE', false, true],
    ['a', ' a ', true, true],
    ['{{ choice }}', 'TWO', false, true],
    ['{{ choice }}', 'three', false, false],
    ['{{ free }}', 'a', true, true],
    ['{{ digits }}', 'a', false, false],
    ['{{ digits }}', '1', true, true],
    ['{{ code }}', 'ab', false, true],
    ['{{ code }}', 'ABC', false, false],
    ['a-{{ free }}', 'b-{{ free }}', false, false],
    ['a-{{ free }}', 'A-{{ free }}', false, true],
    ['{{ free }} a', '{{ free }} b', false, false],
    ['{{ digits }}-x', 'a', false, false],
    ['x{{ digits }}', 'x', false, false],
    ['x{{ empty }}', 'x', true, true],
    ['{{ digits }}', '1234', false, false],
    ['{{ free }}', '0123456789', false, false],
    ['{{ free }}', 'ssssssssss', false, true],
    ['{{ loose }}', '0123456789', false, false],
    ['x{{ loose }}', 'y', false, false],
    ['x{{ loose }}', ' x', true, true],
    ['{{ loose }}x', 'y{{ loose }}', true, true],
    ['{{ digits }}{{ loose }}', 'a{{ loose }}', false, false],
    ['{{ loose }}{{ digits }}', '{{ loose }}{{ code }}', false, false],
    ['a{{ loose }}b', 'a{{ loose }}c', false, false],
    ['Ask {{ free }} now', 'Ask {{ free }}', false, false],
    ['{{ free }}{{ digits }}', '{{ free }}{{ code }}', false, false],
    ['{{ digits }}{{ free }}', '{{ free }}', false, false],
    ['{{ code }}{{ digits }}', '{{ digits }}{{ code }}', false, false],
    ['{{ day }}', '2026-13-01', false, false],
    ['{{ day }}', '2026-12-01', true, true],
    ['{{ half }}', '1.5', true, true],
    ['{{ half }}', '1.25', false, false],
    ['{{ real }}', '-1', false, false],
    ['{{ real }}', '1e-7', true, true],
    ['{{ free }}', '0123456789012345678901234567', false, false],
    ['{{ loose }}', 'a', true, true],
    ['ΑΣ{{ free }}', 'ΑΣΒ', true, true],
    ['ΑΣ{{ code }}', 'ασab', false, true],
  ])('says of %j and %j: %s, and %s ignoring case', (one, other, trimmed, ignoringCase) => {
    const [left, right] = textsOf(one, other)
    if (left === undefined || right === undefined) throw new Error('there are two')
    expect([mayBeEqual(left, right, 'trimmed'), mayBeEqual(right, left, 'trimmed')]).toEqual([
      trimmed,
      trimmed,
    ])
    expect(mayBeEqual(left, right, 'ignoring-case')).toBe(ignoringCase)
    expect(mayBeEqual(right, left, 'ignoring-case')).toBe(ignoringCase)
  })
})

describe('repeatingLoop', () => {
  it.each([
    ['fixed', false],
    ['p in ps: fixed', true],
    ['p in ps: {{ p.id }}', false],
    ['p in ps: x-{{ p.id }}-{{ code }}', false],
    ['p in ps: {{ p.label }}', true],
    ['p in ps: {{ p.id }} {{ p.label }}', false],
    ['p in ps: {{ p.id }}{{ p.label }}', true],
    ['p in ps: {{ p.no }}{{ p.label }}', false],
    ['p in ps: {{ p.label }}{{ p.no }}', false],
    ['p in ps: {{ p.label }}{{ p.no }}{{ p.label }}', true],
    ['p in ps: {{ p.id }}{{ p.id }}', false],
    ['p in ps: {{ code }}', true],
    ['p in ps: {{ p.label }}{{ p.id }}-{{ p.no }}', false],
    ['p in ps: {{ p.label }}-{{ p.no }}{{ p.id }}', false],
    ['p in ps: {{ p.id }}{{ p.no }}{{ p.label }}', false],
    ['p in pairs: {{ p.one }}', true],
    ['p in pairs: {{ p.one }}{{ p.digit }}', false],
    ['p in pairs: {{ p.one }}{{ p.digit }}{{ p.one }}', true],
    ['p in pairs: {{ p.digit }}{{ p.one }}', false],
    ['q in qs: {{ q }}', false],
    ['q in qs: {{ q }}{{ digits }}', false],
  ])('says of %j: %s', (source, expected) => {
    const [text] = textsOf(source)
    expect(text && repeatingLoop(text) !== undefined).toBe(expected)
  })

  it('sees what differs in the blanks at its ends only', () => {
    const [text] = textsOf('p in ps: {{ p.loose }}')
    expect(text && repeatingLoop(text) !== undefined).toBe(true)
  })
})
