import type { Rule } from './rule.ts'

const list = `variables:
  parcels:
    type: array
    minItems: 1
    maxItems: 9
    uniqueBy: [id, label]
    items: { type: object, properties: { id: string(20), label: string(20) } }
message:
  text: Which parcel is it about?
  listMessage:
    button: { text: Choose }
    sections:
      - title: Parcels
        rows:
          - { $each: parcel in parcels, id: "{{ parcel.id }}", text: "{{ parcel.label }}" }
`

const late = `message:
  text: Your parcel is late. What shall we do?
  replyButtonMessage: { buttons: [{ id: call, text: Call me }] }
`

/** Reported over all messages of a project. */
export const rule: Rule = {
  name: 'ambiguous-id',
  summary: 'An id is one variable and nothing else, and can be an id of another message.',
  why: 'A tap brings the id and nothing more: where any text can be the id of this row, a tap on any other message can be meant for it, and `handleReplies` can only hand it to `ambiguous`. A word of its own before the variable tells them apart; so does `tracking`. A list that is linted without the rest of the project is compared with nothing.',
  severity: 'warning',
  isLocked: false,
  examples: [
    {
      title: 'a word of its own',
      path: 'choose.yaml',
      yaml: list.replace('"{{ parcel.id }}"', '"parcel:{{ parcel.id }}"'),
      files: { 'late.yaml': late },
      reports: [],
    },
    {
      title: 'a pattern that no other id has',
      path: 'choose.yaml',
      yaml: list.replace('id: string(20)', 'id: { type: string, pattern: "^[0-9]{8}$" }'),
      files: { 'late.yaml': late },
      reports: [],
    },
    {
      title: 'whatever a variable can be',
      path: 'choose.yaml',
      yaml: list,
      files: { 'late.yaml': late },
      reports: [
        '15:45 this id can be whatever `parcel.id` can, also "call", an id of `late`: begin it with a word of its own, `parcel:{{ parcel.id }}`',
      ],
    },
  ],
}
