import { ConnectlyError } from '../model/errors.ts'
import type { JsonObject } from '../model/json.ts'
import { nearMiss } from '../model/near-miss.ts'
import type { AcceptedMessage } from './sandbox-accepted.ts'
import { errorBody } from './sandbox-answer.ts'
import { type DeliveryStatus, deliveryStatuses, makeStatusEvent } from './sandbox-events.ts'
import type { SandboxParts } from './sandbox-parts.ts'

/** What shall become of an accepted message. */
export interface StatusReport {
  /** The id that the send was answered with. @defaultValue the newest accepted message */
  readonly message?: string | undefined
  readonly status: DeliveryStatus
  /** Why it failed: `ERROR_CODE_…`. @defaultValue `ERROR_CODE_UNSPECIFIED` */
  readonly code?: string | undefined
}

/** Makes the webhook that tells what became of a message, and returns its event. */
export function reportStatus(parts: SandboxParts, report: StatusReport): JsonObject {
  const message = findMessage(parts, report.message)
  const status = deliveryStatuses.find((known) => known === report.status)
  if (status === undefined) {
    const meant = nearMiss(String(report.status), deliveryStatuses)
    throw new ConnectlyError(
      `there is no status ${JSON.stringify(report.status)}: ${meant === undefined ? `known are ${deliveryStatuses.join(', ')}` : `did you mean ${meant}?`}`,
    )
  }
  const error = status === 'delivery_failed' ? failedDelivery(parts, report.code) : null
  const event = makeStatusEvent(message, status, error, parts.clock.now())
  parts.webhooks.emit(event, 1)
  return event
}

/** The error of a delivery that failed. */
export function failedDelivery(parts: SandboxParts, code?: string): JsonObject {
  const refusal = {
    status: 0,
    message: 'The message was not delivered',
    type: 'ERROR_TYPE_UNSPECIFIED',
    ...(code === undefined ? {} : { code }),
    isAssumed: false,
  }
  return errorBody(refusal, parts.makeTraceId())
}

/**
 * The accepted message of an id, or the newest.
 * @throws {@link ConnectlyError} where there is none.
 */
export function findMessage({ accepted }: SandboxParts, id: string | undefined): AcceptedMessage {
  const message = id === undefined ? accepted.newest() : accepted.find(id)
  if (message !== undefined) return message
  throw new ConnectlyError(
    id === undefined
      ? 'no message was accepted yet: send one first'
      : `no accepted message has the id ${JSON.stringify(id)}: give the id that a send was answered with (the sandbox remembers the newest)`,
  )
}
