import { parseMessagePath } from '../language/message-name.ts'
import { compileProject, type ProjectCompilation } from '../language/project.ts'

/** Uses what most messages use: what runs here is kept for later starts. */
const sample = `# A message of every day.
description: Sent when the courier has picked the parcels up.
variables:
  customer: string(40)
  orderId: { type: string, pattern: '^[A-Z]{2}[0-9]{6}$' }
  total: { type: integer, minimum: 1, maximum: 20 }
  readyOn: { type: string, format: date }
  link: { type: string, format: uri }
  express: boolean
  delivery: { type: string, enum: [courier, showroom], default: courier }
  parcels:
    type: array
    minItems: 1
    maxItems: 9
    uniqueBy: [id, label]
    items:
      type: object
      properties:
        id: { type: string, pattern: '^[0-9]{1,12}$' }
        label: { type: string, maxLength: 17 }
examples:
  - name: two parcels
    variables:
      customer: Ana
      orderId: WW104233
      total: 2
      readyOn: '2026-11-05'
      link: https://shop.example/orders/WW104233
      express: true
      parcels: [{ id: '1', label: Shoes }, { id: '2', label: Belt }]
message:
  text: |-
    Hi {{ customer }}, *{{ total }}* parcels of {{ orderId }} come on {{ readyOn }}.

    {{ link }}
  listMessage:
    button: { text: Choose a parcel }
    sections:
      - title: Parcels
        rows:
          - $each: parcel in parcels
            id: 'parcel:{{ parcel.id }}'
            text: "Parcel {{ parcel.label }}"
          - { id: all, text: All of them, $if: express }
    footer: { text: Reply any time }
callbackData: { flow: tracking, order: '{{ orderId }}', delivery: '{{ delivery }}' }
campaignName: shipping-updates
`

/** Compiles a message that nobody sees, so that its code is there to be kept. */
export function warmUp(): ProjectCompilation {
  const path = parseMessagePath('sample.yaml', [])
  return compileProject([{ source: { path: 'sample.yaml', text: sample }, path }], {
    settingsFor: () => ({ preset: 'recommended', rules: {} }),
  })
}
