import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uriFormat } from '../../../src/model/formats.ts'
import { compileYaml } from '../../helpers/compile-yaml.ts'

function findingsOf(url: string): readonly string[] {
  const { diagnostics } = compileYaml(`variables:
  address: { type: string, format: uri }
  id: { type: string, pattern: "^[a-z]{1,9}$" }
  name: string(9)
message:
  text: "{{ id }}"
  replyButtonMessage:
    header: { attachment: { type: image, url: "${url}" } }
    buttons: [{ id: "yes", text: "Yes {{ id }}" }]
callbackData: "{{ address }}{{ name }}"
`)
  return diagnostics
    .filter(({ rule }) => rule === 'attachment-url')
    .map(({ severity, message }) => `${severity} ${message}`)
}

describe('attachment-url', () => {
  it('proves an address with a path behind a variable that is a URL', () => {
    expect(findingsOf('{{ address }}')).toEqual([])
    expect(findingsOf('{{ address }}/{{ id }}.png')).toEqual([])
    expect(findingsOf('{{ address }}?size={{ id }}')).toEqual([])
  })

  it.each(['{{ address }}:99999', '{{ address }}.256', '{{ address }}{{ id }}'])(
    'does not trust %s, whose host goes on',
    (url) => {
      expect(findingsOf(url)).toEqual([
        expect.stringMatching(/^error what follows `address` can become part of its host/),
      ])
    },
  )

  it('proves a host with a variable in a label, and says what makes it one', () => {
    expect(findingsOf('https://{{ id }}.example.com/a.png')).toEqual([])
    expect(findingsOf('https://{{ name }}.example.com/a.png')).toEqual([
      expect.stringContaining('give `name` `pattern: ^[a-z0-9]{1,40}$`'),
    ])
  })

  it.each([
    ['https://{{ id }}/a.png', 'write the end of the host out'],
    ['https://example.com{{ id }}', 'write `/` before it'],
    ['https://{{ id }}:{{ id }}/a', 'write the end of the host out'],
    ['ftp://{{ id }}.example.com/a.png', 'it must be an absolute http or https URL'],
    ['https://256.256.256.256/{{ id }}', 'it must be an absolute http or https URL'],
    ['https://example.com/%{{ id }}', 'percent-encoded'],
  ])('tells the way out of %s', (url, words) => {
    expect(findingsOf(url)).toEqual([expect.stringContaining(words)])
  })
})

/** Declarations, and values that they allow. */
const pool = {
  label: ['{ type: string, pattern: "^[a-z0-9]{1,4}$" }', ['a', '9', 'xn', '256']],
  hyphens: ['{ type: string, pattern: "^[a-z0-9-]{1,4}$" }', ['-', 'xn--', 'a--b', '1']],
  digits: ['{ type: string, minLength: 0, pattern: "^[0-9]{0,3}$" }', ['', '0', '256']],
  dotted: ['{ type: string, pattern: "^[a-z.]{1,4}$" }', ['.', 'a.b', '..']],
  percent: ['{ type: string, pattern: "^[a-f%]{1,3}$" }', ['%', 'a%', '%af']],
  count: ['{ type: integer, minimum: 0, maximum: 300 }', ['0', '300']],
  degree: ['{ type: integer, minimum: -9, maximum: 9 }', ['-9', '9']],
  few: ['{ type: string, enum: [cdn, "1", a.b, x/y] }', ['cdn', '1', 'a.b', 'x/y']],
} as const

type Name = keyof typeof pool
const names: readonly Name[] = [
  'label',
  'hyphens',
  'digits',
  'dotted',
  'percent',
  'count',
  'degree',
  'few',
]
const variables = names.map((name) => `  ${name}: ${pool[name][0]}\n`).join('')

/** Every way to fill in the first variable of a text, and then the others. */
function fillAll(text: string): readonly string[] {
  const [written, name] = /\{\{ (\w+) \}\}/.exec(text) ?? []
  const found = names.find((known) => known === name)
  if (written === undefined || found === undefined) return [text]
  return pool[found][1].flatMap((value) => fillAll(text.replace(written, () => value)))
}

it('an address that is proven is one for all values', () => {
  const piece = fc.oneof(
    fc.constantFrom(...names).map((name) => `{{ ${name} }}`),
    fc.constantFrom(
      '.',
      '-',
      'n-',
      'xn',
      'a',
      '.1',
      '.com',
      '/',
      '?a=',
      '#',
      ':',
      ':80',
      '@',
      '%',
      '%2',
    ),
  )
  const rest = fc.array(piece, { minLength: 1, maxLength: 5 })
  const check = (pieces: readonly string[], end: string): void => {
    const url = `https://${pieces.join('')}${end}`
    const yaml = `variables:\n${variables}message: { attachments: [{ type: image, url: "${url}" }] }\n`
    const { diagnostics } = compileYaml(yaml)
    if (diagnostics.some(({ rule }) => rule === 'attachment-url')) return
    for (const address of fillAll(url))
      expect([url, address, uriFormat.matches(address)]).toEqual([url, address, true])
  }
  const end = fc.constantFrom('', '/a.png', '.example.com/a.png', '.example.com/{{ label }}.png')
  fc.assert(fc.property(rest, end, check), { numRuns: 300 })
})
