import { describe, expect, it } from 'vitest'
import { compileFiles } from '../helpers/compile-yaml.ts'
import { makeTable } from '../helpers/reply-round-trip.ts'

interface Template {
  readonly id: string
  /** The declarations of the variables in it. */
  readonly variables?: string
}

function button({ id, variables = '{}' }: Template): string {
  return `variables: ${variables}
message:
  text: Choose
  replyButtonMessage:
    buttons:
      - { id: ${JSON.stringify(id)}, text: A }
`
}

/** What the generator says of the ids of two messages, one of each. */
function overlapsOf(left: Template, right: Template, tracking = false): readonly unknown[] {
  const files = { 'messages/a.yaml': button(left), 'messages/b.yaml': button(right) }
  const { messages, diagnostics } = compileFiles(files, { tracking })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const { overlapOf } = makeTable(messages)
  return [overlapOf('a', left.id), overlapOf('b', right.id)]
}

const digits = '{ type: string, pattern: "^[0-9]{1,9}$" }'
const letters = '{ type: string, pattern: "^[a-z]{1,9}$" }'

describe('the ids of two messages', () => {
  it.each<readonly [string, Template, Template, string | undefined]>([
    ['other constants', { id: 'yes' }, { id: 'no' }, undefined],
    ['one constant', { id: 'yes' }, { id: 'yes' }, 'always'],
    [
      'one template',
      { id: 'a:{{ x }}', variables: `{ x: ${digits} }` },
      { id: 'a:{{ x }}', variables: `{ x: ${digits} }` },
      'always',
    ],
    [
      'one template of other variables',
      { id: 'a:{{ x }}', variables: `{ x: ${digits} }` },
      { id: 'a:{{ x }}', variables: '{ x: string(4) }' },
      'sometimes',
    ],
    [
      'templates of other characters',
      { id: 'a:{{ x }}', variables: `{ x: ${digits} }` },
      { id: 'a:b:{{ y }}', variables: `{ y: ${digits} }` },
      undefined,
    ],
    [
      'a template that reaches into the other',
      { id: 'a:{{ x }}', variables: '{ x: string(9) }' },
      { id: 'a:b:{{ y }}', variables: `{ y: ${digits} }` },
      'sometimes',
    ],
    [
      'a constant that a template can become',
      { id: '{{ x }}', variables: `{ x: ${letters} }` },
      { id: 'yes' },
      'sometimes',
    ],
    [
      'a constant that is too long for it',
      { id: '{{ x }}', variables: '{ x: { type: string, enum: [ye, no] } }' },
      { id: 'yes' },
      undefined,
    ],
    [
      'a number',
      { id: 'n{{ x }}', variables: '{ x: { type: integer, minimum: 1, maximum: 9 } }' },
      { id: 'n10' },
      undefined,
    ],
    [
      'a date and digits',
      { id: '{{ x }}', variables: '{ x: { type: string, format: date } }' },
      { id: '{{ y }}', variables: `{ y: ${digits} }` },
      undefined,
    ],
    [
      'characters beyond the first plane',
      { id: '😀{{ x }}', variables: '{ x: string(1) }' },
      { id: '{{ y }}', variables: '{ y: { type: string, minLength: 3, maxLength: 3 } }' },
      'sometimes',
    ],
  ])('%s', (_, left, right, expected) => {
    expect(overlapsOf(left, right)).toEqual([expected, expected])
    expect(overlapsOf(left, right, true)).toEqual([undefined, undefined])
  })
})

describe('the variables in one id', () => {
  it.each<readonly [string, string, string | undefined]>([
    ['{{ x }}-{{ y }}', '{ x: string(4), y: string(4) }', 'sometimes'],
    ['{{ x }}-{{ y }}', `{ x: ${digits}, y: string(4) }`, undefined],
    ['{{ x }}-{{ y }}', `{ x: string(4), y: ${digits} }`, undefined],
    ['{{ x }}{{ y }}', `{ x: ${digits}, y: ${letters} }`, undefined],
    ['{{ x }}{{ y }}', `{ x: ${digits}, y: ${digits} }`, 'sometimes'],
    ['{{ x }}{{ y }}', '{ x: { type: string, format: date }, y: string(4) }', undefined],
    ['{{ x }}{{ y }}', '{ x: string(4), y: { type: string, enum: [ab, cd] } }', undefined],
    ['a{{ x }}', '{ x: string(4) }', undefined],
  ])('of %j with %s', (id, variables, expected) => {
    const files = { 'messages/a.yaml': button({ id, variables }) }
    const { messages } = compileFiles(files, { tracking: true })
    expect(makeTable(messages).overlapOf('a', id)).toBe(expected)
  })
})

const lists = (right: string): string => `variables:
  plain: { type: array, minItems: 1, maxItems: 3, uniqueBy: [id, text], items: { type: object, properties: { id: ${digits}, text: string(9) } } }
  other: { type: array, minItems: 1, maxItems: 3, uniqueBy: [id, text], items: { type: object, properties: { id: ${right}, text: string(9) } } }
  isOther: boolean
message:
  text: Choose
  listMessage:
    button: { text: Open }
    sections:
      - $if: not isOther
        title: A
        rows: [{ $each: p in plain, id: "p:{{ p.id }}", text: "{{ p.text }}" }]
      - $if: isOther
        title: B
        rows: [{ $each: p in other, id: "p:{{ p.id }}", text: "{{ p.text }}" }]
`

describe('an id that two lists of a message share', () => {
  it.each([
    [digits, undefined],
    ['{ type: integer, minimum: 0, maximum: 9 }', 'sometimes'],
  ])('is one choice, and clear where both are declared alike: %s', (right, expected) => {
    const { messages, diagnostics } = compileFiles({ 'messages/a.yaml': lists(right) })
    expect(diagnostics).toEqual([])
    const { table, overlapOf } = makeTable(messages)
    expect(table.messages['a']?.choices).toHaveLength(1)
    expect(overlapOf('a', 'p:{{ p.id }}')).toBe(expected)
  })
})

describe('the ids of two buttons under opposite conditions', () => {
  it('may look alike: a tap does not say what was kept', () => {
    const yaml = `variables:
  word: string(20)
  count: { type: integer, minimum: 0, maximum: 99 }
  isOpen: boolean
message:
  text: Choose
  replyButtonMessage:
    buttons:
      - { $if: not isOpen, id: "{{ word }}-{{ isOpen }}", text: A }
      - { $if: isOpen, id: "{{ count }}-{{ isOpen }}", text: B }
`
    const { messages, diagnostics } = compileFiles({ 'messages/a.yaml': yaml }, {})
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const { overlapOf } = makeTable(messages)
    const found = ['{{ word }}', '{{ count }}'].map((name) =>
      overlapOf('a', `${name}-{{ isOpen }}`),
    )
    expect(found).toEqual(['sometimes', 'sometimes'])
  })
})
