import { type DirectedCase, textCase } from '../directed-case.ts'
import { integer, number, string } from './declare.ts'

/** Declarations: what bounds themselves, and what is refused. */
export const declarationCases: readonly DirectedCase[] = [
  textCase(
    'a default within its own bounds',
    string({ maxLength: 3, default: 'abc' }),
    '1–3 units, 1–9 bytes',
  ),
  textCase(
    'a default outside its own bounds',
    string({ maxLength: 3, default: 'abcd' }),
    'refused: invalid-declaration',
  ),
  textCase(
    'a default outside its own list',
    string({ enum: ['a', 'b'], default: 'c' }),
    'refused: invalid-declaration',
  ),
  textCase(
    'a list whose value is outside its bounds',
    string({ enum: ['a', 'bcd'], maxLength: 2 }),
    'refused: invalid-declaration',
  ),
  textCase(
    'bounds that exclude each other',
    string({ minLength: 3, maxLength: 2 }),
    'refused: invalid-declaration',
  ),
  textCase(
    'a pattern that no length allows',
    string({ pattern: '^[a-z]{4}$', maxLength: 3 }),
    'refused: invalid-declaration',
  ),
  textCase(
    'a range without a multiple',
    integer({ minimum: 1, maximum: 4, multipleOf: 5 }),
    'refused: invalid-declaration',
  ),
  textCase(
    'a format that no length allows',
    string({ format: 'uuid', maxLength: 5 }),
    'refused: invalid-declaration',
  ),
  textCase(
    'a pattern that nothing matches',
    string({ pattern: 'a^b' }),
    'refused: invalid-declaration',
  ),
  textCase(
    'a list of numbers of which one is outside its bounds',
    number({ enum: [1, 5], maximum: 2 }),
    'refused: invalid-declaration',
  ),
]
