import { type DirectedCase, textCase } from '../directed-case.ts'
import { string } from './declare.ts'

/** Strings: lengths, formats, patterns. */
export const stringCases: readonly DirectedCase[] = [
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
  textCase(
    'an enum with what is dearest first',
    string({ enum: ['ß', 'a'] }),
    '1 units, 1–2 bytes',
  ),
  textCase('an enum with what is dearest last', string({ enum: ['a', 'ß'] }), '1 units, 1–2 bytes'),
  textCase(
    'an enum with a blank in front of its first',
    string({ enum: [' y', 'x'], trim: false }),
    '1–2 units, 1–2 bytes, blank in front sometimes',
  ),
  textCase(
    'an enum with a blank at the end of its first',
    string({ enum: ['y ', 'x'], trim: false }),
    '1–2 units, 1–2 bytes, blank at end sometimes',
  ),
  textCase(
    'a string that may be empty and keeps its blanks',
    string({ minLength: 0, maxLength: 3, trim: false }),
    '0–3 units, 0–9 bytes, blank sometimes, blank in front sometimes, blank at end sometimes',
  ),
  textCase(
    'a string that is always empty',
    string({ minLength: 0, maxLength: 0, trim: false }),
    '0 units, 0 bytes, blank always',
  ),
  textCase(
    'a date that keeps its blanks',
    string({ format: 'date', trim: false }),
    '10 units, 10 bytes',
  ),
  textCase(
    'a pattern of dear characters and a minLength',
    string({ pattern: '^[à-ý]+$', minLength: 3, maxLength: 5 }),
    '3–5 units, 6–10 bytes',
  ),
  textCase(
    'a pattern too large for its lengths to be counted',
    string({ pattern: '^[a-z]{1,1000}[0-9]{1,1000}[A-Z]{1,1000}$', maxLength: 2000 }),
    '3–2000 units, 3–2000 bytes',
  ),
  textCase(
    'a pattern of the empty text',
    string({ pattern: '^$', minLength: 0 }),
    '0 units, 0 bytes, blank always',
  ),
  textCase(
    'a pattern of a few texts that begin alike',
    string({ pattern: '^(?:ab|ac?)$' }),
    '1–2 units, 1–2 bytes',
  ),
  textCase(
    'a few texts of which a format allows some',
    string({ pattern: '^(?:0{4}-00-00|[😀é]{8}|2024-01-3[01])$', format: 'date' }),
    '10 units, 10 bytes',
  ),
  textCase(
    'a pattern without blanks that may be empty',
    string({ pattern: '^[à-ÿ]{0,40}$', trim: false, minLength: 0 }),
    '0–40 units, 0–80 bytes, blank sometimes',
  ),
  textCase(
    'a pattern that may begin with blanks and be empty',
    string({ pattern: '^(?: [à-ÿ]{1,9})?$', trim: false, minLength: 0 }),
    '0–10 units, 0–19 bytes, blank sometimes, blank in front sometimes',
  ),
  textCase(
    'a pattern that two blanks may make',
    string({ pattern: '^ {2}[à-ÿ]?$', trim: false }),
    '2–3 units, 2–4 bytes, blank sometimes, blank in front always, blank at end sometimes',
  ),
  textCase(
    'a pattern without ends that keeps its blanks',
    string({ pattern: 'a', trim: false, maxLength: 3 }),
    '1–3 units, 1–9 bytes, blank in front sometimes, blank at end sometimes',
  ),
  textCase(
    'a repeat without end of what ends',
    string({ pattern: '^(?:[à-ý]{0,2})*$', minLength: 0, maxLength: 90 }),
    '0–90 units, 0–180 bytes, blank sometimes',
  ),
  textCase(
    'a repeat without end of what repeats',
    string({ pattern: '^(?:(?:[à-ý]x+)?)*$', minLength: 0, maxLength: 90 }),
    '0–90 units, 0–180 bytes, blank sometimes',
  ),
  textCase(
    'a repeat without end of nothing',
    string({ pattern: '^(?:(?:)*[à-ý]){1,3}$' }),
    '1–3 units, 2–6 bytes',
  ),
  textCase(
    'a choice of nothing and something',
    string({ pattern: '^(?:(?:[à-ý]|[😀-😶]{2}){1,3}(?:(?:){0,2}|x))$' }),
    '1–13 units, 2–25 bytes',
  ),
]
