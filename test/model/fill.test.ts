import { describe, expect, it } from 'vitest'
import { type Filled, traceMessage } from '../../src/model/fill.ts'
import type { JsonObject, JsonValue } from '../../src/model/json.ts'
import type { MessageDefinition } from '../../src/model/message.ts'

function fill(
  message: JsonObject,
  variables: { readonly [name: string]: JsonValue },
  more: Partial<MessageDefinition> = {},
): Filled {
  const definition = { name: 'x', variables: {}, bodies: { en: { message } }, ...more }
  return traceMessage(definition, { message }, variables)
}

function text(source: string, variables: { readonly [name: string]: JsonValue }): unknown {
  return fill({ text: source }, variables).message.message['text']
}

describe('traceMessage', () => {
  it.each<[string, JsonValue, string]>([
    ['{{ a }}', 'x', 'x'],
    ['{{ a }}', 12, '12'],
    ['{{ a }}', 0.1, '0.1'],
    ['{{ a }}', false, 'false'],
    ['a {{ a }}-{{a}}', 'x', 'a x-x'],
    ['\\{{ a }} {{ a }}', 'x', '{{ a }} x'],
    ['{{ a }}', '{{ b }} \\{{', '{{ b }} \\{{'],
    ['{{ a }}', '$& $1', '$& $1'],
  ])('writes %j with %j as %j', (source, a, expected) => {
    expect(text(source, { a })).toBe(expected)
  })

  it('reads properties, whatever they are called', () => {
    expect(text('{{ a.constructor }}', { a: { constructor: 'x' } })).toBe('x')
    expect(() => text('{{ a.constructor }}', { a: {} })).toThrow(TypeError)
    expect(() => text('{{ toString }}', {})).toThrow(TypeError)
  })

  it('keeps the type of a value that is one variable only, outside of texts', () => {
    const { message } = fill(
      { location: { latitude: '{{ n }}', longitude: 2, name: '{{ n }}' } },
      { n: 1.5, o: { a: [1] } },
      {
        callbackData: { n: '{{ n }}', text: '{{ n }} km', o: '{{ o }}', list: ['{{ o.a }}', null] },
      },
    )
    expect(message.message).toEqual({ location: { latitude: 1.5, longitude: 2, name: '1.5' } })
    expect(message.callbackData).toEqual({
      n: 1.5,
      text: '1.5 km',
      o: { a: [1] },
      list: [[1], null],
    })
  })

  it('repeats for a list, and for a list in each of its items', () => {
    const { message, sourcePath } = fill(
      {
        sections: [
          { id: 'first' },
          {
            $each: 'day in days',
            id: '{{ day.name }}',
            rows: [{ $each: 'h in day.hours', id: '{{ day.name }}{{ h }}' }],
          },
          { id: 'last' },
        ],
      },
      {
        days: [
          { name: 'a', hours: [1, 2] },
          { name: 'b', hours: [] },
        ],
      },
    )
    expect(message.message).toEqual({
      sections: [
        { id: 'first' },
        { id: 'a', rows: [{ id: 'a1' }, { id: 'a2' }] },
        { id: 'b', rows: [] },
        { id: 'last' },
      ],
    })
    const written = (path: readonly (string | number)[]) =>
      sourcePath(['message', 'sections', ...path])
    expect(written([1, 'rows', 1, 'id'])).toEqual(['message', 'sections', 1, 'rows', 0, 'id'])
    expect(written([2, 'id'])).toEqual(['message', 'sections', 1, 'id'])
    expect(written([3, 'id'])).toEqual(['message', 'sections', 2, 'id'])
  })

  it('leaves out what its condition does not keep', () => {
    const message = {
      header: { $if: 'f', text: 'yes' },
      footer: { $if: 'not f', text: 'no' },
      buttons: [
        { $if: 'not  f', id: 'no' },
        { $each: 'p in ps', $if: 'p.late', id: '{{ p.id }}' },
        { $each: 'p in ps', $if: 'not p.late', id: 'in time {{ p.id }}' },
      ],
    }
    const variables = {
      f: true,
      ps: [
        { id: 1, late: true },
        { id: 2, late: false },
      ],
    }
    const filled = fill(message, variables)
    expect(filled.message.message).toEqual({
      header: { text: 'yes' },
      buttons: [{ id: '1' }, { id: 'in time 2' }],
    })
    expect(filled.sourcePath(['message', 'buttons', 1])).toEqual(['message', 'buttons', 2])
  })

  it('makes a plain sender a party, and fills channelType in', () => {
    const sender = (value: string | JsonObject) =>
      fill({}, { a: '+1' }, { sender: value }).message.sender
    expect(sender('{{ a }}')).toEqual({ id: '+1', channelType: 'whatsapp' })
    expect(sender({ id: '{{ a }}', name: 'Shop' })).toEqual({
      id: '+1',
      name: 'Shop',
      channelType: 'whatsapp',
    })
  })

  it('fills the fallback in, whose values are always texts', () => {
    const fallback = {
      templateName: 'a_{{ n }}',
      language: 'en',
      parameters: { body_1: '{{ n }}', ['__proto__']: 'x' },
    }
    const definition = { name: 'x', variables: {}, bodies: {} }
    const { message } = traceMessage(definition, { message: {}, fallback }, { n: 7 })
    expect(message.fallback?.templateName).toBe('a_7')
    expect(Object.entries(message.fallback?.parameters ?? {})).toEqual([
      ['body_1', '7'],
      ['__proto__', 'x'],
    ])
  })

  it('keeps keys such as `__proto__` in callbackData', () => {
    const callbackData: JsonObject = JSON.parse('{"__proto__": {"a": "{{ a }}"}}')
    const { message } = fill({}, { a: 'x' }, { callbackData })
    expect(JSON.stringify(message.callbackData)).toBe('{"__proto__":{"a":"x"}}')
  })

  it('changes neither the definition nor the variables', () => {
    const variables = { o: { a: ['x'] } }
    const callbackData = { o: '{{ o }}' }
    const before = JSON.stringify([variables, callbackData])
    fill({ text: 'x' }, variables, { callbackData })
    expect(JSON.stringify([variables, callbackData])).toBe(before)
  })
})
