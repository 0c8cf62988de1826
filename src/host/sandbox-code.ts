import type { JsonObject, JsonValue } from '../model/json.ts'
import type { Endpoint } from '../model/payload.ts'
import { isInside, type Path } from '../model/source.ts'

/** Where a finding lies, what stands there, and which documented code is due then. */
interface Row {
  readonly endpoint: Endpoint
  readonly at: Path
  readonly code: string
  /** Narrows the row down by the value at `at`; without it the place is enough. */
  readonly applies?: (value: JsonValue | undefined, body: JsonObject) => boolean
}

const session: Endpoint = 'send/messages'
const template: Endpoint = 'send/whatsapp_templated_messages'
const firstUrl: Path = ['message', 'attachments', 0, 'url']

/** First match wins. No other broken limit has a documented code. */
const rows: readonly Row[] = [
  {
    endpoint: session,
    at: ['message', 'attachments'],
    code: 'ERROR_CODE_MESSAGE_ATTACHMENTS_NUMBER_INVALID',
    applies: (value) => Array.isArray(value) && value.length !== 1,
  },
  {
    endpoint: session,
    at: firstUrl,
    code: 'ERROR_CODE_MESSAGE_ATTACHMENT_EMPTY',
    applies: isMissingOrBlank,
  },
  { endpoint: session, at: firstUrl, code: 'ERROR_CODE_MESSAGE_ATTACHMENT_INVALID' },
  {
    endpoint: session,
    at: ['message', 'text'],
    code: 'ERROR_CODE_MESSAGE_TEXT_EMPTY',
    applies: isMissingOrBlank,
  },
  {
    endpoint: session,
    at: ['recipient', 'id'],
    code: 'ERROR_CODE_MESSAGE_SELF_INVALID',
    applies: (value, body) => value !== undefined && value === valueAt(body, ['sender', 'id']),
  },
  {
    endpoint: template,
    at: ['number'],
    code: 'ERROR_CODE_MESSAGE_SELF_INVALID',
    applies: (value, body) => value !== undefined && value === valueAt(body, ['sender']),
  },
  { endpoint: session, at: ['recipient', 'id'], code: 'ERROR_CODE_PHONE_NUMBER_BAD_FORMAT' },
  { endpoint: template, at: ['number'], code: 'ERROR_CODE_PHONE_NUMBER_BAD_FORMAT' },
  { endpoint: session, at: ['sender', 'id'], code: 'ERROR_CODE_INVALID_SENDER_ID' },
  { endpoint: template, at: ['sender'], code: 'ERROR_CODE_INVALID_SENDER_ID' },
  { endpoint: template, at: ['parameters'], code: 'ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID' },
]

/** The documented code for a finding at a path of a body, if there is one. */
export function findDocumentedCode(
  endpoint: Endpoint,
  body: JsonObject,
  path: Path,
): string | undefined {
  return rows.find(
    ({ endpoint: only, at, applies }) =>
      only === endpoint && isInside(path, at) && (applies?.(valueAt(body, at), body) ?? true),
  )?.code
}

/** What stands at a path of a body. */
export function valueAt(body: JsonObject, path: Path): JsonValue | undefined {
  let value: JsonValue | undefined = body
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = new Map<string, JsonValue>(Object.entries(value)).get(String(step))
  }
  return value
}

function isMissingOrBlank(value: JsonValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '')
}
