import { describe, expect, it, vi } from 'vitest'
import { createClient, type Fetch } from '../../src/client.ts'
import { createSandbox } from '../../src/host/sandbox.ts'
import { generateSendingGuide } from '../helpers/generate-sending-guide.ts'
import { confirm } from '../helpers/sending-example.ts'

vi.mock('connectly-messages/client', () => import('../../src/client.ts'))

const to = '+16044441111'
const variables = {
  customer: 'Ana',
  orderId: 'WW104233',
  articles: 2,
  total: '129.90',
  readyOn: '2026-11-05',
}

describe('the guide to sending', () => {
  it('matches the file in the repository', async () => {
    await expect(generateSendingGuide()).toMatchFileSnapshot('../../src/host/sending.md')
  })

  it.each([
    ['an open window', {}, /^accepted: message [0-9A-Z]{26}$/],
    ['a closed window', { windows: 'strict' }, /^accepted: fallback [0-9A-Z]{26}$/],
    ['a lost answer', { scenarios: ['reset-after'] }, /^unknown/],
    ['a failing server', { scenarios: ['500'] }, /^unknown/],
    ['a customer who opted out', { scenarios: ['opted-out'] }, /^refused: .*_CUSTOMER_OPTED_OUT$/],
  ] as const)('has an example that knows %s', async (_, options, expected) => {
    const { fetch } = createSandbox(options)
    expect(await confirm(clientOf(fetch), to, variables)).toMatch(expected)
  })

  it('has an example that throws what is a mistake of the caller', async () => {
    const { fetch } = createSandbox()
    const wrong = { ...variables, orderId: 'none' }
    await expect(confirm(clientOf(fetch), to, wrong)).rejects.toThrow(/nothing was sent/)
  })

  function clientOf(fetch: Fetch) {
    return createClient({ businessId: 'guide', apiKey: 'sandbox', fetch })
  }
})
