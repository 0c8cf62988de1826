import type { JsonObject } from '../../src/model/json.ts'

/** A number that no rule objects to. */
export const customer: string = '+16044441111'

/** A session message that every rule lets pass. */
export const hello: JsonObject = {
  recipient: { id: customer, channelType: 'whatsapp' },
  message: { text: 'Hello' },
}

/** A session message with two buttons. */
export const choices: JsonObject = {
  recipient: { id: customer, channelType: 'whatsapp', name: 'Ana' },
  message: {
    text: 'Shall it come again?',
    replyButtonMessage: {
      buttons: [
        { id: 'call', text: 'Call me' },
        { id: 'wait', text: 'Wait for it' },
      ],
    },
  },
  callbackData: { flow: 'late' },
}

/** A template that every rule lets pass. */
export const template: JsonObject = { number: customer, templateName: 'again', language: 'en' }

/** A request to send a message, as a client makes it. */
export function sendRequest(
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  base = 'http://localhost',
): Request {
  const isTemplate = typeof body === 'object' && body !== null && 'templateName' in body
  const endpoint = isTemplate ? 'send/whatsapp_templated_messages' : 'send/messages'
  return new Request(`${base}/v1/businesses/shop/${endpoint}`, {
    method: 'POST',
    headers: { 'x-api-key': 'sandbox-key', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** A request that steers the sandbox: POST with a body, else GET. */
export function adminRequest(
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Request {
  const init = { headers: { 'content-type': 'application/json', ...headers } }
  return new Request(
    `http://localhost/sandbox${path}`,
    body === undefined ? init : { ...init, method: 'POST', body: JSON.stringify(body) },
  )
}
