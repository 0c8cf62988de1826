import { type DirectedCase, textCase } from '../directed-case.ts'
import { integer, number } from './declare.ts'

/** Numbers and booleans in a text. */
export const numberCases: readonly DirectedCase[] = [
  textCase('an integer', 'integer', '1–17 units, 1–17 bytes'),
  textCase(
    'integers from below zero',
    integer({ minimum: -5, maximum: 1_000_000 }),
    '1–7 units, 1–7 bytes',
  ),
  textCase(
    'integers mostly below zero',
    integer({ minimum: -123_456, maximum: 7 }),
    '1–7 units, 1–7 bytes',
  ),
  textCase(
    'integers below zero',
    integer({ minimum: -1000, maximum: -50 }),
    '3–5 units, 3–5 bytes',
  ),
  textCase('integers above zero', integer({ minimum: 100, maximum: 5000 }), '3–4 units, 3–4 bytes'),
  textCase(
    'exclusive ends of integers',
    integer({ exclusiveMinimum: 99, exclusiveMaximum: 1000 }),
    '3 units, 3 bytes',
  ),
  textCase(
    'an exclusive end behind the longest',
    integer({ exclusiveMinimum: 97, exclusiveMaximum: 101 }),
    '2–3 units, 2–3 bytes',
  ),
  textCase(
    'multiples of an integer',
    integer({ minimum: 90, maximum: 1099, multipleOf: 12 }),
    '2–4 units, 2–4 bytes',
  ),
  textCase(
    'multiples that miss both ends',
    integer({ minimum: 97, maximum: 10_009, multipleOf: 100 }),
    '3–5 units, 3–5 bytes',
  ),
  textCase(
    'multiples that miss the longest',
    integer({ minimum: 1, maximum: 1009, multipleOf: 11 }),
    '2–4 units, 2–4 bytes',
  ),
  textCase('few integers', integer({ minimum: 7, maximum: 10 }), '1–2 units, 1–2 bytes'),
  textCase(
    'few multiples',
    integer({ minimum: 1, maximum: 100, multipleOf: 30 }),
    '2 units, 2 bytes',
  ),
  textCase('an enum of integers', integer({ enum: [7, 1000] }), '1–4 units, 1–4 bytes'),
  textCase('an enum of numbers', number({ enum: [0.5, -12.25] }), '3–6 units, 3–6 bytes'),
  textCase('a number', 'number', '1–25 units, 1–25 bytes'),
  textCase('a number that is not negative', number({ minimum: 0 }), '1–24 units, 1–24 bytes'),
  textCase('a number above nine', number({ minimum: 10, maximum: 99 }), '2–24 units, 2–24 bytes'),
  textCase(
    'a number between whole ones',
    number({ minimum: 0.2, maximum: 0.9 }),
    '3–24 units, 3–24 bytes',
  ),
  textCase(
    'a number between whole ones below zero',
    number({ minimum: -0.9, maximum: -0.2 }),
    '4–25 units, 4–25 bytes',
  ),
  textCase(
    'multiples of a fraction',
    number({ minimum: 0, maximum: 1000, multipleOf: 0.25 }),
    '1–7 units, 1–7 bytes',
  ),
  textCase(
    'multiples of a fraction below zero',
    number({ minimum: -10, maximum: 10, multipleOf: 0.01 }),
    '1–6 units, 1–6 bytes',
  ),
  textCase(
    'few multiples of a fraction',
    number({ minimum: 0, maximum: 1, multipleOf: 0.25 }),
    '1–4 units, 1–4 bytes',
  ),
  textCase(
    'few multiples of which the last is whole',
    number({ minimum: 9.5, maximum: 10, multipleOf: 0.5 }),
    '2–3 units, 2–3 bytes',
  ),
  textCase('a boolean', 'boolean', '4–5 units, 4–5 bytes'),
  textCase(
    'multiples that miss the end below zero',
    integer({ minimum: -10_000, maximum: -8, multipleOf: 12 }),
    '3–5 units, 3–5 bytes',
  ),
  textCase(
    'few multiples between open ends',
    number({ exclusiveMinimum: 0, exclusiveMaximum: 1, multipleOf: 0.25 }),
    '3–4 units, 3–4 bytes',
  ),
  textCase('multiples without ends', number({ multipleOf: 0.5 }), '1–25 units, 1–25 bytes'),
  textCase(
    'multiples without an upper end',
    number({ minimum: 0, multipleOf: 0.5 }),
    '1–24 units, 1–24 bytes',
  ),
  textCase(
    'multiples without a lower end',
    number({ maximum: 0, multipleOf: 0.5 }),
    '1–25 units, 1–25 bytes',
  ),
  textCase(
    'whole multiples',
    number({ minimum: 0, maximum: 1000, multipleOf: 5 }),
    '1–4 units, 1–4 bytes',
  ),
  textCase(
    'multiples between broken ends',
    number({ minimum: -0.5, maximum: 0.5, multipleOf: 0.01 }),
    '1–5 units, 1–5 bytes',
  ),
  textCase(
    'a number from a broken end on',
    number({ minimum: 12.5, maximum: 99 }),
    '2–24 units, 2–24 bytes',
  ),
  textCase(
    'a number below zero up to a broken end',
    number({ minimum: -99, maximum: -12.5 }),
    '3–25 units, 3–25 bytes',
  ),
  textCase(
    'a number around one whole one',
    number({ minimum: 9.5, maximum: 10.5 }),
    '2–24 units, 2–24 bytes',
  ),
  textCase('a number of many digits', number({ minimum: 1_000_000 }), '5–24 units, 5–24 bytes'),
  textCase(
    'few multiples between finer ends',
    number({ minimum: 0.125, maximum: 1, multipleOf: 0.25 }),
    '1–4 units, 1–4 bytes',
  ),
  textCase(
    'few multiples up to a finer end',
    number({ minimum: 0.5, maximum: 0.875, multipleOf: 0.25 }),
    '3–4 units, 3–4 bytes',
  ),
]
