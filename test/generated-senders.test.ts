import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type Client, createClient, type SendResult } from '../src/client.ts'
import * as senders from './generated/index.ts'
import { accepted, startRecordingServer } from './helpers/recording-server.ts'
import { runCli } from './helpers/run-cli.ts'

// The generated modules as an application runs them, on the sources instead of the built package.
vi.mock('connectly-messages/client', () => import('../src/client.ts'))

const to = '+16044441111'
const recipient = { id: to, channelType: 'whatsapp' }

interface Case {
  readonly title: string
  readonly send: (client: Client) => Promise<SendResult>
  /** The request's body, key by key in this order. */
  readonly body: unknown
}

/** One message for every content type and every kind of header, as the API's reference has them. */
const cases: readonly Case[] = [
  {
    title: 'a text',
    send: (client) =>
      senders.sendOrdersConfirmed(client, {
        to,
        locale: 'en',
        variables: {
          customer: ' Ana ',
          orderId: 'WW104233',
          articles: 2,
          total: '129.90',
          readyOn: '2026-11-05',
        },
      }),
    body: {
      recipient,
      message: {
        text: 'Thank you, Ana! We have your order *WW104233*.\n\nArticles: 2\nTotal: USD 129.90\nReady on: 2026-11-05\n\nWe write again as soon as it leaves our workshop.',
      },
      callbackData: { flow: 'confirmation', order: 'WW104233', delivery: 'courier' },
      campaignName: 'order-updates',
    },
  },
  {
    title: 'a text with a sender, an order and braces of the caller',
    send: (client) =>
      senders.sendSupportAnswer(client, {
        to,
        recipientName: 'Ana',
        messageId: '01FPW47QF69Y5JZH24605VAKQC',
        variables: {
          customer: '{{ agent }}',
          agent: 'Inés',
          answer: 'Yes.\n"\\{{"',
          previousMessage: '01FPW47QF69Y5JZH24605VAKQB',
        },
      }),
    body: {
      sender: { id: '+14151111234', channelType: 'whatsapp' },
      recipient: { ...recipient, name: 'Ana' },
      message: {
        id: '01FPW47QF69Y5JZH24605VAKQC',
        text: 'Hi {{ agent }},\n\nYes.\n"\\{{"\n\nInés, Welt & Wren',
      },
      order: { parentId: '01FPW47QF69Y5JZH24605VAKQB', strategy: 'short_circuit' },
    },
  },
  {
    title: 'an image to a business-scoped user id',
    send: (client) =>
      senders.sendOrdersDelivered(client, {
        to: 'US.13491208655302741918',
        campaignName: 'other',
        callbackData: ['a', 1, null],
        variables: {
          orderId: 'WW104233',
          photo: 'https://cdn.example/p.jpg?a=1&b=2',
          place: 'behind the gate',
        },
      }),
    body: {
      recipient: {
        id: 'US.13491208655302741918',
        channelType: 'whatsapp',
        userId: 'US.13491208655302741918',
      },
      message: {
        attachments: [
          {
            type: 'image',
            url: 'https://cdn.example/p.jpg?a=1&b=2',
            caption: 'Order WW104233 is there: behind the gate. Enjoy it!',
          },
        ],
      },
      callbackData: ['a', 1, null],
      campaignName: 'other',
    },
  },
  {
    title: 'a document',
    send: (client) =>
      senders.sendOrdersReceipt(client, {
        to,
        variables: { orderId: 'WW104233', pdf: 'https://files.example/r.pdf' },
      }),
    body: {
      recipient,
      message: {
        attachments: [
          {
            type: 'document',
            url: 'https://files.example/r.pdf',
            filename: 'receipt-WW104233.pdf',
            caption: 'Here is the receipt of order WW104233.',
          },
        ],
      },
      callbackData: { flow: 'receipt', order: 'WW104233' },
    },
  },
  {
    title: 'a sound, with every variable left out',
    send: (client) => senders.sendCareVoiceTip(client, { to }),
    body: {
      recipient,
      message: {
        attachments: [{ type: 'audio', url: 'https://cdn.weltandwren.example/tips/wet-shoes.mp3' }],
      },
      campaignName: 'care-tips',
    },
  },
  {
    title: 'a video',
    send: (client) =>
      senders.sendCareLeatherCareVideo(client, {
        to,
        variables: { material: 'suede', product: 'Suede cream' },
      }),
    body: {
      recipient,
      message: {
        attachments: [
          {
            type: 'video',
            url: 'https://cdn.weltandwren.example/care/suede.mp4',
            caption:
              'Three minutes for shoes that last ten years. In the video we use Suede cream; ask for it when you are in the showroom.',
          },
        ],
      },
      campaignName: 'care-tips',
    },
  },
  {
    title: 'a location',
    send: (client) =>
      senders.sendCouriersPickupPoint(client, {
        to,
        variables: {
          orderId: 'WW104233',
          latitude: -34.6037,
          longitude: 0,
          point: 'Kiosco Obelisco',
          address: 'Av. Corrientes 1066',
        },
      }),
    body: {
      recipient,
      message: {
        location: {
          latitude: -34.6037,
          longitude: 0,
          name: 'Order WW104233: Kiosco Obelisco',
          address: 'Av. Corrientes 1066',
        },
      },
      callbackData: { flow: 'pick-up', order: 'WW104233', at: [-34.6037, 0] },
    },
  },
  {
    title: 'a list with a text header, in Spanish',
    send: (client) =>
      senders.sendOrdersShipped(client, {
        to,
        locale: 'es',
        sender: '+14152222345',
        variables: {
          customer: 'Ana',
          orderId: 'WW104233',
          canRedirect: false,
          parcels: [
            { id: '1', label: 'Boots', carrier: 'Sur', due: '2026-11-05', tracked: true },
            { id: '2', label: 'Belt', carrier: 'Sur', due: '2026-11-06', tracked: false },
            { id: '3', label: 'Bag', carrier: 'Sur', due: '2026-11-07', tracked: true },
          ],
        },
      }),
    body: {
      sender: { id: '+14152222345', channelType: 'whatsapp' },
      recipient,
      message: {
        text: 'Hola Ana: el pedido WW104233 está en camino. ¿Qué paquete quieres seguir?',
        listMessage: {
          header: { text: 'Pedido WW104233' },
          button: { text: 'Elegir un paquete' },
          sections: [
            {
              title: 'Paquetes',
              rows: [
                { id: 'parcel:1', text: 'Paquete Boots', description: 'Sur, llega el 2026-11-05' },
                { id: 'parcel:3', text: 'Paquete Bag', description: 'Sur, llega el 2026-11-07' },
                { id: 'all', text: 'Todos' },
              ],
            },
          ],
          footer: { text: 'Responde cuando quieras' },
        },
      },
      callbackData: {
        flow: 'tracking',
        order: 'WW104233',
        step: { name: 'choose parcel', version: 2 },
      },
      campaignName: 'order-updates',
    },
  },
  {
    title: 'a list without a header, from lists in lists',
    send: (client) =>
      senders.sendCouriersChooseSlot(client, {
        to,
        variables: {
          customer: 'Ana',
          orderId: 'WW104233',
          phoneDesk: true,
          days: [
            {
              date: '2026-11-05',
              name: 'Thu 5',
              hours: [
                { from: '09:00', until: '10:00' },
                { from: '15:00', until: '16:00' },
              ],
            },
            { date: '2026-11-06', name: 'Fri 6', hours: [{ from: '09:00', until: '10:00' }] },
          ],
        },
      }),
    body: {
      recipient,
      message: {
        text: 'When may the courier bring order WW104233, Ana?',
        listMessage: {
          button: { text: 'Choose a time' },
          sections: [
            {
              title: 'Thu 5',
              rows: [
                {
                  id: '2026-11-05/09:00',
                  text: 'Thu 5, 09:00',
                  description: 'From 09:00 to 10:00',
                },
                {
                  id: '2026-11-05/15:00',
                  text: 'Thu 5, 15:00',
                  description: 'From 15:00 to 16:00',
                },
              ],
            },
            {
              title: 'Fri 6',
              rows: [
                {
                  id: '2026-11-06/09:00',
                  text: 'Fri 6, 09:00',
                  description: 'From 09:00 to 10:00',
                },
              ],
            },
            { title: 'Something else', rows: [{ id: 'call', text: 'Call me' }] },
          ],
        },
      },
      callbackData: { flow: 'slot', order: 'WW104233' },
      campaignName: 'order-updates',
    },
  },
  {
    title: 'reply buttons with a text header that is left out',
    send: (client) =>
      senders.sendShowroomRateVisit(client, {
        to,
        locale: 'pt-BR',
        variables: { customer: 'Ana', adviser: 'Inés', firstVisit: false },
      }),
    body: {
      recipient,
      message: {
        text: 'Oi Ana, como foi hoje com Inés?',
        replyButtonMessage: {
          buttons: [
            { id: 'good', text: 'Muito bom' },
            { id: 'fair', text: 'Pode melhorar' },
            { id: 'later', text: 'Mais tarde' },
          ],
          footer: { text: 'Basta um toque' },
        },
      },
      callbackData: { flow: 'rating', adviser: 'Inés' },
      campaignName: 'showroom',
    },
  },
  {
    title: 'reply buttons with a text header, buttons and footer by condition',
    send: (client) =>
      senders.sendOrdersOutForDelivery(client, {
        to,
        variables: {
          customer: 'Ana',
          orderId: 'WW104233',
          courier: 'Luis',
          courierPhone: '+16044442222',
          prepaid: false,
          doorAllowed: false,
          express: true,
          arrivesBefore: '11:30',
        },
      }),
    body: {
      recipient,
      message: {
        text: 'Good morning Ana! Luis brings your order today and can be reached at +16044442222. Is there anything to know?',
        replyButtonMessage: {
          header: { text: 'Order WW104233 arrives today' },
          buttons: [
            { id: 'at-home', text: 'I am at home' },
            { id: 'pay-by-card', text: 'Pay by card' },
          ],
          footer: { text: 'Express, before 11:30' },
        },
      },
      callbackData: { flow: 'delivery', order: 'WW104233', prepaid: false },
      campaignName: 'order-updates',
    },
  },
  {
    title: 'reply buttons with an image header and an object in callbackData',
    send: (client) =>
      senders.sendReturnsChooseRefund(client, {
        to,
        variables: {
          customer: 'Ana',
          article: 'Derby 214',
          amount: '149.00',
          refund: {
            id: '0b0e4f2c-6a51-4c0e-9d0a-3f1d2b7c9e11',
            reason: 'Too small',
            remark: '',
            received: '2026-11-12',
            unworn: true,
          },
        },
      }),
    body: {
      recipient,
      message: {
        text: 'Ana, the Derby 214 is back with us. How do you want your USD 149.00?',
        replyButtonMessage: {
          header: {
            attachment: {
              type: 'image',
              url: 'https://cdn.weltandwren.example/returns/thank-you.png',
            },
          },
          buttons: [
            { id: 'card', text: 'Back to my card' },
            { id: 'voucher', text: 'As a voucher' },
            { id: 'exchange', text: 'Send another size' },
          ],
        },
      },
      callbackData: {
        flow: 'refund',
        refund: {
          id: '0b0e4f2c-6a51-4c0e-9d0a-3f1d2b7c9e11',
          reason: 'Too small',
          remark: '',
          received: '2026-11-12',
          unworn: true,
        },
      },
    },
  },
  {
    title: 'reply buttons with a document header',
    send: (client) =>
      senders.sendWorkshopMadeToMeasure(client, {
        to,
        variables: {
          customer: 'Ana',
          offer: { id: 'Q10442', article: 'Riding boots', price: '890.00', weeks: 12 },
          drawing: 'https://files.example/q10442.pdf',
          validUntil: '2026-12-31',
        },
      }),
    body: {
      recipient,
      message: {
        text: 'Ana, your Riding boots would cost USD 890.00 and take 12 weeks. The drawing is above. Shall we begin?',
        replyButtonMessage: {
          header: {
            attachment: {
              type: 'document',
              url: 'https://files.example/q10442.pdf',
              filename: 'drawing-Q10442.pdf',
            },
          },
          buttons: [
            { id: 'accept:Q10442', text: 'Yes, begin' },
            { id: 'decline:Q10442', text: 'No, thank you' },
            { id: 'ask:Q10442', text: 'I have a question' },
          ],
          footer: { text: 'Valid until 2026-12-31' },
        },
      },
      callbackData: { flow: 'offer', id: 'Q10442', weeks: 12 },
    },
  },
  {
    title: 'reply buttons with a video header',
    send: (client) =>
      senders.sendWorkshopResoleOffer(client, {
        to,
        variables: { customer: 'Ana', model: 'Chelsea 31', years: 4, sole: 'rubber' },
      }),
    body: {
      recipient,
      message: {
        text: 'Ana, your Chelsea 31 is 4 years old by now. This is how we give it a new rubber sole. Interested?',
        replyButtonMessage: {
          header: {
            attachment: {
              type: 'video',
              url: 'https://cdn.weltandwren.example/soles/rubber.mp4',
            },
          },
          buttons: [
            { id: 'book', text: 'Book a visit' },
            { id: 'stop', text: 'Not for me' },
          ],
        },
      },
      callbackData: { flow: 'resole', sole: 'rubber' },
      campaignName: 'resole',
    },
  },
  {
    title: 'a single product',
    send: (client) =>
      senders.sendCatalogBackInStock(client, {
        to,
        variables: { customer: 'Ana', product: 'WW-BOO-0031', left: 3, lastPairs: true },
      }),
    body: {
      recipient,
      message: {
        text: 'Good news, Ana: your size is back.',
        singleProductMessage: {
          catalogId: '194836987003835',
          productItem: { productRetailerId: 'WW-BOO-0031' },
          footer: { text: 'Only 3 left' },
        },
      },
      callbackData: { flow: 'stock', product: 'WW-BOO-0031' },
      campaignName: 'back-in-stock',
    },
  },
  {
    title: 'several products',
    send: (client) =>
      senders.sendCatalogPickedForYou(client, {
        to,
        variables: {
          customer: 'Ana',
          adviser: 'Inés',
          shelves: [
            { code: 'BOO', title: 'Boots', products: [{ number: '0031' }, { number: '0214' }] },
            { code: 'BEL', title: 'Belts', products: [{ number: '0012' }] },
          ],
        },
      }),
    body: {
      recipient,
      message: {
        text: 'Hi Ana, these would go well with what you bought last year.',
        multiProductMessage: {
          header: { text: 'Picked by Inés' },
          catalogId: '194836987003835',
          sections: [
            {
              title: 'Boots',
              productItems: [
                { productRetailerId: 'WW-BOO-0031' },
                { productRetailerId: 'WW-BOO-0214' },
              ],
            },
            { title: 'Belts', productItems: [{ productRetailerId: 'WW-BEL-0012' }] },
          ],
          footer: { text: 'Tap a product to see it' },
        },
      },
      callbackData: { flow: 'picks', adviser: 'Inés' },
      campaignName: 'picks',
    },
  },
]

describe('a message sent through its generated function', () => {
  it.each(cases)('arrives to the byte: $title', async ({ send, body }) => {
    const { url, requests } = await startRecordingServer(accepted)
    const client = createClient({ businessId: 'a-b', apiKey: 'secret', baseUrl: url })
    expect(await send(client)).toEqual({ id: '01FRRVK645V350357FGV2Y1B16', sent: 'message' })
    expect(requests).toHaveLength(1)
    const [request] = requests
    expect(request?.body).toBe(JSON.stringify(body))
    expect(request).toMatchObject({ method: 'POST', path: '/v1/businesses/a-b/send/messages' })
    expect(request?.headers).toMatchObject({
      'x-api-key': 'secret',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(JSON.stringify(body))),
    })
  })

  it('comes from the sender of the client where nobody else names one', async () => {
    const { url, requests } = await startRecordingServer(accepted)
    const client = createClient({
      businessId: 'a-b',
      apiKey: 'secret',
      baseUrl: url,
      sender: '+14153333456',
    })
    await senders.sendShowroomFindUs(client, { to })
    await senders.sendShowroomFindUs(client, { to, sender: '+14154444567' })
    const ids = requests.map(({ body }) => JSON.parse(body).sender.id)
    expect(ids).toEqual(['+14153333456', '+14154444567'])
  })

  it('is not sent with wrong variables, an unknown locale or a broken rule', async () => {
    const { url, requests } = await startRecordingServer(accepted)
    const client = createClient({ businessId: 'a-b', apiKey: 'secret', baseUrl: url })
    const variables = { customer: 'Ana', adviser: 'Inés', firstVisit: false }
    const options = { to, variables, locale: 'en' } as const
    const attempts = [
      { ...options, variables: { ...variables, customer: 'A'.repeat(41) } },
      { ...options, variables: { ...variables, customer: ' ' } },
      { ...options, to: '6044441111' },
      { ...options, callbackData: 'x'.repeat(1023) },
    ]
    for (const attempt of attempts) {
      await expect(senders.sendShowroomRateVisit(client, attempt)).rejects.toThrow()
    }
    const foreign: unknown = { ...options, locale: '__proto__' }
    await expect(senders.sendShowroomRateVisit(client, foreign as typeof options)).rejects.toThrow(
      'does not exist in `__proto__`: name one of `en`, `es`, `pt-BR`',
    )
    expect(requests).toEqual([])
  })
})

describe('test/generated', () => {
  it('is what `connectly generate` writes for messages/', async () => {
    const result = await runCli(['generate', '--check'])
    expect(result).toEqual({ code: 0, stdout: 'test/generated is up to date\n', stderr: '' })
  })

  it('holds nothing that the manifest does not list', () => {
    const folder = join(import.meta.dirname, 'generated')
    const manifest = JSON.parse(readFileSync(join(folder, '.connectly-manifest.json'), 'utf8'))
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== '.connectly-manifest.json')
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    expect(files.toSorted()).toEqual(manifest.files)
  })
})

describe('the command line', () => {
  it('renders the same bytes as the generated function', async () => {
    const { code, stdout } = await runCli(['render', 'orders/shipped', '--example', 'two parcels'])
    const parcels = [
      { id: '1', label: 'Boots', carrier: 'Correo del Sur', due: '2026-11-05', tracked: true },
      { id: '2', label: 'Belt', carrier: 'Correo del Sur', due: '2026-11-06', tracked: true },
    ]
    const variables = { customer: 'Ana', orderId: 'WW104233', canRedirect: true, parcels }
    const rendered = senders.renderOrdersShipped(variables, { locale: 'en' })
    expect(code).toBe(0)
    expect(JSON.stringify(JSON.parse(stdout).body)).toBe(JSON.stringify(rendered))
  })
})
