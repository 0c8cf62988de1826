import type { JsonObject } from '../model/json.ts'
import type { AcceptedMessage } from './sandbox-accepted.ts'
import { handleAdmin, isAdmin } from './sandbox-admin.ts'
import { answerRefusal } from './sandbox-answer.ts'
import type { SandboxClock } from './sandbox-clock.ts'
import { createFetch, type SandboxFetch } from './sandbox-fetch.ts'
import { type InboundMessage, receiveInbound, receiveTap, type Tap } from './sandbox-inbound.ts'
import { assembleSandbox, type SandboxOptions } from './sandbox-options.ts'
import type { SandboxParts } from './sandbox-parts.ts'
import type { SandboxReaction, SandboxRequest } from './sandbox-request.ts'
import { findTarget } from './sandbox-route.ts'
import { type Handled, handleSend } from './sandbox-send.ts'
import { reportStatus, type StatusReport } from './sandbox-status.ts'
import type { SandboxWebhook } from './sandbox-webhooks.ts'
import type { ServiceWindow } from './sandbox-windows.ts'

/** A stand-in for the API that follows its documentation, not the service itself. */
export interface Sandbox {
  /**
   * Answers one request as `fetch` would; the host of its URL does not matter. Faults behave as over
   * a socket: a reset rejects, a hang lasts until the request's signal is aborted.
   */
  fetch: SandboxFetch
  /** Decides what happens to one request, for whoever listens on a port. */
  handle(request: SandboxRequest): Promise<SandboxReaction>
  /** What was accepted, oldest first: the newest 10,000, or as many as `keep` says. */
  accepted(): readonly AcceptedMessage[]
  /** How many messages were accepted in all. */
  acceptedCount(): number
  /** Time stamps and 24-hour windows go by it. */
  readonly clock: SandboxClock
  /** The windows between numbers and customers who wrote to them. */
  windows(): readonly ServiceWindow[]
  /** Has a customer write; returns the event of the webhook. */
  receive(message: InboundMessage): JsonObject
  /** Has a customer tap a button or choose a row; returns the event of the webhook. */
  tap(tap: Tap): JsonObject
  /** Has a message become delivered, read, failed …; returns the event of the webhook. */
  report(report: StatusReport): JsonObject
  /** The webhooks so far, oldest first, each with the bytes and the signature that it travels with. */
  webhooks(): Promise<readonly SandboxWebhook[]>
  /**
   * Resolves when no webhook is under way any more, repetitions included: what a handler did not
   * take is tried again at once, with the clock moved on as far.
   * @throws {@link ConnectlyError} as soon as a handler threw, with what it threw as `cause`.
   */
  settled(): Promise<void>
  /**
   * Faults for every request from now on, in place of those before.
   * @throws {@link ConnectlyError} for an unknown name or shares above 1.
   */
  setScenarios(scenarios: readonly string[]): void
  /** Forgets everything and begins anew. */
  reset(): void
}

/**
 * Makes a sandbox with a memory of its own.
 * @throws {@link ConnectlyError} for options that cannot work.
 * @example
 * const sandbox = createSandbox({ windows: 'strict', webhook: yourHandler })
 * const client = createClient({ businessId: 'shop', apiKey: 'sandbox-key', fetch: sandbox.fetch })
 * const to = '+16044441111'
 * sandbox.receive({ from: to, text: 'Hello' }) // opens the window
 * await sendShowroomMenu(client, { to, variables: { customer: 'Ana', hasOrder: false } })
 * sandbox.tap({ choice: 'repair' })
 * await sandbox.settled() // your handler has answered every webhook
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const parts = assembleSandbox(options)
  const initial = parts.scenarios.list()
  const reset = (): void => {
    parts.accepted.clear()
    parts.windows.clear()
    parts.webhooks.clear()
    parts.clock.reset()
    parts.scenarios.set(initial)
  }
  const handle = async (request: SandboxRequest): Promise<SandboxReaction> => {
    const { reaction, scenarios } = await route(parts, request, reset)
    const { method, target } = request
    options.log?.({ type: 'request', method, target, reaction, scenarios })
    return reaction
  }
  return {
    fetch: createFetch(handle, parts.time),
    handle,
    accepted: () => parts.accepted.list(),
    acceptedCount: () => parts.accepted.count(),
    clock: parts.clock,
    windows: () => parts.windows.list(parts.clock.now()),
    receive: (message) => receiveInbound(parts, message),
    tap: (tap) => receiveTap(parts, tap),
    report: (report) => reportStatus(parts, report),
    webhooks: () => parts.webhooks.list(),
    settled: () => parts.webhooks.settled(),
    setScenarios: (scenarios) => parts.scenarios.set(scenarios),
    reset,
  }
}

async function route(
  parts: SandboxParts,
  request: SandboxRequest,
  reset: () => void,
): Promise<Handled> {
  const [pathname = ''] = request.target.split('?')
  if (isAdmin(pathname)) {
    const answer = await handleAdmin(parts, request, reset)
    return { reaction: { type: 'answer', answer, delayMs: 0 }, scenarios: [] }
  }
  const target = findTarget(request.method, pathname)
  if (!('status' in target)) return await handleSend(parts, target, request)
  const answer = answerRefusal(target, parts.makeTraceId())
  return { reaction: { type: 'answer', answer, delayMs: 0 }, scenarios: [] }
}
