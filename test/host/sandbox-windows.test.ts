import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/host/sandbox.ts'
import { customer, hello, sendRequest, template } from '../helpers/sandbox-request.ts'

const number = '+14155550100'

function strictSandbox() {
  const sandbox = createSandbox({ windows: 'strict', now: () => 0 })
  const send = async (body: object): Promise<unknown> => {
    const answer = await (await sandbox.fetch(sendRequest(body))).json()
    return answer.code ?? 'accepted'
  }
  return { sandbox, send }
}

const neverWrote = 'ERROR_CODE_MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION'
const wroteTooLongAgo = 'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW'

describe('a strict window', () => {
  it('is closed until the customer writes, and after 24 hours again', async () => {
    const { sandbox, send } = strictSandbox()
    expect(await send(hello)).toBe(neverWrote)
    sandbox.receive({ from: customer, text: 'Hi' })
    expect(await send(hello)).toBe('accepted')
    sandbox.clock.advance('23h')
    sandbox.clock.advance('59.999m')
    expect(await send(hello)).toBe('accepted')
    sandbox.clock.advance('1m')
    expect(await send(hello)).toBe(wroteTooLongAgo)
  })

  it('runs from the last message', async () => {
    const { sandbox, send } = strictSandbox()
    sandbox.receive({ from: customer, text: 'Hi' })
    sandbox.clock.advance('20h')
    sandbox.receive({ from: customer, text: 'Still there?' })
    sandbox.clock.advance('20h')
    expect(await send(hello)).toBe('accepted')
    expect(sandbox.windows()).toEqual([
      {
        sender: number,
        customer,
        lastInboundAt: 20 * 3_600_000,
        closesAt: 44 * 3_600_000,
        isOpen: true,
      },
    ])
  })

  it('is opened by a tap', async () => {
    const { sandbox, send } = strictSandbox()
    await send(template)
    sandbox.receive({ from: customer, button: { text: 'Yes', payload: '0' } })
    expect(await send(hello)).toBe('accepted')
  })

  it('holds for one number and one customer', async () => {
    const { sandbox, send } = strictSandbox()
    sandbox.receive({ from: customer, to: '+14155550111', text: 'Hi' })
    const response = await sandbox.fetch(sendRequest(hello))
    expect(await response.json()).toMatchObject({
      code: wroteTooLongAgo,
      details: { openFrom: ['+14155550111'] },
    })
    const sender = { id: '+14155550111', channelType: 'whatsapp' }
    expect(await send({ sender, ...hello })).toBe('accepted')
    const other = { ...hello, recipient: { id: '+16044442222', channelType: 'whatsapp' } }
    expect(await send({ sender, ...other })).toBe(neverWrote)
  })

  it('is open under the number and the BSUID of one customer', async () => {
    const { sandbox, send } = strictSandbox()
    sandbox.receive({ from: customer, userId: 'US.134912086', text: 'Hi' })
    const recipient = { id: 'US.134912086', userId: 'US.134912086', channelType: 'whatsapp' }
    expect(await send({ ...hello, recipient })).toBe('accepted')
    expect(await send(hello)).toBe('accepted')
  })

  it('never stands in the way of a template', async () => {
    const { send } = strictSandbox()
    expect(await send(template)).toBe('accepted')
  })

  it('answers as documented', async () => {
    const { sandbox } = strictSandbox()
    sandbox.receive({ from: customer, text: 'Hi' })
    sandbox.clock.advance('25h')
    const response = await sandbox.fetch(sendRequest(hello))
    expect(response.status).toBe(400)
    expect(response.headers.has('x-sandbox-assumed')).toBe(false)
    expect(await response.json()).toMatchObject({ type: 'ERROR_TYPE_DEADLINE_EXCEEDED' })
  })
})

it('is open for everybody unless it is strict', async () => {
  const sandbox = createSandbox()
  expect((await sandbox.fetch(sendRequest(hello))).status).toBe(201)
})

it('forgets the customer who wrote first when there are too many', async () => {
  const sandbox = createSandbox({ windows: 'strict', keep: 2 })
  for (const from of ['+16044441111', '+16044442222', '+16044443333']) {
    sandbox.receive({ from, text: 'Hi' })
  }
  expect(sandbox.windows().map((window) => window.customer)).toEqual([
    '+16044442222',
    '+16044443333',
  ])
})
