import type { JsonObject } from '../../../src/model/json.ts'
import { type DirectedCase, sectionsCase } from '../directed-case.ts'
import { digits, list, object } from './declare.ts'
import { each, parcels } from './parcels.ts'

const rows = (rest: JsonObject = {}): JsonObject => ({
  $each: 'r in s.rows',
  id: '{{ s.id }}-{{ r.id }}',
  text: '{{ s.id }}-{{ r.id }}',
  ...rest,
})
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
const aRow = (letter: string, rest: JsonObject): JsonObject => ({
  id: `${letter}{{ s.id }}`,
  text: `${letter}{{ s.id }}`,
  ...rest,
})
const ending = { title: 'More', rows: [{ id: 'end', text: 'The end' }] }
const fixedRows = (count: number, prefix: string): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${prefix}${index}`,
    text: `${prefix}${index}`,
  }))

const flags = Object.fromEntries(Array.from('abcdefghi', (name) => [name, 'boolean']))

/** How many rows and sections there are. */
export const sectionCases: readonly DirectedCase[] = [
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
    'a section that has the one row or the other',
    groups(2, 2),
    [section({ rows: [aRow('x', { $if: 's.open' }), aRow('y', { $if: 'not s.open' })] })],
    'nothing',
  ),
  sectionsCase(
    'a section that has the one row or none',
    groups(2, 2),
    [section({ rows: [aRow('x', { $if: 's.open' })] })],
    'list-section-row-count',
  ),
  sectionsCase(
    'a section under the condition of its only row',
    groups(2, 2),
    [section({ $if: 's.open', rows: [aRow('x', { $if: 's.open' })] }), ending],
    'nothing',
  ),
  sectionsCase(
    'rows of two lists whose conditions are opposite in name only',
    { ...groups(2, 2), others: list(object({ id: digits, late: 'boolean' }), { maxItems: 2 }) },
    [
      section({
        rows: [
          rows({ $if: 'r.late' }),
          {
            $each: 'r in others',
            $if: 'not r.late',
            id: '{{ s.id }}+{{ r.id }}',
            text: '{{ s.id }}+{{ r.id }}',
          },
        ],
      }),
    ],
    'list-row-id-unique, list-row-text-unique, list-section-row-count',
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
  sectionsCase(
    'more conditions than are tried',
    flags,
    [{ title: 'A', rows: Object.keys(flags).map((flag) => ({ $if: flag, id: flag, text: flag })) }],
    'list-section-row-count',
  ),
  sectionsCase(
    'more conditions than are tried beside what is always there',
    flags,
    [
      {
        title: 'A',
        rows: [
          ...Object.keys(flags).map((flag) => ({ $if: flag, id: flag, text: flag })),
          ...fixedRows(1, 'x'),
        ],
      },
    ],
    'nothing',
  ),
  sectionsCase(
    'more conditions than are tried beside too much',
    flags,
    [
      {
        title: 'A',
        rows: [
          ...Object.keys(flags).map((flag) => ({ $if: flag, id: flag, text: flag })),
          ...fixedRows(2, 'x'),
        ],
      },
    ],
    'list-row-count',
  ),
  sectionsCase(
    'a condition within another one',
    { f: 'boolean', g: 'boolean' },
    [
      { title: 'A', rows: fixedRows(1, 'a') },
      { $if: 'f', title: 'B', rows: [{ $if: 'g', id: 'x', text: 'x' }] },
    ],
    'list-section-row-count',
  ),
  sectionsCase(
    'a condition against another one',
    { f: 'boolean', g: 'boolean' },
    [
      { title: 'A', rows: fixedRows(1, 'a') },
      {
        $if: 'f',
        title: 'B',
        rows: fixedRows(10, 'b').map((row) => ({ $if: 'not g', ...row })),
      },
    ],
    'list-row-count, list-section-row-count',
  ),
  sectionsCase(
    'rows under different conditions of their section',
    {
      groups: list(
        object({
          id: digits,
          open: 'boolean',
          full: 'boolean',
          rows: list(object({ id: digits }), { maxItems: 8, uniqueBy: ['id'] }),
        }),
        { maxItems: 1 },
      ),
    },
    [
      section({
        rows: [
          rows({ $if: 's.open' }),
          rows({ $if: 'not s.full', id: 'x{{ r.id }}', text: 'x{{ r.id }}' }),
        ],
      }),
    ],
    'list-row-count, list-section-row-count',
  ),
  sectionsCase(
    'rows of two lists under conditions of one name',
    {
      p: list(object({ id: digits, late: 'boolean' }), { maxItems: 6, uniqueBy: ['id'] }),
      q: list(object({ id: digits, late: 'boolean' }), { maxItems: 6, uniqueBy: ['id'] }),
    },
    [
      {
        title: 'A',
        rows: [
          { id: 'x', text: 'x' },
          { $each: 'i in p', $if: 'i.late', id: 'p{{ i.id }}', text: 'p{{ i.id }}' },
          { $each: 'i in q', $if: 'not i.late', id: 'q{{ i.id }}', text: 'q{{ i.id }}' },
        ],
      },
    ],
    'list-row-count',
  ),
  sectionsCase(
    'a list shared out, the first share in sections that repeat',
    {
      ...groups(3, 1),
      p: list(object({ id: digits, late: 'boolean' }), { maxItems: 4, uniqueBy: ['id'] }),
    },
    [
      {
        $each: 's in groups',
        title: '{{ s.id }}',
        rows: [
          { id: 's{{ s.id }}', text: 's{{ s.id }}' },
          {
            $each: 'j in p',
            $if: 'not j.late',
            id: '{{ s.id }}-{{ j.id }}',
            text: '{{ s.id }}-{{ j.id }}',
          },
        ],
      },
      {
        title: 'x',
        rows: [
          { id: 'x', text: 'x' },
          { $each: 'i in p', $if: 'i.late', id: 'l{{ i.id }}', text: 'l{{ i.id }}' },
        ],
      },
    ],
    'list-row-count',
  ),
  sectionsCase(
    'a list shared out behind fixed rows',
    { p: list(object({ id: digits, late: 'boolean' }), { maxItems: 9, uniqueBy: ['id'] }) },
    [
      {
        title: 'A',
        rows: [
          ...fixedRows(2, 'a'),
          { $each: 'i in p', $if: 'i.late', id: 'l{{ i.id }}', text: 'l{{ i.id }}' },
          { $each: 'i in p', $if: 'not i.late', id: 'n{{ i.id }}', text: 'n{{ i.id }}' },
        ],
      },
    ],
    'list-row-count',
  ),
  sectionsCase(
    'what is never there beside what is too long',
    { f: 'boolean' },
    [
      { title: 'A', rows: [{ id: 'a', text: 'x'.repeat(25) }] },
      {
        $if: 'f',
        title: 'B',
        rows: [
          { id: 'b', text: 'B' },
          { $if: 'not f', id: 'c', text: 'C' },
        ],
      },
    ],
    'list-row-text-length',
  ),
  sectionsCase(
    'what is too long and never there',
    { f: 'boolean' },
    [
      { title: 'A', rows: fixedRows(1, 'a') },
      {
        $if: 'f',
        title: 'B',
        rows: [
          { id: 'b', text: 'B' },
          { $if: 'not f', id: 'a0', text: 'x'.repeat(25) },
        ],
      },
    ],
    'nothing',
  ),
  sectionsCase(
    'a row under a condition of its section',
    groups(2, 2),
    [section({ rows: [{ $if: 's.open', id: '{{ s.id }}', text: '{{ s.id }}' }] })],
    'list-section-row-count',
  ),
]
