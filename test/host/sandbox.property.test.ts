import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSandbox } from '../../src/host/sandbox.ts'
import { adminRoutes } from '../../src/host/sandbox-admin-routes.ts'
import {
  adminRequest,
  choices,
  customer,
  hello,
  sendRequest,
  template,
} from '../helpers/sandbox-request.ts'

const words = [
  ...['from', 'to', 'text', 'attachment', 'location', 'button', 'referral', 'quotes', 'choice'],
  ...['message', 'status', 'advance', 'set', 'scenarios', 'type', 'url', 'latitude', 'payload'],
  ...['__proto__', 'constructor', 'recipient', 'sender', 'callbackData', 'number', 'parameters'],
]
const values = fc.oneof(
  fc.constantFrom(customer, 'wait', 'read', '25h', 'slow:0.5', 'sent', '', '\ud800', 'US.1349'),
  fc.constantFrom(null, true, 0, -1, 1e308, 40.4),
)
const { json } = fc.letrec((tie) => ({
  json: fc.oneof({ depthSize: 'small' }, values, tie('list'), tie('object')),
  list: fc.array(tie('json'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom(...words), tie('json'), { maxKeys: 4 }),
}))

it('answers whatever is asked of it by whoever steers it', async () => {
  const paths = adminRoutes.filter(({ method }) => method === 'POST').map(({ path }) => path)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), json, async (path, body) => {
      const sandbox = createSandbox()
      await sandbox.fetch(sendRequest(choices))
      const { status } = await sandbox.fetch(adminRequest(path, body ?? null))
      expect([200, 400]).toContain(status)
    }),
    { numRuns: 400 },
  )
})

it('answers whatever message it is sent, and counts what it accepts', async () => {
  const bodies = fc.tuple(
    fc.constantFrom(hello, choices, template),
    fc.constantFrom(...words),
    json,
  )
  const sandbox = createSandbox({ maxPerSecond: 10_000 })
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(bodies, async ([body, key, value]) => {
      const { status } = await sandbox.fetch(sendRequest({ ...body, [key]: value }))
      if (status === 201) accepted += 1
      else expect(status).toBe(400)
      expect(sandbox.acceptedCount()).toBe(accepted)
    }),
    { numRuns: 400 },
  )
})
