import type { Payload } from '../model/payload.ts'
import type { Clock } from './clock.ts'
import type { AcceptedMessages } from './sandbox-accepted.ts'
import type { SandboxClock } from './sandbox-clock.ts'
import type { DeliveryStatus } from './sandbox-events.ts'
import type { Scenarios } from './sandbox-plan.ts'
import type { SandboxFinding } from './sandbox-refusals.ts'
import type { Webhooks } from './sandbox-webhooks.ts'
import type { ServiceWindows } from './sandbox-windows.ts'

/** What a sandbox is put together from. */
export interface SandboxParts {
  readonly judge: (payload: Payload) => readonly SandboxFinding[]
  readonly clock: SandboxClock & { reset(): void }
  /** The rate is one of real requests: it holds however the other clock is moved. */
  readonly time: Clock
  readonly takeTurn: (time: number) => boolean
  readonly scenarios: Scenarios
  readonly isStrict: boolean
  readonly windows: ServiceWindows
  readonly accepted: AcceptedMessages
  readonly webhooks: Webhooks
  /** What becomes of every accepted message, in this order. */
  readonly statuses: readonly DeliveryStatus[]
  /** The business's number where a request names none. */
  readonly number: string
  readonly makeId: (time: number) => string
  readonly makeTraceId: () => string
}
