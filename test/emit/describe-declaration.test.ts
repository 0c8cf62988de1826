import { describe, expect, it } from 'vitest'
import { describeBounds } from '../../src/emit/describe-declaration.ts'
import type { Declaration } from '../../src/model/declaration.ts'

describe('describeBounds', () => {
  it.each<[string, Declaration]>([
    ['At most 40 characters.', { type: 'string', maxLength: 40 }],
    ['2 to 40 characters.', { type: 'string', minLength: 2, maxLength: 40 }],
    ['Exactly 2 characters.', { type: 'string', minLength: 2, maxLength: 2 }],
    ['Matches `^[0-9]$`.', { type: 'string', pattern: '^[0-9]$' }],
    [
      'At most 9 characters, an absolute http or https URL in ASCII such as `https://example.com/a`.',
      { type: 'string', format: 'uri', maxLength: 9 },
    ],
    [
      'At most 9 characters, may have several lines.',
      { type: 'string', multiline: true, maxLength: 9 },
    ],
    ['An integer, 1 to 9.', { type: 'integer', minimum: 1, maximum: 9 }],
    [
      'More than 0, less than 1, a multiple of 0.5.',
      { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1, multipleOf: 0.5 },
    ],
    ['At least 0.', { type: 'number', minimum: 0 }],
    ['', { type: 'number' }],
    ['', { type: 'boolean' }],
    ['', { type: 'string', enum: ['a', 'b'] }],
    [
      'At most 3 items, no two are the same, each at most 9 characters.',
      {
        type: 'array',
        maxItems: 3,
        uniqueItems: true,
        items: { type: 'string', maxLength: 9 },
      },
    ],
    [
      '1 to 8 items, no two share `id` or `label`.',
      {
        type: 'array',
        minItems: 1,
        maxItems: 8,
        uniqueBy: ['id', 'label'],
        items: { type: 'object', properties: {} },
      },
    ],
  ])('says %j', (expected, declaration) => {
    expect(describeBounds(declaration)).toBe(expected)
  })
})
