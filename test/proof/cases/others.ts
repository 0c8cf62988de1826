import type { JsonObject } from '../../../src/model/json.ts'
import { type DirectedCase, fileCase } from '../directed-case.ts'
import { integer, number, string } from './declare.ts'

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

/** Coordinates, and runs of spaces in the values of a template. */
export const otherCases: readonly DirectedCase[] = [
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
  place(
    'numbers below an open end',
    number({ minimum: 0, exclusiveMaximum: 90.5 }),
    'latitude-range',
  ),
  place(
    'numbers above an open end',
    number({ exclusiveMinimum: -90.5, maximum: 0 }),
    'latitude-range',
  ),
  place(
    'numbers between open ends',
    number({ exclusiveMinimum: -90, exclusiveMaximum: 90 }),
    'nothing',
  ),
  place('numbers below an open end alone', number({ exclusiveMaximum: 90 }), 'latitude-range'),
  place('numbers above an open end alone', number({ exclusiveMinimum: -90 }), 'latitude-range'),
  place('a number from a list below the limit', number({ enum: [-95, 10] }), 'latitude-range'),
  place('a fixed number', number({ const: 90.5 }), 'latitude-range'),
  place('a fixed number within the limit', number({ const: 90 }), 'nothing'),
  value('a run of spaces in a list', string({ enum: ['a', 'a      b'] }), '{{ v }}', tooManySpaces),
  value('a list without runs of spaces', string({ enum: ['a', 'a b'] }), '{{ v }}', 'nothing'),
  value(
    'a number has no spaces',
    integer({ minimum: 0, maximum: 999_999 }),
    'a    {{ v }}',
    'nothing',
  ),
  value('a UUID has no spaces', string({ format: 'uuid' }), '{{ v }}', 'nothing'),
  value(
    'a pattern with spaces without end',
    string({ pattern: '^[a-z]+(?: +[a-z]+)*$' }),
    '{{ v }}',
    tooManySpaces,
  ),
  value(
    'a pattern with as many spaces as may be',
    string({ pattern: '^[a-z]+ {4}[a-z]+$' }),
    '{{ v }}',
    'nothing',
  ),
  value(
    'a pattern with too many spaces at its end',
    string({ pattern: '^[a-z]{9} {5}$', trim: false }),
    '{{ v }}',
    tooManySpaces,
  ),
  value('spaces behind a pair', string({ pattern: '^[😀-😶]{9} {5}a$' }), '{{ v }}', tooManySpaces),
  fileCase(
    'a latitude that is written out',
    {},
    { location: { latitude: 95, longitude: 1, name: 'Shop', address: 'Street' } },
    'latitude-range',
  ),
  fileCase(
    'a longitude that varies',
    { n: number({ minimum: 0, maximum: 180.5 }) },
    { location: { latitude: 1, longitude: '{{ n }}', name: 'Shop', address: 'Street' } },
    'longitude-range',
  ),
]
