import { ConnectlyError } from '../model/errors.ts'
import type { JsonObject } from '../model/json.ts'
import type { Clock } from './clock.ts'
import { createQueue } from './queue.ts'
import type { SandboxClock } from './sandbox-clock.ts'
import type { SandboxLog } from './sandbox-log.ts'
import { createPauses } from './sandbox-pauses.ts'
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
  /** The clock was moved: what it shows to be due is due. */
  wake(): void
  /**
   * Resolves when nothing is under way any more, repetitions included: the clock is moved on to
   * those of a handler. Rejects as soon as one threw.
   */
  settled(): Promise<void>
  /** Gives up what is under way. */
  stop(): void
}

/** What a queue works with. */
export interface WebhookQueueOptions {
  readonly receiver: WebhookReceiver
  readonly sign: (body: string) => Promise<string>
  readonly clock: SandboxClock
  /** Time that passes by itself between two attempts. */
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
  const { receiver } = options
  const entries = createQueue<WebhookEntry>()
  const controller = new AbortController()
  const { signal } = controller
  const pauses = createPauses(options.clock, options.time)
  let isWorking = false
  let underWay = 0
  let thrown: ConnectlyError | undefined
  let change = Promise.withResolvers<void>()

  const tellChange = (): void => {
    change.resolve()
    change = Promise.withResolvers()
  }
  const track = async (work: Promise<void>): Promise<void> => {
    underWay += 1
    try {
      await work
    } finally {
      underWay -= 1
      tellChange()
    }
  }
  const attempt = async (entry: WebhookEntry): Promise<void> => {
    const { retryMs, error } = await attemptEntry(entry, options, signal)
    thrown ??= error
    if (retryMs !== undefined) pauses.begin(retryMs, () => void track(attempt(entry)))
    tellChange()
  }
  const work = async (): Promise<void> => {
    // A sender shall hear that its message was accepted before it hears of the message.
    await new Promise((resolve) => setTimeout(resolve))
    for (let entry = entries.shift(); entry !== undefined; entry = entries.shift()) {
      await attempt(entry)
    }
    isWorking = false
  }
  const rethrow = (): void => {
    const error = thrown
    thrown = undefined
    if (error !== undefined) throw error
  }
  return {
    length: () => entries.size,
    push: (entry) => {
      entries.push(entry)
      if (isWorking) return
      isWorking = true
      void track(work())
    },
    wake: pauses.wake,
    settled: async () => {
      for (rethrow(); underWay + pauses.size > 0; rethrow()) {
        if (underWay > 0 || !receiver.isHandler) await change.promise
        else pauses.skip()
      }
    },
    stop: () => {
      controller.abort()
      pauses.clear()
      tellChange()
    },
  }
}

interface AttemptedEntry {
  /** After how many milliseconds to try again, if at all. */
  readonly retryMs?: number | undefined
  /** What the handler threw, if it did. */
  readonly error?: ConnectlyError | undefined
}

/** Makes one attempt. */
async function attemptEntry(
  entry: WebhookEntry,
  { receiver, sign, clock, log }: WebhookQueueOptions,
  signal: AbortSignal,
): Promise<AttemptedEntry> {
  const body = JSON.stringify(entry.event)
  const signature = await sign(body)
  if (signal.aborted) return {}
  const { attempt, thrown } = await attemptWebhook(
    receiver,
    { body, signature },
    clock.now(),
    signal,
  )
  if (signal.aborted) return {}
  entry.attempts.push(attempt)
  const isTaken = attempt.status === takenStatus
  const retryMs = isTaken ? undefined : retryDelaysMs[entry.attempts.length - 1]
  log({ type: 'webhook', event: entry.event, outcome: attempt, retryMs })
  if (retryMs === undefined) entry.state = isTaken ? 'taken' : 'failed'
  return { retryMs, error: thrown && describeThrown(entry, attempt, thrown) }
}

function describeThrown(
  { event }: WebhookEntry,
  { failure }: WebhookAttempt,
  { error }: { readonly error: unknown },
): ConnectlyError {
  const message = `the webhook handler threw at a \`${event['topic']}\` event: ${failure}`
  return new ConnectlyError(message, { cause: error })
}
