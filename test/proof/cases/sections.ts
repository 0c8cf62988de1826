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
const fixedRows = (count: number, prefix: string): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${prefix}${index}`,
    text: `${prefix}${index}`,
  }))

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
