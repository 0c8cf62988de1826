import { isBsuid } from '../model/bsuid.ts'
import type { Envelope } from '../model/envelope.ts'
import { isObject, type JsonObject, type JsonValue, ownMember, setOwn } from '../model/json.ts'
import type { FilledMessage } from '../model/message.ts'
import type { Payload } from '../model/payload.ts'

const channelType = 'whatsapp'

/** The body of a session message, keys in the order of the API's documentation. */
export function renderMessage(filled: FilledMessage, envelope: Envelope): Payload {
  const { to, recipientName, sender, messageId } = envelope
  const message = messageId === undefined ? filled.message : { id: messageId, ...filled.message }
  return {
    endpoint: 'send/messages',
    body: compact([
      ['sender', sender === undefined ? filled.sender : { id: sender, channelType }],
      ['recipient', to === undefined ? undefined : renderRecipient(to, recipientName)],
      ['message', message],
      ['callbackData', callbackDataOf(filled, envelope)],
      ['campaignName', envelope.campaignName ?? filled.campaignName],
      ['order', envelope.order === undefined ? filled.order : { ...envelope.order }],
    ]),
  }
}

/** The body of the fallback template, for when the 24-hour window is closed. */
export function renderFallback(filled: FilledMessage, envelope: Envelope): Payload | undefined {
  const { fallback } = filled
  if (fallback === undefined) return undefined
  const { to } = envelope
  const parameters = Object.entries(fallback.parameters ?? {})
  return {
    endpoint: 'send/whatsapp_templated_messages',
    body: compact([
      ['sender', envelope.sender ?? senderId(filled.sender)],
      ['number', to !== undefined && isBsuid(to) ? `bsuid:${to}` : to],
      ['templateName', fallback.templateName],
      ['language', fallback.language],
      [
        'parameters',
        parameters.length === 0 ? undefined : parameters.map(([name, value]) => ({ name, value })),
      ],
      ['callbackData', callbackDataOf(filled, envelope)],
      ['campaignName', envelope.campaignName ?? filled.campaignName],
    ]),
  }
}

/**
 * A BSUID goes into both `id` and `userId`: the pages disagree on which of the two is read, and
 * this satisfies each of them.
 */
function renderRecipient(to: string, name: string | undefined): JsonObject {
  return compact([
    ['id', to],
    ['channelType', channelType],
    ['name', name],
    ['userId', isBsuid(to) ? to : undefined],
  ])
}

/** The caller's data win, also where they are null. */
function callbackDataOf(filled: FilledMessage, { callbackData }: Envelope): JsonValue | undefined {
  return callbackData === undefined ? filled.callbackData : callbackData
}

function senderId(sender: JsonObject | undefined): string | undefined {
  const id = isObject(sender) ? ownMember(sender, 'id') : undefined
  return typeof id === 'string' ? id : undefined
}

function compact(entries: readonly (readonly [string, JsonValue | undefined])[]): JsonObject {
  const object: JsonObject = {}
  for (const [key, value] of entries) if (value !== undefined) setOwn(object, key, value)
  return object
}
