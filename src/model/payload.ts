import type { JsonObject } from './json.ts'

/** Where a payload goes: the last part of the path below `/v1/businesses/{businessId}/`. */
export type Endpoint = 'send/messages' | 'send/whatsapp_templated_messages'

/** Exactly what goes over the wire. */
export interface Payload {
  readonly endpoint: Endpoint
  readonly body: JsonObject
}
