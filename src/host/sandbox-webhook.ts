import { ConnectlyError } from '../model/errors.ts'
import { isLoopbackHost } from './base-url.ts'
import { signatureHeader } from './sandbox-sign.ts'

/** Takes webhooks: a URL, or a function that is shaped like a server's handler. */
export type WebhookTarget = string | URL | ((request: Request) => Response | Promise<Response>)

/** Where webhooks go. */
export interface WebhookReceiver {
  readonly url: string
  /** Whether it is a function of this process. */
  readonly isHandler: boolean
  /** Makes one request, and follows no redirect. */
  send(request: Request): Promise<Response>
}

/** One try to hand a webhook over. */
export interface WebhookAttempt {
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly at: number
  /** The status of the answer; only 200 counts as taken. */
  readonly status?: number
  /** Why no answer came. */
  readonly failure?: string
}

/**
 * Finds out how to reach whoever takes the webhooks.
 * @throws {@link ConnectlyError} for anything but http and https, and for another machine unless
 * that is allowed.
 */
export function openReceiver(target: WebhookTarget, isRemoteAllowed: boolean): WebhookReceiver {
  if (typeof target === 'function') {
    return {
      url: 'http://localhost/webhook',
      isHandler: true,
      send: async (request) => target(request),
    }
  }
  const url = URL.canParse(String(target)) ? new URL(target) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new ConnectlyError(
      'the webhook must be a complete URL, such as http://127.0.0.1:3000/webhook',
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new ConnectlyError('the webhook must not hold a user name or password')
  }
  if (!isRemoteAllowed && !isLoopbackHost(url.hostname)) {
    throw new ConnectlyError(
      `the webhook may not leave this machine, and ${url.hostname} does: whoever takes it would hold made-up events for real ones, and read what customers are sent (if that is what you want, allow it with \`--unsafe-webhook\`, or \`unsafeWebhook: true\`)`,
    )
  }
  return { url: url.href, isHandler: false, send: (request) => globalThis.fetch(request) }
}

/** Only this status means that a webhook was taken. */
export const takenStatus = 200
const timeoutMs = 10_000

/** What came of an attempt. */
export interface WebhookOutcome {
  readonly attempt: WebhookAttempt
  /** Present where a function of this process threw, which no service of the business would. */
  readonly thrown?: { readonly error: unknown }
}

/** Hands one webhook over and says what came of it; nothing is thrown, also when it is stopped. */
export async function attemptWebhook(
  receiver: WebhookReceiver,
  { body, signature }: { readonly body: string; readonly signature: string },
  at: number,
  stop: AbortSignal,
): Promise<WebhookOutcome> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)])
  const request = new Request(receiver.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [signatureHeader]: signature },
    body,
    redirect: 'manual',
    signal,
  })
  try {
    const response = await Promise.race([receiver.send(request), rejectOn(signal)])
    await response.body?.cancel()
    return { attempt: { at, status: response.status } }
  } catch (error) {
    const attempt = { at, failure: describeFailure(error) }
    return receiver.isHandler && !signal.aborted ? { attempt, thrown: { error } } : { attempt }
  }
}

/** A handler may not look at the signal of its request. */
function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`
  const { cause } = error
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message
}
