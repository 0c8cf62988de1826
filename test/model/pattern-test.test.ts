import { describe, expect, it } from 'vitest'
import { checkVariables } from '../../src/model/check-variables.ts'
import type { Declarations } from '../../src/model/declaration.ts'
import type { Form } from '../../src/model/form.ts'
import { linearPattern } from '../../src/model/linear-pattern.ts'

describe('the pattern of a declaration', () => {
  it.each<[string, Declarations<Form>]>([
    ['as it is written', { code: { type: 'string', pattern: '^[a-z]+$' } }],
    ['as an expression', { code: { type: 'string', pattern: /^[a-z]+$/u } }],
    ['as a matcher', { code: { type: 'string', pattern: linearPattern('^[a-z]+$') } }],
  ])('says the same %s', (_form, declarations) => {
    expect(checkVariables(declarations, { code: 'abc' }).problems).toEqual([])
    expect(checkVariables(declarations, { code: 'a7' }).problems).toEqual([
      {
        path: ['code'],
        keyword: 'pattern',
        message: '`code` is "a7", which does not match the pattern `^[a-z]+$`',
      },
    ])
  })

  it('lets nothing through where it cannot be read', () => {
    expect(linearPattern('^(').test('(')).toBe(false)
  })
})
