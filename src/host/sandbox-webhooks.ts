import type { JsonObject } from '../model/json.ts'
import { createSigner } from './sandbox-sign.ts'
import type { WebhookAttempt, WebhookReceiver } from './sandbox-webhook.ts'
import {
  createWebhookQueue,
  type WebhookEntry,
  type WebhookQueueOptions,
} from './sandbox-webhook-queue.ts'

/** A webhook as the sandbox made it. */
export interface SandboxWebhook {
  readonly topic: 'messages' | 'delivery_status'
  readonly event: JsonObject
  /** The event as it travels, to the byte. */
  readonly body: string
  /** The value of `x-connectly-hmac-sha256`. */
  readonly signature: string
  /**
   * `made` where nobody takes webhooks, `dropped` where the receiver was too slow for the number of
   * them, `failed` after the last attempt.
   */
  readonly state: 'made' | 'waiting' | 'taken' | 'failed' | 'dropped'
  readonly attempts: readonly WebhookAttempt[]
}

/** The webhooks of a sandbox. */
export interface Webhooks {
  /** Notes an event and hands it over, `times` times. */
  emit(event: JsonObject, times: number): void
  /** The newest, oldest first. */
  list(): Promise<readonly SandboxWebhook[]>
  /** How many there were in all, the forgotten ones too. */
  count(): number
  /** The clock was moved: what it shows to be due is handed over. */
  wake(): void
  /**
   * Resolves when nothing is under way any more, repetitions included.
   * @throws {@link ConnectlyError} as soon as a handler threw.
   */
  settled(): Promise<void>
  /** Forgets everything, also what is under way. */
  clear(): void
}

/** What webhooks are made with. */
export interface WebhooksOptions extends Omit<WebhookQueueOptions, 'receiver' | 'sign'> {
  readonly secret: string
  /** @defaultValue nobody takes them */
  readonly receiver: WebhookReceiver | undefined
  /** How many are remembered, and how many may wait. */
  readonly keep: number
}

/** Makes the webhooks of a sandbox. */
export function createWebhooks({ secret, receiver, keep, ...rest }: WebhooksOptions): Webhooks {
  const sign = createSigner(secret)
  const makeQueue = () =>
    receiver === undefined ? undefined : createWebhookQueue({ ...rest, receiver, sign })
  let queue = makeQueue()
  let entries: WebhookEntry[] = []
  let count = 0
  const emitOnce = (event: JsonObject): void => {
    const isFull = queue !== undefined && queue.length() >= keep
    const waiting = isFull ? 'dropped' : 'waiting'
    const entry: WebhookEntry = { event, state: queue ? waiting : 'made', attempts: [] }
    count += 1
    entries.push(entry)
    if (entries.length >= 2 * keep) entries = entries.slice(-keep)
    if (!isFull) queue?.push(entry)
  }
  return {
    emit: (event, times) => {
      for (let time = 0; time < times; time++) emitOnce(event)
    },
    list: () => Promise.all(entries.slice(-keep).map((entry) => describeEntry(entry, sign))),
    count: () => count,
    wake: () => queue?.wake(),
    settled: async () => await queue?.settled(),
    clear: () => {
      queue?.stop()
      queue = makeQueue()
      entries = []
      count = 0
    },
  }
}

async function describeEntry(
  { event, state, attempts }: WebhookEntry,
  sign: (body: string) => Promise<string>,
): Promise<SandboxWebhook> {
  const body = JSON.stringify(event)
  const topic = event['topic'] === 'messages' ? 'messages' : 'delivery_status'
  return { topic, event, body, signature: await sign(body), state, attempts: [...attempts] }
}
