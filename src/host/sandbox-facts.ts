import { sendingLimits } from '../model/limits-sending.ts'
import { retryDelaysMs } from './sandbox-webhook-queue.ts'

/** What the sandbox does in one respect, and how sure it is that the service does so too. */
export interface SandboxFact {
  readonly subject: string
  /** What the documentation says. */
  readonly documented: string
  /** What it leaves open, and the sandbox fills in. */
  readonly assumed: string
}

const seconds = retryDelaysMs.map((delayMs) => delayMs / 1000).join(', ')

/** Everything that the sandbox does, for those who want to know how far to trust it. */
export const sandboxFacts: readonly SandboxFact[] = [
  {
    subject: 'requests',
    documented: 'both send endpoints, 201 with an id',
    assumed: 'the id is a ULID; other paths are 404, other methods 405',
  },
  {
    subject: 'keys',
    documented: '401 without X-API-Key',
    assumed: 'keys that do not begin with "sandbox" are kept out',
  },
  {
    subject: 'errors',
    documented: 'the error object, the codes',
    assumed: 'a broken limit is 400 at once, without a code of its own where none is listed',
  },
  {
    subject: 'rate',
    documented: `429 above ${sendingLimits.requestRate.max} requests a second`,
    assumed: 'in any sliding second, both endpoints together, without Retry-After',
  },
  {
    subject: 'windows',
    documented: `${sendingLimits.serviceWindow.max} hours from the customer's last message, for session messages alone`,
    assumed:
      'open for everybody unless strict; a number that the customer did not write to is closed',
  },
  {
    subject: 'statuses',
    documented: 'sent, delivered, read, delivery_failed with the error object; callbackData',
    assumed: 'all of them at once, right after the answer',
  },
  {
    subject: 'webhooks',
    documented: 'x-connectly-hmac-sha256 over the bytes; anything but 200 may be retried',
    assumed: `tried again after ${seconds} seconds, then no more`,
  },
  {
    subject: 'inbound',
    documented: 'text, media, referral; callbackData where a message is quoted',
    assumed: 'the message id, the form of a location',
  },
  {
    subject: 'taps',
    documented: 'replyToId, a UUID; the label, a payload; callbackData',
    assumed:
      'replyToId is the id of the send in other letters; the payload is the id of the button; list rows answer like buttons',
  },
]
