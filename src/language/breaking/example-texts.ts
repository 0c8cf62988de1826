/** A message with one button; the examples of several rules begin with it. */
export const oneButton: string = `message:
  text: Your parcel is late.
  replyButtonMessage:
    buttons:
      - { id: call, text: Call us }
`

/** The same with a second button. */
export const twoButtons: string = `message:
  text: Your parcel is late.
  replyButtonMessage:
    buttons:
      - { id: call, text: Call us }
      - { id: wait, text: Wait for it }
`

/** A message with a row for every parcel. @param pattern What the id of a parcel must match */
export function parcelRows(pattern: string): string {
  return `variables:
  parcels:
    type: array
    minItems: 1
    maxItems: 9
    uniqueBy: [id, name]
    items:
      type: object
      properties:
        id: { type: string, pattern: "${pattern}" }
        name: string(20)
message:
  text: Which parcel?
  listMessage:
    button: { text: Choose }
    sections:
      - title: Parcels
        rows:
          - { $each: parcel in parcels, id: "parcel:{{ parcel.id }}", text: "{{ parcel.name }}" }
`
}
