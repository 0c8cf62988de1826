import { describe, expect, it } from 'vitest'
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
})
