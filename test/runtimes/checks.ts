import * as api from 'connectly-messages/client'
import { type Client, createClient } from 'connectly-messages/client'
import { decodeEvent, renderOrdersShipped, sendOrdersShipped } from '../generated/index.ts'
import type { CheckResult, Site } from './site.ts'

// What an application does, under whatever runtime runs this: with the globals of the web alone,
// but for the argument that says where the servers are.

const site: Site = JSON.parse(process.argv[2] ?? '')

const variables = {
  customer: 'Ana',
  orderId: 'WW104233',
  canRedirect: false,
  parcels: [{ id: '1', label: 'Boots', carrier: 'Sur', due: '2026-11-05', tracked: true }],
}

type Check = readonly [name: string, run: () => Promise<void>]

const checks: readonly Check[] = [
  ['sends, and gets the id', sends],
  ['is told that the window is closed', isRefused],
  ['refuses variables that break their declarations', refusesVariables],
  ['refuses a message that breaks a rule', refusesMessage],
  ['knows that nothing was sent where nobody listens', findsNobody],
  ['does not know the outcome when the connection breaks', losesConnection],
  ['does not know the outcome when no answer comes', losesPatience],
  ['follows no redirect', followsNothing],
  ['reads a webhook with a true signature', readsWebhook],
  ['refuses a forged one', refusesForgery],
]

for (const [check, run] of checks) {
  const result: CheckResult = await run().then(
    () => ({ check }),
    (failure: unknown) => ({ check, problem: String(failure) }),
  )
  console.log(JSON.stringify(result))
}

function clientOf(baseUrl: string, timeoutMs = 10_000): Client {
  return createClient({ businessId: 'demo', apiKey: 'sandbox-runtime-check', baseUrl, timeoutMs })
}

function send(client: Client, changes: Partial<typeof variables> = {}): Promise<{ id: string }> {
  const options = { to: '+16044441111', locale: 'en' as const }
  return sendOrdersShipped(client, { ...options, variables: { ...variables, ...changes } })
}

async function sends(): Promise<void> {
  const { id } = await send(clientOf(site.open))
  expect(/^[0-9A-Z]{26}$/.test(id), `the id is ${id}`)
}

async function isRefused(): Promise<void> {
  const error = await failureOf(send(clientOf(site.closedWindow)))
  expect(error instanceof api.OutsideWindowError, `got ${error}`)
}

async function refusesVariables(): Promise<void> {
  const error = await failureOf(send(clientOf(site.open), { orderId: '104233' }))
  expect(error instanceof api.InvalidVariablesError, `got ${error}`)
}

async function refusesMessage(): Promise<void> {
  const definition = api.defineMessage<{ name: string }>({
    name: 'too-long',
    variables: { name: { type: 'string', maxLength: 200 } },
    bodies: {
      default: {
        message: {
          text: 'Hello',
          replyButtonMessage: { buttons: [{ id: 'a', text: '{{ name }}' }] },
        },
      },
    },
    rules: [api.replyButtonRules],
  })
  const sent = definition.send(clientOf(site.open), {
    to: '+16044441111',
    variables: { name: 'x'.repeat(21) },
  })
  const error = await failureOf(sent)
  expect(error instanceof api.InvalidMessageError, `got ${error}`)
  if (!(error instanceof api.InvalidMessageError)) return
  const [diagnostic] = error.diagnostics
  expect(diagnostic?.rule === 'text-too-long', JSON.stringify(error.diagnostics))
}

async function findsNobody(): Promise<void> {
  const error = await failureOf(send(clientOf(site.deaf)))
  expect(error instanceof api.NetworkError, `got ${error}`)
}

async function losesConnection(): Promise<void> {
  const error = await failureOf(send(clientOf(site.resetAfter)))
  expect(error instanceof api.UnknownOutcomeError, `got ${error}`)
}

async function losesPatience(): Promise<void> {
  const error = await failureOf(send(clientOf(site.hangAfter, 500)))
  expect(error instanceof api.UnknownOutcomeError, `got ${error}`)
}

async function followsNothing(): Promise<void> {
  const error = await failureOf(send(clientOf(site.redirect)))
  expect(error instanceof api.ApiError && error.message.includes('redirect'), `got ${error}`)
}

async function readsWebhook(): Promise<void> {
  const { body, signature } = site.webhook
  const event = await decodeEvent(new TextEncoder().encode(body), {
    secret: site.secret,
    signature,
  })
  const key = event.type === 'choice' && event.choice.message === 'orders/shipped'
  expect(key, `got ${JSON.stringify(event)}`)
  const { message } = renderOrdersShipped(variables, { locale: 'es' })
  expect(message.text?.startsWith('Hola Ana') === true, `got ${message.text}`)
}

async function refusesForgery(): Promise<void> {
  const { body, signature } = site.webhook
  const forged = body.replace('parcel:1', 'parcel:2')
  const event = await decodeEvent(forged, { secret: site.secret, signature })
  expect(event.type === 'refused', `got ${event.type}`)
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => `no failure, but ${JSON.stringify(value)}`,
    (failure: unknown) => failure,
  )
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}
