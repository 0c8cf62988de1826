import type { JsonObject } from '../../src/model/json.ts'
import {
  buttonsCase,
  type DirectedCase,
  dataCase,
  fileCase,
  sectionsCase,
  textCase,
} from './directed-case.ts'

const string = (rest: JsonObject): JsonObject => ({ type: 'string', ...rest })
const integer = (rest: JsonObject): JsonObject => ({ type: 'integer', ...rest })
const number = (rest: JsonObject): JsonObject => ({ type: 'number', ...rest })

const strings: readonly DirectedCase[] = [
  textCase('a text without variables', 'boolean', '2 units, 3 bytes', 'é!'),
  textCase(
    'minLength and maxLength',
    string({ minLength: 2, maxLength: 5 }),
    '2–5 units, 2–15 bytes',
  ),
  textCase('a string is not empty by itself', string({ maxLength: 3 }), '1–3 units, 1–9 bytes'),
  textCase(
    'a string that may be empty',
    string({ minLength: 0, maxLength: 3 }),
    '0–3 units, 0–9 bytes, blank sometimes',
  ),
  textCase('a string without a bound', string({}), '1–256 units, 1–768 bytes'),
  textCase(
    'several lines',
    string({ maxLength: 3, multiline: true }),
    '1–3 units, 1–9 bytes, line feed sometimes',
  ),
  textCase(
    'several lines too short for two',
    string({ maxLength: 2, multiline: true }),
    '1–2 units, 1–6 bytes',
  ),
  textCase(
    'several lines untrimmed',
    string({ maxLength: 1, multiline: true, trim: false }),
    '1 units, 1–3 bytes, blank sometimes, line feed sometimes, blank in front sometimes, blank at end sometimes',
  ),
  textCase(
    'a string that keeps its blanks',
    string({ maxLength: 2, trim: false }),
    '1–2 units, 1–6 bytes, blank sometimes, blank in front sometimes, blank at end sometimes',
  ),
  textCase('an enum', string({ enum: ['a', 'bcd', 'ß'] }), '1–3 units, 1–3 bytes'),
  textCase(
    'an enum with its longest first',
    string({ enum: ['bcd', 'a'] }),
    '1–3 units, 1–3 bytes',
  ),
  textCase(
    'an enum with what is empty last',
    string({ enum: ['a', ''], minLength: 0 }),
    '0–1 units, 0–1 bytes, blank sometimes',
  ),
  textCase(
    'an enum with what is empty first',
    string({ enum: ['', 'a'], minLength: 0 }),
    '0–1 units, 0–1 bytes, blank sometimes',
  ),
  textCase(
    'an enum with a blank in front',
    string({ enum: ['x', ' y'], trim: false }),
    '1–2 units, 1–2 bytes, blank in front sometimes',
  ),
  textCase(
    'an enum with a blank at an end',
    string({ enum: ['x', 'y '], trim: false }),
    '1–2 units, 1–2 bytes, blank at end sometimes',
  ),
  textCase(
    'an enum with a line feed',
    string({ enum: ['x', 'y\nz'], multiline: true }),
    '1–3 units, 1–4 bytes, line feed sometimes',
  ),
  textCase('a const', string({ const: 'é"' }), '2 units, 4 bytes'),
  textCase('a date', string({ format: 'date' }), '10 units, 10 bytes'),
  textCase('a date and time', string({ format: 'date-time' }), '20–256 units, 20–256 bytes'),
  textCase('a time', string({ format: 'time' }), '9–256 units, 9–256 bytes'),
  textCase('a UUID', string({ format: 'uuid' }), '36 units, 36 bytes'),
  textCase('an e-mail address', string({ format: 'email' }), '6–256 units, 6–256 bytes'),
  textCase(
    'a URL with a maxLength',
    string({ format: 'uri', maxLength: 40 }),
    '8–40 units, 8–40 bytes',
  ),
  textCase('a phone number', string({ format: 'e164' }), '8–16 units, 8–16 bytes'),
  textCase(
    'a pattern of one length',
    string({ pattern: '^[A-Z]{2}[0-9]{6}$' }),
    '8 units, 8 bytes',
  ),
  textCase(
    'a pattern of several lengths',
    string({ pattern: '^[0-9]{1,12}$' }),
    '1–12 units, 1–12 bytes',
  ),
  textCase(
    'a pattern and a maxLength',
    string({ pattern: '^[0-9]{1,12}$', maxLength: 5 }),
    '1–5 units, 1–5 bytes',
  ),
  textCase(
    'a pattern and a minLength',
    string({ pattern: '^[0-9]{1,12}$', minLength: 5 }),
    '5–12 units, 5–12 bytes',
  ),
  textCase(
    'a pattern with a gap in its lengths',
    string({ pattern: '^(?:[a-z]{2}|[a-z]{9})$', maxLength: 8 }),
    '2 units, 2 bytes',
  ),
  textCase(
    'a pattern without an end',
    string({ pattern: '^[a-z]{3}', maxLength: 9 }),
    '3–9 units, 3–27 bytes',
  ),
  textCase(
    'a pattern without a start',
    string({ pattern: '[a-z]{3}$', maxLength: 9 }),
    '3–9 units, 3–27 bytes',
  ),
  textCase(
    'a pattern that repeats without end',
    string({ pattern: '^[a-z]+$' }),
    '1–256 units, 1–256 bytes',
  ),
  textCase(
    'a choice of patterns',
    string({ pattern: '^(?:[a-z]{2}|[a-z]{4,5})$' }),
    '2–5 units, 2–5 bytes',
  ),
  textCase('an optional piece', string({ pattern: '^[a-z]{3}[0-9]?$' }), '3–4 units, 3–4 bytes'),
  textCase('nested repeats', string({ pattern: '^(?:[a-z]{2}){1,3}$' }), '2–6 units, 2–6 bytes'),
  textCase('a pattern of pairs', string({ pattern: '^[😀-😶]{1,2}$' }), '2–4 units, 4–8 bytes'),
  textCase(
    'a pattern that would begin with blanks',
    string({ pattern: '^ {0,3}[a-z]{2}$' }),
    '2 units, 2 bytes',
  ),
  textCase(
    'a pattern that would end with blanks',
    string({ pattern: '^[a-z]{2} {0,3}$' }),
    '2 units, 2 bytes',
  ),
  textCase(
    'a pattern that keeps its blanks',
    string({ pattern: '^ {0,3}[a-z]{2}$', trim: false }),
    '2–5 units, 2–5 bytes, blank in front sometimes',
  ),
  textCase(
    'a pattern that begins and ends solidly',
    string({ pattern: '^[a-z]{2} [a-z]{2}$', trim: false }),
    '5 units, 5 bytes',
  ),
  textCase(
    'a pattern that begins with a blank',
    string({ pattern: '^ [a-z]{2}$', trim: false }),
    '3 units, 3 bytes, blank in front always',
  ),
  textCase(
    'a pattern that may end with a blank',
    string({ pattern: '^[a-z]{2}[a-z ]$', trim: false }),
    '3 units, 3 bytes, blank at end sometimes',
  ),
  textCase(
    'a pattern that may be blank',
    string({ pattern: '^[a-z ]{2}$', trim: false }),
    '2 units, 2 bytes, blank sometimes, blank in front sometimes, blank at end sometimes',
  ),
  textCase(
    'a pattern of blanks alone',
    string({ pattern: '^\\s{20,30}$', trim: false }),
    '20–30 units, 20–90 bytes, blank always, blank in front always, blank at end always',
  ),
  textCase(
    'a pattern of blanks that may be empty',
    string({ pattern: '^\\s{0,30}$', trim: false, minLength: 0 }),
    '0–30 units, 0–90 bytes, blank always, blank in front sometimes, blank at end sometimes',
  ),
  textCase(
    'a pattern with a line feed',
    string({ pattern: '^[a-z]{2}\\n[a-z]{2}$', multiline: true }),
    '5 units, 6 bytes, line feed sometimes',
  ),
  textCase(
    'a pattern of a few texts',
    string({ pattern: '^(?:a|b\\n?c)$', multiline: true }),
    '1–3 units, 1–4 bytes, line feed sometimes',
  ),
]

const refusals: readonly DirectedCase[] = [
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
]

const numbers: readonly DirectedCase[] = [
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
]

const joined: readonly DirectedCase[] = [
  textCase(
    'a variable beside fixed text',
    string({ maxLength: 3 }),
    '6–8 units, 6–14 bytes',
    'Call {{ v }}',
  ),
  textCase(
    'a variable that stands there twice',
    string({ maxLength: 3 }),
    '2–6 units, 2–18 bytes',
    '{{ v }}{{ v }}',
  ),
  textCase(
    'few values beside fixed text',
    string({ enum: ['a', 'bcd'] }),
    '2–4 units, 2–4 bytes',
    '{{ v }}!',
  ),
  textCase(
    'a blank in front of a variable',
    string({ maxLength: 3 }),
    '2–4 units, 2–10 bytes, blank in front always',
    ' {{ v }}',
  ),
  textCase(
    'a blank behind a variable',
    string({ maxLength: 3 }),
    '2–4 units, 2–10 bytes, blank at end always',
    '{{ v }} ',
  ),
  textCase(
    'fixed text in front of loose blanks',
    string({ maxLength: 2, trim: false }),
    '2–3 units, 2–7 bytes, blank at end sometimes',
    'a{{ v }}',
  ),
  textCase(
    'fixed text behind loose blanks',
    string({ maxLength: 2, trim: false }),
    '2–3 units, 2–7 bytes, blank in front sometimes',
    '{{ v }}a',
  ),
  textCase(
    'a blank behind what may be empty',
    string({ minLength: 0, maxLength: 2 }),
    '2–4 units, 2–8 bytes, blank in front sometimes',
    '{{ v }} a',
  ),
  textCase(
    'a blank in front of what may be empty',
    string({ minLength: 0, maxLength: 2 }),
    '2–4 units, 2–8 bytes, blank at end sometimes',
    'a {{ v }}',
  ),
  textCase(
    'mere blanks and what may be empty',
    string({ minLength: 0, maxLength: 2 }),
    '1–3 units, 1–7 bytes, blank sometimes, blank in front always, blank at end sometimes',
    ' {{ v }}',
  ),
  textCase(
    'a line feed beside a variable',
    string({ maxLength: 2 }),
    '4–5 units, 5–10 bytes, line feed always',
    'a\n{{ v }}b',
  ),
  textCase(
    'escapes beside a variable',
    string({ maxLength: 2 }),
    '5–6 units, 9–14 bytes',
    '"\\\té{{ v }}',
  ),
  textCase(
    'characters of three and four bytes',
    string({ maxLength: 1 }),
    '4 units, 8–10 bytes',
    '漢😀{{ v }}',
  ),
  fileCase(
    'a flag where a condition asks for it',
    { f: 'boolean' },
    {
      text: 'Hi',
      replyButtonMessage: {
        buttons: [
          { $if: 'f', id: 'a', text: `${'x'.repeat(16)}{{ f }}` },
          { id: 'b', text: 'B' },
        ],
      },
    },
    'nothing',
  ),
  fileCase(
    'a flag where its opposite is asked for',
    { f: 'boolean' },
    {
      text: 'Hi',
      replyButtonMessage: {
        buttons: [
          { $if: 'not f', id: 'a', text: `${'x'.repeat(16)}{{ f }}` },
          { id: 'b', text: 'B' },
        ],
      },
    },
    'reply-button-text-length',
  ),
]

const list = (items: JsonObject, rest: JsonObject = {}): JsonObject => ({
  type: 'array',
  minItems: 1,
  maxItems: 3,
  items,
  ...rest,
})
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties })

const data: readonly DirectedCase[] = [
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
]

const parcel = {
  id: string({ pattern: '^[0-9]{1,3}$' }),
  label: string({ maxLength: 9 }),
  late: { type: 'boolean' },
}
const parcels = (rest: JsonObject = {}): JsonObject => ({
  f: 'boolean',
  g: 'boolean',
  p: { type: 'array', minItems: 1, maxItems: 3, uniqueBy: ['id'], items: object(parcel), ...rest },
})
const each = (rest: JsonObject = {}): JsonObject => ({
  $each: 'i in p',
  id: '{{ i.id }}',
  text: '{{ i.id }}',
  ...rest,
})

const counts: readonly DirectedCase[] = [
  buttonsCase('as many items as the list', parcels(), [each()], 'nothing'),
  buttonsCase(
    'more items than are accepted',
    parcels({ maxItems: 4 }),
    [each()],
    'reply-button-count',
  ),
  buttonsCase('a list that may be empty', parcels({ minItems: 0 }), [each()], 'reply-button-count'),
  buttonsCase(
    'a list beside a fixed item',
    parcels(),
    [each(), { id: 'a', text: 'A' }],
    'reply-button-count',
  ),
  buttonsCase(
    'a list of few different keys',
    { p: list(object({ id: string({ enum: ['a', 'b'] }) }), { maxItems: 9, uniqueBy: ['id'] }) },
    [each(), { id: 'c', text: 'C' }],
    'nothing',
  ),
  buttonsCase(
    'a list of few keys that may be alike',
    { p: list(object({ id: string({ enum: ['a', 'b'] }) }), { maxItems: 9 }) },
    [each({ id: 'x{{ i.id }}' }), { id: 'c', text: 'C' }],
    'reply-button-count, reply-button-id-unique, reply-button-text-unique',
  ),
  buttonsCase(
    'keys that differ in case only',
    {
      p: list(object({ id: string({ enum: ['a', 'A', 'b'] }) }), { maxItems: 9, uniqueBy: ['id'] }),
    },
    [each(), { id: 'c', text: 'C' }],
    'nothing',
  ),
  buttonsCase(
    'few different items that are shared out',
    {
      p: list(object({ id: string({ enum: ['a', 'b'] }), late: { type: 'boolean' } }), {
        uniqueBy: ['id'],
      }),
    },
    [each({ $if: 'i.late' }), each({ $if: 'not i.late' }), { id: 'c', text: 'C' }],
    'nothing',
  ),
  buttonsCase(
    'few different integers',
    {
      p: list(object({ id: integer({ minimum: 1, maximum: 2 }) }), {
        maxItems: 9,
        uniqueBy: ['id'],
      }),
    },
    [each(), { id: 'c', text: 'C' }],
    'nothing',
  ),
  buttonsCase(
    'few different objects',
    {
      p: list(object({ id: { type: 'boolean' }, text: string({ const: 'x' }) }), {
        maxItems: 9,
        uniqueItems: true,
      }),
    },
    [each(), { id: 'c', text: 'C' }],
    'nothing',
  ),
  buttonsCase(
    'a condition that drops every element',
    parcels(),
    [each({ $if: 'i.late' })],
    'reply-button-count',
  ),
  buttonsCase(
    'conditions that exclude each other',
    parcels(),
    [
      { $if: 'f', id: 'a', text: 'A' },
      { $if: 'not f', id: 'b', text: 'B' },
      { id: 'c', text: 'C' },
      { $if: 'f', id: 'd', text: 'D' },
    ],
    'nothing',
  ),
  buttonsCase(
    'conditions that do not exclude each other',
    parcels(),
    [
      { $if: 'f', id: 'a', text: 'A' },
      { $if: 'not g', id: 'b', text: 'B' },
      { id: 'c', text: 'C' },
      { $if: 'f', id: 'd', text: 'D' },
    ],
    'reply-button-count',
  ),
  buttonsCase(
    'conditions of which one always holds',
    parcels(),
    [
      { $if: 'f', id: 'a', text: 'A' },
      { $if: 'not f', id: 'b', text: 'B' },
    ],
    'nothing',
  ),
  buttonsCase(
    'conditions of which none may hold',
    parcels(),
    [
      { $if: 'f', id: 'a', text: 'A' },
      { $if: 'g', id: 'b', text: 'B' },
    ],
    'reply-button-count',
  ),
  buttonsCase(
    'two loops that share a list out',
    parcels(),
    [each({ $if: 'i.late' }), each({ $if: 'not i.late' })],
    'nothing',
  ),
  buttonsCase(
    'two loops over two lists',
    { ...parcels(), q: list(object(parcel), { uniqueBy: ['id'] }) },
    [
      each({ $if: 'i.late' }),
      { $each: 'j in q', $if: 'not j.late', id: 'q{{ j.id }}', text: 'q{{ j.id }}' },
    ],
    'reply-button-count',
  ),
  buttonsCase(
    'two loops that ask different things',
    { p: list(object({ ...parcel, big: { type: 'boolean' } }), { uniqueBy: ['id'] }) },
    [each({ $if: 'i.late' }), each({ $if: 'not i.big', id: 'q{{ i.id }}', text: 'q{{ i.id }}' })],
    'reply-button-count',
  ),
  buttonsCase(
    'two loops over one list',
    parcels({ maxItems: 2 }),
    [each({ $if: 'i.late' }), each({ $if: 'i.late', id: 'b{{ i.id }}', text: 'b{{ i.id }}' })],
    'reply-button-count',
  ),
  buttonsCase(
    'two loops that overlap',
    parcels(),
    [each({ $if: 'i.late' }), each({ id: 'b{{ i.id }}', text: 'b{{ i.id }}' })],
    'reply-button-count',
  ),
  fileCase(
    'a place under a condition',
    { f: 'boolean' },
    {
      text: 'Hi',
      replyButtonMessage: {
        buttons: [{ id: 'a', text: 'A' }],
        footer: { $if: 'f', text: '{{ f }}' },
      },
    },
    'nothing',
  ),
]

const rows = (rest: JsonObject = {}): JsonObject => ({
  $each: 'r in s.rows',
  id: '{{ s.id }}-{{ r.id }}',
  text: '{{ s.id }}-{{ r.id }}',
  ...rest,
})
const digits = string({ pattern: '^[0-9]$' })
const groups = (most: number, inner: number, rest: JsonObject = {}): JsonObject => ({
  f: 'boolean',
  groups: {
    type: 'array',
    minItems: 1,
    maxItems: most,
    uniqueBy: ['id'],
    items: object({
      id: digits,
      open: { type: 'boolean' },
      rows: {
        type: 'array',
        minItems: 1,
        maxItems: inner,
        uniqueBy: ['id'],
        items: object({ id: digits, late: { type: 'boolean' } }),
        ...rest,
      },
    }),
  },
})
const section = (rest: JsonObject = {}): JsonObject => ({
  $each: 's in groups',
  title: '{{ s.id }}',
  rows: [rows()],
  ...rest,
})
const fixedRows = (count: number, prefix: string): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${prefix}${index}`,
    text: `${prefix}${index}`,
  }))

const sections: readonly DirectedCase[] = [
  sectionsCase('rows of all sections together', groups(2, 5), [section()], 'nothing'),
  ...[5, 6].map((most) =>
    sectionsCase(
      `a list of ${most} shared out, one share in sections that repeat`,
      {
        ...groups(2, 5),
        p: list(object({ id: digits, late: 'boolean' }), {
          minItems: 1,
          maxItems: most,
          uniqueBy: ['id'],
        }),
      },
      [
        {
          title: 'x',
          rows: [{ $each: 'i in p', $if: 'i.late', id: 'l{{ i.id }}', text: 'l{{ i.id }}' }],
        },
        {
          $each: 's in groups',
          title: '{{ s.id }}',
          rows: [
            {
              $each: 'j in p',
              $if: 'not j.late',
              id: '{{ s.id }}-{{ j.id }}',
              text: '{{ s.id }}-{{ j.id }}',
            },
          ],
        },
      ],
      most === 5 ? 'list-section-row-count' : 'list-row-count, list-section-row-count',
    ),
  ),
  sectionsCase(
    'too many rows of all sections together',
    groups(2, 6),
    [section()],
    'list-row-count',
  ),
  sectionsCase(
    'rows that a section repeats',
    groups(4, 1),
    [
      section({
        rows: [
          rows(),
          { id: 'x{{ s.id }}', text: 'x{{ s.id }}' },
          { id: 'y{{ s.id }}', text: 'y{{ s.id }}' },
        ],
      }),
    ],
    'list-row-count',
  ),
  sectionsCase(
    'rows of two sections',
    { f: 'boolean' },
    [
      { title: 'A', rows: fixedRows(5, 'a') },
      { title: 'B', rows: fixedRows(5, 'b') },
    ],
    'nothing',
  ),
  sectionsCase(
    'too many rows of two sections',
    { f: 'boolean' },
    [
      { title: 'A', rows: fixedRows(5, 'a') },
      { title: 'B', rows: fixedRows(6, 'b') },
    ],
    'list-row-count',
  ),
  sectionsCase(
    'sections that exclude each other',
    { f: 'boolean' },
    [
      { $if: 'f', title: 'A', rows: fixedRows(6, 'a') },
      { $if: 'not f', title: 'B', rows: fixedRows(6, 'b') },
    ],
    'nothing',
  ),
  sectionsCase(
    'a section without rows',
    groups(2, 2, { minItems: 0 }),
    [section()],
    'list-section-row-count',
  ),
  sectionsCase(
    'a section whose rows are all conditional',
    groups(2, 2),
    [section({ rows: [rows({ $if: 'not r.late' })] })],
    'list-section-row-count',
  ),
  sectionsCase(
    'a condition that the section asks already',
    groups(2, 2),
    [
      { title: 'A', rows: fixedRows(1, 'a') },
      section({ $if: 's.open', rows: [{ $if: 's.open', id: '{{ s.id }}', text: '{{ s.id }}' }] }),
    ],
    'nothing',
  ),
  sectionsCase(
    'a condition against that of its section',
    groups(9, 1),
    [
      { title: 'A', rows: fixedRows(1, 'a') },
      section({
        $if: 's.open',
        rows: [
          { id: '{{ s.id }}', text: '{{ s.id }}' },
          { $if: 'not s.open', id: 'x{{ s.id }}', text: 'x{{ s.id }}' },
        ],
      }),
    ],
    'nothing',
  ),
  sectionsCase(
    'rows that are never there',
    groups(1, 9),
    [
      { title: 'A', rows: fixedRows(1, 'a') },
      section({ rows: [rows(), { $if: 'f', id: 'x', text: 'x' }], $if: 'not f' }),
    ],
    'nothing',
  ),
  sectionsCase(
    'rows shared out over two sections',
    { p: { ...(parcels()['p'] as JsonObject), maxItems: 9 } },
    [
      { title: 'A', rows: [each({ $if: 'i.late' }), { id: 'x', text: 'x' }] },
      { title: 'B', rows: [each({ $if: 'not i.late' }), { id: 'y', text: 'y' }] },
    ],
    'list-row-count',
  ),
  sectionsCase(
    'few enough rows shared out over two sections',
    { p: { ...(parcels()['p'] as JsonObject), maxItems: 8 } },
    [
      { title: 'A', rows: [each({ $if: 'i.late' }), { id: 'x', text: 'x' }] },
      { title: 'B', rows: [each({ $if: 'not i.late' }), { id: 'y', text: 'y' }] },
    ],
    'nothing',
  ),
  sectionsCase(
    'ids of rows in nested loops',
    groups(2, 2),
    [section({ rows: [rows({ id: '{{ r.id }}' })] })],
    'list-row-id-unique',
  ),
  sectionsCase(
    'ids that do not name the inner element',
    groups(2, 2),
    [section({ rows: [rows({ id: '{{ s.id }}' })] })],
    'list-row-id-unique',
  ),
  sectionsCase(
    'one section needs no title',
    { f: 'boolean' },
    [{ rows: fixedRows(1, 'a') }],
    'list-single-section-title',
  ),
  sectionsCase(
    'sections that may be two need titles',
    { f: 'boolean' },
    [{ rows: fixedRows(1, 'a') }, { $if: 'f', title: 'B', rows: fixedRows(1, 'b') }],
    'list-section-title-required',
  ),
]

const words = {
  a: string({ maxLength: 9 }),
  b: string({ maxLength: 9 }),
  d: string({ pattern: '^[0-9]{1,3}$' }),
  h: string({ pattern: '^[0-9]{1,3}$' }),
  c: string({ pattern: '^[A-Z]{3}$' }),
  q: string({ pattern: '^[0-9]{0,2}$', minLength: 0 }),
  r: string({ maxLength: 3 }),
  s: string({ maxLength: 3 }),
  t: string({ pattern: '^[a-z]{2} $', trim: false }),
  e: string({ enum: ['One', 'two'] }),
  l: string({ maxLength: 3, trim: false }),
  z: string({ minLength: 0, maxLength: 3 }),
  g: string({ pattern: '^[Ä-Ö]{30}$' }),
  i: integer({ minimum: -99_999, maximum: 9 }),
  j: integer({ minimum: 0, maximum: 99_999 }),
  m: string({ pattern: '^-[0-9]{4}$' }),
}
const twins = (name: string, one: string, other: string, expected: string): DirectedCase =>
  buttonsCase(
    name,
    words,
    [
      { id: one, text: 'A' },
      { id: other, text: 'B' },
    ],
    expected,
  )
const labels = (name: string, one: string, other: string, expected: string): DirectedCase =>
  buttonsCase(
    name,
    words,
    [
      { id: 'a', text: one },
      { id: 'b', text: other },
    ],
    expected,
  )
const sameId = 'reply-button-id-unique'
const looseEnds = 'reply-button-id-trimmed'
const sameText = 'reply-button-text-unique'
const sameLetters = 'reply-button-text-unique-ignoring-case'

const equality: readonly DirectedCase[] = [
  twins('fixed texts', 'a', 'a', sameId),
  twins('fixed texts but for their blanks', 'a', 'a ', `${looseEnds}, ${sameId}`),
  twins('fixed texts that differ', 'a', 'b', 'nothing'),
  twins('two variables', '{{ a }}', '{{ b }}', sameId),
  twins('a variable and a text that it can be', '{{ a }}', 'x', sameId),
  twins('a variable and a text of other characters', '{{ d }}', 'x', 'nothing'),
  twins('an enum and one of its values', '{{ e }}', 'two', sameId),
  twins('an enum and another text', '{{ e }}', 'three', 'nothing'),
  twins('prefixes that differ', 'a-{{ a }}', 'b-{{ b }}', 'nothing'),
  twins('ends that differ', '{{ a }}-a', '{{ b }}-b', 'nothing'),
  twins('what may be empty in front of the same', '{{ q }}x', 'x', sameId),
  twins('what may be empty behind the same', 'x{{ z }}', 'x', sameId),
  twins(
    'loose blanks at both starts',
    '{{ l }}x{{ a }}',
    '{{ l }} x{{ a }}',
    `${looseEnds}, ${sameId}`,
  ),
  twins('a blank of the first that is trimmed away', '{{ t }}', 'ab', `${looseEnds}, ${sameId}`),
  twins('a blank of the second that is trimmed away', 'ab', '{{ t }}', `${looseEnds}, ${sameId}`),
  twins('a place that no length reaches', '{{ s }}x{{ r }}', 'aaaaxb', 'nothing'),
  twins('a place that a length reaches', '{{ s }}x{{ r }}', 'aaaxb', sameId),
  twins('a variable and a pair', '{{ a }}', '😀', sameId),
  twins('a variable and a blank within', '{{ a }}', 'x y', sameId),
  twins('a prefix that the other may have', 'a-{{ a }}', '{{ b }}', sameId),
  twins('an end that the other may have', '{{ a }}-a', '{{ b }}', sameId),
  twins('a text longer than the other', '{{ a }}', '0123456789', 'nothing'),
  twins(
    'a text longer by what they do not share',
    '{{ a }}{{ d }}',
    '{{ a }}{{ d }}xxxx',
    'nothing',
  ),
  twins('a text as long as the other', '{{ a }}', '012345678', sameId),
  twins('a longer text in both orders', '0123456789', '{{ a }}', 'nothing'),
  twins('the same variable at both starts', '{{ a }}x', '{{ a }}y', 'nothing'),
  twins('the same variable behind which all is empty', '{{ a }}{{ z }}', '{{ a }}', sameId),
  twins(
    'blanks that are trimmed away',
    '{{ l }}',
    'x',
    `reply-button-id-non-blank, ${looseEnds}, ${sameId}`,
  ),
  twins('a prefix and loose blanks', 'x{{ l }}', 'x', `${looseEnds}, ${sameId}`),
  twins('a prefix before loose blanks that differs', 'x{{ l }}', 'y', looseEnds),
  twins('loose blanks in the middle', 'x{{ l }}x', 'x{{ l }}y', 'nothing'),
  twins('blanks in front that are trimmed away', '{{ l }}x', 'x', `${looseEnds}, ${sameId}`),
  twins('patterns with nothing in common', '{{ c }}', '{{ d }}', 'nothing'),
  twins('patterns put together in two ways', '{{ h }}{{ c }}', '{{ d }}{{ d }}{{ c }}', sameId),
  twins('a number below zero and a text', '{{ i }}', '{{ m }}', sameId),
  twins('a number above zero and a text', '{{ j }}', '{{ m }}', 'nothing'),
  labels('letters of another case', 'a', 'A', sameLetters),
  labels('a variable and another case', '{{ c }}', 'abc', sameLetters),
  labels('a variable and other letters', '{{ c }}', 'ab1', 'nothing'),
  labels('an enum and another case', '{{ e }}', 'TWO', sameLetters),
  labels('a letter that becomes two', '{{ a }}', 'SSSSSSSSSSSSSSSSSS', sameLetters),
  labels('more letters than can become of it', '{{ a }}', 'XXXXXXXXXXXXXXXXXX', 'nothing'),
  labels('the same letters to the letter', '{{ c }}', 'ABC', sameText),
]

const repeat = (name: string, id: string, expected: string, rest: JsonObject = {}): DirectedCase =>
  buttonsCase(
    name,
    { ...parcels({ ...rest }), w: string({ maxLength: 4 }), m: string({ pattern: '^[0-9]{2}$' }) },
    [each({ id })],
    expected,
  )
const pair = {
  id: string({ pattern: '^[0-9]{1,3}$' }),
  kind: string({ pattern: '^[A-Z]{2}$' }),
  label: string({ maxLength: 4 }),
  loose: string({ maxLength: 2, trim: false }),
}
const repeatPair = (
  name: string,
  id: string,
  expected: string,
  uniqueBy: readonly string[] = ['id'],
): DirectedCase =>
  buttonsCase(
    name,
    {
      p: {
        type: 'array',
        minItems: 1,
        maxItems: 2,
        uniqueBy: ['id', ...uniqueBy],
        items: object(pair),
      },
    },
    [each({ id })],
    expected,
  )

const repeats: readonly DirectedCase[] = [
  repeat('a key in one loop', '{{ i.id }}', 'nothing'),
  repeat('what is no key', '{{ i.label }}', sameId),
  repeat('nothing of the element', 'x{{ w }}', sameId),
  repeat('nothing of the only element', 'x{{ w }}', 'nothing', { maxItems: 1 }),
  repeat('nothing of the only element that there can be', 'x{{ w }}', 'nothing', {
    uniqueBy: ['late'],
    items: object({ ...parcel, late: { type: 'boolean', const: true } }),
  }),
  repeat('a key behind what is the same for all', '{{ w }}{{ i.id }}', 'nothing'),
  repeat('a key in front of what is the same for all', '{{ i.id }}{{ w }}', 'nothing'),
  repeatPair('a key beside what varies', '{{ i.id }}{{ i.label }}', sameId),
  repeatPair('a key parted from what varies', '{{ i.id }}-{{ i.label }}', 'nothing'),
  repeatPair('a key parted by what it can hold', '{{ i.label }}-{{ i.id }}-{{ i.label }}', sameId),
  repeatPair('a key beside what has one length', '{{ i.id }}{{ i.kind }}', 'nothing'),
  repeatPair('a key between what has one length', '{{ i.kind }}{{ i.id }}{{ i.kind }}', 'nothing'),
  repeatPair('a key of one length', '{{ i.kind }}{{ i.label }}', 'nothing', ['kind']),
  repeatPair('a key of one length at the end', '{{ i.label }}{{ i.kind }}', 'nothing', ['kind']),
  repeatPair(
    'a key of one length between what varies',
    '{{ i.label }}{{ i.kind }}{{ i.label }}',
    sameId,
    ['kind'],
  ),
  repeatPair('a key that differs in blanks only', 'x{{ i.loose }}', `${looseEnds}, ${sameId}`, [
    'loose',
  ]),
  repeatPair('a key whose blanks are held', 'x{{ i.loose }}x', 'nothing', ['loose']),
  repeatPair(
    'a key told apart by its characters',
    '{{ i.id }}{{ i.kind }}{{ i.label }}',
    'nothing',
  ),
  buttonsCase(
    'a key behind which stands what it can hold',
    {
      p: list(object({ k: string({ maxLength: 4 }), w: string({ maxLength: 4 }) }), {
        uniqueBy: ['k'],
      }),
    },
    [each({ id: '{{ i.k }}-{{ i.w }}', text: '{{ i.k }}' })],
    sameId,
  ),
  buttonsCase(
    'items that differ as a whole',
    { p: list(string({ pattern: '^[a-z]{1,3}$' }), { uniqueItems: true }) },
    [{ $each: 'i in p', id: '{{ i }}', text: 'x{{ i }}' }],
    'nothing',
  ),
  buttonsCase(
    'items that need not differ',
    { p: list(string({ pattern: '^[a-z]{1,3}$' })) },
    [{ $each: 'i in p', id: '{{ i }}', text: 'x{{ i }}' }],
    `${sameId}, ${sameText}`,
  ),
  buttonsCase(
    'objects that differ in what is named',
    { p: list(object({ a: digits, b: digits }), { uniqueItems: true }) },
    [{ $each: 'i in p', id: '{{ i.a }}{{ i.b }}', text: '{{ i.a }}{{ i.b }}' }],
    'nothing',
  ),
  buttonsCase(
    'objects that differ in what is named or asked',
    { p: list(object({ a: digits, late: { type: 'boolean' } }), { uniqueItems: true }) },
    [
      { id: 'x', text: 'X' },
      { $each: 'i in p', $if: 'i.late', id: 'i{{ i.a }}', text: 'i{{ i.a }}' },
    ],
    'reply-button-count',
  ),
  buttonsCase(
    'objects that differ in what is neither',
    { p: list(object({ a: digits, late: { type: 'boolean' } }), { uniqueItems: true }) },
    [
      { id: 'x', text: 'X' },
      { $each: 'i in p', id: 'i{{ i.a }}', text: 'i{{ i.a }}' },
    ],
    'reply-button-count, reply-button-id-unique, reply-button-text-unique',
  ),
  buttonsCase(
    'objects that differ in what is not named',
    { p: list(object({ a: digits, b: digits }), { uniqueItems: true }) },
    [{ $each: 'i in p', id: '{{ i.a }}', text: '{{ i.a }}{{ i.b }}' }],
    sameId,
  ),
  buttonsCase(
    'two loops over one list',
    parcels({ maxItems: 1 }),
    [each(), each()],
    `${sameId}, ${sameText}`,
  ),
  buttonsCase(
    'one variable of two elements',
    {
      p: list(object({ id: digits, n: string({ pattern: '^[0-9]{1,3}$' }) }), {
        uniqueBy: ['id', 'n'],
      }),
    },
    [each({ id: '{{ i.n }}1' }), each({ id: '{{ i.n }}11', text: 'b{{ i.id }}' })],
    'reply-button-count, reply-button-id-unique',
  ),
  buttonsCase(
    'two loops that share a list out',
    parcels(),
    [each({ $if: 'i.late' }), each({ $if: 'not i.late' })],
    'nothing',
  ),
  buttonsCase(
    'texts under conditions that exclude each other',
    parcels(),
    [
      { $if: 'f', id: 'a', text: 'A' },
      { $if: 'not f', id: 'a', text: 'A' },
    ],
    'nothing',
  ),
  buttonsCase(
    'texts under conditions that do not',
    parcels(),
    [
      { $if: 'f', id: 'a', text: 'A' },
      { $if: 'g', id: 'a', text: 'A' },
      { id: 'b', text: 'B' },
    ],
    `${sameId}, ${sameText}`,
  ),
]

const place = (name: string, declaration: JsonObject, expected: string): DirectedCase =>
  fileCase(
    name,
    { n: declaration },
    { location: { latitude: '{{ n }}', longitude: 1, name: 'Shop', address: 'Street' } },
    expected,
  )
const value = (
  name: string,
  declaration: JsonObject,
  text: string,
  expected: string,
): DirectedCase =>
  fileCase(name, { v: declaration }, { text: 'Hi' }, expected, {
    fallback: { templateName: 'x', language: 'en', parameters: { body_1: text } },
  })
const tooManySpaces = 'template-value-spaces'

const others: readonly DirectedCase[] = [
  place('numbers within the limit', number({ minimum: -90, maximum: 90 }), 'nothing'),
  place('numbers above the limit', number({ minimum: -90, maximum: 90.5 }), 'latitude-range'),
  place('numbers below the limit', number({ minimum: -90.5, maximum: 90 }), 'latitude-range'),
  place('numbers without an end', number({ minimum: 0 }), 'latitude-range'),
  place(
    'integers beside the limit',
    integer({ exclusiveMinimum: -91, exclusiveMaximum: 91 }),
    'nothing',
  ),
  place(
    'integers past the limit',
    integer({ exclusiveMinimum: -92, exclusiveMaximum: 91 }),
    'latitude-range',
  ),
  place('a number from a list', number({ enum: [1, 90.5] }), 'latitude-range'),
  place('a number from a list within bounds', number({ enum: [1, 90] }), 'nothing'),
  value('a run of spaces in a variable', string({ maxLength: 7 }), '{{ v }}', tooManySpaces),
  value('no room for a run of spaces', string({ maxLength: 6 }), '{{ v }}', 'nothing'),
  value(
    'a pattern without runs of spaces',
    string({ pattern: '^[a-z]+(?: [a-z]+)*$' }),
    '{{ v }}',
    'nothing',
  ),
  value(
    'a pattern with runs of spaces',
    string({ pattern: '^[a-z]+(?: {1,5}[a-z]+)*$' }),
    '{{ v }}',
    tooManySpaces,
  ),
  value(
    'spaces around what may be empty',
    string({ minLength: 0, maxLength: 1 }),
    'a   {{ v }}  b',
    tooManySpaces,
  ),
  value('spaces around what is not empty', string({ maxLength: 1 }), 'a   {{ v }}  b', 'nothing'),
  value(
    'spaces that join those of a variable',
    string({ maxLength: 3, trim: false }),
    'a  {{ v }}b',
    tooManySpaces,
  ),
]

function named(group: string, cases: readonly DirectedCase[]): readonly DirectedCase[] {
  return cases.map((one) => ({ ...one, name: `${group}: ${one.name}` }))
}

/** Every case, each about one transfer rule of the bounds. */
export const directedCases: readonly DirectedCase[] = [
  ...named('strings', strings),
  ...named('declarations', refusals),
  ...named('numbers', numbers),
  ...named('texts', joined),
  ...named('bytes', data),
  ...named('counts', counts),
  ...named('sections', sections),
  ...named('twins', equality),
  ...named('repeats', repeats),
  ...named('others', others),
]
