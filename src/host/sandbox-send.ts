import { ConnectlyError } from '../model/errors.ts'
import type { JsonObject } from '../model/json.ts'
import type { Endpoint } from '../model/payload.ts'
import type { AcceptedMessage } from './sandbox-accepted.ts'
import {
  acceptedStatus,
  answerAccepted,
  answerRefusal,
  type Refusal,
  type SandboxAnswer,
} from './sandbox-answer.ts'
import { readJsonBody } from './sandbox-body.ts'
import { valueAt } from './sandbox-code.ts'
import { makeStatusEvent } from './sandbox-events.ts'
import type { SandboxParts } from './sandbox-parts.ts'
import { planByHeader, type RequestPlan, scenarioHeader } from './sandbox-plan.ts'
import {
  businessLimits,
  internalError,
  refuseBody,
  refuseClosedWindow,
  refuseKey,
  refuseOptedOut,
  refuseWindow,
  tooMany,
} from './sandbox-refusals.ts'
import type { SandboxReaction, SandboxRequest } from './sandbox-request.ts'
import { type ScenarioName, slowMs } from './sandbox-scenarios.ts'
import { failedDelivery } from './sandbox-status.ts'

/** Where a message was sent to. */
export interface SendTarget {
  readonly endpoint: Endpoint
  readonly businessId: string
}

/** What happens to a request, and which faults had a part in it. */
export interface Handled {
  readonly reaction: SandboxReaction
  readonly scenarios: readonly ScenarioName[]
}

/** Does with a message what the API would do, or the fault that is planned for it. */
export async function handleSend(
  parts: SandboxParts,
  target: SendTarget,
  request: SandboxRequest,
): Promise<Handled> {
  const plan = planRequest(parts, target, request)
  if ('status' in plan) {
    const answer = answerRefusal(plan, parts.makeTraceId())
    return { reaction: { type: 'answer', answer, delayMs: 0 }, scenarios: [] }
  }
  const early = reactEarly(parts, plan)
  if (early !== undefined) return { reaction: early, scenarios: scenariosOf(plan, false) }
  const answer = await decide(parts, plan, target, request)
  const scenarios = scenariosOf(plan, answer.status === acceptedStatus)
  return { reaction: reactLate(parts, plan, answer), scenarios }
}

/** A key that is wrong meets no fault: it never came in. */
function planRequest(
  parts: SandboxParts,
  { endpoint }: SendTarget,
  request: SandboxRequest,
): RequestPlan | Refusal {
  const refusal = refuseKey(request.header('x-api-key'))
  if (refusal !== undefined) return refusal
  const header = request.header(scenarioHeader)
  if (header === undefined) return parts.scenarios.planRequest(endpoint, parts.time.now())
  try {
    return planByHeader(header)
  } catch (error) {
    if (!(error instanceof ConnectlyError)) throw error
    return { status: 400, message: error.message, isAssumed: true }
  }
}

/** What happens before anybody looks at the message. */
function reactEarly(parts: SandboxParts, plan: RequestPlan): SandboxReaction | undefined {
  const refuse = (refusal: Refusal): SandboxReaction =>
    answerWith(plan, answerRefusal(refusal, parts.makeTraceId()))
  switch (plan.fate) {
    case 'reset-before':
      return { type: 'reset', delayMs: delayOf(plan) }
    case 'hang':
      return { type: 'hang' }
    case '500':
      return refuse(internalError)
    case '429-storm': {
      const seconds = Math.max(1, Math.ceil(plan.stormLeftMs / 1000))
      return refuse({ ...tooMany, headers: { 'retry-after': String(seconds) } })
    }
    default:
      return undefined
  }
}

/** What happens to the answer on its way. */
function reactLate(parts: SandboxParts, plan: RequestPlan, answer: SandboxAnswer): SandboxReaction {
  switch (plan.fate) {
    case 'reset-after':
      return { type: 'reset', lost: answer, delayMs: delayOf(plan) }
    case 'hang-after':
      return { type: 'hang', lost: answer }
    case 'cut-body':
      return { type: 'cut', answer, delayMs: delayOf(plan) }
    case '500-after': {
      const failure = answerRefusal(internalError, parts.makeTraceId())
      return answerWith(plan, { ...failure, about: answer.about })
    }
    default:
      return answerWith(plan, answer)
  }
}

function answerWith(plan: RequestPlan, answer: SandboxAnswer): SandboxReaction {
  return { type: 'answer', answer, delayMs: delayOf(plan) }
}

function delayOf({ extras }: RequestPlan): number {
  return extras.has('slow') ? slowMs : 0
}

async function decide(
  parts: SandboxParts,
  plan: RequestPlan,
  target: SendTarget,
  request: SandboxRequest,
): Promise<SandboxAnswer> {
  const refuse = (refusal: Refusal): SandboxAnswer => answerRefusal(refusal, parts.makeTraceId())
  if (!parts.takeTurn(parts.time.now())) return refuse(tooMany)
  const read = await readJsonBody(request)
  if ('refusal' in read) return refuse(read.refusal)
  const { body } = read
  const finding = parts
    .judge({ endpoint: target.endpoint, body })
    .find(({ severity }) => severity === 'error')
  if (finding !== undefined) return refuse(refuseBody(target.endpoint, body, finding))
  const message = makeMessage(parts, plan, target, body)
  const refusal = refuseByFate(plan, target) ?? refuseByWindow(parts, message)
  if (refusal !== undefined) return refuse(refusal)
  accept(parts, plan, message)
  return answerAccepted(message.id)
}

function refuseByFate({ fate }: RequestPlan, { endpoint }: SendTarget): Refusal | undefined {
  if (fate === 'business-limits') return businessLimits
  if (fate === 'opted-out') return refuseOptedOut(endpoint)
  // The template endpoint is there for closed windows.
  return fate === 'window-closed' && endpoint === 'send/messages' ? refuseClosedWindow() : undefined
}

function refuseByWindow(
  { isStrict, windows, clock }: SandboxParts,
  { endpoint, sender, customer }: AcceptedMessage,
): Refusal | undefined {
  if (!isStrict || endpoint !== 'send/messages') return undefined
  const now = clock.now()
  return refuseWindow(windows.find(sender, customer, now), windows.list(now, customer))
}

function makeMessage(
  { clock, makeId, number }: SandboxParts,
  plan: RequestPlan,
  { endpoint, businessId }: SendTarget,
  body: JsonObject,
): AcceptedMessage {
  const at = clock.now()
  const isSession = endpoint === 'send/messages'
  const sender = valueAt(body, isSession ? ['sender', 'id'] : ['sender'])
  const customer = valueAt(body, isSession ? ['recipient', 'id'] : ['number'])
  return {
    id: makeId(at),
    endpoint,
    businessId,
    sender: typeof sender === 'string' ? sender : number,
    customer: typeof customer === 'string' ? customer.replace(/^bsuid:/, '') : '',
    body,
    at,
    scenarios: scenariosOf(plan, true),
  }
}

function accept(parts: SandboxParts, plan: RequestPlan, message: AcceptedMessage): void {
  const { extras } = plan
  parts.accepted.add(message)
  const isFailed = extras.has('delivery-failed')
  const statuses = isFailed ? (['delivery_failed'] as const) : parts.statuses
  const ordered = extras.has('webhooks-unordered') ? statuses.toReversed() : statuses
  for (const status of ordered) {
    const error = isFailed ? failedDelivery(parts) : null
    const event = makeStatusEvent(message, status, error, message.at)
    parts.webhooks.emit(event, extras.has('webhooks-repeated') ? 2 : 1)
  }
}

/** A message that is not accepted has no webhooks that something could happen to. */
function scenariosOf({ fate, extras }: RequestPlan, isAccepted: boolean): readonly ScenarioName[] {
  const met = [...extras].filter((extra) => isAccepted || extra === 'slow')
  return fate === undefined ? met : [fate, ...met]
}
