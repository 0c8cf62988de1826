import { type DirectedCase, dataCase } from '../directed-case.ts'
import { integer, list, object, string } from './declare.ts'

/** The bytes of callback data. */
export const byteCases: readonly DirectedCase[] = [
  dataCase('a string as a whole', string({ maxLength: 3 }), '3–11 bytes'),
  dataCase('a string in a text', string({ maxLength: 3 }), '5–13 bytes', 'x{{ v }}y'),
  dataCase('two strings in a text', string({ maxLength: 3 }), '4–20 bytes', '{{ v }}{{ v }}'),
  dataCase('an integer as a whole', integer({ minimum: 0, maximum: 999 }), '1–3 bytes'),
  dataCase('an integer in a text', integer({ minimum: 0, maximum: 999 }), '4–6 bytes', 'x{{ v }}'),
  dataCase('a boolean as a whole', 'boolean', '4–5 bytes'),
  dataCase('values beside fixed ones', integer({ minimum: 0, maximum: 999 }), '13–15 bytes', [
    '{{ v }}',
    null,
    true,
  ]),
  dataCase('keys of a fixed mapping', integer({ minimum: 0, maximum: 999 }), '16–18 bytes', {
    'é"': '{{ v }}',
    b: 1,
  }),
  dataCase('a list', list(string({ pattern: '^[a-z]{2}$' })), '6–16 bytes'),
  dataCase(
    'a list without a bound',
    { type: 'array', items: integer({ enum: [7] }) },
    '2–61 bytes',
  ),
  dataCase(
    'a list that may be empty',
    list(string({ pattern: '^[a-z]{2}$' }), { minItems: 0 }),
    '2–16 bytes',
  ),
  dataCase(
    'a list of few different items',
    list(string({ enum: ['a', 'b', 'A'] }), { uniqueItems: true }),
    '5–9 bytes',
  ),
  dataCase(
    'a list of few different keys',
    list(object({ k: string({ enum: ['a', 'b'] }) }), { uniqueBy: ['k'] }),
    '11–21 bytes',
  ),
  dataCase(
    'a list of many different integers',
    list(integer({ minimum: 10, maximum: 49 }), { maxItems: 50, uniqueItems: true }),
    '4–121 bytes',
  ),
  dataCase(
    'a list of few different objects',
    list(object({ k: { type: 'boolean' }, l: integer({ minimum: 0, maximum: 1 }) }), {
      maxItems: 9,
      uniqueItems: true,
    }),
    '18–73 bytes',
  ),
  dataCase(
    'an object',
    object({ k: string({ maxLength: 1 }), l: integer({ minimum: 0, maximum: 9 }) }),
    '15–17 bytes',
  ),
  dataCase('an object without properties', object({}), '2 bytes'),
  dataCase('an enum of lists', list(string({}), { enum: [['a'], ['b', 'cc']] }), '5–10 bytes'),
  dataCase('quotes are escaped', string({ pattern: '^"{3}[a-z]{3}$' }), '11 bytes'),
  dataCase('backslashes are escaped', string({ pattern: '^\\\\{3}[a-z]{3}$' }), '11 bytes'),
  dataCase(
    'a short dear way beside a long cheap one',
    string({ pattern: '^(?:[a-z]{2}|[一-十])$' }),
    '4–5 bytes',
  ),
  dataCase(
    'line feeds are escaped',
    string({ pattern: '^a\\n{1,3}b$', multiline: true }),
    '6–10 bytes',
  ),
  dataCase('characters of two bytes', string({ pattern: '^[à-ü]{1,3}$' }), '4–8 bytes'),
  dataCase('characters of three bytes', string({ pattern: '^[一-十]{1,3}$' }), '5–11 bytes'),
  dataCase('pairs of four bytes', string({ pattern: '^[😀-😶]{1,3}$' }), '6–14 bytes'),
  dataCase('cheap and dear characters', string({ pattern: '^(?:[a-z]{4}|[一-十])$' }), '5–6 bytes'),
  dataCase('private characters', string({ pattern: '^[\\u{e000}-\\u{e010}]{1,3}$' }), '5–11 bytes'),
  dataCase('a format needs no escapes', string({ format: 'uri', maxLength: 9 }), '10–11 bytes'),
  dataCase(
    'a list that is always empty',
    list(string({}), { minItems: 0, maxItems: 0 }),
    '2 bytes',
  ),
  dataCase(
    'a list of some items',
    list(string({ pattern: '^[a-z]$' }), { minItems: 3 }),
    '13 bytes',
  ),
  dataCase(
    'a list of many different multiples',
    list(integer({ minimum: 0, maximum: 990, multipleOf: 30 }), {
      maxItems: 50,
      uniqueItems: true,
    }),
    '3–137 bytes',
  ),
]
