import { describe, expect, it } from 'vitest'
import { isSurelyLinear } from '../../../src/model/surely-linear.ts'
import { compileYaml } from '../../helpers/compile-yaml.ts'

function rulesOf(declaration: string, value: string): readonly string[] {
  const { diagnostics } = compileYaml(`variables:
  a: ${declaration}
message: { text: "Hello {{ a }}" }
fallback: { templateName: hello, language: en, parameters: { body_1: "${value}" } }
`)
  return diagnostics.map(({ rule }) => rule)
}

describe('template-value', () => {
  it('joins the spaces around a variable that can be empty', () => {
    const maybe = '{ type: string, minLength: 0, pattern: "^[a-z]{0,9}$" }'
    expect(rulesOf(maybe, 'x  {{ a }}  x')).toEqual([])
    expect(rulesOf(maybe, 'x   {{ a }}   x')).toEqual(['template-value'])
  })

  it('joins the spaces of variables that can be blank', () => {
    const blank = '{ type: string, maxLength: 2, trim: false }'
    expect(rulesOf(blank, 'x{{ a }}{{ a }}x')).toEqual([])
    expect(rulesOf(blank, 'x{{ a }} {{ a }}x')).toEqual(['template-value'])
  })

  it('ends a run at whatever is never a space', () => {
    const word = '{ type: string, pattern: "^[a-z]{1,9}$" }'
    expect(rulesOf(word, 'x   {{ a }}   x')).toEqual([])
  })

  it('suggests a pattern that is enough, refuses nobody for two spaces, and runs as it is', () => {
    const [finding] = compileYaml(`variables: { a: string(30) }
message: { text: "Hello {{ a }}" }
fallback: { templateName: hello, language: en, parameters: { body_1: "{{ a }}" } }
`).diagnostics
    const [, pattern = ''] = /`(\^.*\$)`$/.exec(finding?.message ?? '') ?? []
    expect(rulesOf(`{ type: string, maxLength: 30, pattern: "${pattern}" }`, '{{ a }}')).toEqual([])
    const allowed = new RegExp(pattern, 'u')
    expect(['Ana', 'Ana  3', 'a    b c'].every((text) => allowed.test(text))).toBe(true)
    expect(allowed.test('a     b')).toBe(false)
    expect(isSurelyLinear(pattern)).toBe(true)
  })
})
