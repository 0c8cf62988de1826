import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMessageName } from '../../src/language/message-name.ts'
import { InvalidMessageError } from '../../src/model/errors.ts'
import { jsonBytesOfValue } from '../../src/model/json-bytes.ts'
import type { Payload } from '../../src/model/payload.ts'
import {
  maxTrackingBytes,
  readTracking,
  trackingKeyOf,
  withTracking,
  writeTracking,
} from '../../src/model/tracking.ts'
import { compileFiles } from '../helpers/compile-yaml.ts'

const name = fc
  .stringMatching(/^[a-z][a-z0-9_-]{0,30}(?:\/[a-z0-9][a-z0-9_-]{0,30}){0,4}$/)
  .filter(isMessageName)
const bulk = fc.record({
  run: fc.stringMatching(/^[0-9A-Za-z_-]{1,26}$/),
  row: fc.integer({ min: 0, max: 999_999_999 }),
})

describe('the key of tracking', () => {
  it('is read back as it was written, and is never larger than 64 bytes', () => {
    fc.assert(
      fc.property(name, fc.option(bulk, { nil: {} }), (message, where) => {
        const $c = writeTracking({ message, ...where })
        expect(jsonBytesOfValue({ $c }) - '{}'.length).toBeLessThanOrEqual(maxTrackingBytes)
        expect(readTracking({ order: 1, $c })).toEqual({ key: trackingKeyOf(message), ...where })
      }),
    )
  })

  it('fills its 64 bytes with the longest name, run and row', () => {
    const message = `a${'/bcdefghi'.repeat(9)}`
    const $c = writeTracking({ message, run: '01FRRVK645V350357FGV2Y1B16', row: 999_999_999 })
    expect(jsonBytesOfValue({ $c }) - '{}'.length).toBe(maxTrackingBytes)
  })

  it('is the name itself where that is short', () => {
    expect(writeTracking({ message: 'orders/shipped' })).toBe('orders/shipped')
    expect(writeTracking({ message: 'orders/shipped', run: 'r', row: 7 })).toBe(
      'orders/shipped.r.7',
    )
  })

  it('tells long names apart', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `returns/choose-refund-${index}`)
    expect(new Set(names.map(trackingKeyOf)).size).toBe(names.length)
    expect(names.filter((long) => !/^return~[0-9a-z]{13}$/.test(trackingKeyOf(long)))).toEqual([])
  })

  it('is the same in every release: webhooks come back days later', () => {
    expect(trackingKeyOf('workshop/made-to-measure')).toBe('worksh~16wqpminqe1tf')
  })

  it.each([
    undefined,
    null,
    'orders/shipped',
    ['orders/shipped'],
    {},
    { $c: 1 },
    { $c: '' },
    { $c: 'Orders/shipped' },
    { $c: 'orders/shipped.run' },
    { $c: 'orders/shipped.run.01' },
    { $c: 'orders/shipped.run.1.2' },
    { $c: 'orders/shipped\n' },
    { $c: 'orders/shipped-on-time' },
    Object.create({ $c: 'orders/shipped' }),
  ])('is not found in %j', (data) => {
    expect(readTracking(data)).toBeUndefined()
  })

  it.each([
    { message: 'a', run: 'r' },
    { message: 'a', row: 1 },
    { message: 'a', run: '', row: 1 },
    { message: 'a', run: 'a.b', row: 1 },
    { message: 'a', run: 'a'.repeat(27), row: 1 },
    { message: 'a', run: 'r', row: -1 },
    { message: 'a', run: 'r', row: 1.5 },
    { message: 'a', run: 'r', row: 1e9 },
  ])('is not written for %j', (send) => {
    expect(() => writeTracking(send)).toThrow(TypeError)
  })
})

function payloadWith(data: object): Payload {
  return { endpoint: 'send/messages', body: { message: { text: 'a' }, ...data } }
}

describe('a tracked payload', () => {
  it('carries the key beside what was there', () => {
    const data = JSON.parse('{ "flow": "a", "__proto__": 1 }')
    const payload = payloadWith({ callbackData: data })
    const { endpoint, body } = withTracking(payload, { message: 'a/b', run: 'r', row: 3 })
    expect(endpoint).toBe('send/messages')
    expect(JSON.stringify(body)).toBe(
      '{"message":{"text":"a"},"callbackData":{"flow":"a","__proto__":1,"$c":"a/b.r.3"}}',
    )
    expect(Object.keys(data)).toEqual(['flow', '__proto__'])
  })

  it('carries the key alone where there was nothing', () => {
    expect(withTracking(payloadWith({}), { message: 'a' }).body['callbackData']).toEqual({
      $c: 'a',
    })
  })

  it.each([
    ['a', 'a text has no place'],
    [1, 'a number has no place'],
    [true, 'a boolean has no place'],
    [null, 'null has no place'],
    [['a'], 'a list has no place'],
    [{ $c: 'b' }, 'has a `$c` of its own'],
  ])('is refused with the callback data %j', (callbackData, message) => {
    const track = (): unknown => withTracking(payloadWith({ callbackData }), { message: 'a' })
    expect(track).toThrow(InvalidMessageError)
    expect(track).toThrow(message)
  })
})

const noted = (maxLength: number): string => `variables: { note: string(${maxLength}) }
message: { text: Hello }
callbackData: { note: "{{ note }}" }
`

describe('the linter, with tracking', () => {
  it.each([
    [316, []],
    [317, ['callback-data-too-large']],
  ])('proves that a note of %i characters leaves room for the key', (maxLength, rules) => {
    const { diagnostics } = compileFiles(
      { 'messages/example.yaml': noted(maxLength) },
      { tracking: true, settingsFor: () => ({ preset: 'recommended', rules: quiet }) },
    )
    expect(diagnostics.map(({ rule }) => rule)).toEqual(rules)
  })

  it('shows an example that breaks the limit with the key alone', () => {
    const text = noted(1).replace('string(1)', '{ type: string, pattern: "^a{1,960}$" }')
    const files = { 'messages/example.yaml': text }
    const { diagnostics } = compileFiles(files, { tracking: true })
    expect(diagnostics.map(({ counterexample }) => counterexample)).toEqual([
      { note: 'a'.repeat(960) },
    ])
    expect(compileFiles(files).diagnostics.map(({ rule }) => rule)).toEqual([
      'callback-data-near-limit',
    ])
  })

  it('refuses an example that leaves no room', () => {
    const text = `examples: [{ name: long, variables: {} }]
message: { text: Hello }
callbackData: { note: ${'a'.repeat(950)} }
`
    const { diagnostics } = compileFiles({ 'messages/example.yaml': text }, { tracking: true })
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['callback-data-too-large'])
  })

  it('joins the fact to the message', () => {
    const files = { 'messages/example.yaml': 'message: { text: Hello }\n' }
    expect(compileFiles(files, { tracking: true }).messages[0]?.tracking).toBe(true)
    expect(compileFiles(files).messages[0]).not.toHaveProperty('tracking')
  })
})

const quiet = { 'callback-data-near-limit': 'off' } as const
