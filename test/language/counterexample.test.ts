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

  it('are made once for many findings', () => {
    const rows = Array.from(
      { length: 60 },
      (_, index) => `{ $each: r in l, id: "${index}{{ r.id }}", text: "{{ r.label }}" }`,
    )
    const text = `variables:
  l: { type: array, maxItems: 30, uniqueBy: id, items: { type: object, properties: { id: string, label: string(40) } } }
message:
  text: Hi
  listMessage: { button: { text: b }, sections: [{ title: t, rows: [${rows.join(', ')}] }] }
`
    const start = performance.now()
    const shown = compileYaml(text).diagnostics.filter(({ counterexample }) => counterexample)
    expect(shown.length).toBeGreaterThan(20)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
