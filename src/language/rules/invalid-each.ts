import type { Rule } from './rule.ts'

const list = `variables:
  parcels:
    type: array
    minItems: 1
    maxItems: 9
    uniqueBy: [id]
    items: { type: object, properties: { id: { type: string, pattern: "^[0-9]{1,12}$" } } }
message:
  text: Which parcel?
  listMessage:
    button: { text: Choose }
    sections:
      - title: Parcels
        rows:
`

/** Reported where templates are read. */
export const rule: Rule = {
  name: 'invalid-each',
  summary: 'A `$each` does not read `item in list`, or cannot repeat what it names.',
  why: 'What cannot be repeated cannot be counted either, and a name with two meanings would fill the wrong value in.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'one row for every parcel',
      yaml: `${list}          - $each: parcel in parcels
            id: "{{ parcel.id }}"
            text: "Parcel {{ parcel.id }}"
`,
      reports: [],
    },
    {
      title: 'no name for the item',
      yaml: `${list}          - $each: parcels
            id: "{{ parcel.id }}"
            text: "Parcel {{ parcel.id }}"
`,
      reports: [
        '15:20 `$each` reads `item in list`, with `list` an array variable: found `parcels`',
      ],
    },
    {
      title: 'below what it repeats',
      yaml: `${list}          - id: "{{ parcel.id }}"
            text: "Parcel {{ parcel.id }}"
            $each: parcel in parcels
`,
      reports: [
        '17:13 `$each` comes first in its mapping, so that a reader meets it before what it repeats: move it up',
      ],
    },
    {
      title: 'a loop name that a variable has',
      yaml: `${list}          - $each: parcels in parcels
            id: "{{ parcels.id }}"
            text: "Parcel {{ parcels.id }}"
`,
      reports: [
        '15:20 `parcels` is already the name of a variable or an outer loop: give this loop another name',
      ],
    },
  ],
}
