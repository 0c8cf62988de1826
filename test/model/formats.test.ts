import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charactersOf, hasCharacter } from '../../src/model/character-set.ts'
import type { StringFormat } from '../../src/model/declaration.ts'
import { formatGraph } from '../../src/model/declared-graph.ts'
import { formatShapes } from '../../src/model/format-shapes.ts'
import { writeFormat } from '../../src/model/format-witness.ts'
import { formats, matchesFormat } from '../../src/model/formats.ts'
import { graphOfPatternAlone, type TextGraph } from '../../src/model/text-graph.ts'

const uuid = '123e4567-e89b-12d3-a456-426614174000'
const label63 = 'a'.repeat(63)

const accepted: { readonly [format in StringFormat]: readonly string[] } = {
  date: ['2026-01-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'],
  'date-time': [
    ...['2026-01-31T09:30:00Z', '2026-01-31t09:30:00z', '2026-01-31T09:30:00.123456789+05:30'],
    ...['2016-12-31T23:59:60Z', '2016-12-31T15:59:60.5-08:00'],
  ],
  time: [
    '09:30:00Z',
    '00:00:00+00:00',
    '23:59:60Z',
    '00:29:60+00:30',
    '15:59:60-08:00',
    '09:30:00.1z',
  ],
  uuid: [uuid, uuid.toUpperCase(), '00000000-0000-0000-0000-000000000000'],
  email: [
    ...['a@b.co', 'ana.maria+news@example.com', "o'neil@mail.example.org", 'a@xn--p1ai.xn--p1ai'],
    ...[`${'l'.repeat(64)}@${label63}.com`, '1@2-3.example'],
  ],
  uri: [
    ...[
      'http://a',
      'https://example.com',
      'https://example.com/a?b[]=c&d=%20#e',
      'HTTPS://EXAMPLE.COM/',
    ],
    ...[
      'http://localhost:8080/x',
      'https://[::1]/',
      'https://1.2.3.4/',
      'https://u:p@example.com/',
    ],
  ],
  e164: ['+1604444', '+16044441111', '+999999999999999'],
}

const refused: { readonly [format in StringFormat]: readonly string[] } = {
  date: [
    ...['', '2026-02-30', '2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-01-00'],
    ...['26-01-31', '2026-1-31', '2026-01-31 ', '2026/01/31', '２０26-01-31'],
  ],
  'date-time': [
    ...['2026-01-31', '2026-01-31 09:30:00Z', '2026-01-31T09:30:00', '2026-02-30T09:30:00Z'],
    ...[
      '2026-01-31T24:00:00Z',
      '2026-01-31T09:30:00.Z',
      '2026-01-31T09:30Z',
      '2026-01-31T09:30:60Z',
    ],
  ],
  time: [
    '09:30:00',
    '9:30:00Z',
    '24:00:00Z',
    '09:60:00Z',
    '09:30:61Z',
    '09:30:00+24:00',
    '23:59:60+01:00',
  ],
  uuid: [`{${uuid}}`, uuid.replaceAll('-', ''), `${uuid}0`, uuid.replace('1', 'g')],
  email: [
    ...['a', '@b.co', 'a@', 'a@b', 'a@b.c', 'a@b.12', 'a b@c.de', 'a@b@c.de', '.a@b.co', 'a.@b.co'],
    ...[
      'a..b@c.de',
      'a@-b.co',
      'a@b-.co',
      'a@b..co',
      'ä@b.co',
      `${'l'.repeat(65)}@b.co`,
      `a@${label63}x.co`,
    ],
  ],
  uri: [
    ...[
      '',
      'example.com',
      '/a',
      'ftp://example.com',
      'mailto:a@b.co',
      'https://',
      'https:///a',
      'https://?a',
    ],
    ...[
      'https:/example.com',
      'https://exa mple.com',
      'https://example.com/a b',
      'https://exämple.com/',
    ],
    ...[
      'https://example.com/"',
      'https://example.com/<',
      'https://example.com/%2',
      'https://example.com:99999/',
    ],
    ...[
      'javascript:alert(1)//https://a',
      'https://1.2.3.999/',
      'https://example.com\\a',
      'https://:80/',
    ],
  ],
  e164: [
    '+160444',
    '+0604444111',
    '16044441111',
    '+1 604 444 1111',
    '+1234567890123456',
    '+',
    '+١٢٣٤٥٦٧٨',
  ],
}

const names = Object.keys(formats) as StringFormat[]

const ascii = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))

/** The text, and each that one other ASCII character in one place makes of it. */
function editsOf(text: string): readonly string[] {
  const places = Array.from({ length: Math.min(text.length, 24) }, (_, index) => index)
  return [text, ...places.flatMap((at) => ascii.flatMap((one) => replaceAt(text, at, one)))]
}

function replaceAt(text: string, at: number, one: string): readonly string[] {
  return [text.slice(0, at) + one + text.slice(at + 1), text.slice(0, at) + one + text.slice(at)]
}

function isTaken(graph: TextGraph, text: string): boolean {
  let states: readonly number[] = [0]
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const takes = states.flatMap((state) => graph.takesFrom(state))
    states = [...new Set(takes.flatMap(({ set, to }) => (hasCharacter(set, code) ? [to] : [])))]
  }
  return states.some((state) => graph.mayEnd(state))
}

describe.each(names)('the format %s', (name) => {
  it.each(accepted[name])('accepts %j', (text) => {
    expect(matchesFormat(name, text)).toBe(true)
  })

  it.each(refused[name])('refuses %j', (text) => {
    expect(matchesFormat(name, text)).toBe(false)
  })

  it('has its lengths and characters', () => {
    const { length, alphabet } = formatShapes[name]
    for (const text of accepted[name]) {
      expect(text.length).toBeGreaterThanOrEqual(length.min)
      expect(text.length).toBeLessThanOrEqual(length.max)
      expect([...text].every((character) => hasCharacter(alphabet, character.charCodeAt(0)))).toBe(
        true,
      )
    }
  })

  it('accepts only what its length and characters allow', () => {
    const { length, alphabet } = formatShapes[name]
    const edits = fc.tuple(
      fc.constantFrom(...accepted[name]),
      fc.nat(40),
      fc.string({ unit: 'binary', maxLength: 2 }),
    )
    fc.assert(
      fc.property(edits, ([text, at, inserted]) => {
        const edited = text.slice(0, at) + inserted + text.slice(at + 1)
        if (!matchesFormat(name, edited)) return
        expect(edited.length >= length.min && edited.length <= length.max).toBe(true)
        expect(
          [...edited].every((character) => hasCharacter(alphabet, character.codePointAt(0) ?? 0)),
        ).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('has exactly the characters that can stand in one, and a graph that takes them', () => {
    const { length, alphabet } = formatShapes[name]
    const graph = graphOfPatternAlone(formatGraph(name))
    const seen = new Set<number>()
    const refusedByGraph: string[] = []
    for (const text of accepted[name].flatMap(editsOf)) {
      if (!matchesFormat(name, text)) continue
      for (const character of text) seen.add(character.charCodeAt(0))
      if (!isTaken(graph, text)) refusedByGraph.push(text)
      expect(text.length >= length.min && text.length <= length.max).toBe(true)
    }
    expect(refusedByGraph).toEqual([])
    expect(charactersOf(String.fromCharCode(...seen))).toEqual(alphabet)
  })

  it('holds what is written for it', () => {
    let written = 0
    for (let size = 0; size <= 300; size++) {
      for (const variant of [0, 1, 27, 700]) {
        const text = writeFormat(name, size, variant)
        if (text === undefined) continue
        written++
        expect([text, text.length, matchesFormat(name, text)]).toEqual([text, size, true])
      }
    }
    expect(written).toBeGreaterThan(3)
    const shortest = writeFormat(name, formatShapes[name].length.min, 0)
    expect(shortest).toHaveLength(formatShapes[name].length.min)
  })
})

describe('writeFormat', () => {
  it.each(names)('writes different texts of the format %s', (name) => {
    const size = Math.min(formatShapes[name].length.max, 40)
    const texts = Array.from({ length: 500 }, (_, variant) => writeFormat(name, size, variant))
    expect(new Set(texts.map((text) => text?.toLowerCase())).size).toBe(500)
  })
})
