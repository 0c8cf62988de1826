import { describe, expect, it } from 'vitest'
import { readColumns } from '../../src/language/recipient-columns.ts'
import type { Declarations } from '../../src/model/declaration.ts'

const variables: Declarations = {
  customer: { type: 'string', maxLength: 40 },
  count: { type: 'integer', default: 1 },
}

function read(header: string, declared: Declarations = variables): ReturnType<typeof readColumns> {
  return readColumns(header.split(','), { name: 'orders/shipped', variables: declared })
}

function problemsOf(header: string, declared?: Declarations): readonly string[] {
  return read(header, declared).problems.map(({ index, message }) => `${index ?? '-'} ${message}`)
}

describe('readColumns', () => {
  it('knows its own columns and the variables', () => {
    const { columns, problems, ignored } = read(' to ,name,locale,customer,count')
    expect(problems).toEqual([])
    expect(ignored).toEqual([])
    expect(columns.map((column) => column?.type)).toEqual([
      'to',
      'name',
      'locale',
      'variable',
      'variable',
    ])
  })

  it('lets a column out whose variable has a default', () => {
    expect(problemsOf('to,customer')).toEqual([])
  })

  it('names columns that mean nothing once', () => {
    expect(read('to,customer,segment,').ignored).toEqual(['`segment`', 'column 4 (without a name)'])
  })

  it('takes a variable that is called like a column by its prefix', () => {
    const declared: Declarations = { name: { type: 'string', maxLength: 9 } }
    expect(problemsOf('to,name,variables.name', declared)).toEqual([])
    expect(problemsOf('to,name', declared)).toEqual([
      '- the column `variables.name` is missing: `orders/shipped` needs its variable `name`, and a column `name` is the name of the recipient, so call the one of the variable `variables.name`',
    ])
  })

  it.each([
    ['to,to,customer', '1 the column `to` stands twice: rename or remove one'],
    ['to,customer,x,x', '3 the column `x` stands twice: rename or remove one'],
    [
      'to,customer,variables.customer',
      '2 `customer` and `variables.customer` are one variable: remove one',
    ],
    ['to,customer,__proto__', '2 `__proto__` is no name of a column: rename or remove it'],
    ['to,custmer', '1 there is no column `custmer`: did you mean `customer`?'],
    ['To,customer', '0 there is no column `To`: did you mean `to`?'],
    ['to,customer,Locale', '2 there is no column `Locale`: did you mean `locale`?'],
    ['to,customer,Count', '2 there is no column `Count`: did you mean `count`?'],
    [
      'to,customer,variables.cuont',
      '2 `variables.cuont` is no variable of `orders/shipped`: did you mean `variables.count`?',
    ],
    [
      'to,customer,variables.x',
      '2 `variables.x` is no variable of `orders/shipped`: it has `customer`, `count`',
    ],
    ['to', '- the column `customer` is missing: `orders/shipped` needs it'],
    [
      'phone,customer',
      '- the column `to` is missing: it holds the recipients, such as +16044441111',
    ],
  ])('reports one mistake once: %s', (header, problem) => {
    expect(problemsOf(header)).toEqual([problem])
  })

  it('says that a header is missing where data stands', () => {
    expect(problemsOf('+16044441111,Ana')[0]).toContain('the first line must name the columns')
  })

  it('is not fooled by names of inherited properties', () => {
    expect(read('to,customer,constructor,toString').ignored).toEqual([
      '`constructor`',
      '`toString`',
    ])
  })
})
