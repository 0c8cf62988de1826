import { describe, expect, it } from 'vitest'
import { decodeEvent } from '../../src/host/decode-event.ts'
import { ConnectlyError } from '../../src/model/errors.ts'
import { secret, sign } from '../helpers/sign.ts'

const body = '{"sender":{"id":"+16315555500"},"message":{"text":"Olá 😀"}}'
const signature = sign(body)
const refused = { type: 'refused', reason: 'signature' }

describe('a webhook', () => {
  it.each([
    ['a text', body],
    ['bytes', new TextEncoder().encode(body)],
    ['a Buffer', Buffer.from(body)],
    ['a part of a larger buffer', Buffer.from(`xx${body}yy`).subarray(2, -2)],
    ['an ArrayBuffer', new TextEncoder().encode(body).buffer],
  ])('is read from %s', async (_, rawBody) => {
    expect(await decodeEvent(rawBody, { secret, signature })).toMatchObject({
      type: 'text',
      text: 'Olá 😀',
      customer: { id: '+16315555500' },
      raw: JSON.parse(body),
    })
  })

  it('has the signature of the vector of RFC 4231, case 2', async () => {
    const hex = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    const known = Buffer.from(hex, 'hex').toString('base64')
    const options = { secret: 'Jefe', signature: known }
    const event = await decodeEvent('what do ya want for nothing?', options)
    expect(event).toMatchObject({ type: 'unreadable', problem: 'not-json' })
  })

  it.each([
    ['no signature', undefined],
    ['a null signature', null],
    ['an empty signature', ''],
    ['the signature of another body', sign(`${body} `)],
    ['the signature of another secret', sign(body, 'other')],
    ['a blank before it', ` ${signature}`],
    ['a line feed behind it', `${signature}\n`],
    ['a prefix', `sha256=${signature}`],
    ['no padding', signature.slice(0, -1)],
    ['the alphabet of URLs', sign('b').replaceAll('+', '-').replaceAll('/', '_')],
    ['hexadecimal digits', Buffer.from(signature, 'base64').toString('hex')],
    ['two signatures', `${signature}, ${signature}`],
    ['half of it', signature.slice(0, 22)],
    ['a signature of zeros', Buffer.alloc(32).toString('base64')],
  ])('is refused with %s', async (_, altered) => {
    expect(await decodeEvent(body, { secret, signature: altered })).toEqual(refused)
  })

  it('is refused with another spelling of the very same signature', async () => {
    const bytes = Buffer.from(signature, 'base64')
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const twins = [...letters]
      .map((letter) => `${signature.slice(0, 42)}${letter}=`)
      .filter((twin) => twin !== signature && Buffer.from(twin, 'base64').equals(bytes))
    expect(twins).toHaveLength(3)
    for (const twin of twins) {
      expect(await decodeEvent(body, { secret, signature: twin })).toEqual(refused)
    }
  })

  it('is refused with any one of 10,000 forged or altered signatures', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='
    const forged = new Set<string>()
    for (let index = 0; index < 44; index++) {
      for (const letter of letters) {
        forged.add(signature.slice(0, index) + letter + signature.slice(index + 1))
      }
    }
    for (let count = 0; forged.size < 10_001; count++) forged.add(sign(`${body}${count}`))
    forged.delete(signature)
    expect(forged.size).toBe(10_000)
    const types = new Set<string>()
    for (const altered of forged) {
      types.add((await decodeEvent(body, { secret, signature: altered })).type)
    }
    expect([...types]).toEqual(['refused'])
  })

  it('is refused when a byte of it was changed', async () => {
    const bytes = new TextEncoder().encode(body)
    for (let index = 0; index < bytes.length; index++) {
      const altered = bytes.with(index, (bytes[index] ?? 0) ^ 1)
      expect(await decodeEvent(altered, { secret, signature })).toEqual(refused)
    }
  })

  it('is refused when it is too large, before it is verified', async () => {
    const tooLarge = { type: 'refused', reason: 'size' }
    const options = { secret, signature, maxBytes: 20 }
    expect(await decodeEvent(body, options)).toEqual(tooLarge)
    expect(await decodeEvent('é'.repeat(20), options)).toEqual(tooLarge)
    expect(await decodeEvent(new Uint8Array(2 ** 20 + 1), { secret, signature })).toEqual(tooLarge)
  })

  it.each([
    ['no JSON', 'not-json', '{"a":'],
    ['an open string', 'not-json', '{"a'],
    ['a broken escape in a key', 'not-json', '{"\\x":1}'],
    ['nothing', 'not-json', ''],
    ['a list', 'not-an-object', '[]'],
    ['null', 'not-an-object', 'null'],
    ['a key twice', 'duplicate-key', '{"a":1,"b":{},"a":2}'],
    ['a key twice, in two spellings', 'duplicate-key', '{"ab":1,"\\u0061b" :2}'],
    ['a key twice, deep inside', 'duplicate-key', '{"a":[{"b":{"c":1,"c":1}}]}'],
    ['lists in lists', 'too-deep', `{"a":${'['.repeat(500_000)}`],
    ['mappings in mappings', 'too-deep', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`],
  ])('that holds %s is unreadable: %s', async (_, problem, text) => {
    const event = await decodeEvent(text, { secret, signature: sign(text) })
    expect(event).toMatchObject({ type: 'unreadable', problem })
    expect('bytes' in event && new TextDecoder().decode(event.bytes)).toBe(text)
  })

  it.each([
    ['brackets in strings', `{"a":"${'['.repeat(200)}"}`],
    ['quotes in strings', '{"a":"\\"a\\":1,\\"a\\":2"}'],
    ['the same key in two mappings', '{"a":{"x":1},"b":{"x":1,"a":[{"x":1},{"x":1}]}}'],
    ['texts that equal a key', '{"a":["a","a"],"b":"a"}'],
  ])('that holds %s is readable', async (_, text) => {
    const event = await decodeEvent(text, { secret, signature: sign(text) })
    expect(event).toMatchObject({ type: 'unrecognized', raw: JSON.parse(text) })
  })

  it('that is no UTF-8 is unreadable', async () => {
    const bytes = Uint8Array.of(0x7b, 0xff, 0x7d)
    const event = await decodeEvent(bytes, { secret, signature: sign(bytes) })
    expect(event).toEqual({ type: 'unreadable', problem: 'not-utf-8', bytes })
  })

  it('keeps a `__proto__` as the key that it is', async () => {
    const text = '{"__proto__":{"message":{"text":"a"}},"callbackData":{"__proto__":{"$c":"a"}}}'
    const event = await decodeEvent(text, { secret, signature: sign(text) })
    expect(event).toMatchObject({ type: 'unrecognized', tracking: undefined })
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype)
  })

  it.each(['', ' ', undefined])('is not read with the secret %j', async (empty) => {
    const reading = decodeEvent(body, { secret: empty as string, signature })
    await expect(reading).rejects.toThrow(ConnectlyError)
    await expect(reading).rejects.toThrow(/secret/)
  })

  it.each([{ message: {} }, null, 7, undefined])(
    'is not read once it was parsed: %j',
    async (parsed) => {
      const reading = decodeEvent(parsed as unknown as string, { secret, signature })
      await expect(reading).rejects.toThrow(/before anything parses it/)
    },
  )
})
