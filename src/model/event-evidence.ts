import { isObject, type JsonValue } from './json.ts'
import { readEvent } from './read-event.ts'
import type { RunRecord } from './row-state.ts'
import { trackingKeyOf } from './tracking.ts'

/** What a recorded webhook says about a run. */
export type EventEvidence =
  /** The API took the message of this row: only then are there events about it. */
  | {
      readonly type: 'accepted'
      readonly row: number
      readonly id: string
      /** Why it will never arrive, where the event says so. */
      readonly code: string | undefined
    }
  /** A delivery event of another run, or of a send by itself. */
  | { readonly type: 'foreign' }
  /** No delivery event: a reply, or nothing that is known. */
  | { readonly type: 'other' }

/**
 * The events that one line of a recording holds: one, as it travelled. What the sandbox answers to
 * `GET /sandbox/webhooks` is read too, whole or webhook by webhook; no event has such keys.
 */
export function listRecorded(line: JsonValue): readonly JsonValue[] {
  if (!isObject(line)) return [line]
  const { webhooks, event, signature } = line
  if (Array.isArray(webhooks)) return webhooks.flatMap(listRecorded)
  return [isObject(event) && typeof signature === 'string' ? event : line]
}

/** Reads one recorded webhook as evidence about the rows of a run. */
export function readEvidence(body: JsonValue, run: RunRecord): EventEvidence {
  const event = isObject(body) ? readEvent(body) : undefined
  if (event?.type !== 'delivery') return { type: 'other' }
  const { tracking, messageId } = event
  const { row = 0 } = tracking ?? {}
  const isOurs = tracking?.run === run.id && tracking.key === trackingKeyOf(run.message)
  if (!isOurs || row < 1 || row > run.rows) return { type: 'foreign' }
  const code = event.status === 'failed' ? event.error.code : undefined
  return { type: 'accepted', row, id: messageId, code }
}
