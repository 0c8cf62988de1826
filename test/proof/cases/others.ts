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
]
