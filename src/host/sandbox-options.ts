import { judgeWire } from '../language/judge-wire.ts'
import { describeValue } from '../model/describe-value.ts'
import { ConnectlyError } from '../model/errors.ts'
import { formats } from '../model/formats.ts'
import type { Payload } from '../model/payload.ts'
import { type Clock, idleClock, systemClock } from './clock.ts'
import { createAccepted } from './sandbox-accepted.ts'
import { createClock } from './sandbox-clock.ts'
import { defaultNumber, defaultRate, defaultSecret, highestRate } from './sandbox-defaults.ts'
import type { DeliveryStatus } from './sandbox-events.ts'
import type { SandboxLog } from './sandbox-log.ts'
import type { SandboxParts } from './sandbox-parts.ts'
import { createScenarios } from './sandbox-plan.ts'
import type { SandboxFinding } from './sandbox-refusals.ts'
import { createTurns } from './sandbox-turns.ts'
import { openReceiver, type WebhookTarget } from './sandbox-webhook.ts'
import { createWebhooks } from './sandbox-webhooks.ts'
import { createWindows } from './sandbox-windows.ts'
import { createUlids, type RandomBytes, readInteger, secureRandom } from './ulid.ts'

/** What a sandbox is made of; all of it may be left out. */
export interface SandboxOptions {
  /** Says what is wrong with a payload. @defaultValue every rule of the linter */
  readonly judge?: ((payload: Payload) => readonly SandboxFinding[]) | undefined
  /** Milliseconds since 1970: what the clock shows until it is moved. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined
  /** Requests in any sliding second, over both endpoints. @defaultValue 200 */
  readonly maxPerSecond?: number | undefined
  /** @defaultValue the platform's secure source */
  readonly random?: RandomBytes | undefined
  /**
   * `strict`: a session message reaches only a customer who wrote to the same number within the last
   * 24 hours of the sandbox's clock. @defaultValue `open`: everybody can be reached
   */
  readonly windows?: 'open' | 'strict' | undefined
  /** The business's number where a request names none. @defaultValue `+14155550100` */
  readonly number?: string | undefined
  /** Faults for every request: `reset-after`, or `slow:0.1` for every tenth. @defaultValue none */
  readonly scenarios?: readonly string[] | undefined
  /** Takes the webhooks. @defaultValue nobody; they are collected all the same */
  readonly webhook?: WebhookTarget | undefined
  /** Lets webhooks leave this machine. @defaultValue false */
  readonly unsafeWebhook?: boolean | undefined
  /** Signs the webhooks. @defaultValue `sandbox-secret` */
  readonly secret?: string | undefined
  /**
   * What webhooks tell of every accepted message, in this order.
   * @defaultValue `sent`, `delivered`, `read`
   */
  readonly statuses?: readonly DeliveryStatus[] | undefined
  /** How many messages, webhooks and windows are remembered, the newest. @defaultValue 10,000 */
  readonly keep?: number | undefined
  /**
   * Goes by itself, whoever moves the other: for the rate and for `slow` answers. The next attempt
   * at a webhook comes when this or the clock that can be moved has come so far.
   * @defaultValue that of this process
   */
  readonly time?: Clock | undefined
  /** Hears of every request and of every attempt at a webhook. */
  readonly log?: SandboxLog | undefined
}

const defaultKeep = 10_000

/**
 * Puts a sandbox together.
 * @throws {@link ConnectlyError} for options that cannot work.
 */
export function assembleSandbox(options: SandboxOptions): SandboxParts {
  const { now = Date.now, random = secureRandom, log = () => {} } = options
  const keep = checkWhole('keep', options.keep ?? defaultKeep, Number.MAX_SAFE_INTEGER)
  const rate = options.maxPerSecond ?? defaultRate
  const clock = createClock(now, () => webhooks.wake())
  const { webhook, time = systemClock } = options
  const receiver =
    webhook === undefined ? undefined : openReceiver(webhook, options.unsafeWebhook === true)
  const webhooks = createWebhooks({
    secret: checkSecret(options.secret ?? defaultSecret),
    receiver,
    keep,
    clock,
    // A test that is over waits for no further attempt at its own handler.
    time: options.time ?? (receiver?.isHandler === true ? idleClock : systemClock),
    log,
  })
  return {
    judge: options.judge ?? judgeWire,
    clock,
    time,
    takeTurn: createTurns(checkWhole('maxPerSecond', rate, highestRate)),
    scenarios: createScenarios(options.scenarios ?? []),
    isStrict: isStrict(options.windows ?? 'open'),
    windows: createWindows(keep),
    accepted: createAccepted(keep),
    webhooks,
    statuses: options.statuses ?? ['sent', 'delivered', 'read'],
    number: checkNumber(options.number ?? defaultNumber),
    makeId: createUlids(random),
    makeTraceId: () => String(readInteger(random(new Uint8Array(8)))),
  }
}

function isStrict(windows: string): boolean {
  if (windows === 'open' || windows === 'strict') return windows === 'strict'
  throw new ConnectlyError(`\`windows\` is ${describeValue(windows)}: give 'open' or 'strict'`)
}

function checkWhole(name: string, value: number, max: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= max) return value
  throw new ConnectlyError(`\`${name}\` must be a whole number from 1 to ${max}`)
}

function checkSecret(secret: string): string {
  if (secret !== '') return secret
  throw new ConnectlyError('the secret that signs webhooks must not be empty')
}

function checkNumber(number: string): string {
  if (formats.e164.matches(number)) return number
  throw new ConnectlyError('`number` must be in E.164 form, such as +14155550100')
}
