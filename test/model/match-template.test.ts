import { describe, expect, it } from 'vitest'
import type { Declaration } from '../../src/model/declaration.ts'
import { hasFixedParts, matchTemplate } from '../../src/model/match-template.ts'
import type { VariableDeclarations } from '../../src/model/reply-table.ts'
import { parseTemplate } from '../../src/model/template.ts'

const digits: Declaration = { type: 'string', pattern: '^[0-9]{1,12}$' }
const text: Declaration = { type: 'string', maxLength: 20 }

function match(template: string, variables: VariableDeclarations, id: string): readonly object[] {
  const bindings = matchTemplate(parseTemplate(template).parts, variables, id)
  return bindings.map((binding) => Object.fromEntries(binding))
}

describe('an id', () => {
  it.each<readonly [string, VariableDeclarations, string, readonly object[]]>([
    ['all', {}, 'all', [{}]],
    ['all', {}, 'All', []],
    ['all', {}, 'all ', []],
    ['parcel:{{ p.id }}', { 'p.id': digits }, 'parcel:7', [{ 'p.id': '7' }]],
    ['parcel:{{ p.id }}', { 'p.id': digits }, 'parcel:', []],
    ['parcel:{{ p.id }}', { 'p.id': digits }, 'parcel:7a', []],
    ['parcel:{{ p.id }}', { 'p.id': digits }, 'parcel:1234567890123', []],
    ['{{ a }}/{{ b }}', { a: text, b: text }, 'x/y', [{ a: 'x', b: 'y' }]],
    [
      '{{ a }}/{{ b }}',
      { a: text, b: text },
      'x/y/z',
      [
        { a: 'x', b: 'y/z' },
        { a: 'x/y', b: 'z' },
      ],
    ],
    ['{{ a }}/{{ a }}', { a: text }, 'x/y/x/y', [{ a: 'x/y' }]],
    [
      '{{ a }}{{ b }}',
      { a: digits, b: { type: 'string', enum: ['x'] } },
      '12x',
      [{ a: '12', b: 'x' }],
    ],
    ['{{ n }}', { n: { type: 'integer' } }, '12', [{ n: 12 }]],
    ['{{ n }}', { n: { type: 'integer' } }, '012', []],
    ['{{ n }}', { n: { type: 'integer' } }, '1e1', []],
    ['{{ n }}', { n: { type: 'integer' } }, '-0', []],
    ['{{ n }}', { n: { type: 'integer', maximum: 9 } }, '12', []],
    ['{{ n }}', { n: { type: 'number' } }, '1e+21', [{ n: 1e21 }]],
    ['{{ n }}', { n: { type: 'number' } }, 'Infinity', []],
    ['{{ n }}', { n: { type: 'number' } }, '', []],
    ['{{ b }}', { b: { type: 'boolean' } }, 'false', [{ b: false }]],
    ['{{ b }}', { b: { type: 'boolean' } }, 'no', []],
    ['{{ t }}!', { t: text }, ' x !', []],
    ['{{ t }}!', { t: { ...text, trim: false } }, ' x !', [{ t: ' x ' }]],
    ['{{ d }}', { d: { type: 'string', format: 'date' } }, '2026-02-30', []],
    ['\\{{ a }}{{ a }}', { a: digits }, '{{ a }}7', [{ a: '7' }]],
    ['{{ a }}', { a: [digits, { type: 'integer' }] }, '7', [{ a: '7' }, { a: 7 }]],
    ['{{ __proto__ }}', {}, 'x', []],
  ])('read by %j with %j: %j', (template, variables, id, expected) => {
    expect(match(template, variables, id)).toEqual(expected)
  })

  it('with countless readings gives a few of them, at once', () => {
    const template = '{{ a }}{{ b }}{{ c }}{{ d }}{{ e }}'
    const variables = { a: text, b: text, c: text, d: text, e: text }
    expect(match(template, variables, 'x'.repeat(90))).toHaveLength(4)
    expect(match(`${template}!`, variables, 'x'.repeat(256))).toEqual([])
    expect(match(`${template}{{ a }}!`, variables, 'x'.repeat(256))).toEqual([])
  })
})

describe('the fixed parts of a template', () => {
  it.each([
    ['parcel:{{ p }}', 'parcel:', true],
    ['parcel:{{ p }}', 'parcel:x', true],
    ['parcel:{{ p }}', 'parcel', false],
    ['{{ a }}-{{ b }}', 'x', false],
    ['{{ a }}-{{ b }}', '-', true],
    ['{{ a }}-b', 'x-b', true],
    ['{{ a }}-b', 'x-b-c', false],
    ['{{ a }}-b', '-b-b', true],
    ['ab{{ a }}bc', 'abc', false],
    ['ab{{ a }}bc', 'abbc', true],
    ['all', 'all', true],
    ['all', 'alls', false],
    ['', '', true],
    ['', 'x', false],
  ])('of %j stand in %j: %j', (template, id, expected) => {
    expect(hasFixedParts(parseTemplate(template).parts, id)).toBe(expected)
  })
})
