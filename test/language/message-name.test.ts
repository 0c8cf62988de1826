import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findNameCollisions,
  identifierOf,
  isMessageName,
  nameBase,
  parseMessagePath,
} from '../../src/language/message-name.ts'

describe('parseMessagePath', () => {
  it.each([
    ['shipped.yaml', { name: 'shipped' }],
    ['orders/shipped.yml', { name: 'orders/shipped' }],
    ['orders/2fa_code-new.yaml', { name: 'orders/2fa_code-new' }],
    ['orders/shipped.es.yaml', { name: 'orders/shipped', locale: 'es' }],
    ['shipped.pt-BR.yaml', { name: 'shipped', locale: 'pt-BR' }],
    ['shipped.zh-Hant-TW.yaml', { name: 'shipped', locale: 'zh-Hant-TW' }],
    ['shipped.es-419.yaml', { name: 'shipped', locale: 'es-419' }],
    ['shipped.fil.yaml', { name: 'shipped', locale: 'fil' }],
  ])('reads %s', (path, expected) => {
    expect(parseMessagePath(path)).toEqual(expected)
  })

  it('takes every locale that the config lists', () => {
    expect(parseMessagePath('a.de-CH-1996.yaml', ['de-CH-1996'])).toEqual({
      name: 'a',
      locale: 'de-CH-1996',
    })
    expect(parseMessagePath('a.de-CH-1996.yaml')).toHaveProperty('problem')
  })

  it.each([
    ['shipped.json', 'ends in `.yaml`'],
    ['Shipped.yaml', '(`shipped`)'],
    ['orders/OrderShipped.yaml', '(`order-shipped`)'],
    ['order shipped.yaml', '(`order-shipped`)'],
    ['2fa.yaml', 'begins with a digit'],
    ['_draft.yaml', '`_draft` cannot be part'],
    ['-a.yaml', '`-a` cannot be part'],
    ['index.yaml', 'the generated index'],
    ['orders/index/a.yaml', 'the generated index'],
    ['con.yaml', 'a device on Windows'],
    ['orders/com1.es.yaml', 'a device on Windows'],
    ['../shipped.yaml', '`..` cannot be part'],
    ['.yaml', 'cannot be part'],
    ['naïve.yaml', 'cannot be part'],
    ['shipped.pt-br.yaml', 'is written `pt-BR`'],
    ['shipped.ES.yaml', 'is written `es`'],
    ['shipped.es_MX.yaml', '`es_MX` is written `es-MX`'],
    ['shipped.zh_hant_tw.yaml', 'is written `zh-Hant-TW`'],
    ['shipped.english.yaml', '`english` is no locale'],
    ['v1.2.yaml', '`2` is no locale'],
    ['shipped.es.draft.yaml', '`es.draft` is no locale'],
    ['shipped..yaml', '`` is no locale'],
  ])('says what is wrong with %s', (path, problem) => {
    expect(parseMessagePath(path)).toMatchObject({ problem: expect.stringContaining(problem) })
  })

  it('uses the spelling of the config for a listed locale', () => {
    const expected = {
      problem: '`EN-gb` is written `en-gb`: rename the file to `a.en-gb.yaml`',
      meant: { name: 'a', locale: 'en-gb' },
    }
    expect(parseMessagePath('a.EN-gb.yaml', ['en-gb'])).toEqual(expected)
  })

  it('gives names that are safe as paths and as identifiers', () => {
    const piece = fc.constantFrom('a', 'b', 'Z', '1', '-', '_', '/', '.', 'es', 'con', ' ', 'é')
    const path = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(path, (text) => {
        const parsed = parseMessagePath(`${text}.yaml`)
        if ('problem' in parsed) return
        expect(isMessageName(parsed.name)).toBe(true)
        expect(identifierOf(parsed.name)).toMatch(/^[A-Z][A-Za-z0-9]*$/)
      }),
    )
  })
})

describe('identifierOf', () => {
  it.each([
    ['shipped', 'Shipped'],
    ['orders/shipped', 'OrdersShipped'],
    ['orders/in-transit_now', 'OrdersInTransitNow'],
    ['orders/2fa', 'Orders2fa'],
    ['a--b-', 'AB'],
  ])('turns %s into %s', (name, identifier) => {
    expect(identifierOf(name)).toBe(identifier)
  })
})

describe('findNameCollisions', () => {
  it('is content with the variants of a message', () => {
    const files = [
      { path: 'a.yaml', name: 'a' },
      { path: 'a.es.yaml', name: 'a', locale: 'es' },
      { path: 'b.yaml', name: 'b' },
    ]
    expect(findNameCollisions(files)).toEqual([])
  })

  it('finds names that give one identifier', () => {
    const first = { path: 'a-b.yaml', name: 'a-b' }
    const second = { path: 'a/b.yaml', name: 'a/b' }
    expect(findNameCollisions([second, first])).toEqual([
      {
        identifier: 'AB',
        files: [first, second],
        message: '`a-b` and `a/b` both become `sendAB`: rename one of them',
      },
    ])
  })

  it('finds two files of one message', () => {
    const first = { path: 'a.yaml', name: 'a' }
    const second = { path: 'a.yml', name: 'a' }
    expect(findNameCollisions([second, first])).toMatchObject([{ files: [first, second] }])
  })

  it('finds a variant in the default locale', () => {
    const files = [
      { path: 'a.en.yaml', name: 'a', locale: 'en' },
      { path: 'a.yaml', name: 'a' },
    ]
    expect(findNameCollisions(files)).toEqual([])
    expect(findNameCollisions(files, 'en')).toMatchObject([{ identifier: 'A', files }])
  })
})

describe('nameBase', () => {
  const file = '/home/shop/messages/eu/messages/orders/shipped.yaml'

  it('is the fixed part of the glob that finds the file', () => {
    expect(nameBase(file, { globBase: '/home/shop/messages', folder: '/home' })).toBe(
      '/home/shop/messages',
    )
  })

  it('is the nearest folder called messages', () => {
    expect(nameBase(file, { folder: '/home' })).toBe('/home/shop/messages/eu/messages')
  })

  it('is the folder argument where no folder is called messages', () => {
    expect(nameBase('/home/texts/orders/a.yaml', { folder: '/home/texts' })).toBe('/home/texts')
  })

  it('is the own folder of a file that was named alone', () => {
    expect(nameBase('/home/texts/a.yaml')).toBe('/home/texts')
  })
})
