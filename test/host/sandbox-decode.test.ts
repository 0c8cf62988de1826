import { describe, expect, it } from 'vitest'
import { decodeEvent } from '../../src/host/decode-event.ts'
import { createSandbox } from '../../src/host/sandbox.ts'
import type { SandboxOptions } from '../../src/host/sandbox-options.ts'
import { choices, customer, hello, sendRequest } from '../helpers/sandbox-request.ts'

const at = Date.UTC(2026, 10, 25, 9, 30)
const secret = 'sandbox-of-mine'

function sandboxWith(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ now: () => at, secret, ...options })
  /** Every webhook, decoded from the bytes and the signature that it travels with. */
  const decodeAll = async () =>
    Promise.all(
      (await sandbox.webhooks()).map(({ body, signature }) =>
        decodeEvent(body, { secret, signature }),
      ),
    )
  return { sandbox, decodeAll }
}

const parties = {
  customer: { id: customer },
  business: { id: '+14155550100' },
  timestampMs: at,
}

describe('decodeEvent reads the webhooks of the sandbox:', () => {
  it('statuses', async () => {
    const { sandbox, decodeAll } = sandboxWith()
    await sandbox.fetch(sendRequest({ ...choices, campaignName: 'late' }))
    const messageId = sandbox.accepted()[0]?.id
    const common = {
      ...parties,
      type: 'delivery',
      messageId,
      campaignName: 'late',
      callbackData: { flow: 'late' },
    }
    expect(await decodeAll()).toMatchObject([
      { ...common, status: 'sent' },
      { ...common, status: 'delivered' },
      { ...common, status: 'read' },
    ])
  })

  it('failed deliveries, with their reason', async () => {
    const { sandbox, decodeAll } = sandboxWith({ statuses: [] })
    await sandbox.fetch(sendRequest(hello))
    const code = 'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW'
    sandbox.report({ status: 'delivery_failed', code })
    expect(await decodeAll()).toMatchObject([
      {
        ...parties,
        type: 'delivery',
        status: 'failed',
        error: { code, name: 'OutsideWindowError' },
      },
    ])
  })

  it('taps', async () => {
    const { sandbox, decodeAll } = sandboxWith({ statuses: [] })
    await sandbox.fetch(sendRequest(choices))
    sandbox.tap({ choice: 'wait' })
    expect(await decodeAll()).toMatchObject([
      {
        ...parties,
        type: 'tap',
        reply: { id: 'wait', text: 'Wait for it' },
        callbackData: { flow: 'late' },
      },
    ])
  })

  it('texts, media, places and advertisements', async () => {
    const { sandbox, decodeAll } = sandboxWith()
    const from = customer
    const url = 'https://shop.example/a.png'
    sandbox.receive({ from, text: 'Hi', name: 'Ana' })
    sandbox.receive({ from, attachment: { type: 'image', url } })
    sandbox.receive({ from, location: { latitude: 40.4, longitude: -3.7 } })
    sandbox.receive({ from, text: 'Hi', referral: { sourceId: '7' } })
    expect(await decodeAll()).toMatchObject([
      { ...parties, type: 'text', text: 'Hi', customer: { id: from, name: 'Ana' } },
      { ...parties, type: 'media', attachments: [{ type: 'image', url }] },
      { ...parties, type: 'location', latitude: 40.4, longitude: -3.7 },
      { ...parties, type: 'text', referral: { sourceId: '7' } },
    ])
  })

  it('customers without a number', async () => {
    const { sandbox, decodeAll } = sandboxWith()
    sandbox.receive({ from: 'US.1349', text: 'Hi' })
    const [event] = await decodeAll()
    expect(event).toMatchObject({
      customer: { id: 'US.1349', userId: 'US.1349', phoneNumber: '' },
    })
  })

  it('none that another secret signed', async () => {
    const { sandbox } = sandboxWith()
    sandbox.receive({ from: customer, text: 'Hi' })
    for (const { body, signature } of await sandbox.webhooks()) {
      const event = await decodeEvent(body, { secret: 'another', signature })
      expect(event).toEqual({ type: 'refused', reason: 'signature' })
    }
  })
})
