import { describe, expect, it } from 'vitest'
import { compileYaml } from '../../helpers/compile-yaml.ts'

/** What is proposed for a button's text with a variable of a list in it. */
function proposedFor(minItems: number, pattern: string): readonly string[] {
  const { diagnostics } = compileYaml(`variables:
  p:
    type: array
    minItems: ${minItems}
    maxItems: 3
    uniqueBy: [id, t]
    items:
      type: object
      properties:
        id: string(4)
        t: { type: string, pattern: "${pattern}" }
message:
  text: Hi
  replyButtonMessage:
    buttons:
      - { $each: b in p, id: "{{ b.id }}", text: "12345678901234567{{ b.t }}" }
`)
  const found = diagnostics.filter(({ rule }) => rule === 'text-too-long')
  expect(found).toHaveLength(1)
  return found.flatMap(({ fixes = [] }) => fixes.map(({ title }) => title))
}

describe('the bound that is proposed', () => {
  it('leaves a list as many different items as it must have', () => {
    const bound = ['give `b.t` `maxLength: 3`']
    expect(proposedFor(1, '^(abc|x{5,9})$')).toEqual(bound)
    expect(proposedFor(2, '^(abc|x{5,9})$')).toEqual([])
    expect(proposedFor(2, '^(abc|abd|x{5,9})$')).toEqual(bound)
  })
})
