import { buttonsCase, type DirectedCase, fileCase } from '../directed-case.ts'
import { digits, integer, list, object, string } from './declare.ts'
import { each, parcel, parcels } from './parcels.ts'

/** How many buttons there are. */
export const countCases: readonly DirectedCase[] = [
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
  buttonsCase(
    'a condition within its like',
    parcels(),
    [
      { $if: 'f', id: 'a', text: 'A' },
      { $if: 'f', id: 'b', text: 'B' },
      { $if: 'g', id: 'c', text: 'C' },
      { id: 'd', text: 'D' },
    ],
    'reply-button-count',
  ),
  buttonsCase(
    'what stands in an item that may be missing',
    parcels({ minItems: 0, maxItems: 2 }),
    [{ id: 'x', text: 'X' }, each({ text: 'number of it {{ i.id }} and more' })],
    'reply-button-text-length',
  ),
  buttonsCase(
    'what stands beside a condition',
    { f: 'boolean', v: string({ maxLength: 30 }) },
    [
      { id: 'x', text: 'X' },
      { $if: 'f', id: 'y', text: '{{ v }}!' },
    ],
    'reply-button-text-length',
  ),
  buttonsCase(
    'two loops that ask for flags with one ending',
    {
      p: list(object({ id: digits, late: 'boolean', gate: 'boolean' }), { uniqueBy: ['id'] }),
    },
    [each({ $if: 'i.late' }), each({ $if: 'not i.gate', id: 'q{{ i.id }}', text: 'q{{ i.id }}' })],
    'reply-button-count',
  ),
]
