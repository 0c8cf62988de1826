import { describe, expect, it } from 'vitest'
import { compileYaml } from '../helpers/compile-yaml.ts'

describe('how often a `$each` repeats', () => {
  const file = (by: string): string => `variables:
  l: { type: array, minItems: 1, maxItems: 9, ${by}items: { type: object, properties: { size: { type: string, enum: [S, M, L] } } } }
message:
  text: Hi
  replyButtonMessage:
    buttons: [{ $each: i in l, id: "{{ i.size }}", text: "{{ i.size }}" }]
`

  it('is no more than there are different items', () => {
    expect(compileYaml(file('uniqueBy: size, ')).diagnostics).toEqual([])
  })

  it('is what the list allows where items may be alike', () => {
    const rules = compileYaml(file('')).diagnostics.map(({ rule }) => rule)
    expect(rules).toContain('too-many-items')
  })
})
