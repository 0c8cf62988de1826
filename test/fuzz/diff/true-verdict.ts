import { bodyFor, defineMessage } from '../../../src/emit/define-message.ts'
import { renderMessage } from '../../../src/emit/render.ts'
import { checkVariables } from '../../../src/model/check-variables.ts'
import type { Variables } from '../../../src/model/declaration.ts'
import { fillMessage } from '../../../src/model/fill.ts'
import type { JsonObject } from '../../../src/model/json.ts'
import type { CompiledMessage } from '../../../src/model/message.ts'
import { readEvent } from '../../../src/model/read-event.ts'
import type { ReplyTable } from '../../../src/model/reply-table.ts'
import {
  createTapResolver,
  type ResolvedChoice,
  type ResolvedTap,
} from '../../../src/model/resolve-tap.ts'
import { canonicalJson } from '../../../src/model/same-value.ts'
import { parseTemplate } from '../../../src/model/template.ts'
import { trackingKeyOf } from '../../../src/model/tracking.ts'
import { witnessOf } from '../../../src/model/witness.ts'
import { asGenerated } from '../../helpers/as-generated.ts'
import type { Dice } from '../../helpers/legal-values.ts'
import { sendAndTap } from '../../helpers/reply-round-trip.ts'
import { callsOf } from './old-calls.ts'

/** One build: its messages and what it reads of replies. */
export interface Build {
  readonly messages: readonly CompiledMessage[]
  readonly table: ReplyTable
}

/** What the old build was asked to send. */
export interface Call {
  readonly message: CompiledMessage
  readonly variables: Variables
  /** Absent where the message has one locale only. */
  readonly locale?: string
}

/** Calls of everything in a build, in every locale. */
export function callsIn({ messages }: Build, roll: Dice): readonly Call[] {
  return messages.flatMap((message) =>
    callsOf(message.variables, roll).flatMap((variables) =>
      localesOf(message).map((locale): Call => {
        return locale === undefined ? { message, variables } : { message, variables, locale }
      }),
    ),
  )
}

function localesOf({ bodies }: CompiledMessage): readonly (string | undefined)[] {
  const locales = Object.keys(bodies)
  return locales.length > 1 ? locales : [undefined]
}

/** A call that the old build accepted and the new one refuses, if one is found. */
export function findRefusal(calls: readonly Call[], after: Build): string | undefined {
  for (const call of calls) {
    const now = after.messages.find(({ name }) => name === call.message.name)
    if (now === undefined) return `${call.message.name} is gone`
    const problem = problemOf(now, call) ?? fallbackProblem(now, call)
    if (problem === undefined || problemOf(call.message, call) !== undefined) continue
    return `${call.message.name} ${JSON.stringify(call.variables)}: ${problem}`
  }
  return undefined
}

function problemOf(message: CompiledMessage, { variables, locale }: Call): string | undefined {
  try {
    defineMessage<Variables, string>(asGenerated(message)).render(
      variables,
      locale === undefined ? undefined : { locale },
    )
    return undefined
  } catch (error) {
    return error instanceof Error ? `${error.name} ${error.message}` : String(error)
  }
}

/** Who sent with `fallback: true` goes on to do so. */
function fallbackProblem(now: CompiledMessage, { message, locale }: Call): string | undefined {
  if (bodyFor(message, locale).fallback === undefined) return undefined
  return bodyFor(now, locale).fallback === undefined ? 'no fallback' : undefined
}

/** A tap on an old message that is read otherwise now, if one is found. */
export function findMisreading(
  calls: readonly Call[],
  before: Build,
  after: Build,
): string | undefined {
  const [old, now] = [createTapResolver(before.table), createTapResolver(after.table)]
  const seen = new Set<string>()
  for (const call of calls) {
    const { values, problems } = checkVariables(call.message.variables, call.variables)
    if (problems.length > 0) continue
    for (const webhook of webhooksOf(call, values)) {
      const key = `${call.message.name} ${JSON.stringify(webhook)}`
      const tap = readEvent(webhook)
      if (seen.has(key) || tap.type !== 'tap') continue
      seen.add(key)
      const { name } = call.message
      const [was, is] = [keyOf(old(tap), name), keyOf(now(tap), name)]
      // The oldest webhooks bring the text alone: what is no longer known by it is not misread.
      const label = { ...tap, reply: { ...tap.reply, id: undefined } }
      const [said, says] = [choiceOf(old(label)), choiceOf(now(label))]
      const isMoved =
        said !== undefined &&
        says !== undefined &&
        keyOfChoice(said) !== keyOfChoice(says) &&
        !isRenamed(said, says, before, after)
      if ((was !== is || isMoved) && problemOf(call.message, call) === undefined) {
        return was === is
          ? `the text ${tap.reply.text} of ${name}: ${said?.id} → ${says?.id} of ${says?.message}`
          : `${tap.reply.id} of ${name}: ${was} → ${is}`
      }
    }
  }
  return undefined
}

/** Taps on what the message offers, and on what it was once: that was retired to be read. */
function webhooksOf({ message, locale }: Call, values: Variables): readonly JsonObject[] {
  const sent = sendAndTap(message, bodyFor(message, locale), values)
  const key = message.tracking === true ? { callbackData: { $c: trackingKeyOf(message.name) } } : {}
  const former = (message.retired ?? []).flatMap(({ id, variables }) => {
    const whole = parseTemplate(id).parts.map((part) => {
      if (part.type === 'literal') return part.text
      const declaration = variables[part.names.join('.')]
      return declaration === undefined ? '' : String(witnessOf(declaration, 'shortest'))
    })
    return [{ sender: { id: '+16044441111' }, buttonResponse: { payload: whole.join('') }, ...key }]
  })
  return [...sent.map(({ webhook }) => webhook), ...former]
}

function choiceOf(tap: ResolvedTap): ResolvedChoice | undefined {
  return tap.type === 'choice' ? tap.choice : undefined
}

function keyOfChoice({ message, id }: ResolvedChoice): string {
  return `${message} ${id}`
}

/** An id that is retired is read as before, and one that is new in its place means the same. */
function isRenamed(
  said: ResolvedChoice,
  says: ResolvedChoice,
  before: Build,
  after: Build,
): boolean {
  const now = after.messages.find(({ name }) => name === said.message)
  const known = before.table.messages[said.message]?.choices ?? []
  return (
    says.message === said.message &&
    now?.retired?.some(({ id }) => id === said.id) === true &&
    !known.some(({ id }) => id === says.id)
  )
}

/** What an application is told; of callback data what comes back to the message that sent it. */
function keyOf(tap: ResolvedTap, sender: string): string {
  const keys = candidatesOf(tap).map(({ message, id, type, keys: own, callbackData }) => {
    const data = message === sender ? (callbackData ?? null) : null
    return canonicalJson({ message, id, type, keys: own, data })
  })
  return `${tap.type} ${keys.toSorted().join(' ')}`
}

function candidatesOf(tap: ResolvedTap): readonly ResolvedChoice[] {
  if (tap.type === 'choice') return [tap.choice]
  return 'candidates' in tap ? tap.candidates : []
}

/** A call of which the customer, or the application's own data, gets something else now. */
export function findOtherPayload(calls: readonly Call[], after: Build): string | undefined {
  for (const call of calls) {
    const now = after.messages.find(({ name }) => name === call.message.name)
    const [was, is] = [payloadOf(call.message, call), now && payloadOf(now, call)]
    if (was !== undefined && is !== undefined && was !== is) return `${was} → ${is}`
  }
  return undefined
}

/** Nothing where the message does not take the call. */
function payloadOf(message: CompiledMessage, { variables, locale }: Call): string | undefined {
  const { values, problems } = checkVariables(message.variables, variables)
  const bodies = Object.keys(message.bodies)
  const isNamed = locale === undefined ? bodies.length === 1 : bodies.includes(locale)
  if (problems.length > 0 || !isNamed) return undefined
  const filled = fillMessage(message, bodyFor(message, locale), values)
  const { fallback } = filled
  const sent = { ...renderMessage(filled, {}).body, fallback: fallback ?? null }
  return canonicalJson({ ...sent, tracking: message.tracking === true })
}
