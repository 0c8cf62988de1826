import { describe, expect, it } from 'vitest'
import { compileYaml } from '../helpers/compile-yaml.ts'

describe('counterexamples', () => {
  it('are short enough to be made where a variable may be of nearly any length', () => {
    const text = `variables: { l: { type: string, maxLength: 10000000 } }
message: { text: "${'{{ l }}'.repeat(600)}" }
`
    const [diagnostic] = compileYaml(text).diagnostics
    expect(diagnostic?.rule).toBe('text-too-long')
    expect(JSON.stringify(diagnostic?.counterexample).length).toBeLessThan(50_000)
  })

  it('are left out where only huge ones are legal', () => {
    const text = `variables: { l: { type: array, maxItems: 1000, items: { type: string, minLength: 900000, maxLength: 1000000 } } }
message: { text: Hi }
callbackData: { a: "{{ l }}" }
`
    const [diagnostic] = compileYaml(text).diagnostics
    expect(diagnostic?.rule).toBe('callback-data-too-large')
    expect(diagnostic?.counterexample).toBeUndefined()
  })

  it('leave out what a condition guards where its absence is the mistake', () => {
    const text = `variables: { f: boolean }
message:
  text: Hi
  replyButtonMessage: { buttons: [{ $if: not f, id: a, text: A }] }
`
    const [diagnostic] = compileYaml(text).diagnostics
    expect(diagnostic?.rule).toBe('too-few-items')
    expect(diagnostic?.counterexample).toEqual({ f: true })
  })

  it('keep the items of a list different where they must be', () => {
    const text = `variables:
  l:
    type: array
    minItems: 2
    maxItems: 2
    uniqueBy: id
    items: { type: object, properties: { id: boolean, n: { type: integer, minimum: 0, maximum: 2 } } }
  word: string(9)
message:
  text: Hi
  replyButtonMessage:
    buttons:
      - { $each: i in l, id: "{{ i.id }}", text: "{{ i.id }}" }
      - { id: other, text: "A long label {{ word }}" }
`
    const [diagnostic] = compileYaml(text).diagnostics
    expect(diagnostic?.rule).toBe('text-too-long')
    expect(diagnostic?.counterexample).toBeDefined()
  })

  it('end with a blank where that is the mistake', () => {
    const text = `variables: { w: { type: string, maxLength: 9, trim: false } }
message:
  text: Hi
  replyButtonMessage: { buttons: [{ id: "i{{ w }}", text: A }] }
`
    const [diagnostic] = compileYaml(text).diagnostics
    expect(diagnostic?.rule).toBe('edge-blanks')
    expect(diagnostic?.counterexample?.['w']).toMatch(/ $/)
  })

  it.each([
    ['two texts', 'i{{ a }}', '{{ b }}x', { a: 'x', b: 'i' }],
    ['one variable in both', 'i{{ a }}{{ a }}', '{{ b }}{{ a }}', { a: 'W', b: 'iW' }],
    ['one variable twice', '{{ a }}{{ a }}', 'w1w{{ c }}', { a: 'w1', b: 'W', c: '1' }],
  ])('make %s the same', (_, one, other, expected) => {
    const text = `variables: { a: string(4), b: string(4), c: { type: string, pattern: "^[0-9]+$" } }
message:
  text: Hi
  replyButtonMessage: { buttons: [{ id: "${one}", text: A }, { id: "${other}", text: B }] }
`
    const { diagnostics } = compileYaml(text)
    const { counterexample } = diagnostics.find(({ rule }) => rule === 'duplicate-text') ?? {}
    expect(counterexample).toMatchObject({ ...expected, c: expect.any(String) })
  })

  it('divide the same text into other parts where keys must differ', () => {
    const text = `variables:
  l:
    type: array
    minItems: 1
    maxItems: 3
    uniqueBy: id
    items: { type: object, properties: { id: string(4), n: string(4) } }
message:
  text: Hi
  replyButtonMessage: { buttons: [{ $each: i in l, id: "{{ i.id }}{{ i.n }}", text: "{{ i.id }}" }] }
`
    const [diagnostic] = compileYaml(text).diagnostics
    expect(diagnostic?.counterexample).toEqual({
      l: [
        { id: 'WW', n: 'W' },
        { id: 'W', n: 'WW' },
      ],
    })
  })

  it('set the flag of one element as its condition asks', () => {
    const text = `variables:
  groups:
    type: array
    minItems: 1
    maxItems: 2
    items: { type: object, properties: { open: boolean, rows: {
      type: array, minItems: 1, maxItems: 2, uniqueBy: id, items: { type: object, properties: {
        id: { type: string, pattern: "^[a-z]{3}$" }, late: boolean, label: string(30) } } } } }
message:
  text: Hi
  listMessage:
    button: { text: Go }
    sections:
      - { title: One, rows: [{ id: all, text: All }] }
      - $each: g in groups
        $if: g.open
        title: Two
        rows:
          - { $each: r in g.rows, $if: not r.late, id: "{{ r.id }}", text: "{{ r.label }}" }
`
    const { diagnostics } = compileYaml(text)
    const long = diagnostics.find(({ rule }) => rule === 'text-too-long')
    expect(long?.counterexample).toMatchObject({
      groups: [{ open: true, rows: [{ late: false, label: 'W'.repeat(30) }, {}] }, {}],
    })
    expect(diagnostics.filter(({ counterexample }) => counterexample === undefined)).toEqual([])
  })

  it.each([
    ['line-feed', '{ type: string, maxLength: 9, multiline: true }', /^.+\n.+$/],
    ['edge-blanks', '{ type: string, pattern: "^[ab]+ ?$", maxLength: 9, trim: false }', / $/],
    ['blank-text', '{ type: string, pattern: "^ ?a? ?$", trim: false }', /^ *$/],
  ])('hold what breaks %s', (rule, declaration, expected) => {
    const text = `variables: { w: ${declaration} }
message:
  text: Hi
  replyButtonMessage: { buttons: [{ id: "{{ w }}", text: "{{ w }}" }] }
`
    const { diagnostics } = compileYaml(text)
    const { counterexample } = diagnostics.find((diagnostic) => diagnostic.rule === rule) ?? {}
    expect(counterexample?.['w']).toMatch(expected)
  })

  it('stay as they were when another one is made of the same values', () => {
    const text = `variables:
  groups:
    type: array
    minItems: 1
    maxItems: 2
    uniqueBy: name
    items: { type: object, properties: { name: boolean, open: boolean } }
message:
  text: Hi
  listMessage:
    button: { text: Go }
    sections:
      - $each: s in groups
        title: "{{ s.name }}"
        rows: [{ $if: not s.open, id: "{{ s.name }}", text: "{{ s.name }}" }]
      - title: Others
        rows: [${[...'abcdefghi'].map((name) => `{ id: ${name}, text: ${name} }`).join(', ')}]
`
    const { diagnostics } = compileYaml(text)
    const many = diagnostics.find(({ rule }) => rule === 'too-many-items')
    expect(many?.counterexample).toMatchObject({ groups: [{ open: false }, { open: false }] })
  })

  it('are made once for many findings', () => {
    const rows = Array.from(
      { length: 24 },
      (_, index) => `{ $each: r in l, id: "${index}{{ r.id }}", text: "{{ r.label }}" }`,
    )
    const text = `variables:
  l: { type: array, maxItems: 30, uniqueBy: id, items: { type: object, properties: { id: string, label: string(40) } } }
message:
  text: Hi
  listMessage: { button: { text: b }, sections: [{ title: t, rows: [${rows.join(', ')}] }] }
`
    const shown = compileYaml(text).diagnostics.filter(({ counterexample }) => counterexample)
    expect(shown.length).toBeGreaterThan(40)
  })

  it('settle what no set of variables bears out, where all can be tried', () => {
    const lint = (maxItems: number) =>
      compileYaml(`variables:
  ps: { type: array, minItems: 1, maxItems: ${maxItems}, items: { type: object, properties: { late: boolean } } }
message:
  text: Hi
  replyButtonMessage:
    buttons:
      - { $each: p in ps, $if: p.late, id: same, text: Sooner }
      - { $each: p in ps, $if: not p.late, id: same, text: Later }
`)
    // One parcel is late or not.
    expect(lint(1).diagnostics).toEqual([])
    expect(lint(2).diagnostics.map(({ rule }) => rule)).toContain('duplicate-text')
    expect(lint(1).proven).toBe(lint(2).proven + lint(2).diagnostics.length)
  })
})
