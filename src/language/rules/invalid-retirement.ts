import type { Rule } from './rule.ts'

const message = `message:
  text: Your parcel is late.
  replyButtonMessage: { buttons: [{ id: call, text: Call us }] }
`

/** Reported where `retired` is read. */
export const rule: Rule = {
  name: 'invalid-retirement',
  summary: 'An entry of `retired` lacks its reason, its day, or what is in its id.',
  why: 'Taps on a retired id are read by what stands there, and whoever meets the id later wants to know why it is gone.',
  severity: 'error',
  isLocked: false,
  examples: [
    {
      title: 'an id that is not offered any more',
      yaml: `${message}retired:
  - { id: wait, reason: Nobody wants to wait., date: 2026-03-01 }
`,
      reports: [],
    },
    {
      title: 'an id with a variable that the message does not have any more',
      yaml: `${message}retired:
  - id: "parcel:{{ parcel.id }}"
    type: row
    reason: Parcels have pages of their own.
    date: 2026-03-01
    variables:
      parcel: { type: object, properties: { id: string(12) } }
`,
      reports: [],
    },
    {
      title: 'a day that does not exist, and no reason',
      yaml: `${message}retired:
  - { id: wait, reason: "", date: 2026-02-30 }
`,
      reports: [
        '5:25 no reason is given: say why the id is not offered any more',
        '5:35 `2026-02-30` is no day: write year, month and day, as in `2026-03-01`',
      ],
    },
    {
      title: 'a variable of which nothing is known',
      yaml: `${message}retired:
  - { id: "parcel:{{ parcel }}", reason: Parcels have pages now., date: 2026-03-01 }
`,
      reports: [
        '5:19 `parcel` is not declared under `variables`; what it was can be declared here, under `variables` of this entry',
      ],
    },
  ],
}
