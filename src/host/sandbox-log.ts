import type { JsonObject } from '../model/json.ts'
import type { SandboxReaction } from './sandbox-request.ts'
import type { ScenarioName } from './sandbox-scenarios.ts'
import type { WebhookAttempt } from './sandbox-webhook.ts'

/** Something that happened in a sandbox. */
export type SandboxLogEntry =
  | {
      readonly type: 'request'
      readonly method: string
      /** Path and query, as they came. */
      readonly target: string
      readonly reaction: SandboxReaction
      /** The faults that the request met. */
      readonly scenarios: readonly ScenarioName[]
    }
  | {
      readonly type: 'webhook'
      readonly event: JsonObject
      readonly outcome: WebhookAttempt
      /** After how many milliseconds it is tried again, if it is. */
      readonly retryMs: number | undefined
    }

/** Hears of everything that happens, as it happens. */
export type SandboxLog = (entry: SandboxLogEntry) => void
