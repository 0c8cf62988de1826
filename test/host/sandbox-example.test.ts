import { expect, it } from 'vitest'
import { createClient } from '../../src/client.ts'
import { createSandbox } from '../../src/index.ts'
import { decodeEvent, sendOrdersOutForDelivery } from '../generated/index.ts'

// A service of yours: it notes what customers want done with their parcels.
const wishes = new Map<string, string>()

async function handleWebhook(request: Request): Promise<Response> {
  const event = await decodeEvent(await request.text(), {
    secret: 'sandbox-secret',
    signature: request.headers.get('x-connectly-hmac-sha256'),
  })
  if (event.type === 'refused') return new Response(null, { status: 401 })
  if (event.type === 'choice' && event.choice.message === 'orders/out-for-delivery') {
    wishes.set(event.choice.callbackData?.order ?? '', event.choice.id)
  }
  return new Response()
}

it('notes what a customer taps', async () => {
  const sandbox = createSandbox({ windows: 'strict', webhook: handleWebhook })
  const client = createClient({
    businessId: 'shop',
    apiKey: 'sandbox-key',
    fetch: sandbox.fetch,
  })

  sandbox.receive({ from: '+16044441111', text: 'When will it come?' }) // opens the window
  const { id } = await sendOrdersOutForDelivery(client, {
    to: '+16044441111',
    variables: {
      customer: 'Ana',
      orderId: 'WW104233',
      courier: 'Luis',
      courierPhone: '+16044442222',
      prepaid: true,
      doorAllowed: true,
      express: false,
      arrivesBefore: '11:30',
    },
  })
  sandbox.tap({ message: id, choice: 'leave-at-door' })
  await sandbox.settled()

  expect(wishes).toEqual(new Map([['WW104233', 'leave-at-door']]))
})
