import { ConnectlyError } from '../model/errors.ts'
import type { JsonObject, JsonValue } from '../model/json.ts'
import type { AcceptedMessage } from './sandbox-accepted.ts'
import {
  checkKeys,
  readClockMove,
  readInbound,
  readScenarios,
  readStatus,
  readTap,
} from './sandbox-admin-input.ts'
import { receiveInbound, receiveTap } from './sandbox-inbound.ts'
import type { SandboxParts } from './sandbox-parts.ts'
import { scenarioNames, scenarioTexts } from './sandbox-scenarios.ts'
import { reportStatus } from './sandbox-status.ts'
import type { SandboxWebhook } from './sandbox-webhooks.ts'

/** What somebody who steers the sandbox hands over. */
export interface AdminInput {
  readonly body: JsonObject
  readonly query: URLSearchParams
  readonly reset: () => void
}

/** One thing to see or to do. */
export interface AdminRoute {
  readonly method: 'GET' | 'POST'
  /** Below `/sandbox`. */
  readonly path: string
  readonly summary: string
  /** @throws {@link ConnectlyError} for input that cannot work. */
  run(parts: SandboxParts, input: AdminInput): JsonValue | Promise<JsonValue>
}

/** All there is to see and to do, in the order in which people read of it. */
export const adminRoutes: readonly AdminRoute[] = [
  {
    method: 'GET',
    path: '',
    summary: 'how the sandbox stands, what there is here, and the scenarios',
    run: (parts) => ({
      ...describeState(parts),
      routes: adminRoutes.map(
        ({ method, path, summary }) => `${method} /sandbox${path}: ${summary}`,
      ),
      knownScenarios: scenarioNames.map((name) => `${name}: ${scenarioTexts[name]}`),
    }),
  },
  {
    method: 'GET',
    path: '/accepted',
    summary: 'the newest accepted messages, oldest first: ?limit=100, ?to=+1604…, ?id=…',
    run: listAccepted,
  },
  {
    method: 'GET',
    path: '/clock',
    summary: 'what the clock shows',
    run: describeClock,
  },
  {
    method: 'POST',
    path: '/clock',
    summary: 'moves the clock: {"advance":"25h"} or {"set":"2026-11-25T09:30:00Z"}',
    run: (parts, { body }) => {
      const move = readClockMove(body)
      if ('advance' in move) parts.clock.advance(move.advance)
      else parts.clock.set(move.set)
      return describeClock(parts)
    },
  },
  {
    method: 'GET',
    path: '/windows',
    summary: 'the 24-hour windows of the customers who wrote',
    run: listWindows,
  },
  {
    method: 'POST',
    path: '/inbound',
    summary: 'a customer writes: {"from":"+16044441111","text":"Hello"}, or attachment, location',
    run: (parts, { body }) => ({ event: receiveInbound(parts, readInbound(body)) }),
  },
  {
    method: 'POST',
    path: '/tap',
    summary: 'a customer taps: {"message":"<id>","choice":"<id of a button or row>"}',
    run: (parts, { body }) => ({ event: receiveTap(parts, readTap(body)) }),
  },
  {
    method: 'POST',
    path: '/status',
    summary: 'what becomes of a message: {"message":"<id>","status":"delivery_failed"}',
    run: (parts, { body }) => ({ event: reportStatus(parts, readStatus(body)) }),
  },
  {
    method: 'GET',
    path: '/webhooks',
    summary: 'the newest webhooks, oldest first, with their attempts: ?limit=100',
    run: listWebhooks,
  },
  {
    method: 'POST',
    path: '/scenarios',
    summary: 'faults from now on: {"scenarios":["slow:0.1"]}; [] ends all',
    run: (parts, { body }) => {
      parts.scenarios.set(readScenarios(body))
      return { scenarios: [...parts.scenarios.list()] }
    },
  },
  {
    method: 'POST',
    path: '/reset',
    summary: 'forgets everything: {}',
    run: (parts, { body, reset }) => {
      checkKeys(body, [])
      reset()
      return describeState(parts)
    },
  },
]

function describeState(parts: SandboxParts): JsonObject {
  return {
    accepted: parts.accepted.count(),
    webhooks: parts.webhooks.count(),
    clock: describeClock(parts),
    windows: parts.isStrict ? 'strict' : 'open',
    scenarios: [...parts.scenarios.list()],
    number: parts.number,
  }
}

function describeClock({ clock }: SandboxParts): JsonObject {
  const now = clock.now()
  return { now, iso: new Date(now).toISOString() }
}

function listAccepted({ accepted }: SandboxParts, { query }: AdminInput): JsonValue {
  const id = query.get('id')
  // A plus that is not escaped reads as a blank.
  const to = query.get('to')?.replace(/^ /, '+')
  const found = accepted
    .list()
    .filter((message) => id === null || message.id === id)
    .filter((message) => to === undefined || message.customer === to)
  const newest = found.slice(-readLimit(query)).map(describeAccepted)
  return { count: accepted.count(), accepted: newest }
}

function describeAccepted(message: AcceptedMessage): JsonObject {
  return { ...message, at: new Date(message.at).toISOString(), scenarios: [...message.scenarios] }
}

function listWindows({ windows, clock, isStrict }: SandboxParts): JsonValue {
  return {
    mode: isStrict ? 'strict' : 'open',
    windows: windows.list(clock.now()).map((window) => ({
      ...window,
      lastInboundAt: new Date(window.lastInboundAt).toISOString(),
      closesAt: new Date(window.closesAt).toISOString(),
    })),
  }
}

async function listWebhooks({ webhooks }: SandboxParts, { query }: AdminInput): Promise<JsonValue> {
  const list = await webhooks.list()
  return {
    count: webhooks.count(),
    webhooks: list.slice(-readLimit(query)).map(describeWebhook),
  }
}

function describeWebhook({ event, signature, state, attempts }: SandboxWebhook): JsonObject {
  return {
    event,
    signature,
    state,
    attempts: attempts.map(({ at, ...rest }) => ({ at: new Date(at).toISOString(), ...rest })),
  }
}

function readLimit(query: URLSearchParams): number {
  const text = query.get('limit') ?? '100'
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new ConnectlyError('`limit` must be a whole number above 0')
}
