import { describe, expect, it } from 'vitest'
import { compileFiles } from '../helpers/compile-yaml.ts'

const locales = { default: 'en', all: ['en', 'es'] }
const base = `variables:
  name: string(20)
  f: boolean
  ps: { type: array, minItems: 1, maxItems: 2, uniqueBy: [id, label], items: { type: object, properties: { id: { type: string, pattern: "^[0-9]$" }, label: string(9), late: boolean } } }
`
const message = `message:
  text: "Hi {{ name }}"
  listMessage:
    header: { $if: f, text: "Dear {{ name }}" }
    button: { text: Open }
    sections:
      - title: All
        rows:
          - { $each: p in ps, id: "p:{{ p.id }}", text: "- {{ p.label }}" }
          - { id: end, text: End }
`

/** `line:column message` for a variant that differs from the default by replacements. */
function compare(...replacements: readonly (readonly [string, string])[]): readonly string[] {
  let variant = message
  for (const [from, to] of replacements) {
    expect(variant).toContain(from)
    variant = variant.replace(from, to)
  }
  const files = { 'messages/a.yaml': base + message, 'messages/a.es.yaml': variant }
  const { diagnostics } = compileFiles(files, { locales })
  return diagnostics.map(({ file, rule, range, message: text }) => {
    const before = variant.slice(0, range.start).split('\n')
    return `${file} ${rule} ${before.length}:${(before.at(-1) ?? '').length + 1} ${text}`
  })
}

const mismatch = 'messages/a.es.yaml locale-mismatch'

describe('compareLocales', () => {
  it('says nothing of other words, other order of variables and other loop names', () => {
    expect(
      compare(
        ['Hi {{ name }}', 'Hola, {{ name }} ({{ name }})'],
        ['Open', 'Abrir'],
        ['All', 'Todo'],
      ),
    ).toEqual([])
    expect(
      compare(
        ['Dear {{ name }}', 'Querido'],
        ['- {{ p.label }}', '{{ p.label }}.'],
        ['End', 'Fin'],
      ),
    ).toEqual([])
  })

  it('says nothing of a loop that only has another name', () => {
    expect(
      compare(
        ['$each: p in ps', '$each: paquete in ps'],
        ['p:{{ p.id }}', 'p:{{ paquete.id }}'],
        ['{{ p.label }}', '{{ paquete.label }}'],
      ),
    ).toEqual([])
  })

  it('wants the same ids under the same conditions', () => {
    expect(compare(['{ id: end, text: End }', '{ $if: f, id: end, text: Fin }'])).toEqual([
      `${mismatch} 10:27 \`es\` has \`end\` under another \`$each\` or \`$if\` than the default locale: all locales have the same ids in the same places`,
    ])
  })

  it('wants one content type', () => {
    const { diagnostics } = compileFiles(
      {
        'messages/a.yaml': 'message:\n  text: Hi\n',
        'messages/a.es.yaml':
          'message:\n  text: Hola\n  replyButtonMessage:\n    buttons: [{ id: a, text: A }]\n',
      },
      { locales },
    )
    expect(diagnostics.map(({ rule, range }) => [rule, range.start])).toEqual([
      ['locale-mismatch', 24],
    ])
    expect(diagnostics[0]?.message).toContain(
      '`es` is replyButtonMessage where the default locale is text',
    )
  })

  it.each([
    ['another id', ['id: end', 'id: fin'], '10:19', '`fin`', '`end`'],
    ['another id in a loop', ['p:{{ p.id }}', 'q:{{ p.id }}'], '9:35', 'q:', 'p:'],
    [
      'a row less',
      ['          - { id: end, text: End }\n', ''],
      '3:3',
      'lacks the id `end`',
      'rows[1].id',
    ],
    [
      'a row more',
      ['text: End }', 'text: End }\n          - { id: more, text: More }'],
      '11:19',
      '`more`',
      'nothing',
    ],
    [
      'no header',
      ['    header: { $if: f, text: "Dear {{ name }}" }\n', ''],
      '3:3',
      'no header',
      'text header',
    ],
    ['a variable less', ['- {{ p.label }}', 'x'], '1:1', 'does not use `ps[].label`', ''],
  ] as const)('finds %s', (_, replacement, place, said, expected) => {
    const found = compare(replacement).filter((line) => line.startsWith(mismatch))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${mismatch} ${place} `)
    expect(found[0]).toContain(said)
    expect(found[0]).toContain(expected)
  })

  it('finds a variable that only one locale uses', () => {
    const { diagnostics } = compileFiles(
      {
        'messages/a.yaml':
          'variables:\n  a: string(9)\n  b: string(9)\nmessage:\n  text: "x {{ a }}"\n',
        'messages/a.es.yaml': 'message:\n  text: "x {{ b }}"\n',
      },
      { locales },
    )
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['locale-mismatch'])
    expect(diagnostics[0]?.message).toContain('does not use `a` and uses `b`')
  })

  it('says nothing of a locale in which something could not be read', () => {
    const said = compare(['Hi {{ name }}', 'Hola'], ['Dear {{ name }}', '{{ nmae }}'])
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('undeclared-variable')
    expect(compare(['id: end, ', ''])).toHaveLength(1)
    expect(compare(['in ps', 'in sp'])).toHaveLength(1)
  })

  it('wants one kind of header, down to the kind of file', () => {
    const withHeader = (header: string) =>
      `message:\n  text: x\n  replyButtonMessage:\n    header: ${header}\n    buttons: [{ id: a, text: A }]\n`
    const url = 'https://a.example/x'
    const { diagnostics } = compileFiles(
      {
        'messages/a.yaml': withHeader(`{ attachment: { type: image, url: "${url}" } }`),
        'messages/a.es.yaml': withHeader(`{ attachment: { type: video, url: "${url}" } }`),
        'messages/a.de.yaml': withHeader('{ text: Hallo }'),
        'messages/a.fr.yaml': withHeader(`{ attachment: { type: image, url: "${url}?fr" } }`),
      },
      { locales: { default: 'en', all: ['en', 'es', 'de', 'fr'] } },
    )
    expect(diagnostics.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'messages/a.de.yaml locale-mismatch',
      'messages/a.es.yaml locale-mismatch',
    ])
  })
})
