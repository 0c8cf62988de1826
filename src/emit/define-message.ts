import { judgePayload } from '../language/judge.ts'
import { judgeParts } from '../language/judge-parts.ts'
import { checkVariables } from '../model/check-variables.ts'
import { describeValue } from '../model/describe-value.ts'
import type { NamedFinding } from '../model/diagnostic.ts'
import type { Envelope } from '../model/envelope.ts'
import {
  ConnectlyError,
  InvalidMessageError,
  InvalidVariablesError,
  type MessageDiagnostic,
} from '../model/errors.ts'
import { fillMessage } from '../model/fill.ts'
import type { Form } from '../model/form.ts'
import { isObject, type JsonObject, type JsonValue, ownMember } from '../model/json.ts'
import { mayVary } from '../model/may-vary.ts'
import {
  contentTypeOf,
  type FilledMessage,
  type GeneratedDefinition,
  type MessageBody,
  type MessageDefinition,
} from '../model/message.ts'
import type { Payload } from '../model/payload.ts'
import type { RenderedMessage } from '../model/rendered-message.ts'
import type { RulePart } from '../model/rule.ts'
import type { MessageFeature, MessageSender } from '../model/sender.ts'
import type { Path } from '../model/source.ts'
import { staleCode } from '../model/stale-code.ts'
import type { TemplateFallback } from '../model/template-fallback.ts'
import { type TrackSend, withTracking } from '../model/tracking.ts'
import { everyValue, type ValueChecks } from '../model/value-checks.ts'
import { renderMessage } from './render.ts'
import { templateFallback } from './template-fallback.ts'

/**
 * Makes a sender of a message's data. Generated modules call it with what lint has judged; of what is
 * written by hand nobody knows whether its keys and templates are right.
 */
export function defineMessage<
  Variables extends object,
  Locale extends string = never,
  Feature extends MessageFeature = never,
>(definition: GeneratedDefinition): MessageSender<Variables, Locale, Feature> {
  return {
    definition,
    render: (variables, options) => {
      const filled = prepareMessage(definition, variables, options?.locale)
      const { body } = finishPayload(renderMessage(filled, {}), definition)
      if (!isRendered(body)) throw new ConnectlyError(`\`${definition.name}\` has no content`)
      return body
    },
    send: async (client, options) => {
      const { variables = {}, locale, signal, fallback, ...envelope } = options
      checkEnvelope(envelope)
      const filled = prepareMessage(definition, variables, locale)
      const payload = finishPayload(renderMessage(filled, envelope), definition)
      return fallback === true
        ? client.send(payload, { signal, fallback: finishFallback(filled, envelope, definition) })
        : client.send(payload, { signal })
    },
  }
}

/** What a caller says of a send, and where it comes to stand. */
const envelopePaths = {
  to: ['recipient', 'id'],
  sender: ['sender'],
  recipientName: ['recipient', 'name'],
  messageId: ['message', 'id'],
  campaignName: ['campaignName'],
  order: ['order'],
} as const

/**
 * Callers in JavaScript may pass anything, and rules judge texts: what is none would go out unseen.
 * @throws {@link InvalidMessageError}
 */
function checkEnvelope(envelope: Envelope): void {
  for (const [key, path] of Object.entries(envelopePaths)) {
    const value: unknown = Reflect.get(envelope, key)
    const isFine = key === 'order' ? isObject(value) : typeof value === 'string'
    if (isFine || (value === undefined && key !== 'to')) continue
    const needed = key === 'order' ? 'an object' : 'a string'
    const message = `\`${key}\` is ${describeValue(value)}, and ${needed} is needed`
    throw new InvalidMessageError([
      { rule: 'wrong-type', severity: 'error', message, path, value: undefined },
    ])
  }
}

/**
 * Checks the variables and fills them in.
 * @throws {@link InvalidVariablesError}
 */
export function prepareMessage(
  definition: MessageDefinition<Form>,
  variables: unknown,
  locale: string | undefined,
): FilledMessage {
  const body = bodyFor(definition, locale)
  const { values, problems } = checkVariables(definition.variables, variables, checksOf(definition))
  if (problems.length > 0) throw new InvalidVariablesError(problems)
  return fillMessage(definition, body, values)
}

/** Tools judge whatever can be declared, generated code brings along what its message declares. */
function checksOf({ values = [] }: MessageDefinition<Form>): ValueChecks {
  return mayVary ? everyValue : Object.assign({}, ...values)
}

/**
 * A payload as it goes out: with the key of `tracking` in its `callbackData`, where the project
 * turns that on, and judged. A bulk run names itself and its row.
 * @throws {@link InvalidMessageError}
 */
export function finishPayload(
  payload: Payload,
  definition: HeldMessage,
  bulk: { readonly run?: string; readonly row?: number } = {},
): Payload {
  const { name, tracking } = definition
  if (tracking === undefined || tracking === false) return judged(payload, definition)
  return judged(trackerOf(tracking)(payload, { message: name, ...bulk }), definition)
}

/** What is asked of a message before a request of it goes out. */
export type HeldMessage = Pick<MessageDefinition<Form>, 'name' | 'tracking' | 'rules' | 'fallback'>

/** Tools know how to track, generated code brings it along where it has to. */
function trackerOf(tracking: TrackSend | true): TrackSend {
  if (tracking !== true) return tracking
  if (!mayVary) throw staleCode()
  return withTracking
}

function finishFallback(
  filled: FilledMessage,
  envelope: Envelope,
  definition: MessageDefinition<Form>,
): Payload {
  if (filled.fallback !== undefined) {
    const fallback = fallbackOf(definition).render(filled, envelope)
    if (fallback !== undefined) return finishPayload(fallback, definition)
  }
  throw new ConnectlyError(
    `nothing was sent, \`${definition.name}\` has no \`fallback\` in this locale: declare one in its file, or send without`,
  )
}

/**
 * Runs every rule on the concrete request, so that whatever a warning left open is answered before
 * anything leaves the machine.
 * @throws {@link InvalidMessageError}
 */
function judged(payload: Payload, definition: HeldMessage): Payload {
  const diagnostics = findingsOf(payload, definition).map(
    ({ rule, severity = 'error', message, path }): MessageDiagnostic => ({
      rule,
      severity,
      message,
      path,
      value: valueAt(payload.body, path),
    }),
  )
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    throw new InvalidMessageError(diagnostics)
  }
  return payload
}

/** Tools run every rule, generated code brings along those of its message. */
function findingsOf(payload: Payload, definition: HeldMessage): readonly NamedFinding[] {
  if (mayVary) return judgePayload(payload)
  const { endpoint, body } = payload
  if (endpoint === 'send/messages') return judgeParts(body, definition.rules ?? nothing)
  const { rootOf, rules } = fallbackOf(definition)
  return judgeParts(rootOf(body), rules)
}

const nothing: readonly RulePart[] = []

function fallbackOf({ fallback }: HeldMessage): TemplateFallback {
  if (fallback !== undefined) return fallback
  if (!mayVary) throw staleCode()
  return templateFallback
}

/** The compiler checked the shape of the definition; what could still be wrong is its version. */
function isRendered(body: JsonObject): body is JsonObject & RenderedMessage {
  const message = ownMember(body, 'message')
  return isObject(message) && contentTypeOf(message) !== undefined
}

/**
 * What a message says in a locale. There is no silent fall-back from one to another: what stands in
 * for a locale that the message lacks was written into the config, and into the generated type.
 * @throws {@link ConnectlyError} for a locale that the message lacks.
 */
export function bodyFor(
  definition: MessageDefinition<Form>,
  locale: string | undefined,
): MessageBody {
  const { name, bodies, standIns = {} } = definition
  const locales = Object.keys(bodies)
  const [only] = locales
  const wanted = locale ?? (locales.length === 1 ? only : undefined)
  const body = named(bodies, wanted) ?? named(bodies, named(standIns, wanted))
  if (body !== undefined) return body
  const known = [...locales, ...Object.keys(standIns)].map((tag) => `\`${tag}\``).join(', ')
  const problem = wanted === undefined ? 'needs a locale' : `does not exist in \`${wanted}\``
  throw new ConnectlyError(`\`${name}\` ${problem}: name one of ${known}`)
}

function named<T>(record: { readonly [name: string]: T }, name: string | undefined): T | undefined {
  return name === undefined ? undefined : ownMember(record, name)
}

function valueAt(body: JsonObject, path: Path): JsonValue | undefined {
  let value: JsonValue | undefined = body
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step]
    else value = isObject(value) ? ownMember(value, step) : undefined
  }
  return value
}
