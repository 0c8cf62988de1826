import type { JsonObject } from '../model/json.ts'
import type { Endpoint } from '../model/payload.ts'
import { createQueue } from './queue.ts'
import type { ScenarioName } from './sandbox-scenarios.ts'

/** A message that the sandbox took. */
export interface AcceptedMessage {
  readonly id: string
  readonly endpoint: Endpoint
  readonly businessId: string
  /** The business's number: the one that the request names, else the sandbox's own. */
  readonly sender: string
  /** The customer: a number, or a BSUID without prefix. */
  readonly customer: string
  readonly body: JsonObject
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly at: number
  /** Faults that this request met: `reset-after` means that its answer was lost. */
  readonly scenarios: readonly ScenarioName[]
}

/** The newest accepted messages. */
export interface AcceptedMessages {
  add(message: AcceptedMessage): void
  find(id: string): AcceptedMessage | undefined
  newest(): AcceptedMessage | undefined
  /** Oldest first. */
  list(): readonly AcceptedMessage[]
  /** How many there were in all, the forgotten ones too. */
  count(): number
  clear(): void
}

/** Makes a memory that forgets the oldest message when it holds `keep`. */
export function createAccepted(keep: number): AcceptedMessages {
  const messages = new Map<string, AcceptedMessage>()
  // A map that loses its first key again and again is slow to find the next.
  let ids = createQueue<string>()
  let count = 0
  let newest: AcceptedMessage | undefined
  return {
    add: (message) => {
      count += 1
      newest = message
      messages.set(message.id, message)
      ids.push(message.id)
      if (ids.size > keep) messages.delete(ids.shift() ?? '')
    },
    find: (id) => messages.get(id),
    newest: () => newest,
    list: () => [...messages.values()],
    count: () => count,
    clear: () => {
      messages.clear()
      ids = createQueue()
      count = 0
      newest = undefined
    },
  }
}
