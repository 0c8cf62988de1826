/** A message file that was made up. */
export interface MadeFile {
  /** Below the folder of all messages, with `/`. */
  readonly path: string
  readonly text: string
}

/**
 * Makes up message files of about one kilobyte, the same ones each time: each kind of content, with
 * variables of every type, lists, conditions, comments, and translations of every tenth message.
 */
export function makeMessages(count: number): readonly MadeFile[] {
  const files: MadeFile[] = []
  for (let index = 0; files.length < count; index++) {
    const random = createRandom(index + 1)
    const kind = kinds[index % kinds.length] ?? makeText
    const area = pick(random, areas)
    const path = `${area}/${pick(random, names)}-${index}`
    const made = kind(random, index)
    files.push({ path: `${path}.yaml`, text: made.text })
    if (made.variant !== undefined && files.length < count) {
      files.push({ path: `${path}.es.yaml`, text: made.variant })
    }
  }
  return files
}

interface Made {
  readonly text: string
  readonly variant?: string
}

type Random = () => number

/** A small generator of numbers from 0 to 1, so that every run reads the same files. */
function createRandom(seed: number): Random {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0]
}

const areas = ['orders', 'returns', 'couriers', 'care', 'catalog', 'showroom', 'support'] as const
const names = ['confirmed', 'shipped', 'late', 'ready', 'choose', 'offer', 'reminder'] as const
const shops = ['Welt & Wren', 'Casa Lumen', 'Oak and Iron', 'Rua Nova'] as const
const things = ['parcel', 'order', 'repair', 'appointment', 'refund', 'delivery'] as const
const phrases = [
  'We are sorry for the delay and do what we can.',
  'Thank you for your patience, it is on its way.',
  'Our workshop looks forward to seeing you again.',
  'You can change the address until this evening.',
  'Everything is packed and waits for the courier.',
] as const
const frases = [
  'Gracias por tu paciencia, ya está en camino.',
  'Puedes cambiar la dirección hasta esta tarde.',
] as const

const schemaLine = '# yaml-language-server: $schema=../../schema/message.schema.json'

function makeText(random: Random, index: number): Made {
  const thing = pick(random, things)
  const text = `${schemaLine}
description: Sent when a ${thing} of ${pick(random, shops)} has changed its state.

variables:
  # The short form: a string of at most 40 characters.
  customer: string(40)
  orderId: { type: string, pattern: '^WW[0-9]{6}$' }
  articles: { type: integer, minimum: 1, maximum: 20 }
  total: { type: string, pattern: '^[0-9]{1,5}\\.[0-9]{2}$' }
  readyOn: { type: string, format: date }

examples:
  - name: by courier
    variables:
      customer: Ana
      orderId: WW${String(index % 1_000_000).padStart(6, '0')}
      articles: ${1 + (index % 20)}
      total: '129.90'
      readyOn: '2026-11-05'

message:
  # The line breaks stand as they are written here.
  text: |-
    Thank you, {{ customer }}! We have your ${thing} *{{ orderId }}*.

    Articles: {{ articles }}
    Total: USD {{ total }}
    Ready on: {{ readyOn }}

    ${pick(random, phrases)}

callbackData: { flow: confirmation, order: '{{ orderId }}', step: ${index % 9} }
campaignName: order-updates
`
  if (random() < 0.5) return { text }
  const variant = `${schemaLine}
# A translation holds what customers read; all the rest comes from the default file.
message:
  text: |-
    ¡Gracias, {{ customer }}! Hemos recibido tu pedido *{{ orderId }}*.

    Artículos: {{ articles }}
    Total: USD {{ total }}
    Listo el: {{ readyOn }}

    ${pick(random, frases)}
`
  return { text, variant }
}

function makeList(random: Random, index: number): Made {
  const thing = pick(random, things)
  return {
    text: `${schemaLine}
description: Lets the customer choose a ${thing}; ${pick(random, shops)} sends it in the morning.

variables:
  customer: { type: string, maxLength: 40 }
  express: boolean
  parcels:
    type: array
    minItems: 1
    maxItems: ${3 + (index % 6)}
    uniqueBy: [id, label]
    items:
      type: object
      properties:
        id: { type: string, pattern: "^[0-9]{1,12}$" }
        label: { type: string, maxLength: 17 }

examples:
  - name: two parcels
    variables:
      customer: Ana
      express: true
      parcels: [{ id: "1", label: Shoes }, { id: "2", label: Belt }]

message:
  text: "Hi {{ customer }}, which ${thing} do you want to follow? ${pick(random, phrases)}"
  listMessage:
    button: { text: Choose a ${thing} }
    sections:
      - title: Parcels
        rows:
          - $each: parcel in parcels
            id: "parcel:{{ parcel.id }}"
            text: "Parcel {{ parcel.label }}"
          - { id: all, text: All of them, description: Every one of today }
          - { $if: express, id: fast, text: The fast one }
    footer: { text: Reply any time }

callbackData: { flow: tracking, list: ${index % 100} }
campaignName: shipping-updates
`,
  }
}

function makeButtons(random: Random, index: number): Made {
  const thing = pick(random, things)
  return {
    text: `${schemaLine}
description: Asks whether the ${thing} has arrived as it should.

variables:
  customer: string(40)
  courier: { type: string, maxLength: 12 }
  place: { type: string, enum: [door, neighbour, locker], default: door }

examples:
  - name: at the door
    variables: { customer: Maximiliano, courier: Luis }
  - name: in a locker
    variables: { customer: Ana, courier: Inés, place: locker }

message:
  text: >-
    Good morning {{ customer }}, {{ courier }} has left your ${thing}
    with us. ${pick(random, phrases)}
    Did it arrive as it should? It waits at: {{ place }}.
  replyButtonMessage:
    header: { text: ${pick(random, shops)} }
    buttons:
      - { id: "yes", text: Yes }
      - { id: "no", text: Not yet }
      - id: call
        text: Call {{ courier }} # fits: 5 + 12
    footer:
      text: Reply within ${2 + (index % 20)} days

callbackData:
  flow: delivery
  attempt: ${index % 4}
campaignName: delivery-check
`,
  }
}

function makeAttachment(random: Random, index: number): Made {
  const thing = pick(random, things)
  return {
    text: `${schemaLine}
description: The courier's photo of the ${thing} at the customer's door.

variables:
  orderId: { type: string, pattern: '^WW[0-9]{6}$' }
  # A variable that is the whole address must be a uri, or nobody can promise that it is one.
  photo: { type: string, format: uri }
  place: { type: string, maxLength: 60, pattern: '^[^ ]+( [^ ]+)*$' }
  weight: { type: number, minimum: 0, maximum: 40, multipleOf: 0.5 }

examples:
  - name: at the door
    variables:
      orderId: WW${String(index % 1_000_000).padStart(6, '0')}
      photo: https://cdn.shop.example/proof/${index}.jpg
      place: behind the blue gate
      weight: 2.5

message:
  attachments:
    - type: image
      url: '{{ photo }}'
      caption: 'Order {{ orderId }} ({{ weight }} kg) is there: {{ place }}. ${pick(random, phrases)}'

callbackData: { flow: delivery, order: '{{ orderId }}' }
campaignName: order-updates

# More than 24 hours after the last message only an approved template may be sent.
fallback:
  templateName: order_delivered
  language: en
  parameters: { body_1: '{{ orderId }}', body_2: '{{ place }}' }
`,
  }
}

function makeProducts(random: Random, index: number): Made {
  return {
    text: `${schemaLine}
description: What ${pick(random, shops)} has picked for a customer.

variables:
  customer: string(30)
  picks:
    type: array
    minItems: 1
    maxItems: 10
    uniqueItems: true
    items: { type: string, pattern: '^[A-Z]{3}-[0-9]{4}$' }

examples:
  - name: three picks
    variables:
      customer: Ana
      picks: [ABC-1000, ABC-1001, XYZ-${1000 + (index % 9000)}]

message:
  text: 'For you, {{ customer }}: what we would choose. ${pick(random, phrases)}'
  multiProductMessage:
    header: { text: Picked for you }
    catalogId: '${100_000_000 + index}'
    sections:
      - title: New
        productItems:
          - $each: pick in picks
            productRetailerId: '{{ pick }}'
      - title: Always there
        productItems:
          - productRetailerId: CARE-01
          - productRetailerId: CARE-02
    footer: { text: Prices may change }

campaignName: picks
`,
  }
}

function makeLocation(random: Random, index: number): Made {
  return {
    text: `${schemaLine}
description: Where the ${pick(random, things)} can be fetched.

variables:
  # Whole values keep the type of their variable: these are numbers in the request.
  lat: { type: number, minimum: -90, maximum: 90 }
  lng: { type: number, minimum: -180, maximum: 180 }
  shop: string(60)
  street: { type: string, maxLength: 80, description: Street and number }
  city: { type: string, maxLength: 40 }

examples:
  - name: Buenos Aires
    variables:
      lat: -34.5889
      lng: -58.4305
      shop: ${pick(random, shops)}
      street: Gurruchaga ${index}
      city: Buenos Aires
  - name: Porto
    variables: { lat: 41.1496, lng: -8.611, shop: Rua Nova, street: Rua das Flores 12, city: Porto }

message:
  location:
    latitude: '{{ lat }}'
    longitude: '{{ lng }}'
    name: '{{ shop }}'
    address: '{{ street }}, {{ city }}'

callbackData: { flow: pickup, point: ${index} }
campaignName: pickup-points
order:
  parentId: pickup-${index}
  strategy: independent
`,
  }
}

const kinds = [
  makeText,
  makeList,
  makeButtons,
  makeAttachment,
  makeText,
  makeProducts,
  makeLocation,
] as const
