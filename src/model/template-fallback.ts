import type { Envelope } from './envelope.ts'
import type { JsonObject } from './json.ts'
import type { FilledMessage } from './message.ts'
import type { Payload } from './payload.ts'
import type { RulePart } from './rule.ts'

/** What sends the approved template of a message. */
export interface TemplateFallback {
  /** The request of the template, where the message has one. */
  render(filled: FilledMessage, envelope: Envelope): Payload | undefined
  /** Its body in the shape of a message file, as rules read it. */
  rootOf(body: JsonObject): JsonObject
  readonly rules: readonly RulePart[]
}
