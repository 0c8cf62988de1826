import type { JsonObject } from '../../../src/model/json.ts'
import { buttonsCase, type DirectedCase } from '../directed-case.ts'
import { digits, list, number, object, string } from './declare.ts'
import { looseEnds, sameId, sameText } from './found.ts'
import { each, parcel, parcels } from './parcels.ts'

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
  lead: string({ pattern: '^ ?[a-z]$', trim: false }),
  tail: string({ pattern: '^[a-z] ?$', trim: false }),
  two: string({ pattern: '^[0-9a-z][a-z ]$', trim: false }),
  owt: string({ pattern: '^[a-z ][0-9a-z]$', trim: false }),
  sep: string({ enum: ['-', '1'] }),
  a: string({ pattern: '^[01]?$', minLength: 0 }),
  b: string({ pattern: '^[01]?$', minLength: 0 }),
  c: string({ pattern: '^-[0-9]$' }),
  n: number({}),
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

const lists = {
  f: 'boolean',
  ...Object.fromEntries(
    ['p', 'q'].map((name) => [
      name,
      list(object({ id: digits, late: 'boolean', big: 'boolean', f: 'boolean' }), {
        maxItems: 1,
        uniqueBy: ['id'],
      }),
    ]),
  ),
}
const meeting = (
  name: string,
  one: JsonObject,
  other: JsonObject,
  expected: string,
): DirectedCase =>
  buttonsCase(name, lists, [{ id: 'x', text: 'X' }, each(one), each(other)], expected)

/** Whether two elements of a list can give the same text. */
export const repeatCases: readonly DirectedCase[] = [
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
  repeatPair('a key behind what varies', '{{ i.label }}{{ i.id }}', sameId),
  repeatPair('a key beside what is parted', '{{ i.id }}{{ i.label }}-', sameId),
  repeatPair('a key behind what was parted', '-{{ i.label }}{{ i.id }}', sameId),
  repeatPair('a key far behind a part', '{{ i.label }}-{{ i.label }}{{ i.id }}', sameId),
  repeatPair('a key beside few texts', '{{ i.id }}{{ i.sep }}{{ i.label }}', sameId),
  repeatPair('a key in one way and in another', '{{ i.a }}{{ i.b }}{{ i.c }}', sameId, ['a']),
  repeatPair('a number parted by what it can hold', '{{ i.n }}.{{ i.label }}', sameId, ['n']),
  repeatPair('a key whose blanks in front are lost', '{{ i.lead }}x', `${looseEnds}, ${sameId}`, [
    'lead',
  ]),
  repeatPair('a key whose blanks at the end are lost', 'x{{ i.tail }}', `${looseEnds}, ${sameId}`, [
    'tail',
  ]),
  repeatPair('a key in front of mere blanks', 'x{{ i.tail }} ', `${looseEnds}, ${sameId}`, [
    'tail',
  ]),
  repeatPair('a key behind mere blanks', ' {{ i.lead }}x', `${looseEnds}, ${sameId}`, ['lead']),
  repeatPair(
    'a key beside what has one length and loses it',
    '{{ i.id }}{{ i.two }}',
    `${looseEnds}, ${sameId}`,
  ),
  repeatPair(
    'a key behind what has one length and loses it',
    '{{ i.owt }}{{ i.id }}',
    `${looseEnds}, ${sameId}`,
  ),
  buttonsCase(
    'different strings that are not named',
    { p: list(string({ pattern: '^[a-z]{1,3}$' }), { uniqueItems: true }) },
    [{ $each: 'i in p', id: 'x', text: 'x{{ i }}' }],
    sameId,
  ),
  buttonsCase(
    'objects that differ in what is neither named nor asked',
    {
      p: list(object({ a: digits, b: digits, late: { type: 'boolean' } }), {
        maxItems: 2,
        uniqueItems: true,
      }),
    },
    [
      { id: 'x', text: 'X' },
      { $each: 'i in p', $if: 'i.late', id: 'i{{ i.a }}', text: 'i{{ i.a }}{{ i.b }}' },
    ],
    sameId,
  ),
  buttonsCase(
    'objects that differ in a part of what is named',
    { p: list(object({ box: object({ a: digits, b: digits }) }), { uniqueItems: true }) },
    [{ $each: 'i in p', id: '{{ i.box.a }}', text: '{{ i.box.a }}{{ i.box.b }}' }],
    `${sameId}, ${sameText}`,
  ),
  buttonsCase(
    'objects whose parts are keys together only',
    { p: list(object({ box: object({ a: digits, b: digits }) }), { uniqueBy: ['box'] }) },
    [{ $each: 'i in p', id: '{{ i.box.a }}', text: '{{ i.box.b }}' }],
    `${sameId}, ${sameText}`,
  ),
  buttonsCase(
    'texts under the same condition',
    parcels(),
    [
      { $if: 'f', id: 'a', text: 'A' },
      { $if: 'f', id: 'a', text: 'A' },
      { id: 'b', text: 'B' },
    ],
    `${sameId}, ${sameText}`,
  ),
  buttonsCase(
    'texts under opposite conditions of different flags',
    parcels(),
    [
      { $if: 'f', id: 'a', text: 'A' },
      { $if: 'not g', id: 'a', text: 'A' },
      { id: 'b', text: 'B' },
    ],
    `${sameId}, ${sameText}`,
  ),
  meeting('shares of one list', { $if: 'i.late' }, { $if: 'not i.late' }, 'nothing'),
  meeting(
    'shares of one list in loops of two names',
    { $if: 'i.late' },
    { $each: 'j in p', $if: 'not j.late', id: '{{ j.id }}', text: '{{ j.id }}' },
    'nothing',
  ),
  meeting(
    'shares of two lists',
    { $if: 'i.late' },
    { $each: 'i in q', $if: 'not i.late' },
    `${sameId}, ${sameText}`,
  ),
  meeting('a share and the whole list', { $if: 'i.late' }, {}, `${sameId}, ${sameText}`),
  meeting('the whole list and a share', {}, { $if: 'i.late' }, `${sameId}, ${sameText}`),
  meeting('the same share twice', { $if: 'i.late' }, { $if: 'i.late' }, `${sameId}, ${sameText}`),
  meeting(
    'shares that may overlap',
    { $if: 'i.late' },
    { $if: 'not i.big' },
    `${sameId}, ${sameText}`,
  ),
  meeting(
    'a flag of the message and one of its name',
    { $if: 'f' },
    { $if: 'not i.f' },
    `${sameId}, ${sameText}`,
  ),
  meeting(
    'a flag of an element and one of its name',
    { $if: 'i.f' },
    { $if: 'not f' },
    `${sameId}, ${sameText}`,
  ),
  buttonsCase(
    'shares of one list that say different things',
    {
      p: list(object({ id: digits, n: string({ pattern: '^[0-9]{1,3}$' }), late: 'boolean' }), {
        uniqueBy: ['id', 'n'],
      }),
    },
    [
      each({ $if: 'i.late', id: '{{ i.n }}1' }),
      each({ $if: 'not i.late', id: '{{ i.n }}11', text: '{{ i.id }}' }),
    ],
    sameId,
  ),
  buttonsCase(
    'a text under a condition and one without',
    parcels(),
    [
      { $if: 'f', id: 'a', text: 'A' },
      { id: 'a', text: 'A' },
    ],
    `${sameId}, ${sameText}`,
  ),
  buttonsCase(
    'a text without a condition and one under it',
    parcels(),
    [
      { id: 'a', text: 'A' },
      { $if: 'f', id: 'a', text: 'A' },
    ],
    `${sameId}, ${sameText}`,
  ),
]
