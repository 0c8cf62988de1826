import type { JsonObject } from '../model/json.ts'
import { type Clock, wait } from './clock.ts'
import { createQueue } from './queue.ts'
import type { SandboxLog } from './sandbox-log.ts'
import {
  attemptWebhook,
  takenStatus,
  type WebhookAttempt,
  type WebhookReceiver,
} from './sandbox-webhook.ts'

/** A webhook and what became of it. */
export interface WebhookEntry {
  readonly event: JsonObject
  state: 'made' | 'waiting' | 'taken' | 'failed' | 'dropped'
  readonly attempts: WebhookAttempt[]
}

/** Hands webhooks over. */
export interface WebhookQueue {
  /** How many wait for their first attempt. */
  length(): number
  push(entry: WebhookEntry): void
  /** Resolves when nothing is under way any more, repetitions included. */
  settled(): Promise<void>
  /** Gives up what is under way. */
  stop(): void
}

/** What a queue works with. */
export interface WebhookQueueOptions {
  readonly receiver: WebhookReceiver
  readonly sign: (body: string) => Promise<string>
  readonly now: () => number
  readonly time: Clock
  readonly log: SandboxLog
}

/** How long after a failed attempt the next one comes; nothing documents it. */
export const retryDelaysMs: readonly number[] = [1000, 2000, 4000, 8000]

/**
 * Makes an empty queue. First attempts come one after another, in order; a webhook that is
 * repeated later holds up nothing.
 */
export function createWebhookQueue(options: WebhookQueueOptions): WebhookQueue {
  const entries = createQueue<WebhookEntry>()
  const underWay = new Set<Promise<void>>()
  const controller = new AbortController()
  const { signal } = controller
  let isWorking = false

  const track = (work: Promise<void>): void => {
    const tracked = work.finally(() => underWay.delete(tracked))
    underWay.add(tracked)
  }
  const attempt = async (entry: WebhookEntry): Promise<void> => {
    const retryMs = await attemptEntry(entry, options, signal)
    if (retryMs !== undefined) track(attemptLater(entry, retryMs))
  }
  const attemptLater = async (entry: WebhookEntry, delayMs: number): Promise<void> => {
    if (await wait(delayMs, options.time, signal)) await attempt(entry)
  }
  const work = async (): Promise<void> => {
    // A sender shall hear that its message was accepted before it hears of the message.
    await new Promise((resolve) => setTimeout(resolve))
    for (let entry = entries.shift(); entry !== undefined; entry = entries.shift()) {
      await attempt(entry)
    }
    isWorking = false
  }
  return {
    length: () => entries.size,
    push: (entry) => {
      entries.push(entry)
      if (isWorking) return
      isWorking = true
      track(work())
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    stop: () => {
      controller.abort()
    },
  }
}

/** Makes one attempt and says after how many milliseconds to try again, if at all. */
async function attemptEntry(
  entry: WebhookEntry,
  { receiver, sign, now, log }: WebhookQueueOptions,
  signal: AbortSignal,
): Promise<number | undefined> {
  const body = JSON.stringify(entry.event)
  const signature = await sign(body)
  if (signal.aborted) return undefined
  const outcome = await attemptWebhook(receiver, { body, signature }, now(), signal)
  if (signal.aborted) return undefined
  entry.attempts.push(outcome)
  const isTaken = outcome.status === takenStatus
  const retryMs = isTaken ? undefined : retryDelaysMs[entry.attempts.length - 1]
  log({ type: 'webhook', event: entry.event, outcome, retryMs })
  if (retryMs === undefined) entry.state = isTaken ? 'taken' : 'failed'
  return retryMs
}
