import { ConnectlyError } from '../model/errors.ts'
import type { Payload } from '../model/payload.ts'
import type { Client } from '../model/sender.ts'
import { createDelivery } from './delivery.ts'
import type { Fetch } from './http.ts'

/** How an application reaches the API. */
export interface ClientOptions {
  /** The UUID of the Connectly business. */
  readonly businessId: string
  /** Kept where nothing that is printed can show it. */
  readonly apiKey: string
  /** @defaultValue `https://api.connectly.ai` */
  readonly baseUrl?: string | undefined
  /** Must not repeat requests by itself. @defaultValue the global `fetch` */
  readonly fetch?: Fetch | undefined
  /** The number that sends where neither the message nor the call names one: E.164. */
  readonly sender?: string | undefined
  /** For one whole exchange with the API. @defaultValue 30,000 */
  readonly timeoutMs?: number | undefined
  /**
   * Requests in any sliding second, above 200 only for an address of this machine. All clients of
   * a process that share a business and an address keep one pace; the lowest rate counts.
   * @defaultValue 200, of which 180 are aimed at
   */
  readonly maxPerSecond?: number | undefined
}

/**
 * Makes a client for the generated senders.
 * @throws {@link ConnectlyError} for options that cannot work.
 * @example
 * const client = createClient({ businessId: '…', apiKey: process.env.CONNECTLY_API_KEY ?? '' })
 */
export function createClient({ sender, ...options }: ClientOptions): Client {
  const { deliver } = createDelivery(options)
  return {
    send: async (payload, { fallback, signal } = {}) => {
      // As `fetch` has it, null is no signal.
      if (signal && typeof signal.addEventListener !== 'function') {
        throw new ConnectlyError(
          'nothing was sent, `signal` is no AbortSignal: pass the `signal` of an AbortController',
        )
      }
      const outcome = await deliver(withSender(payload, sender), {
        fallback: fallback && withSender(fallback, sender),
        signal: signal ?? undefined,
      })
      if (outcome.state === 'accepted') return { id: outcome.id, sent: outcome.about }
      throw outcome.error ?? signal?.reason
    },
  }
}

function withSender(payload: Payload, sender: string | undefined): Payload {
  if (sender === undefined || Object.hasOwn(payload.body, 'sender')) return payload
  const isSession = payload.endpoint === 'send/messages'
  const party = isSession ? { id: sender, channelType: 'whatsapp' } : sender
  return { endpoint: payload.endpoint, body: { sender: party, ...payload.body } }
}
